import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { later, minute, systemClock } from '../src/base/clock.ts'
import type { Log } from '../src/base/log.ts'
import type { Ears, Platform } from '../src/chat/index.ts'
import { discover } from '../src/engine/catalogue.ts'
import { createHouse } from '../src/house.ts'
import { createPace } from '../src/queue/pace.ts'
import { createQueue } from '../src/queue/queue.ts'
import { openDatabase } from '../src/store/database.ts'
import { createStore } from '../src/store/store.ts'
import { territory } from './world/world.ts'

const log: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

/** A platform that takes the menus when it is told to, and then says nothing. */
const slow = () => {
  let publish = (): void => {}
  let refuse = (_: Error): void => {}
  const published = new Promise<void>((resolve, reject) => {
    publish = resolve
    refuse = reject
  })
  const platform: Platform = {
    name: 'slow',
    can: { modals: false, position: false, asides: false, dropsRepeats: false, perSecond: 30 },
    toll: () => ({ overall: true }),
    standing: async () => undefined,
    publish: () => published,
    listen: (_, signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve())),
    deliver: async () => ({ is: 'delivered', ref: '1' }),
    withdraw: async (_, ref) => ({ is: 'delivered', ref }),
  }
  return { platform, publish: () => publish(), refuse: () => refuse(new Error('no such method')) }
}

it.each(['publish', 'refuse'] as const)(
  'is ready for a platform from the moment it listens there, until it stops (%s)',
  async (takes) => {
    await using database = await openDatabase({ where: { pglite: 'memory' }, log })
    const store = await createStore({ database, keys: [randomBytes(32)], clock: systemClock, log })
    const where = { sql: database.sql }
    await using queue = await createQueue({ where, log })
    await using pace = await createPace({ where, mark: (name) => store.mark(name), log })
    const { platform, ...menus } = slow()
    const house = createHouse({
      store,
      queue,
      pace,
      platforms: [platform],
      handlers: await discover(new URL('../commands/', import.meta.url)),
      territory,
      clock: systemClock,
      log,
    })
    const stop = new AbortController()
    const listening = house.listen(platform, stop.signal)
    await expect(house.ready('slow')).rejects.toThrow('slow is not listened to')
    menus[takes]()
    await expect.poll(() => house.ready('slow').then(() => 'ready')).toBe('ready')
    stop.abort()
    await listening
    await expect(house.ready('slow')).rejects.toThrow('slow is not listened to')
  },
)

it('answers whoever pressed a button itself, whoever else looks for letters meanwhile', async () => {
  await using database = await openDatabase({ where: { pglite: 'memory' }, log })
  const store = await createStore({ database, keys: [randomBytes(32)], clock: systemClock, log })
  const where = { sql: database.sql }
  await using queue = await createQueue({ where, log })
  await using pace = await createPace({ where, mark: (name) => store.mark(name), log })
  let ears: Ears | undefined
  const answered: string[] = []
  const platform: Platform = {
    ...slow().platform,
    publish: async () => {},
    listen: (heard, signal) => {
      ears = heard
      return new Promise((resolve) => signal.addEventListener('abort', () => resolve()))
    },
    deliver: async ({ key }) => {
      answered.push(key)
      return { is: 'delivered', ref: '1' }
    },
  }
  /** As another process does, which has the same letters to carry but not the press that waits. */
  const looks = (): ReturnType<typeof store.outbox.takeNext> => {
    const now = systemClock.now()
    const taking = { platform: 'slow', now, until: later(now, minute), most: 9 }
    return store.outbox.takeNext({ ...taking, from: 'answer', to: 'refresh' })
  }
  const found: unknown[] = []
  const house = createHouse({
    store: {
      ...store,
      transaction: async (work) => {
        const done = await store.transaction(work)
        found.push(...(await looks()))
        return done
      },
    },
    queue,
    pace,
    platforms: [platform],
    handlers: await discover(new URL('../commands/', import.meta.url)),
    territory,
    clock: systemClock,
    log,
  })
  const stop = new AbortController()
  const listening = house.listen(platform, stop.signal)
  await expect.poll(() => ears).toBeDefined()
  await ears?.hear({
    platform: 'slow',
    id: '1',
    at: systemClock.now(),
    from: { key: '7', name: 'Paul', door: { platform: 'slow', key: '7' } },
    place: { kind: 'private', key: '7' },
    back: { platform: 'slow', key: 'the press' },
    said: { is: 'pressed', route: 'gone:1' },
  })
  expect({ answered, found }).toEqual({ answered: ['the press'], found: [] })
  stop.abort()
  await listening
})
