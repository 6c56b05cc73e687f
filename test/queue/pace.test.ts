import { setTimeout } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { describe, expect, it } from 'vitest'
import type { Toll } from '../../src/chat/index.ts'
import type { Lane } from '../../src/engine/letter.ts'
import type { Pace, Slot } from '../../src/engine/pace.ts'
import { createPace } from '../../src/queue/pace.ts'
import type { QueuePlace } from '../../src/queue/queue.ts'
import { onEachSize, silent } from './sizes.ts'

const free: Toll = { overall: true }
const inChat = (key: string, per = 1_000, burst = 1): Toll => ({ overall: true, chat: { key, per, burst } })

let names = 0

const hour = 3_600_000

/** What was written down was written an hour from now: as it looks when the clock that counts was set back. */
const sooner = async (where: QueuePlace, platform: string): Promise<void> => {
  if ('sql' in where) {
    const moved = ['next', 'held', 'since', 'bulk'].map((field) => `${field} = ${field} + ${hour}`).join(', ')
    const log = `log = array(select t + ${hour} from unnest(log) t)`
    await where.sql.ask(`update porte_voix.pace set ${moved}, ${log} where mark like $1 || '%'`, [platform])
    return
  }
  const redis = new Redis(where.redis)
  try {
    const keys = await redis.keys('*:pace:*')
    for (const key of keys.filter((each) => each.includes(`:${platform}`)))
      if (key.endsWith(':log'))
        for (const place of await redis.zrange(key, 0, '-1')) await redis.zincrby(key, hour, place)
      else
        for (const [field, value] of Object.entries(await redis.hgetall(key)))
          if (field !== 'place') await redis.hset(key, field, Number(value) + hour)
  } finally {
    redis.disconnect()
  }
}

onEachSize('the pace', (base) => {
  const open = () => createPace({ where: base().where, mark: (name) => name, log: silent })

  /** A platform of its own for each story. */
  const asks = (perSecond: number) => {
    const platform = `platform ${(names += 1)}`
    return {
      platform,
      of: async (pace: Pace, lane: Lane, toll: Toll = free): Promise<Slot> => {
        const [slot] = await pace.reserve({ platform, perSecond, lane, tolls: [toll] })
        if (!slot) throw new Error('no slot')
        return slot
      },
      all: (pace: Pace, lane: Lane, tolls: readonly Toll[]) =>
        pace.reserve({ platform, perSecond, lane, tolls }),
    }
  }

  it('gives slots to answers one after another, at the rate that is granted', async () => {
    await using pace = await open()
    const { of } = asks(1)
    const begun = performance.now()
    for (let n = 0; n < 5; n += 1) {
      const slot = await of(pace, 'answer')
      expect(slot.is).toBe('go')
      expect(performance.now() - begun + slot.inMs).toBeGreaterThanOrEqual(n * 1_012)
      expect(slot.inMs).toBeLessThanOrEqual(n * 1_017)
    }
  })

  it('has no second with more than is granted, however late letters leave, and loses no time for it', async () => {
    await using pace = await open()
    const { of, platform } = asks(20)
    const left: number[] = []
    for (let n = 0; n < 80; n += 1) {
      const slot = await of(pace, 'answer')
      const ticket = 'ticket' in slot ? slot.ticket : undefined
      if (!ticket) throw new Error('no ticket')
      const late = n % 7 === 0 ? 90 : n % 3
      await pace.late(platform, ticket, late)
      left.push(ticket.at + late)
    }
    left.sort((one, other) => one - other)
    for (const [n, at] of left.entries()) expect((left[n + 20] ?? Infinity) - at).toBeGreaterThan(1_010)
    expect((left.at(-1) ?? 0) - (left[0] ?? 0)).toBeLessThan(4 * 1_016 + 90)
  })

  it('spreads what is too much to remember, and moves all that follow a letter that left late', async () => {
    await using pace = await open()
    const { of, platform } = asks(500)
    const slot = await of(pace, 'answer')
    if (slot.is !== 'go' || !slot.ticket) throw new Error('no ticket')
    await pace.late(platform, slot.ticket, 700)
    expect((await of(pace, 'answer')).inMs).toBeGreaterThan(500)
  })

  it('is not fooled by a clock that was set back', async () => {
    await using pace = await open()
    const { of, platform } = asks(3)
    for (let n = 0; n < 4; n += 1) await of(pace, 'answer', inChat('a', 1_000, 9))
    await pace.hold({ platform }, 50)
    await sooner(base().where, platform)
    for (let n = 0; n < 3; n += 1) {
      const slot = await of(pace, 'answer', inChat('a', 1_000, 9))
      expect(slot).toMatchObject({ is: 'go' })
      expect(slot.inMs).toBeLessThan(1_100)
    }
    await sooner(base().where, platform)
    await pace.hold({ platform }, 200)
    expect((await of(pace, 'answer')).inMs).toBeLessThanOrEqual(200)
  })

  it('is one budget for several processes', async () => {
    await using one = await open()
    await using other = await open()
    const { of } = asks(2)
    const begun = performance.now()
    const slots = await Promise.all(
      Array.from({ length: 10 }, (_, n) => of(n % 2 === 0 ? one : other, 'answer')),
    )
    const furthest = Math.max(...slots.map(({ inMs }) => inMs))
    expect(performance.now() - begun + furthest).toBeGreaterThanOrEqual(4 * 1_012)
    expect(slots.every(({ is }) => is === 'go')).toBe(true)
  })

  it('lets the other lanes have only what is almost due, so an answer never queues behind them', async () => {
    await using pace = await open()
    const { of } = asks(5)
    const slots = await Promise.all(Array.from({ length: 10 }, () => of(pace, 'announcement')))
    expect(slots.filter(({ is }) => is === 'go').length).toBeLessThanOrEqual(3)
    const answer = await of(pace, 'answer')
    expect(answer).toMatchObject({ is: 'go' })
    expect(answer.inMs).toBeLessThan(650)
  })

  it('gives as many as there are at once, and looks past a chat that must wait', async () => {
    await using pace = await open()
    const { all } = asks(150)
    const slots = await all(pace, 'announcement', [
      inChat('a'),
      inChat('a'),
      inChat('b'),
      ...Array.from({ length: 7 }, () => free),
    ])
    expect(slots.map(({ is }) => is).slice(0, 3)).toEqual(['go', 'wait', 'go'])
    expect(slots[1]).toMatchObject({ on: 'chat' })
    expect((slots[2]?.inMs ?? 0) - (slots[0]?.inMs ?? 0)).toBeGreaterThan(6)
    expect(slots).toHaveLength(10)
    expect(slots.at(-1)).toMatchObject({ is: 'wait', on: 'platform' })
    expect(slots.at(-1)?.inMs).toBeLessThan(30)
  })

  it('lets one of the others through now and then, however many answers there are', async () => {
    await using pace = await open()
    const { of } = asks(5)
    expect(await of(pace, 'refresh')).toMatchObject({ is: 'go' })
    for (let n = 0; n < 18; n += 1) expect(await of(pace, 'answer')).toMatchObject({ is: 'go' })
    const refused = await of(pace, 'refresh')
    expect(refused).toMatchObject({ is: 'wait', on: 'platform' })
    expect(refused.inMs).toBeLessThanOrEqual(2_000)
    await setTimeout(2_050)
    expect(await of(pace, 'refresh')).toMatchObject({ is: 'go' })
  })

  it('keeps to what one chat takes, and uses none of the others’ slots for it', async () => {
    await using pace = await open()
    const { of } = asks(1_000)
    for (let n = 0; n < 2; n += 1)
      expect(await of(pace, 'answer', inChat('a', 1_000, 2))).toMatchObject({ is: 'go' })
    const third = await of(pace, 'answer', inChat('a', 1_000, 2))
    expect(third).toMatchObject({ is: 'wait', on: 'chat' })
    expect(third.inMs).toBeGreaterThan(700)
    expect(third.inMs).toBeLessThanOrEqual(1_000)
    expect(await of(pace, 'answer', inChat('b', 1_000, 2))).toMatchObject({ is: 'go' })
  })

  it('counts in the chat what is free elsewhere', async () => {
    await using pace = await open()
    const { of } = asks(1)
    const onlyChat = (key: string): Toll => ({ ...inChat(key), overall: false })
    for (const key of ['a', 'b', 'c'])
      expect(await of(pace, 'answer', onlyChat(key))).toMatchObject({ is: 'go' })
    expect(await of(pace, 'answer', onlyChat('a'))).toMatchObject({ is: 'wait', on: 'chat' })
  })

  describe('when it is held', () => {
    it('a chat waits, and nothing else', async () => {
      await using pace = await open()
      const { of, platform } = asks(1_000)
      await pace.hold({ platform, chat: 'a' }, 400)
      await pace.hold({ platform, chat: 'a' }, 10)
      const held = await of(pace, 'answer', inChat('a'))
      expect(held).toMatchObject({ is: 'wait', on: 'chat' })
      expect(held.inMs).toBeGreaterThan(200)
      expect(await of(pace, 'answer', inChat('b'))).toMatchObject({ is: 'go' })
      await setTimeout(held.inMs + 5)
      expect(await of(pace, 'answer', inChat('a'))).toMatchObject({ is: 'go' })
    })

    it('a platform waits with all its chats, and another does not', async () => {
      await using pace = await open()
      const [one, other] = [asks(1_000), asks(1_000)]
      await pace.hold({ platform: one.platform }, 10_000)
      expect(await one.of(pace, 'answer', inChat('a'))).toMatchObject({ is: 'wait', on: 'platform' })
      expect(await one.of(pace, 'urgent')).toMatchObject({ is: 'wait', on: 'platform' })
      expect(await other.of(pace, 'urgent')).toMatchObject({ is: 'go' })
    })
  })

  it('counts for all of us what the platform refused lately', async () => {
    await using one = await open()
    await using other = await open()
    const { platform } = asks(1)
    expect(await one.refused(platform, 0)).toBe(0)
    await Promise.all([one.refused(platform, 3), other.refused(platform, 4)])
    expect(await other.refused(platform, 1)).toBe(8)
    await one.forget()
    expect(await one.refused(platform, 0)).toBe(8)
    expect(await one.refused('another', 0)).toBe(0)
  })

  it('forgets nothing that still counts', async () => {
    await using pace = await open()
    const { of } = asks(1_000)
    await of(pace, 'answer', inChat('a', 60_000))
    await pace.forget()
    expect(await of(pace, 'answer', inChat('a', 60_000))).toMatchObject({ is: 'wait', on: 'chat' })
  })
})
