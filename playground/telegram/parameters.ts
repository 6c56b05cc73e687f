import { bad } from './refusal.ts'

/** Which parameters each method takes, after the Bot API 10.1. Telegram ignores others; here they are a mistake. */
const sending =
  'business_connection_id chat_id message_thread_id direct_messages_topic_id disable_notification protect_content allow_paid_broadcast message_effect_id suggested_post_parameters reply_parameters reply_markup'
const captioned = 'caption parse_mode caption_entities show_caption_above_media'
const edited = 'business_connection_id chat_id message_id inline_message_id reply_markup'
const topic = 'chat_id message_thread_id'

const taken: Readonly<Record<string, string>> = {
  getMe: '',
  logOut: '',
  close: '',
  getUpdates: 'offset limit timeout allowed_updates',
  setWebhook: 'url certificate ip_address max_connections allowed_updates drop_pending_updates secret_token',
  deleteWebhook: 'drop_pending_updates',
  getWebhookInfo: '',
  sendMessage: `${sending} text parse_mode entities link_preview_options`,
  sendPhoto: `${sending} ${captioned} photo has_spoiler`,
  sendLocation: `${sending} latitude longitude horizontal_accuracy live_period heading proximity_alert_radius`,
  forwardMessage:
    'chat_id message_thread_id direct_messages_topic_id from_chat_id video_start_timestamp disable_notification protect_content message_effect_id suggested_post_parameters message_id',
  copyMessage: `${sending} ${captioned} from_chat_id message_id video_start_timestamp`,
  editMessageText: `${edited} text parse_mode entities link_preview_options rich_message`,
  editMessageCaption: `${edited} ${captioned}`,
  editMessageMedia: `${edited} media`,
  editMessageReplyMarkup: edited,
  deleteMessage: 'chat_id message_id',
  deleteMessages: 'chat_id message_ids',
  answerCallbackQuery: 'callback_query_id text show_alert url cache_time',
  sendChatAction: 'business_connection_id chat_id message_thread_id action',
  setMessageReaction: 'chat_id message_id reaction is_big',
  pinChatMessage: 'business_connection_id chat_id message_id disable_notification',
  unpinChatMessage: 'business_connection_id chat_id message_id',
  unpinAllChatMessages: 'chat_id',
  getChat: 'chat_id',
  getChatMember: 'chat_id user_id',
  getChatMemberCount: 'chat_id',
  getChatAdministrators: 'chat_id return_bots',
  leaveChat: 'chat_id',
  getFile: 'file_id',
  setMyCommands: 'commands scope language_code',
  getMyCommands: 'scope language_code',
  deleteMyCommands: 'scope language_code',
  setMyName: 'name language_code',
  getMyName: 'language_code',
  setMyDescription: 'description language_code',
  getMyDescription: 'language_code',
  setMyShortDescription: 'short_description language_code',
  getMyShortDescription: 'language_code',
  setChatMenuButton: 'chat_id menu_button',
  getChatMenuButton: 'chat_id',
  setMyDefaultAdministratorRights: 'rights for_channels',
  getMyDefaultAdministratorRights: 'for_channels',
  createForumTopic: 'chat_id name icon_color icon_custom_emoji_id',
  editForumTopic: `${topic} name icon_custom_emoji_id`,
  closeForumTopic: topic,
  reopenForumTopic: topic,
  deleteForumTopic: topic,
}

const kinds: Readonly<Record<'integer' | 'boolean' | 'float' | 'json' | 'file' | 'chat', string>> = {
  chat: 'chat_id from_chat_id',
  integer:
    'message_thread_id direct_messages_topic_id message_id offset limit timeout max_connections live_period heading proximity_alert_radius video_start_timestamp cache_time user_id icon_color',
  boolean:
    'disable_notification protect_content allow_paid_broadcast show_caption_above_media has_spoiler drop_pending_updates show_alert is_big for_channels return_bots',
  float: 'latitude longitude horizontal_accuracy',
  json: 'suggested_post_parameters reply_parameters reply_markup entities caption_entities link_preview_options rich_message media message_ids reaction allowed_updates commands scope menu_button rights',
  file: 'photo certificate',
}

const kindOf = new Map(
  Object.entries(kinds).flatMap(([kind, names]) => names.split(' ').map((name) => [name, kind] as const)),
)

const namesOf = new Map(
  Object.entries(taken).map(
    ([method, names]) => [method, new Set(names.split(' ').filter(Boolean))] as const,
  ),
)

/** A part of a multipart form. */
export interface Upload {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly type: string
  readonly name: string
}

export const isUpload = (value: unknown): value is Upload =>
  typeof value === 'object' && value !== null && 'bytes' in value && value.bytes instanceof Uint8Array

export type Raw = Readonly<Record<string, unknown>>

/** Parameters with the types of the Bot API; absent ones are absent. */
export interface Params {
  readonly raw: Raw
  has(name: string): boolean
  string(name: string): string | undefined
  integer(name: string): number | undefined
  float(name: string): number | undefined
  boolean(name: string): boolean
  /** An object or a list, also when it came as text. */
  json(name: string): unknown
  file(name: string): Upload | string | undefined
  /** The upload that `attach://name` names. */
  attached(name: string): Upload | undefined
}

export const isMethod = (name: string): boolean => namesOf.has(name)

/** Names that the method does not take; uploads that something names are not among them. */
export const strangers = (method: string, raw: Raw): readonly string[] => {
  const known = namesOf.get(method)
  const text = JSON.stringify(raw, (_, value: unknown) => (isUpload(value) ? undefined : value))
  return Object.entries(raw)
    .filter(([name, value]) => !known?.has(name) && !(isUpload(value) && text.includes(`attach://${name}`)))
    .map(([name]) => name)
}

const asText = (value: unknown): string | undefined =>
  typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : undefined

const wrong = (name: string): never => {
  throw bad(`parameter "${name}" must be of type ${kindOf.get(name) ?? 'string'}`)
}

/** Throws a 400 for a value of another kind, as soon as it is read. */
export const readParams = (raw: Raw): Params => {
  const text = (name: string): string | undefined => {
    const value = raw[name]
    if (value === undefined || value === null) return undefined
    return asText(value) ?? wrong(name)
  }
  const number = (name: string, shape: RegExp): number | undefined => {
    const given = text(name)
    if (given === undefined || given === '') return undefined
    return shape.test(given) ? Number(given) : wrong(name)
  }
  return {
    raw,
    has: (name) => raw[name] !== undefined && raw[name] !== null && raw[name] !== '',
    string: text,
    integer: (name) => number(name, /^-?\d{1,18}$/),
    float: (name) => number(name, /^-?\d+(\.\d+)?(e-?\d+)?$/i),
    boolean: (name) => {
      const given = text(name)?.toLowerCase()
      return given === 'true' || given === '1' || given === 'yes'
    },
    json: (name) => {
      const value = raw[name]
      if (value === undefined || value === null || value === '') return undefined
      if (typeof value === 'object') return value
      try {
        return JSON.parse(asText(value) ?? '')
      } catch (error) {
        if (error instanceof SyntaxError) throw bad(`can't parse ${name.replaceAll('_', ' ')} JSON object`)
        throw error
      }
    },
    file: (name) => {
      const value = raw[name]
      return isUpload(value) ? value : text(name)
    },
    attached: (name) => {
      const value = raw[name]
      return isUpload(value) ? value : undefined
    },
  }
}
