import { withoutValues } from './base/without-values.ts'
import { pino } from 'pino'
import type { Log } from './base/log.ts'
import type { LogLevel } from './environment.ts'

interface Needs {
  readonly level: LogLevel
  /** JSON for machines, or one readable line each for whoever watches. */
  readonly shape: 'json' | 'line'
  /** Words that must never be written, beside everything that looks like a token. */
  readonly secrets: readonly string[]
  readonly write: (line: string) => void
}

/** Shorter ones are ordinary words, and hiding them would spoil every line. */
const shortestSecret = 6

/** What looks like a secret in any text, and what is left of it. */
const shapes: readonly (readonly [RegExp, string])[] = [
  // Telegram: the bot's number, then 35 characters.
  [/\d{6,}:[\w-]{30,}/g, '[token]'],
  // Discord, and JSON web tokens.
  [/[\w-]{23,}\.[\w-]{5,}\.[\w-]{27,}/g, '[token]'],
  // Discord's answer to an interaction is a webhook whose address is its key.
  [/((?:interactions|webhooks)\/\d+\/)[\w-]+/g, '$1[token]'],
  [/aW50ZXJhY3Rpb246[\w-]+/g, '[token]'],
  [/(Bearer\s+)[\w.~+/-]+=*/g, '$1[token]'],
  // A password in an address.
  [/(:\/\/[^\s:@/"]*):[^\s@/"]+@/g, '$1:[secret]@'],
  // 32 bytes in base64.
  [/[\w+/-]{43}=/g, '[secret]'],
  // Links of Action Populaire that log their reader in.
  [/([?&](?:_?p|code)=)[^&\s"#]+/g, '$1[secret]'],
]

/** The same text without what opens a door. */
const hide = (secrets: readonly string[]): ((text: string) => string) => {
  const literal = secrets
    .filter((secret) => secret.length >= shortestSecret)
    .flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)])
  return (text) => {
    const known = literal.reduce((left, secret) => left.replaceAll(secret, '[secret]'), text)
    return shapes.reduce((left, [shape, rest]) => left.replaceAll(shape, rest), known)
  }
}

/**
 * What a log may say of an error: never the properties that libraries hang on theirs, which hold the request and so
 * what people wrote.
 */
const told = (error: unknown, depth = 0): object => {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) }
  const { code } = error as { readonly code?: unknown }
  return {
    type: error.name,
    message: withoutValues(error.message),
    ...((typeof code === 'string' || typeof code === 'number') && { code }),
    stack: error.stack
      ?.split('\n')
      .filter((line) => /^\s+at /.test(line))
      .map((line) => line.trim()),
    ...(error.cause !== undefined && depth < 5 && { cause: told(error.cause, depth + 1) }),
    ...(error instanceof AggregateError &&
      depth < 5 && { errors: error.errors.slice(0, 5).map((one) => told(one, depth + 1)) }),
  }
}

interface Line {
  readonly level: number
  readonly time: string
  readonly msg?: string
}

/** `20:15:03 WARN words {"facts":1}`, on one line whatever it holds. */
const asLine = (json: string): string => {
  const { level, time, msg = '', ...facts } = JSON.parse(json) as Line
  const label = (pino.levels.labels[level] ?? '').toUpperCase().padEnd(5)
  const rest = Object.keys(facts).length > 0 ? ` ${JSON.stringify(facts)}` : ''
  return `${time.slice(11, 19)} ${label} ${msg.replaceAll(/\p{Cc}/gu, ' ')}${rest}\n`
}

/** Writes nothing that looks like a secret, wherever it came from. */
export const createLog = ({ level, shape, secrets, write }: Needs): Log => {
  const hidden = hide(secrets)
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: (error: unknown) => told(error) },
    },
    { write: (json: string) => write(hidden(shape === 'line' ? asLine(json) : json)) },
  )
}

/** Each line is out when the call returns: nothing is lost when the process dies. */
export const toStandardOutput = (): Needs['write'] => {
  const out = pino.destination({ fd: 1, sync: true })
  return (line) => void out.write(line)
}
