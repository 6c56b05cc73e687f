import { afterAll, beforeAll, describe } from 'vitest'
import type { Log } from '../../src/base/log.ts'
import type { Queue, Workers } from '../../src/engine/ports.ts'
import { openDatabase } from '../../src/store/database.ts'
import type { QueuePlace } from '../../src/queue/queue.ts'
import { aPostgres, createDatabase, hasPostgres } from '../support/database.ts'
import { redisServer, startRedis } from '../support/redis.ts'

/** Somewhere for queues to be; whoever asks it for two has two processes in mind. */
export interface Base extends AsyncDisposable {
  readonly where: QueuePlace
}

export const silent: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

export const embedded = async (): Promise<Base> => {
  const database = await openDatabase({ where: { pglite: 'memory' }, log: silent })
  return { where: { sql: database.sql }, [Symbol.asyncDispose]: () => database[Symbol.asyncDispose]() }
}

const served = async (): Promise<Base> => {
  const server = await aPostgres()
  const own = await createDatabase(server.url)
  const database = await openDatabase({ where: { url: own.url }, log: silent })
  return {
    where: { sql: database.sql },
    [Symbol.asyncDispose]: async () => {
      await database[Symbol.asyncDispose]()
      await own[Symbol.asyncDispose]()
      await server[Symbol.asyncDispose]()
    },
  }
}

const onRedis = async (): Promise<Base> => {
  const server = await startRedis(redisServer ?? '')
  return {
    where: { redis: server.url, house: 'test' },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}

const sizes = [
  { name: 'embedded', there: true, start: embedded },
  { name: 'on PostgreSQL', there: hasPostgres, start: served },
  { name: 'on Redis', there: redisServer !== undefined, start: onRedis },
]

/** The same stories on each size of queue that this machine has. */
export const onEachSize = (title: string, stories: (base: () => Base) => void): void => {
  for (const { name, there, start } of sizes)
    describe.skipIf(!there)(`${title}, ${name}`, () => {
      let base: Base
      beforeAll(async () => {
        base = await start()
      })
      afterAll(() => base[Symbol.asyncDispose]())
      stories(() => base)
    })
}

const nothing = async (): Promise<void> => {}

export const idle: Workers = {
  pump: nothing,
  broadcast: nothing,
  sweep: nothing,
  import: nothing,
  announce: () => Promise.resolve(),
  remind: nothing,
}

/** Works until the answer is called, which resolves when all is quiet. */
export const workWith = (
  queue: Queue,
  workers: Partial<Workers>,
  platforms: readonly string[] = [],
): (() => Promise<void>) => {
  const stop = new AbortController()
  const working = queue.work({ ...idle, ...workers }, platforms, stop.signal)
  return () => {
    stop.abort()
    return working
  }
}
