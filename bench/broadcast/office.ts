import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '../../src/base/clock.ts'
import type { BroadcastId } from '../../src/base/ids.ts'
import { createStack } from '../../src/base/stack.ts'
import type { Log } from '../../src/base/log.ts'
import type { NewBroadcast } from '../../src/domain/broadcasts/model.ts'
import type { Queue, Store } from '../../src/engine/ports.ts'
import { createQueue } from '../../src/queue/queue.ts'
import { openDatabase, type Database } from '../../src/store/database.ts'
import { createStore } from '../../src/store/store.ts'
import { createDatabase, aPostgres } from '../../test/support/database.ts'
import { redisServer, startRedis } from '../../test/support/redis.ts'
import { addressed } from './addressed.ts'
import type { Door } from './door.ts'

export const silent: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

/** A database and a queue of our own, seen from outside the programs that use them. */
export interface Office extends AsyncDisposable {
  readonly store: Store
  readonly queue: Queue
  readonly database: Database
  /** What a program of ours needs to work there. */
  readonly env: Readonly<Record<string, string>>
  readonly redis: string | undefined
  /** So many people, whose chats are numbered from 1, in a group of their own; and what is told to all. */
  broadcast(size: number, urgency?: NewBroadcast['urgency']): Promise<BroadcastId>
}

interface Needs {
  readonly door: Door
  readonly perSecond: number
  /** Without: the queue is in PostgreSQL too. */
  readonly withRedis: boolean
}

export const openOffice = async ({ door, perSecond, withRedis }: Needs): Promise<Office> => {
  const open = createStack()
  const server = open.use(await aPostgres())
  const own = open.use(await createDatabase(server.url))
  const redis = withRedis ? open.use(await startRedis(redisServer ?? '')).url : undefined
  const folder = await mkdtemp(join(tmpdir(), 'porte-voix-bench-'))
  open.use({ [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) })
  const key = randomBytes(32)
  const database = open.use(await openDatabase({ where: { url: own.url }, log: silent }))
  const store = open.use(await createStore({ database, keys: [key], clock: systemClock, log: silent }))
  const where = redis === undefined ? { sql: database.sql } : { redis, house: store.mark('queue') }
  const queue = open.use(await createQueue({ where, log: silent }))

  return {
    store,
    queue,
    database,
    redis,
    env: {
      DATABASE_URL: own.url,
      ...(redis !== undefined && { REDIS_URL: redis }),
      SECRET_KEY: key.toString('base64'),
      TELEGRAM_TOKEN: door.token,
      TELEGRAM_API_ROOT: door.url,
      TELEGRAM_RATE: String(perSecond),
      DATA_DIR: folder,
    },
    broadcast: (size, urgency = 'announcement') => addressed({ database, store, key, size, urgency }),
    [Symbol.asyncDispose]: () => open[Symbol.asyncDispose](),
  }
}
