import { existsSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { PGlite, type PGliteOptions, type Results } from '@electric-sql/pglite'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import type { Log } from '../base/log.ts'
import type { Ask, Rows } from '../base/sql.ts'
import type { Database } from './database.ts'
import { lockFolder, type FolderLock } from './folder-lock.ts'
import { alone, migrations } from './migrate.ts'
import { template } from './template.ts'

/**
 * PGlite answers in microtasks only, so that many who ask would starve timers and sockets for as long as they do:
 * a turn of the event loop follows each statement, before the next one begins.
 */
class Breathing extends PGlite {
  override _runExclusiveQuery<T>(work: () => Promise<T>): Promise<T> {
    // oxlint-disable-next-line no-underscore-dangle -- its own name for what all its statements go through
    return super._runExclusiveQuery(async () => {
      const results = await work()
      await setImmediate()
      return results
    })
  }

  /** Whoever asks again and again after the end must not keep the process alive, deaf to its signals. */
  override async _checkReady(): Promise<void> {
    try {
      // oxlint-disable-next-line no-underscore-dangle -- its own name for what all its statements begin with
      await super._checkReady()
    } catch (error) {
      await setImmediate()
      throw error
    }
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

const parameters = [
  ...PGlite.defaultStartParams,
  // A whole country of groups is some megabytes: the default of 128 MB only fills memory.
  '-c',
  'shared_buffers=8MB',
  '-c',
  'maintenance_work_mem=8MB',
  '-c',
  'jit=off',
]

/** `PGlite.create` makes plain ones only. */
export const start = async (options: PGliteOptions): Promise<PGlite> => {
  const pglite = new Breathing({ ...options, startParams: parameters })
  await pglite.waitReady
  return pglite
}

const make = async (folder: string | undefined): Promise<PGlite> => {
  const packed = await template()
  return start({
    ...(folder !== undefined && { dataDir: folder }),
    ...(packed && { loadDataDir: packed }),
  })
}

const reopenOrMake = async (folder: string, lock: FolderLock): Promise<PGlite> => {
  if (lock.halfMade) await rm(folder, { recursive: true, force: true })
  if (existsSync(join(folder, 'PG_VERSION'))) return start({ dataDir: folder })
  await lock.making(true)
  const pglite = await make(folder)
  await lock.making(false)
  return pglite
}

/** Brings its tables up to date. */
export const opened = async (pglite: PGlite): Promise<Omit<Database, typeof Symbol.asyncDispose>> => {
  const database = drizzle({ client: pglite, casing: 'snake_case' })
  // The queue's statements name no schema; ours always do.
  await pglite.exec('set search_path to bullmq, public')
  await alone(database, () => migrate(database, migrations()))
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
  }
}

interface Needs {
  /** In memory when absent. */
  readonly folder: string | undefined
  readonly log: Log
}

/** Throws {@link FolderInUse} while another process has the folder open. */
export const openPglite = async ({ folder, log }: Needs): Promise<Database> => {
  if (folder !== undefined) await mkdir(dirname(folder), { recursive: true })
  const lock = folder === undefined ? undefined : await lockFolder(folder)
  let pglite: PGlite | undefined
  const close = async (): Promise<void> => {
    if (pglite && !pglite.closed) await pglite.close()
    await lock?.[Symbol.asyncDispose]()
  }
  try {
    pglite = folder === undefined || !lock ? await make(undefined) : await reopenOrMake(folder, lock)
    const database = await opened(pglite)
    log.debug({ folder }, 'embedded database open')
    return { ...database, [Symbol.asyncDispose]: close }
  } catch (error) {
    await close()
    throw error
  }
}
