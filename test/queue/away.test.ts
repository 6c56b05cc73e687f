import { setTimeout } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { describe, expect, it } from 'vitest'
import { instant } from '../../src/base/clock.ts'
import { QueueUnavailable } from '../../src/engine/unavailable.ts'
import { createQueue, type QueuePlace } from '../../src/queue/queue.ts'
import { openDatabase } from '../../src/store/database.ts'
import { createStore } from '../../src/store/store.ts'
import { postgresServer, startPostgres } from '../support/postgres.ts'
import { redisServer, startRedis } from '../support/redis.ts'
import type { Server } from '../support/server.ts'
import { silent, workWith } from './sizes.ts'

/** A job that was taken at the wrong moment is taken again when its lock has ended: half a minute later at the latest. */
const patient = { timeout: 45_000, interval: 50 }

/** The server goes away in that way and comes back, and whoever had work to do does it. */
const goesAwayAndComesBack = async (
  server: Server,
  where: QueuePlace,
  signal: NodeJS.Signals,
): Promise<void> => {
  await using queue = await createQueue({ where, log: silent })
  let done = 0
  const stop = workWith(queue, { sweep: async () => void (done += 1) })
  await queue.add('sweep', {})
  await expect.poll(() => done, patient).toBe(1)

  await server.stop(signal)
  const asked = performance.now()
  await expect(queue.add('sweep', {})).rejects.toThrow(QueueUnavailable)
  await expect(queue.ready()).rejects.toThrow(QueueUnavailable)
  expect(performance.now() - asked).toBeLessThan(4_500)

  await server.again()
  await expect
    .poll(
      () =>
        queue.ready().then(
          () => true,
          () => false,
        ),
      patient,
    )
    .toBe(true)
  await queue.add('sweep', {})
  await expect.poll(() => done, patient).toBeGreaterThanOrEqual(2)
  await stop()
}

describe('a queue whose server is away', () => {
  for (const signal of ['SIGINT', 'SIGKILL'] as const)
    it.skipIf(redisServer === undefined)(`goes on when Redis is back after ${signal}`, async () => {
      await using server = await startRedis(redisServer ?? '')
      await goesAwayAndComesBack(server, { redis: server.url, house: 'test' }, signal)
    })

  it.skipIf(redisServer === undefined)('goes on when Redis was emptied', async () => {
    await using server = await startRedis(redisServer ?? '')
    await using queue = await createQueue({ where: { redis: server.url, house: 'test' }, log: silent })
    const redis = new Redis(server.url)
    let done = 0
    const stop = workWith(queue, { sweep: async () => void (done += 1) })
    await queue.add('sweep', {}, { id: 'sweep', inMs: 60_000 })
    expect((await redis.keys('*')).filter((key) => !key.startsWith('porte-voix:'))).toEqual([])
    await redis.flushall()
    redis.disconnect()
    await queue.add('sweep', {}, { id: 'sweep' })
    await expect.poll(() => done, patient).toBe(1)
    await stop()
  })

  it.skipIf(redisServer === undefined)(
    'can be left while Redis is away, and need not have been there',
    async () => {
      await using server = await startRedis(redisServer ?? '')
      await server.stop('SIGKILL')
      const queue = await createQueue({ where: { redis: server.url, house: 'test' }, log: silent })
      const stop = workWith(queue, {})
      await expect(queue.add('sweep', {})).rejects.toThrow(QueueUnavailable)
      await stop()
      await queue[Symbol.asyncDispose]()
    },
  )

  it.skipIf(redisServer === undefined)('can be left while Redis goes away, and comes back', async () => {
    await using server = await startRedis(redisServer ?? '')
    for (const isBack of [false, true]) {
      await using queue = await createQueue({ where: { redis: server.url, house: 'test' }, log: silent })
      let done = 0
      const stop = workWith(queue, { sweep: async () => void (done += 1) })
      await expect.poll(() => queue.add('sweep', {}).then(() => done, String), patient).toBeGreaterThan(0)
      await server.stop('SIGKILL')
      await setTimeout(500)
      if (isBack) await server.again()
      const asked = performance.now()
      await stop()
      expect(performance.now() - asked).toBeLessThan(5_000)
      if (!isBack) await server.again()
    }
  })

  for (const signal of ['SIGINT', 'SIGKILL'] as const)
    it.skipIf(postgresServer === undefined)(`goes on when PostgreSQL is back after ${signal}`, async () => {
      await using server = await startPostgres(postgresServer ?? '')
      await using database = await openDatabase({ where: { url: server.url }, log: silent })
      await goesAwayAndComesBack(server, { sql: database.sql }, signal)
    })

  it.skipIf(redisServer === undefined)(
    'takes nothing of another installation on the same Redis',
    async () => {
      await using server = await startRedis(redisServer ?? '')
      const places = ['one', 'other'].map((house) => ({ redis: server.url, house }))
      const [one, other] = await Promise.all(places.map((where) => createQueue({ where, log: silent })))
      if (!one || !other) throw new Error('two')
      const done = { one: 0, other: 0 }
      const stop = workWith(other, { sweep: async () => void (done.other += 1) })
      for (let nth = 0; nth < 10; nth += 1) await one.add('sweep', {}, { id: 'sweep' })
      await other.add('sweep', {}, { id: 'sweep' })
      await expect.poll(() => done.other, patient).toBe(1)
      await stop()
      const stopToo = workWith(one, { sweep: async () => void (done.one += 1) })
      await expect.poll(() => done, patient).toEqual({ one: 1, other: 1 })
      await stopToo()
      for (const queue of [one, other]) await queue[Symbol.asyncDispose]()
    },
  )

  it('says so when it is asked inside a transaction of the same embedded database', async () => {
    await using database = await openDatabase({ where: { pglite: 'memory' }, log: silent })
    await using queue = await createQueue({ where: { sql: database.sql }, log: silent })
    const clock = { now: () => instant('2026-11-28T12:00Z') }
    const store = await createStore({ database, keys: [Buffer.alloc(32, 1)], clock, log: silent })
    await expect(store.transaction(() => queue.add('sweep', {}))).rejects.toThrow(QueueUnavailable)
    await queue.ready()
  })
})
