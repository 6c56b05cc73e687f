import { expect, it } from 'vitest'
import { instant } from '../../../src/base/clock.ts'
import { paris } from '../../../src/base/zones.ts'
import { chatReminderIs } from '../../../src/domain/reminders/chats.ts'

/** What it is at that hour in Paris, of an action on Saturday, in a chat that takes messages from one hour to another. */
const at = (now: string, start: string, [from, to]: readonly [number, number], fresh?: string) =>
  chatReminderIs(
    {
      start: instant(`2026-11-28T${start}+01:00`),
      zone: paris,
      link: { settings: { from, to } },
      ...(fresh !== undefined && { fresh: instant(`2026-11-${fresh}+01:00`) }),
    },
    instant(`2026-11-${now}+01:00`),
  )

const always = [0, 0] as const

it('a chat is reminded from 18:00 on the evening before', () => {
  expect(at('27T17:59', '10:00', always)).toBe('early')
  expect(at('27T18:00', '10:00', always)).toBe('due')
  expect(at('28T08:00', '10:00', always)).toBe('due')
  expect(at('28T08:01', '10:00', always)).toBe('passed')
})

it('a chat that has just seen the card is not', () => {
  expect(at('27T20:00', '10:00', always, '27T19:00')).toBe('passed')
  expect(at('27T20:00', '10:00', always, '27T17:00')).toBe('due')
})

it('a chat that is closed by then is reminded when it opens', () => {
  expect(at('27T18:30', '14:00', [8, 18])).toBe('early')
  expect(at('28T08:00', '14:00', [8, 18])).toBe('due')
  expect(at('27T20:00', '14:00', [20, 23])).toBe('due')
})

it('a chat that would open too late is reminded in its last hour of the day before', () => {
  expect(at('27T16:59', '09:00', [10, 18])).toBe('early')
  expect(at('27T17:00', '09:00', [10, 18])).toBe('due')
  // Nobody worked then: it is too late, and stays so.
  expect(at('27T18:30', '09:00', [10, 18])).toBe('early')
  expect(at('28T07:30', '09:00', [10, 18])).toBe('passed')
})
