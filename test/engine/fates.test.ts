import { describe, expect, it } from 'vitest'
import { instant, later, minute, systemClock, type Clock } from '../../src/base/clock.ts'
import type { Outcome } from '../../src/chat/index.ts'
import { createBreaker } from '../../src/engine/breaker.ts'
import { draft, openPostOffice } from './post-office.ts'
import { silent } from '../queue/sizes.ts'

describe('an address that is closed', () => {
  it('gets nothing more of what waits, except answers', async () => {
    await using office = await openPostOffice({
      perSecond: 1_000,
      answer: ({ key }, nth) =>
        key === 'shut' && nth === 1 ? { is: 'gone', why: 'kicked' } : { is: 'delivered', ref: '1' },
    })
    await office.put(
      draft('shut', 'urgent', '1'),
      draft('shut', 'urgent', '2'),
      draft('shut', 'urgent', '3'),
      draft('open', 'announcement', '4'),
    )
    await office.run()
    expect(office.arrivals.map(({ words }) => words)).toEqual(['1', '4'])
    expect(await office.fates()).toEqual({ gone: 3, delivered: 1 })
    const [answer] = await office.put(draft('shut', 'answer', '5'))
    if (answer) await office.courier.carry(answer)
    expect(office.arrivals.at(-1)?.words).toBe('5')
  })

  it('is not closed by one message that the platform does not take', async () => {
    await using office = await openPostOffice({
      perSecond: 1_000,
      answer: (_, nth) => (nth === 1 ? { is: 'gone', why: 'refused' } : { is: 'delivered', ref: '1' }),
    })
    await office.put(draft('a', 'urgent', '1'), draft('a', 'urgent', '2'))
    await office.run()
    expect(await office.fates()).toEqual({ gone: 1, delivered: 1 })
  })
})

describe('a platform that is unwell', () => {
  it('is asked again soon, then less and less often', async () => {
    await using office = await openPostOffice({
      perSecond: 1_000,
      toll: () => ({ overall: false }),
      answer: (_, nth) => (nth < 5 ? { is: 'later', inMs: 50 } : { is: 'delivered', ref: '1' }),
    })
    await office.put(draft('a', 'answer'))
    await office.run()
    const gaps = office.arrivals.slice(1).map(({ at }, nth) => at - (office.arrivals[nth]?.at ?? 0))
    expect(gaps).toHaveLength(4)
    for (const [nth, gap] of gaps.entries()) expect(gap).toBeGreaterThanOrEqual(50 * 2 ** nth - 20)
    expect(await office.fates()).toEqual({ delivered: 1 })
  })

  it('is not asked meanwhile, however long a limit lasts', async () => {
    await using office = await openPostOffice({
      perSecond: 1_000,
      toll: () => ({ overall: false }),
      answer: (_, nth) =>
        nth === 1 ? { is: 'later', inMs: 40 * minute, limited: true } : { is: 'delivered', ref: '1' },
    })
    await office.put(draft('a', 'announcement'))
    await office.run()
    await office.run()
    expect(office.arrivals).toHaveLength(1)
    expect(await office.store.outbox.pressing(systemClock.now())).toEqual([])
  })

  it('says itself how long a limit lasts', async () => {
    await using office = await openPostOffice({
      perSecond: 1_000,
      toll: () => ({ overall: false }),
      answer: (_, nth) =>
        nth < 5 ? { is: 'later', inMs: 100, limited: true } : { is: 'delivered', ref: '1' },
    })
    await office.put(draft('a', 'answer'))
    await office.run()
    expect(office.woken.every((inMs) => inMs <= 100)).toBe(true)
    expect(await office.fates()).toEqual({ delivered: 1 })
  })
})

describe('a chat that moves', () => {
  it('takes along what waits for it', async () => {
    await using office = await openPostOffice({
      perSecond: 1_000,
      answer: ({ key }) => ({
        is: 'delivered',
        ref: '1',
        home: 'new',
        ...(key === 'old' && { moved: 'new' }),
      }),
    })
    await office.put(draft('old', 'urgent', '1'), draft('old', 'urgent', '2'), draft('old', 'reminder', '3'))
    await office.run()
    expect(office.arrivals.filter(({ key }) => key === 'old').length).toBeLessThanOrEqual(2)
    expect(office.arrivals.find(({ words }) => words === '2')?.key).toBe('new')
    expect(await office.fates()).toEqual({ delivered: 3 })
  })
})

describe('a platform that refuses too much', () => {
  const at = (now: { is: number }): Clock => ({ now: () => instant(now.is) })
  const refusals: readonly Outcome[] = [
    { is: 'gone', why: 'blocked' },
    { is: 'gone', why: 'forbidden' },
    { is: 'later', inMs: 1, limited: true },
  ]

  it('gets only answers, until ten minutes have passed', () => {
    const now = { is: Date.UTC(2026, 10, 28) }
    const said: string[] = []
    const log = { ...silent, error: (_: object, words: string) => void said.push(words) }
    const breaker = createBreaker({ clock: at(now), log })
    for (let n = 0; n < 1_999; n += 1) breaker.note('discord', refusals[n % 3] ?? { is: 'uncertain' })
    expect(breaker.isOpen('discord')).toBe(false)
    breaker.note('discord', { is: 'gone', why: 'blocked' })
    expect(breaker.isOpen('discord')).toBe(true)
    expect(breaker.isOpen('discord')).toBe(true)
    expect(breaker.isOpen('telegram')).toBe(false)
    expect(said).toHaveLength(1)
    now.is += 9 * minute
    expect(breaker.isOpen('discord')).toBe(true)
    now.is += 2 * minute
    expect(breaker.isOpen('discord')).toBe(false)
  })

  it('counts what others of us were refused, and goes by itself while that is not known', async () => {
    let all = 0
    const shared = {
      refused: async (_: string, times: number) => {
        if (all < 0) throw new Error('away')
        return (all += times)
      },
    }
    const now = { is: Date.UTC(2026, 10, 28) }
    const [one, other] = [1, 2].map(() => createBreaker({ shared, clock: at(now), log: silent }))
    if (!one || !other) throw new Error('two')
    for (let n = 0; n < 1_000; n += 1)
      for (const each of [one, other]) each.note('discord', { is: 'gone', why: 'blocked' })
    one.note('discord', { is: 'gone', why: 'blocked' })
    await expect.poll(() => one.isOpen('discord') && other.isOpen('discord')).toBe(true)
    all = -1
    other.note('discord', { is: 'gone', why: 'blocked' })
    const third = createBreaker({ shared, clock: at(now), log: silent })
    expect(third.isOpen('discord')).toBe(false)
  })

  it('is not what lost messages and bad days are', () => {
    const now = { is: Date.UTC(2026, 10, 28) }
    const breaker = createBreaker({ clock: at(now), log: silent })
    const harmless: readonly Outcome[] = [
      { is: 'gone', why: 'not-found' },
      { is: 'later', inMs: 1 },
      { is: 'uncertain' },
      { is: 'delivered', ref: '1' },
    ]
    for (let n = 0; n < 10_000; n += 1) breaker.note('discord', harmless[n % 4] ?? { is: 'uncertain' })
    expect(breaker.isOpen('discord')).toBe(false)
  })

  it('is found out again when the clock is set back', () => {
    const now = { is: Date.UTC(2026, 10, 28) }
    const breaker = createBreaker({ clock: at(now), log: silent })
    for (let n = 0; n < 3_000; n += 1) breaker.note('discord', { is: 'gone', why: 'blocked' })
    now.is = later(instant(now.is), -120 * minute)
    expect(breaker.isOpen('discord')).toBe(false)
  })
})

describe('a letter whose carrier died', () => {
  const died = async (lane: 'announcement' | 'reminder', replaces?: string) => {
    const office = await openPostOffice({ perSecond: 1_000 })
    const [id] = await office.put(draft('a', lane, 'a', replaces === undefined ? {} : { replaces }))
    const past = later(instant(Date.now()), -minute)
    // Written and taken a while ago, by somebody who is no more.
    if (id) await office.lose(id, past)
    await office.run()
    const fates = await office.fates()
    await office[Symbol.asyncDispose]()
    return fates
  }

  it('is repeated, unless it is an announcement', async () => {
    expect(await died('reminder')).toEqual({ delivered: 1 })
    expect(await died('announcement')).toEqual({ uncertain: 1 })
    expect(await died('announcement', '7')).toEqual({ delivered: 1 })
  })
})
