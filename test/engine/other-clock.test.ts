import { describe, expect, it } from 'vitest'
import { createOtherClock } from '../../src/engine/other-clock.ts'

/** Their clock is so far ahead of ours. */
const ahead = 1_000_000

describe('another clock', () => {
  it('is known as well as the quickest answer tells it, whichever way was slow', () => {
    const clock = createOtherClock()
    clock.note(ahead + 140, 100, 141)
    expect(clock.ours(ahead + 500)).toBeCloseTo(480.5, 0)
    expect(clock.doubt()).toBeCloseTo(20.5, 0)
    clock.note(ahead + 201, 200, 202)
    expect(clock.ours(ahead + 500)).toBeCloseTo(500, 0)
    expect(clock.doubt()).toBeLessThan(2)
    clock.note(ahead + 302, 300, 350)
    clock.note(ahead + 449, 400, 450)
    expect(clock.ours(ahead + 500)).toBeCloseTo(500, 0)
  })

  it('is followed when it drifts', () => {
    const clock = createOtherClock()
    for (let at = 0; at < 600_000; at += 100) clock.note(ahead + at * 1.0005 + 1, at, at + 2)
    expect(clock.ours(ahead + 600_000 * 1.0005)).toBeCloseTo(600_000, -1)
  })

  it('is looked at anew when it was set', () => {
    const clock = createOtherClock()
    clock.note(ahead + 1, 0, 2)
    clock.note(ahead + 5_000 + 11, 10, 12)
    expect(clock.ours(ahead + 5_000 + 20)).toBeCloseTo(20, 0)
    clock.note(ahead + 21, 20, 22)
    expect(clock.ours(ahead + 30)).toBeCloseTo(30, 0)
  })
})
