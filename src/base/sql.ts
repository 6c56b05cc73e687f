/** A connection that was there has ended. */
const ended = [
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  'ECONNRESET',
  'EPIPE',
  '57P01', // the server was told to stop
  '57P02', // it crashed
]

const away = new Set([
  ...ended,
  'ECONNREFUSED',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND', // a container that starts anew has no name meanwhile
  'EAI_AGAIN',
  'CONNECT_TIMEOUT',
  '57P03', // it is not ready yet
  '25006', // it only reads: another one is about to take its place
  '53300', // it has too many connections
  '40P01', // two waited for each other, and this one was sent away
])

/** SQLSTATE's class of connections that fail. */
const connecting = /^08[0-9A-Z]{3}$/

/** It, or what caused it. */
const isOrHas = (error: unknown, is: (error: Error & { readonly code?: string }) => boolean): boolean =>
  error instanceof Error && (is(error) || isOrHas(error.cause, is))

/** Whether an error, or what caused it, means that the connection has ended: nothing more can be asked on it. */
export const isEnded = (error: unknown): boolean => isOrHas(error, ({ code = '' }) => ended.includes(code))

/** Whether an error, or what caused it, means that the database cannot be reached now, so that trying again later makes sense. */
export const isAway = (error: unknown): boolean =>
  isOrHas(
    error,
    ({ code = '', message }) => away.has(code) || connecting.test(code) || message === 'PGlite is closed',
  )

export interface Rows {
  readonly rows: readonly Readonly<Record<string, unknown>>[]
  readonly count: number
}

/** With no values, the text may hold several statements; the rows are then the last one's. */
export type Ask = (text: string, values?: readonly unknown[]) => Promise<Rows>

/** Plain SQL for a neighbour that brings its own tables to the same database. */
export interface Sql {
  readonly ask: Ask
  /** All of it on one session, or nothing when the work throws. */
  transaction<T>(work: (ask: Ask) => Promise<T>): Promise<T>
  /** Hears what is notified on a channel, also after a lost connection, until the answer is called. */
  listen(channel: string, hear: (payload: string) => void): Promise<() => Promise<void>>
}
