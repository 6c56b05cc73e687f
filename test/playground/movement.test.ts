import { describe, expect, test } from 'vitest'
import { day, instant } from '../../src/base/clock.ts'
import { makeMovement } from '../../playground/movement/index.ts'

const start = instant('2026-11-25T09:00:00Z')

describe('the made-up movement', () => {
  const movement = makeMovement({ start })
  const inDepartment = (code: string) => movement.groups.filter((group) => group.place.department === code)

  test.each(['75', '93', '31', '974'])('has a loop and a dozen groups or more in %s', (code) => {
    const groups = inDepartment(code)
    expect(groups.filter((group) => group.type === 'D')).toHaveLength(1)
    expect(groups.length).toBeGreaterThanOrEqual(12)
    expect(groups.length).toBeLessThanOrEqual(20)
    expect(new Set(groups.map((group) => group.type)).size).toBeGreaterThanOrEqual(3)
    expect(groups.some((group) => group.certified) && groups.some((group) => !group.certified)).toBe(true)
    expect(groups.some((group) => !group.active)).toBe(true)
  })

  test('has a month of actions ahead, some of them today and tomorrow', () => {
    const ahead = movement.events.map((event) => event.start - start)
    expect(Math.min(...ahead)).toBeGreaterThan(0)
    expect(Math.max(...ahead)).toBeLessThan(35 * day)
    expect(ahead.filter((ms) => ms < 2 * day).length).toBeGreaterThan(5)
  })

  test('writes French with its own typography', () => {
    const words = JSON.stringify([movement.groups, movement.events.map(({ name, place }) => [name, place])])
    expect(words).not.toMatch(/\p{L}'\p{L}/u)
    expect(words).not.toMatch(/\b(?:de|à) (?:le|les) /i)
    expect(words).not.toMatch(/\bde [aeiouéèê]/i)
  })

  test('is the same for the same seed and start, another one for another seed', () => {
    expect(makeMovement({ start })).toEqual(movement)
    expect(makeMovement({ start, seed: 'autre' }).groups[5]?.id).not.toBe(movement.groups[5]?.id)
  })

  test('grows as large as a bench wants, each with an identifier of its own', () => {
    const large = makeMovement({ start, groups: 6_000, events: 4_000 })
    expect(new Set(large.groups.map((group) => group.id)).size).toBeGreaterThanOrEqual(6_000)
    expect(new Set(large.events.map((event) => event.id)).size).toBe(large.events.length)
  })
})
