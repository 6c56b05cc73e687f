import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { draft, openPostOffice } from './post-office.ts'

const keys = (n: number): readonly string[] => Array.from({ length: n }, (_, at) => `k${at}`)

/** All that a pump has in its hands, and one for each attempt of two and a half seconds. */
const fewest = 16 + 4

describe('a platform that is away', () => {
  it('is tried by one letter at a time, and has all of them once it is back', async () => {
    let away = true
    await using office = await openPostOffice({
      perSecond: 1_000,
      answer: (_, nth) => (away ? { is: 'later', inMs: 50 } : { is: 'delivered', ref: String(nth) }),
    })
    await office.put(...keys(60).map((key) => draft(key, 'reminder')))
    const running = office.run()
    await setTimeout(2_500)
    expect(office.arrivals.length).toBeLessThanOrEqual(fewest)
    away = false
    await running
    await expect
      .poll(async () => (await office.run(), office.fates()), { timeout: 15_000 })
      .toEqual({ delivered: 60 })
    expect(office.arrivals.length).toBeLessThanOrEqual(60 + fewest)
  })

  it('is asked something harmless first, so that no announcement is risked', async () => {
    let away = true
    await using office = await openPostOffice({
      perSecond: 1_000,
      answers: async () => !away,
      answer: (_, nth) => (away ? { is: 'uncertain' } : { is: 'delivered', ref: String(nth) }),
    })
    await office.put(...keys(60).map((key) => draft(key, 'announcement')))
    const running = office.run()
    await setTimeout(2_500)
    const risked = office.arrivals.length
    expect(risked).toBeLessThanOrEqual(16)
    away = false
    await running
    expect(await office.fates()).toEqual({ uncertain: risked, delivered: 60 - risked })
  })

  it('is not given up because nobody knows what became of one letter, however often', async () => {
    let away = true
    await using office = await openPostOffice({
      perSecond: 1_000,
      answers: async () => !away,
      answer: () => (away ? { is: 'uncertain' } : { is: 'delivered', ref: '1' }),
    })
    const [id = ''] = await office.put(draft('a', 'reminder'))
    for (let nth = 0; nth < 5; nth += 1) {
      await office.hurries(id)
      await office.run()
    }
    expect(office.arrivals).toHaveLength(5)
    expect(await office.fates()).toEqual({ open: 1 })
    away = false
    await office.hurries(id)
    await office.run()
    expect(await office.fates()).toEqual({ delivered: 1 })
  })
})

describe('a letter of which nobody ever knows whether it arrived', () => {
  it('is left at that where the platform answers', async () => {
    await using office = await openPostOffice({
      perSecond: 1_000,
      answers: () => Promise.resolve(true),
      answer: () => ({ is: 'uncertain' }),
    })
    const [id = ''] = await office.put(draft('a', 'reminder'))
    for (let nth = 0; nth < 8; nth += 1) {
      await office.run()
      await office.hurries(id)
    }
    expect(await office.fates()).toEqual({ uncertain: 1 })
    expect(office.arrivals).toHaveLength(5)
  })
})

describe('a letter that a platform never takes, though it takes others', () => {
  it('is not sent for ever', async () => {
    await using office = await openPostOffice({
      perSecond: 1_000,
      answer: ({ key }, nth) =>
        key === 'poison' ? { is: 'later', inMs: 0 } : { is: 'delivered', ref: String(nth) },
    })
    await office.put(draft('a', 'urgent'), draft('poison', 'reminder'), draft('b', 'reminder'))
    await office.run()
    expect(await office.fates()).toEqual({ delivered: 2, gone: 1 })
    expect(office.arrivals.length).toBeLessThan(30)
  })
})
