import { clip } from '../../base/text.ts'
import type { APIActionRowComponent, APIButtonComponent, APIComponentInMessageActionRow } from 'discord.js'
import type { Button, PressButton } from '../../chat/index.ts'

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

/** A link into the bot's private messages does not exist on Discord: such a button is left out. */
const draw = (button: Button, taken: Set<string>): APIButtonComponent[] => {
  const label = clip(button.label, 80)
  if ('start' in button) return []
  if ('url' in button) return [{ type: 2, style: toAddress, label, url: button.url }]
  return [{ type: 2, style: styleOf(button), label, custom_id: customId(button.route, taken) }]
}

export const drawRows = (
  rows: readonly (readonly Button[])[],
): APIActionRowComponent<APIComponentInMessageActionRow>[] => {
  const taken = new Set<string>()
  return rows
    .map((row) => row.flatMap((button) => draw(button, taken)))
    .filter((row) => row.length > 0)
    .map((components) => ({ type: 1, components }))
}
