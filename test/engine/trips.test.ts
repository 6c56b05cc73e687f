import { describe, expect, it } from 'vitest'
import { createTrips } from '../../src/engine/trips.ts'

describe('a trip to a platform', () => {
  it('is compared with those of the last half minute, and counts whole while these are few', () => {
    const trips = createTrips()
    let now = 0
    for (let nth = 0; nth < 10; nth += 1) expect(trips.note(40 + nth, (now += 100))).toBe(40 + nth)
    expect(trips.note(45, (now += 100))).toBe(0)
    expect(trips.note(249, (now += 100))).toBe(200)
    now += 60_000
    expect(trips.note(45, now)).toBe(45)
  })

  it('is usual when most take as long', () => {
    const trips = createTrips()
    for (let at = 0; at < 200; at += 1) trips.note(at < 100 ? 40 : 90, at * 50)
    expect(trips.note(90, 10_050)).toBe(0)
  })
})
