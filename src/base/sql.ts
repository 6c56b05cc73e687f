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
