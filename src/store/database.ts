import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import type { Log } from '../base/log.ts'

/** Drizzle over whichever driver. */
export type Drizzle = PgDatabase<PgQueryResultHKT>

export interface Rows {
  readonly rows: readonly Readonly<Record<string, unknown>>[]
  readonly count: number
}

export type Ask = (text: string, values?: readonly unknown[]) => Promise<Rows>

/** Plain SQL for a neighbour that brings its own tables to the same database. */
export interface Sql {
  /** With no values, the text may hold several statements. */
  readonly ask: Ask
  transaction<T>(work: (ask: Ask) => Promise<T>): Promise<T>
  /** Hears what is notified on a channel, also after a lost connection, until the answer is called. */
  listen(channel: string, hear: (payload: string) => void): Promise<() => Promise<void>>
}

/** An open database whose tables are up to date. */
export interface Database extends AsyncDisposable {
  readonly drizzle: Drizzle
  readonly sql: Sql
  /** `embedded`: in this process, one query at a time. */
  readonly kind: 'embedded' | 'server'
  /** Resolves when it answers. */
  ready(): Promise<void>
}

/** `pglite`: a folder of its own, or `memory`. `url`: a PostgreSQL server. */
export type Where = { readonly pglite: string } | { readonly url: string }

interface Needs {
  readonly where: Where
  readonly log: Log
}

/** Opens the database and brings its tables up to date; two processes may do so at once. */
export const openDatabase = async ({ where, log }: Needs): Promise<Database> => {
  if ('url' in where) {
    const { openPostgres } = await import('./postgres.ts')
    return openPostgres({ url: where.url, log })
  }
  const { openPglite } = await import('./pglite.ts')
  return openPglite({ folder: where.pglite === 'memory' ? undefined : where.pglite, log })
}
