import { clip, length } from '../../base/text.ts'
import type { Button, Message } from '../../chat/index.ts'
import { opensAnywhere } from './entities.ts'

export interface InlineButton {
  readonly text: string
  readonly callback_data?: string
  readonly url?: string
  readonly style?: 'primary' | 'success' | 'danger'
}

export interface InlineKeyboard {
  readonly inline_keyboard: readonly (readonly InlineButton[])[]
}

const mostLabel = 64
const mostInRow = 3
/** Code points that a phone shows in one row without cutting labels. */
const rowWidth = 36
const mostButtons = 100

/** Opens the private chat with the bot; `undefined` when Telegram would drop what comes after. */
export const doorLink = (botName: string, start: string): string | undefined =>
  /^[\w-]{1,64}$/.test(start) ? `https://t.me/${botName}?start=${start}` : undefined

/** In a group the command that comes after goes on; a channel only takes administrators. */
const addLink = (botName: string, to: 'group' | 'channel'): string =>
  to === 'group'
    ? `https://t.me/${botName}?startgroup=lier`
    : `https://t.me/${botName}?startchannel&admin=post_messages+edit_messages+delete_messages+pin_messages`

const drawButton = (button: Button, botName: string): InlineButton | undefined => {
  const text = clip(button.label.toWellFormed().trim() || '…', mostLabel)
  if ('route' in button)
    return { text, callback_data: button.route, ...(button.tone && { style: button.tone }) }
  if ('adds' in button) return { text, url: addLink(botName, button.adds) }
  const url =
    'url' in button ? (opensAnywhere(button.url) ? button.url : undefined) : doorLink(botName, button.start)
  return url === undefined ? undefined : { text, url }
}

/** At most three to a row, and fewer where their labels are long. */
const arranged = (row: readonly InlineButton[]): readonly (readonly InlineButton[])[] => {
  const rows: InlineButton[][] = []
  let width = 0
  for (const button of row) {
    const last = rows.at(-1)
    width += length(button.text)
    if (last && last.length < mostInRow && width <= rowWidth) last.push(button)
    else {
      rows.push([button])
      width = length(button.text)
    }
  }
  return rows
}

/** `undefined` when no button is left: links that nobody could open are dropped. */
export const drawButtons = (rows: Message['rows'], botName: string): InlineKeyboard | undefined => {
  let left = mostButtons
  const drawn = (rows ?? []).flatMap((row) => {
    const buttons = row
      .map((button) => drawButton(button, botName))
      .filter((button) => button !== undefined)
      .slice(0, left)
    left -= buttons.length
    return arranged(buttons)
  })
  return drawn.length === 0 ? undefined : { inline_keyboard: drawn }
}
