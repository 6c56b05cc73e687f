import { minute, second } from '../../base/clock.ts'
import type { Outcome, Why } from '../../chat/index.ts'

/** What an answer of Discord's, or its absence, means. */
export type Fault =
  /** The first answer was given before. */
  | { readonly is: 'answered' }
  /** The bot's token is refused. */
  | { readonly is: 'unauthorized' }
  | { readonly is: 'gone'; readonly why: Why }
  | { readonly is: 'later'; readonly inMs: number; readonly limited?: true; readonly whole?: true }
  /** It was sent, and nobody knows whether it arrived. */
  | { readonly is: 'lost' }

const whys: Readonly<Record<number, Why>> = {
  10003: 'not-found', // unknown channel
  10004: 'kicked', // unknown guild
  10008: 'not-found', // unknown message
  10013: 'deactivated', // unknown user
  10015: 'expired', // unknown webhook: of an interaction not answered in time
  10062: 'expired', // unknown interaction: three seconds went by
  50027: 'expired', // token of an interaction, after 15 minutes
  50001: 'forbidden', // missing access
  50013: 'forbidden', // missing permissions
  50083: 'forbidden', // the thread is archived
  50007: 'blocked', // private messages are closed, or the bot is blocked
  50278: 'blocked', // no server in common
}

const answered = 40060
/** Opening private channels too fast; writing too fast in one channel. Neither says for how long. */
const tooFast: readonly unknown[] = [40003, 20016, 20028]

/** The request never left. */
const unsent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT', 'EHOSTUNREACH'])
const lost = new Set([
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'UND_ERR_SOCKET',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
])

const soon = 2 * second

const field = (of: object, name: string): unknown => (name in of ? of[name as never] : undefined)

/** Discord gives a code with each refusal; a page without one comes from something that stands before it. */
const byStatus = (status: unknown, isDiscords: boolean): Fault | undefined => {
  if (status === 401) return { is: 'unauthorized' }
  if (!isDiscords && (status === 403 || status === 404)) return { is: 'later', inMs: minute, whole: true }
  if (status === 403) return { is: 'gone', why: 'forbidden' }
  if (status === 404) return { is: 'gone', why: 'not-found' }
  if (status === 429) return { is: 'later', inMs: minute, limited: true }
  return typeof status === 'number' && status >= 500 ? { is: 'later', inMs: second } : undefined
}

/** `undefined` for what is no fault of the network or the platform: a bug. Errors are known by their shape: discord.js is not loaded for that. */
export const faultOf = (error: unknown): Fault | undefined => {
  if (!(error instanceof Error)) return undefined
  const [code, status, wait] = ['code', 'status', 'retryAfter'].map((name) => field(error, name))
  if (typeof wait === 'number')
    // Thrown before anything was sent, too: better counted once too often.
    return {
      is: 'later',
      inMs: Math.ceil(wait),
      limited: true,
      ...(field(error, 'global') === true && { whole: true }),
    }
  if (code === answered) return { is: 'answered' }
  if (tooFast.includes(code)) return { is: 'later', inMs: minute, limited: true }
  const why = typeof code === 'number' ? whys[code] : undefined
  if (why) return { is: 'gone', why }
  const known = byStatus(status, typeof code === 'number')
  if (known) return known
  if (error.name === 'AbortError') return { is: 'lost' }
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    const name = field(cause, 'code')
    if (typeof name !== 'string') continue
    if (unsent.has(name)) return { is: 'later', inMs: soon, whole: true }
    if (lost.has(name)) return { is: 'lost' }
  }
  return undefined
}

/**
 * `repeatable`: doing it twice is as doing it once, so what was lost is simply done again.
 * @throws Error for what is a bug, without the addresses that discord.js puts into its errors: they hold tokens.
 */
export const outcomeOf = (error: unknown, repeatable: boolean): Outcome => {
  const fault = faultOf(error)
  switch (fault?.is) {
    case 'gone':
    case 'later':
      return fault
    case 'lost':
      return repeatable ? { is: 'later', inMs: soon } : { is: 'uncertain' }
    case 'answered':
      return { is: 'gone', why: 'expired' }
    case 'unauthorized':
      // Whoever took the token back gives us another one: the letters wait for it.
      return { is: 'later', inMs: minute, limited: true, whole: true }
    case undefined:
      throw withoutAddress(error)
  }
}

/** The same error without the request in it. */
export const withoutAddress = (error: unknown): Error => {
  if (!(error instanceof Error)) return new Error('Discord: something that is no error was thrown')
  const clean = new Error(`Discord: ${error.message}`)
  clean.name = error.name
  if (error.stack !== undefined) clean.stack = error.stack
  return clean
}
