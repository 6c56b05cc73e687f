/** The Bot API's objects, as far as the make-believe server plays them; names and meanings are the Bot API's (10.1). */
export interface User {
  readonly id: number
  readonly is_bot: boolean
  readonly first_name: string
  readonly last_name?: string
  readonly username?: string
  readonly language_code?: string
}

export interface ChatFacts {
  readonly id: number
  readonly type: 'private' | 'group' | 'supergroup' | 'channel'
  readonly title?: string
  readonly username?: string
  readonly first_name?: string
  readonly last_name?: string
  readonly is_forum?: true
}

export interface Entity {
  readonly type: string
  readonly offset: number
  readonly length: number
  readonly url?: string
  readonly user?: User
  readonly language?: string
  readonly custom_emoji_id?: string
  readonly unix_time?: number
  readonly date_time_format?: string
}

export interface InlineButton {
  readonly text: string
  readonly style?: string
  readonly url?: string
  readonly callback_data?: string
  readonly [other: string]: unknown
}

export interface InlineKeyboard {
  readonly inline_keyboard: readonly (readonly InlineButton[])[]
}

export interface KeyboardButton {
  readonly text: string
  readonly request_location?: boolean
  readonly request_contact?: boolean
  readonly [other: string]: unknown
}

export interface ReplyKeyboard {
  readonly keyboard: readonly (readonly KeyboardButton[])[]
  readonly one_time_keyboard?: boolean
}

export type Markup =
  | { readonly is: 'inline'; readonly keyboard: InlineKeyboard }
  | { readonly is: 'keyboard'; readonly keyboard: ReplyKeyboard }
  | { readonly is: 'remove' }
  | { readonly is: 'force' }

export interface PhotoSize {
  readonly file_id: string
  readonly file_unique_id: string
  readonly width: number
  readonly height: number
  readonly file_size?: number
}

/** Only ever made whole, and replaced whole when it is edited. */
export interface Message {
  readonly message_id: number
  readonly message_thread_id?: number
  readonly is_topic_message?: true
  readonly from?: User
  readonly sender_chat?: ChatFacts
  readonly chat: ChatFacts
  readonly date: number
  readonly edit_date?: number
  readonly text?: string
  readonly entities?: readonly Entity[]
  readonly caption?: string
  readonly caption_entities?: readonly Entity[]
  readonly photo?: readonly PhotoSize[]
  readonly location?: { readonly latitude: number; readonly longitude: number }
  readonly reply_markup?: InlineKeyboard
  readonly reply_to_message?: Message
  readonly [other: string]: unknown
}

/** The same message without some of its optional fields. */
export const without = (message: Message, ...names: readonly (keyof Message)[]): Message =>
  Object.fromEntries(Object.entries(message).filter(([name]) => !names.includes(name))) as unknown as Message

export type UpdateKind =
  | 'message'
  | 'edited_message'
  | 'channel_post'
  | 'edited_channel_post'
  | 'callback_query'
  | 'my_chat_member'
  | 'chat_member'

export interface Update {
  readonly update_id: number
  readonly [kind: string]: unknown
}

export interface BotCommand {
  readonly command: string
  readonly description: string
}

export interface Scope {
  readonly type: string
  readonly chat_id?: number | string
  readonly user_id?: number
}
