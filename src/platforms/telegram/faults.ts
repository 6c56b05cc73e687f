import { TelegramError } from 'telegraf'
import { second } from '../../base/clock.ts'
import type { Why } from '../../chat/index.ts'

/** Something that we do not know how to mend; without the token and without what people wrote. */
export class TelegramFault extends Error {
  /** HTTP's, as Telegram gives it; 0 when there was no answer. */
  readonly code: number

  constructor(method: string, code: number, words: string) {
    super(`${method}: ${code} ${words}`)
    this.name = 'TelegramFault'
    this.code = code
  }
}

/** What became of one request. */
export type Told =
  | { readonly is: 'done'; readonly result: unknown }
  /** It was so already. */
  | { readonly is: 'same' }
  | { readonly is: 'gone'; readonly why: Why; readonly words: string }
  /** The group became a supergroup, with that identifier. */
  | { readonly is: 'moved'; readonly chat: number }
  /** The topic is closed or deleted; the chat is there. */
  | { readonly is: 'no-topic' }
  | { readonly is: 'later'; readonly inMs: number; readonly limited?: true; readonly whole?: true }
  /** It left, and no answer came. */
  | { readonly is: 'uncertain' }

/** In Telegram's words, which no list of codes replaces. The first that fits. */
const refusals: readonly (readonly [RegExp, Why])[] = [
  [/bot was blocked by the user/i, 'blocked'],
  [/user is deactivated/i, 'deactivated'],
  [/bot was kicked|bot is not a member|CHANNEL_PRIVATE/i, 'kicked'],
  [/chat was deleted|chat not found|PEER_ID_INVALID|user not found|group is deactivated/i, 'not-found'],
  [
    /message (to \w+|identifier) (is )?not (found|specified)|message not found|MESSAGE_ID_INVALID/i,
    'not-found',
  ],
  [/message can't be (edited|deleted)|there is no (text|caption) in the message/i, 'not-found'],
  [/query is too old|query ID is invalid|QUERY_ID_INVALID/i, 'expired'],
  [/can't initiate conversation|not enough rights|have no rights|need administrator rights/i, 'forbidden'],
  [/CHAT_WRITE_FORBIDDEN|CHAT_RESTRICTED|CHAT_SEND_\w+_FORBIDDEN|CHAT_ADMIN_REQUIRED/i, 'forbidden'],
]

const topicLost = /message thread not found|TOPIC_(CLOSED|DELETED|ID_INVALID)/i

/** After the first time; the courier waits longer and longer. */
const badDayWait = 300
const busyWait = 5 * second
const cutWait = 2 * second
/** What may be asked again at once, as the connection was cut. */
const repeatWait = 500

const refused = (code: number, words: string): Told | undefined => {
  if (/message is not modified/i.test(words)) return { is: 'same' }
  if (topicLost.test(words)) return { is: 'no-topic' }
  const known = refusals.find(([shape]) => shape.test(words))
  if (known) return { is: 'gone', why: known[1], words }
  // Whatever else is wrong with a message, it will be as wrong next time.
  if (code === 400 || code === 413) return { is: 'gone', why: 'refused', words }
  return code === 403 ? { is: 'gone', why: 'forbidden', words } : undefined
}

const told = ({ code, description, parameters }: TelegramError): Told | undefined => {
  if (parameters?.retry_after !== undefined)
    return { is: 'later', inMs: parameters.retry_after * second, limited: true }
  if (parameters?.migrate_to_chat_id !== undefined)
    return { is: 'moved', chat: parameters.migrate_to_chat_id }
  if (code === 429) return { is: 'later', inMs: busyWait, limited: true, whole: true }
  if (code >= 500) return { is: 'later', inMs: badDayWait }
  return refused(code, description)
}

/** The request never reached Telegram. */
const neverLeft = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
])

/** Somebody else answers in Telegram's place: nothing is told to them. */
const stranger = /^(CERT_|ERR_TLS_|ERR_SSL_|EPROTO|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/

/** A web page where Telegram answers in JSON, as proxies show when they cannot reach it. */
const isPage = (error: Error): boolean =>
  'type' in error && error.type === 'invalid-json' && error.message.includes("'<'")

/** node-fetch's errors, and what an `AbortSignal` causes. */
const network = new Set(['FetchError', 'AbortError', 'TimeoutError'])

/** @throws TelegramFault for what nobody expected, above all a wrong token. */
export const understand = (method: string, error: unknown, repeatable: boolean): Told => {
  if (error instanceof TelegramError) {
    const known = told(error)
    if (known) return known
    throw new TelegramFault(method, error.code, error.description)
  }
  if (error instanceof Error && network.has(error.name)) {
    const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
    if (neverLeft.has(code) || stranger.test(code) || isPage(error))
      return { is: 'later', inMs: cutWait, whole: true }
    if (repeatable) return { is: 'later', inMs: repeatWait }
    return { is: 'uncertain' }
  }
  throw error
}
