import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import type { Log } from '../base/log.ts'
import type { Sql } from '../base/sql.ts'

/** Drizzle over whichever driver. */
export type Drizzle = PgDatabase<PgQueryResultHKT>

/** An open database whose tables are up to date. */
export interface Database extends AsyncDisposable {
  readonly drizzle: Drizzle
  /** For the queue, whose statements name no schema: they find `bullmq`. */
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
