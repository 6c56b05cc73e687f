import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { PGlite, type Results, type Transaction } from '@electric-sql/pglite'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import type { Log } from '../base/log.ts'
import type { Ask, Database, Rows } from './database.ts'
import { alone, migrations } from './migrate.ts'

/**
 * PGlite answers in microtasks only, so that whoever asks again and again would starve timers and sockets:
 * a turn of the event loop follows each answer.
 */
class Breathing extends PGlite {
  override async query<T>(...of: Parameters<PGlite['query']>): Promise<Results<T>> {
    const results = await super.query<T>(...of)
    await setImmediate()
    return results
  }

  override async exec(...of: Parameters<PGlite['exec']>): Promise<Results[]> {
    const results = await super.exec(...of)
    await setImmediate()
    return results
  }

  override async transaction<T>(work: (within: Transaction) => Promise<T>): Promise<T> {
    const result = await super.transaction(work)
    await setImmediate()
    return result
  }
}

const rows = ({ rows: of, affectedRows }: Results<Record<string, unknown>>): Rows => ({
  rows: of,
  count: of.length || (affectedRows ?? 0),
})

const asking =
  (of: Pick<PGlite, 'query' | 'exec'>): Ask =>
  async (text, values = []) => {
    if (values.length > 0) return rows(await of.query<Record<string, unknown>>(text, [...values]))
    const last = (await of.exec(text)).at(-1)
    return last ? rows(last) : { rows: [], count: 0 }
  }

interface Needs {
  /** In memory when absent. */
  readonly folder: string | undefined
  readonly log: Log
}

export const openPglite = async ({ folder, log }: Needs): Promise<Database> => {
  if (folder !== undefined) await mkdir(dirname(folder), { recursive: true })
  const fresh = folder === undefined || !existsSync(join(folder, 'PG_VERSION'))
  const pglite = await Breathing.create(folder)
  const database = drizzle({ client: pglite, casing: 'snake_case' })
  // The queue's statements name no schema; ours always do.
  await pglite.exec('set search_path to bullmq, public')
  await alone(database, () => migrate(database, migrations()))
  log.debug({ fresh }, 'embedded database open')
  return {
    drizzle: database,
    kind: 'embedded',
    sql: {
      ask: asking(pglite),
      transaction: (work) => pglite.transaction((within) => work(asking(within))),
      listen: async (channel, hear) => {
        const leave = await pglite.listen(channel, hear)
        return () => leave()
      },
    },
    ready: async () => {
      await database.execute(sql`select 1`)
    },
    [Symbol.asyncDispose]: async () => {
      if (!pglite.closed) await pglite.close()
    },
  }
}
