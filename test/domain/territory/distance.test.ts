import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { metresBetween } from '../../../src/domain/territory/distance.ts'

const paris = { lat: 48.8566, lon: 2.3522 }
const marseille = { lat: 43.2965, lon: 5.3698 }
const somewhere = fc.record({
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
  lon: fc.double({ min: -180, max: 180, noNaN: true }),
})

describe('the distance between two places', () => {
  it('is 660 km from Paris to Marseille as the crow flies', () => {
    expect(metresBetween(paris, marseille) / 1_000).toBeCloseTo(660.5, 0)
  })

  it('is short across the line where the date changes, and over a pole', () => {
    expect(metresBetween({ lat: 0, lon: 179.9 }, { lat: 0, lon: -179.9 }) / 1_000).toBeCloseTo(22.2, 0)
    expect(metresBetween({ lat: 90, lon: 0 }, { lat: 90, lon: 120 })).toBeCloseTo(0, 3)
  })

  it('is the same both ways, nothing to oneself, and at most half of the world', () => {
    fc.assert(
      fc.property(somewhere, somewhere, (one, other) => {
        const there = metresBetween(one, other)
        expect(there).toBeCloseTo(metresBetween(other, one), 3)
        expect(metresBetween(one, one)).toBe(0)
        expect(there).toBeLessThanOrEqual(20_015_115)
      }),
    )
  })
})
