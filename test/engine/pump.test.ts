import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { later, minute, second, systemClock } from '../../src/base/clock.ts'
import { silent } from '../queue/sizes.ts'
import { draft, openPostOffice } from './post-office.ts'

const keys = (n: number, name = 'k'): readonly string[] =>
  Array.from({ length: n }, (_, at) => `${name}${at}`)

describe('the pump', () => {
  it('carries all that is due, once, at the rate that is granted and no faster', async () => {
    await using office = await openPostOffice({ perSecond: 40 })
    await office.put(...keys(60).map((key) => draft(key, 'announcement')))
    await office.run()
    expect(office.arrivals.map(({ key }) => key).toSorted()).toEqual(keys(60).toSorted())
    expect(await office.fates()).toEqual({ delivered: 60 })
    const [first, last] = [office.arrivals[0]?.at ?? 0, office.arrivals.at(-1)?.at ?? 0]
    expect(last - first).toBeGreaterThan((59 / 40) * 1_000 * 0.98)
  })

  it('lets what is pressing pass before what waits, and the last lane still moves', async () => {
    await using office = await openPostOffice({ perSecond: 50 })
    await office.put(...keys(40, 'news').map((key) => draft(key, 'announcement')))
    await office.put(...keys(40, 'card').map((key) => draft(key, 'refresh')))
    const running = office.run()
    await setTimeout(300)
    const before = office.arrivals.length
    await office.put(draft('now', 'urgent'))
    await running
    const order = office.arrivals.map(({ key }) => key)
    // Those that are in hand go first.
    expect(order.indexOf('now') - before).toBeLessThanOrEqual(16)
    const firstHalf = order.slice(0, 41)
    expect(firstHalf.filter((key) => key.startsWith('card')).length).toBeGreaterThan(0)
    expect(firstHalf.filter((key) => key.startsWith('news')).length).toBeGreaterThan(25)
    expect(order).toHaveLength(81)
  })

  it('keeps the order of one chat, even when the platform is slow', async () => {
    await using office = await openPostOffice({
      perSecond: 1_000,
      answer: async (_, nth) => {
        await setTimeout(nth % 3 === 0 ? 60 : 5)
        return { is: 'delivered', ref: String(nth) }
      },
    })
    const words = keys(12, 'w')
    await office.put(...words.flatMap((word) => [draft('a', 'reminder', word), draft('b', 'reminder', word)]))
    await office.run()
    for (const chat of ['a', 'b'])
      expect(office.arrivals.filter(({ key }) => key === chat).map((each) => each.words)).toEqual(words)
  })

  it('holds the chat that a platform is tired of, and nothing else', async () => {
    // Both letters to that chat may be under way before its first refusal is heard.
    let refusals = 2
    await using office = await openPostOffice({
      perSecond: 1_000,
      toll: (key) => ({ overall: true, chat: { key, per: 1, burst: 5 } }),
      answer: ({ key }, nth) =>
        key === 'busy' && (refusals -= 1) >= 0
          ? { is: 'later', inMs: 700, limited: true }
          : { is: 'delivered', ref: String(nth) },
    })
    await office.put(draft('busy', 'urgent', '1'), draft('busy', 'reminder', '2'))
    await office.put(...keys(20).map((key) => draft(key, 'announcement')))
    const begun = performance.now()
    await office.run()
    const [tried, ...rest] = office.arrivals.filter(({ key }) => key === 'busy')
    expect(tried).toBeDefined()
    expect(rest.length).toBeGreaterThanOrEqual(2)
    for (const { at } of rest.slice(-2)) expect(at - (tried?.at ?? 0)).toBeGreaterThan(600)
    const others = office.arrivals.filter(({ key }) => key !== 'busy')
    expect(others).toHaveLength(20)
    expect(Math.max(...others.map(({ at }) => at)) - begun).toBeLessThan(5_000)
    expect(await office.fates()).toEqual({ delivered: 22 })
  })

  it('stops at the signal: what is in flight ends, the rest is free for others', async () => {
    await using office = await openPostOffice({
      perSecond: 20,
      answer: async (_, nth) => {
        await setTimeout(100)
        return { is: 'delivered', ref: String(nth) }
      },
    })
    await office.put(...keys(40).map((key) => draft(key, 'announcement')))
    const stop = new AbortController()
    const running = office.run(stop.signal)
    await setTimeout(700)
    stop.abort()
    await running
    const sent = office.arrivals.length
    expect(sent).toBeLessThan(40)
    expect(await office.fates()).toEqual({ delivered: sent, open: 40 - sent })
    await office.run()
    expect(office.arrivals.map(({ key }) => key).toSorted()).toEqual(keys(40).toSorted())
  })

  it('says one line of each letter, and nothing of anybody', async () => {
    const lines: object[] = []
    const log = { ...silent, debug: (facts: object) => void lines.push(facts) }
    await using office = await openPostOffice({ perSecond: 1_000, log })
    const written = await office.put(
      draft('secret-door', 'urgent', 'secret words'),
      draft('secret-door', 'reminder', 'secret words'),
    )
    await office.run()
    const common = { platform: 'made-up', outcome: 'delivered', ms: expect.any(Number) as number }
    expect(lines).toEqual(
      ['urgent', 'reminder'].map((lane, at) => ({ letter: written[at], lane, ...common })),
    )
  })

  it('wakes itself for what is due later', async () => {
    await using office = await openPostOffice({ perSecond: 1_000 })
    await office.put(draft('a', 'reminder', 'later', { due: later(systemClock.now(), minute) }))
    await office.run()
    expect(office.arrivals).toEqual([])
    expect(office.woken).toHaveLength(1)
    expect(office.woken[0]).toBeGreaterThan(50 * second)
  })
})

describe('whoever just spoke', () => {
  it('is answered before a broadcast that is under way', async () => {
    await using office = await openPostOffice({ perSecond: 20 })
    await office.put(...keys(60).map((key) => draft(key, 'announcement')))
    const stop = new AbortController()
    const running = office.run(stop.signal)
    await setTimeout(500)
    const [answer] = await office.put(draft('me', 'answer'))
    const asked = performance.now()
    if (answer) await office.courier.carry(answer)
    expect(office.arrivals.find(({ key }) => key === 'me')?.at).toBeLessThan(asked + 1_000)
    stop.abort()
    await running
    expect(office.arrivals.length).toBeLessThan(60)
  })

  it('waits in the outbox when their chat is held for long', async () => {
    await using office = await openPostOffice({
      perSecond: 1_000,
      toll: (key) => ({ overall: true, chat: { key, per: 10 * second, burst: 1 } }),
    })
    const [one, two] = await office.put(draft('me', 'answer', '1'), draft('me', 'answer', '2'))
    if (one) await office.courier.carry(one)
    if (two) await office.courier.carry(two)
    expect(office.arrivals.map(({ words }) => words)).toEqual(['1'])
    expect(await office.fates()).toEqual({ delivered: 1, open: 1 })
    expect(office.woken).toHaveLength(1)
  })
})

describe('a letter of which nobody knows whether it arrived', () => {
  const once = {
    answer: (_: unknown, nth: number) => ({ is: nth === 1 ? 'uncertain' : 'delivered', ref: '1' }) as const,
  }

  it('is repeated when twice is better than never', async () => {
    for (const lane of ['urgent', 'reminder'] as const) {
      await using office = await openPostOffice({ perSecond: 1_000, ...once })
      await office.put(draft('a', lane))
      await office.run()
      expect(await office.fates()).toEqual({ open: 1 })
      expect(office.woken.at(-1)).toBeGreaterThan(1_000)
      await setTimeout(2_050)
      await office.run()
      expect(await office.fates()).toEqual({ delivered: 1 })
      expect(office.arrivals).toHaveLength(2)
    }
  })

  it('is not repeated when it is an announcement, unless the platform drops the repeat', async () => {
    await using office = await openPostOffice({ perSecond: 1_000, ...once })
    await office.put(draft('a', 'announcement'))
    await office.run()
    expect(await office.fates()).toEqual({ uncertain: 1 })
    await using careful = await openPostOffice({ perSecond: 1_000, dropsRepeats: true, ...once })
    await careful.put(draft('a', 'announcement'))
    await careful.run()
    expect(await careful.fates()).toEqual({ open: 1 })
  })
})
