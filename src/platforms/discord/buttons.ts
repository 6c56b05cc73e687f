import { clip } from '../../base/text.ts'
import type { APIActionRowComponent, APIButtonComponent, APIComponentInMessageActionRow } from 'discord.js'
import type { Button, Message, PressButton } from '../../chat/index.ts'

const styles = { primary: 1, success: 3, danger: 4 } as const
const plain = 2
const toAddress = 5

/**
 * What stands before the route of a button. `=2;`: the second button of the same route, since two of one message must differ.
 * `~<key>;`: it opens a window again, with what was typed there.
 */
const prefix = /^(?:=\d+;)?(?:~(?<again>[\w-]{1,12});)?/

export const routeOf = (customId: string): string => customId.replace(prefix, '')

/** The key of the window that the button opens again. */
export const againOf = (customId: string): string | undefined => prefix.exec(customId)?.groups?.['again']

export const withAgain = (route: string, key: string): string => `~${key};${route}`

const customId = (route: string, taken: Set<string>): string => {
  let id = route
  for (let at = 2; taken.has(id); at += 1) id = `=${at};${route}`
  taken.add(id)
  return id
}

const styleOf = ({ tone }: PressButton) => (tone ? styles[tone] : plain)

/** Characters of an address that a button opens, rows of a message and buttons of a row: more is refused as a whole. */
const mostAddress = 512
const mostRows = 5
const mostInRow = 5

/** A link into the bot's private messages does not exist on Discord: such a button is left out. */
const draw = (button: Button, taken: Set<string>): APIButtonComponent[] => {
  const label = clip(button.label.trim() || '…', 80)
  if ('start' in button || 'adds' in button) return []
  if ('url' in button && button.url.length > mostAddress) return []
  if ('url' in button) return [{ type: 2, style: toAddress, label, url: button.url }]
  return [{ type: 2, style: styleOf(button), label, custom_id: customId(button.route, taken) }]
}

const bit = (at: number): bigint => 1n << BigInt(at)

/** To see a channel, write there and in its threads, show links and pictures, and read what it wrote. */
const needed = [10, 11, 14, 15, 16, 38].reduce((all, at) => all | bit(at), 0n)

/** Discord's way into a server is an address with the bot's own identifier, which its token begins with. */
export const withAdds = (message: Message, token: string): Message => {
  if (!message.rows?.flat().some((button) => 'adds' in button)) return message
  const application = Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()
  const url = `https://discord.com/oauth2/authorize?client_id=${application}&scope=bot+applications.commands&permissions=${needed}`
  const rows = message.rows.map((row) =>
    row.flatMap((button): Button[] =>
      'adds' in button ? (button.adds === 'group' ? [{ label: button.label, url }] : []) : [button],
    ),
  )
  return { ...message, rows }
}

/** Short rows share a line where there are too many of them. */
const together = (rows: readonly APIButtonComponent[][]): readonly APIButtonComponent[][] => {
  if (rows.length <= mostRows) return rows
  const at = rows.findLastIndex((row, index) => {
    const before = rows[index - 1]
    return before !== undefined && before.length + row.length <= mostInRow
  })
  if (at < 1) return rows.slice(0, mostRows)
  return together([
    ...rows.slice(0, at - 1),
    [...(rows[at - 1] ?? []), ...(rows[at] ?? [])],
    ...rows.slice(at + 1),
  ])
}

export const drawRows = (
  rows: readonly (readonly Button[])[],
): APIActionRowComponent<APIComponentInMessageActionRow>[] => {
  const taken = new Set<string>()
  const drawn = rows
    .map((row) => row.flatMap((button) => draw(button, taken)).slice(0, mostInRow))
    .filter((row) => row.length > 0)
  return together(drawn).map((components) => ({ type: 1, components }))
}
