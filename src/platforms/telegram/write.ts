import { paragraphs } from '../../base/rich.ts'
import type { Looks, Message } from '../../chat/index.ts'
import { telegram } from '../../phrases/telegram.ts'
import { doorLink, drawButtons, type InlineKeyboard } from './buttons.ts'
import { drawText, type Entity } from './entities.ts'
import type { Target } from './keys.ts'

/** Code points, after entities: what Telegram takes. */
export const mostText = 4096
export const mostCaption = 1024

export const looks: Looks = {
  most: mostText,
  mostBeside: mostCaption,
  addresses: false,
  picture: 'above',
  description: 'under',
  ownClock: false,
  posts: false,
}
/** Of the words that show up for a moment over the chat. */
export const mostToast = 200

export interface ReplyKeyboard {
  readonly keyboard: readonly (readonly { readonly text: string; readonly request_location?: true }[])[]
  readonly resize_keyboard: true
  readonly one_time_keyboard: true
  readonly input_field_placeholder: string
}

export type Markup = InlineKeyboard | ReplyKeyboard | { readonly remove_keyboard: true }

interface Words {
  readonly text: string
  readonly entities: readonly Entity[]
}

/** A message as Telegram shows it, wherever it goes. `before` and `after`: what does not fit into the message itself. */
export interface Drawn {
  readonly words: Words
  readonly picture?: string | { readonly bytes: string; readonly kind: 'png' | 'jpeg' }
  readonly markup?: Markup
  readonly silent: boolean
  readonly kept?: true
  readonly before?: Drawn
  readonly after?: Drawn
}

export const isInline = (markup: Markup | undefined): markup is InlineKeyboard =>
  markup !== undefined && 'inline_keyboard' in markup

const askPosition: ReplyKeyboard = {
  keyboard: [[{ text: telegram.sharePosition, request_location: true }]],
  resize_keyboard: true,
  one_time_keyboard: true,
  input_field_placeholder: telegram.typePlace,
}

const aloud = (text: Message['text'], markup: Markup): Drawn => ({
  words: drawText(text, mostText),
  markup,
  silent: true,
})

interface Reader {
  readonly botName: string
  /** A private chat: elsewhere nobody can be asked for a position. */
  readonly alone: boolean
  /** It takes the place of another message, which can only have buttons under it. */
  readonly edits: boolean
}

/** One message has room for buttons under it, or for a keyboard: what is left over goes in a line of its own. */
const keyboardOf = (
  { asks }: Message,
  inline: InlineKeyboard | undefined,
  { alone, edits }: Reader,
): Pick<Drawn, 'markup' | 'before' | 'after'> => {
  const keyboard =
    !alone || asks === undefined
      ? undefined
      : asks === 'position'
        ? askPosition
        : ({ remove_keyboard: true } as const)
  if (!keyboard) return inline ? { markup: inline } : {}
  if (!inline && !edits) return { markup: keyboard }
  const under = inline ? { markup: inline } : {}
  return asks === 'position'
    ? { ...under, after: aloud(telegram.askPosition, keyboard) }
    : { ...under, before: aloud(telegram.positionTaken, keyboard) }
}

/** A link into the bot can be passed on: it is written out. */
const opened = (text: Message['text'], botName: string): Message['text'] =>
  text.map((span) => {
    const address = span.door === undefined ? undefined : doorLink(botName, span.door)
    return address === undefined ? span : { ...span, text: address }
  })

const pictureOf = (image: NonNullable<Message['image']>): NonNullable<Drawn['picture']> => {
  if ('url' in image) return image.url
  return 'png' in image ? { bytes: image.png, kind: 'png' } : { bytes: image.jpeg, kind: 'jpeg' }
}

export const draw = (message: Message, reader: Reader): Drawn => {
  const { image, text } = message
  const told = image?.written ? paragraphs(text, telegram.picture(image.alt)) : text
  return {
    words: drawText(opened(told, reader.botName), image ? mostCaption : mostText),
    ...(image && { picture: pictureOf(image) }),
    ...keyboardOf(message, drawButtons(message.rows, reader.botName), reader),
    silent: message.quiet === true,
    ...(message.kept && { kept: true }),
  }
}

/** An upload as telegraf takes it, or what Telegram has or fetches itself. */
export type Upload = string | { readonly source: Buffer; readonly filename: string }

type Params = Readonly<Record<string, unknown>>

/** A method of the Bot API, with its parameters. */
export interface Request {
  readonly method: string
  readonly params: Params
}

const place = ({ chat, topic }: Target): Params => ({
  chat_id: chat,
  ...(topic !== undefined && { message_thread_id: topic }),
})

const withMarkup = (markup: Markup | undefined): Params => (markup ? { reply_markup: markup } : {})

const listed = (name: string, entities: readonly Entity[]): Params =>
  entities.length > 0 ? { [name]: entities } : {}

/** telegraf leaves lists in an upload as they are; only text survives there. */
const captioned = ({ text, entities }: Words, uploads: boolean): Params => ({
  ...(text && { caption: text }),
  ...(entities.length > 0 && { caption_entities: uploads ? JSON.stringify(entities) : entities }),
})

const noPreview = { link_preview_options: { is_disabled: true } }

export const writeSend = (to: Target, { words, markup, silent, kept }: Drawn, picture?: Upload): Request => {
  const shared = {
    ...place(to),
    ...(silent && { disable_notification: true }),
    ...(kept && { protect_content: true }),
    ...withMarkup(markup),
  }
  return picture === undefined
    ? {
        method: 'sendMessage',
        params: { ...shared, text: words.text, ...listed('entities', words.entities), ...noPreview },
      }
    : {
        method: 'sendPhoto',
        params: { ...shared, photo: picture, ...captioned(words, typeof picture === 'object') },
      }
}

/** Buttons not given again go away, as they should: the message is what is written now. */
export const writeEdit = (
  { chat }: Target,
  id: number,
  { words, markup }: Drawn,
  picture?: Upload,
): Request => {
  const shared = { chat_id: chat, message_id: id, ...withMarkup(isInline(markup) ? markup : undefined) }
  return picture === undefined
    ? {
        method: 'editMessageText',
        params: { ...shared, text: words.text, ...listed('entities', words.entities), ...noPreview },
      }
    : {
        method: 'editMessageMedia',
        params: {
          ...shared,
          media: { type: 'photo', media: picture, ...captioned(words, false) },
        },
      }
}
