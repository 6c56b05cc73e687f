import { expect, it } from 'vitest'
import { instant, later } from '../../src/base/clock.ts'

const noon = instant('2026-11-28T12:00:00Z')

it('an instant is a whole millisecond, never one too early, whatever one waits for', () => {
  expect(later(noon, 1_500)).toBe(noon + 1_500)
  expect(later(noon, -1_500)).toBe(noon - 1_500)
  expect(later(noon, 26.0806)).toBe(noon + 27)
  expect(later(noon, 0.001)).toBe(noon + 1)
})
