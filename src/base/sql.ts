const away = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND', // a container that starts anew has no name meanwhile
  'EAI_AGAIN',
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  '57P01', // the server was told to stop
  '57P02', // it crashed
  '57P03', // it is not ready yet
  '25006', // it only reads: another one is about to take its place
  '53300', // it has too many connections
  '40P01', // two waited for each other, and this one was sent away
])

/** SQLSTATE's class of lost connections. */
const isLost = /^08[0-9A-Z]{3}$/

/** Whether an error, or what caused it, means that the database cannot be reached now, so that trying again later makes sense. */
export const isAway = (error: unknown): boolean =>
  error instanceof Error &&
  (('code' in error && typeof error.code === 'string' && (away.has(error.code) || isLost.test(error.code))) ||
    error.message === 'PGlite is closed' ||
    isAway(error.cause))

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
