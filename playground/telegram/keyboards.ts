import { checkLink } from './links.ts'
import { bad } from './refusal.ts'
import type { ChatFacts, InlineKeyboard, KeyboardButton, Markup, ReplyKeyboard } from './types.ts'

type Fields = Readonly<Record<string, unknown>>

const inlineFields = new Set(
  'text icon_custom_emoji_id style url callback_data web_app login_url switch_inline_query switch_inline_query_current_chat switch_inline_query_chosen_chat copy_text callback_game pay'.split(
    ' ',
  ),
)
const keyFields = new Set(
  'text icon_custom_emoji_id style request_users request_chat request_managed_bot request_contact request_location request_poll web_app'.split(
    ' ',
  ),
)
const outside = new Set(['text', 'icon_custom_emoji_id', 'style'])
const styles = new Set(['danger', 'success', 'primary'])

const mostButtons = 100
const mostData = 64

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const checkFields = (what: string, given: Fields, known: ReadonlySet<string>): void => {
  const strange = Object.keys(given).find((name) => !known.has(name))
  if (strange !== undefined) throw bad(`can't parse ${what}: unknown field "${strange}"`)
}

const checkFace = (what: string, button: Fields): void => {
  if (button['text'] === undefined) throw bad(`can't parse ${what}: Can't find field "text"`)
  if (typeof button['text'] !== 'string')
    throw bad(`can't parse ${what}: Field "text" must be of type String`)
  if (button['text'].trim() === '') throw bad(`can't parse ${what}: text must be non-empty`)
  const { style } = button
  if (style !== undefined && (typeof style !== 'string' || !styles.has(style)))
    throw bad('BUTTON_STYLE_INVALID')
}

const checkInline = (button: unknown, chat: ChatFacts): void => {
  const what = 'inline keyboard button'
  if (!isObject(button)) throw bad(`can't parse ${what}: expected an Object`)
  checkFields(what, button, inlineFields)
  checkFace(what, button)
  const does = Object.keys(button).filter((name) => !outside.has(name) && button[name] !== '')
  if (does.length === 0) throw bad(`can't parse ${what}: Text buttons are unallowed in the inline keyboard`)
  if (does.length > 1) throw bad(`can't parse ${what}: only one of ${does.join(', ')} can be used`)
  const data = button['callback_data']
  if (data !== undefined && (typeof data !== 'string' || Buffer.byteLength(data) > mostData))
    throw bad('BUTTON_DATA_INVALID')
  if (button['url'] !== undefined) checkLink('inline keyboard button URL', button['url'])
  if (button['web_app'] !== undefined && chat.type !== 'private') throw bad('BUTTON_TYPE_INVALID')
}

const checkKey = (button: unknown, chat: ChatFacts): KeyboardButton => {
  const what = 'keyboard button'
  if (typeof button === 'string') return checkKey({ text: button }, chat)
  if (!isObject(button)) throw bad(`can't parse ${what}: expected an Object`)
  checkFields(what, button, keyFields)
  checkFace(what, button)
  const asks = Object.keys(button).filter((name) => !outside.has(name) && button[name] !== false)
  if (asks.length > 1) throw bad(`can't parse ${what}: only one of ${asks.join(', ')} can be used`)
  if (chat.type !== 'private') {
    if (button['request_location'] === true) throw bad('location can be requested in private chats only')
    if (button['request_contact'] === true) throw bad('phone number can be requested in private chats only')
    if (asks.length > 0) throw bad('BUTTON_TYPE_INVALID')
  }
  return button as unknown as KeyboardButton
}

const rowsOf = (what: string, given: unknown): readonly (readonly unknown[])[] => {
  if (!Array.isArray(given) || !given.every(Array.isArray))
    throw bad(`field "${what}" must be of type Array of Array`)
  const rows = given as readonly (readonly unknown[])[]
  if (rows.flat().length > mostButtons) throw bad('REPLY_MARKUP_TOO_LONG')
  return rows.filter((row) => row.length > 0)
}

const readInline = (given: Fields, chat: ChatFacts): Markup | undefined => {
  checkFields('inline keyboard', given, new Set(['inline_keyboard']))
  const rows = rowsOf('inline_keyboard', given['inline_keyboard'])
  for (const button of rows.flat()) checkInline(button, chat)
  return rows.length === 0
    ? undefined
    : { is: 'inline', keyboard: { inline_keyboard: rows } as unknown as InlineKeyboard }
}

const readKeys = (given: Fields, chat: ChatFacts): Markup => {
  checkFields(
    'reply keyboard',
    given,
    new Set([
      'keyboard',
      'is_persistent',
      'resize_keyboard',
      'one_time_keyboard',
      'input_field_placeholder',
      'selective',
    ]),
  )
  if (chat.type === 'channel') throw bad('reply keyboards are not supported in channels')
  const rows = rowsOf('keyboard', given['keyboard']).map((row) => row.map((button) => checkKey(button, chat)))
  if (rows.length === 0) throw bad('reply keyboard must be non-empty')
  const keyboard: ReplyKeyboard = {
    keyboard: rows,
    ...(given['one_time_keyboard'] === true && { one_time_keyboard: true }),
  }
  return { is: 'keyboard', keyboard }
}

/** @throws Refusal for buttons that Telegram does not take in such a chat. */
export const readMarkup = (given: unknown, chat: ChatFacts): Markup | undefined => {
  if (given === undefined) return undefined
  if (!isObject(given)) throw bad('object expected as reply markup')
  if ('inline_keyboard' in given) return readInline(given, chat)
  if ('keyboard' in given) return readKeys(given, chat)
  if (given['remove_keyboard'] === true) {
    checkFields('reply markup', given, new Set(['remove_keyboard', 'selective']))
    return { is: 'remove' }
  }
  if (given['force_reply'] === true) {
    checkFields('reply markup', given, new Set(['force_reply', 'input_field_placeholder', 'selective']))
    return { is: 'force' }
  }
  if (Object.keys(given).length === 0) return undefined
  throw bad("can't parse reply keyboard markup JSON object")
}

/** For edits: only buttons under the message can be given. */
export const readInlineMarkup = (given: unknown, chat: ChatFacts): InlineKeyboard | undefined => {
  const markup = readMarkup(given, chat)
  if (markup === undefined) return undefined
  if (markup.is !== 'inline') throw bad('inline keyboard expected')
  return markup.keyboard
}
