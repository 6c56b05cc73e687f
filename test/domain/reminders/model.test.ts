import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hour, instant, later, minute, type Instant } from '../../../src/base/clock.ts'
import { wall, type Zone } from '../../../src/base/zones.ts'
import type { Answer } from '../../../src/domain/actions/model.ts'
import {
  awake,
  isQuiet,
  isWorthwhile,
  owed,
  planned,
  usual,
  type Owed,
  type Wishes,
} from '../../../src/domain/reminders/model.ts'
import { newId } from '../../../src/base/ids.ts'

const paris = 'Europe/Paris' as Zone

const shown = (at: Instant, zone: Zone): string =>
  wall(at, zone).toPlainDateTime().toString({ smallestUnit: 'minute' })

/** What is owed, as clocks on the wall of the place show it. */
const plan = (start: string, zone: Zone, wishes: Partial<Wishes> = {}, answer: Answer = 'yes') => {
  const from = instant(start)
  return planned({ start: from, end: later(from, 2 * hour), zone }, answer, { ...usual, ...wishes }).map(
    ({ kind, due }) => `${kind} ${shown(due, zone)}`,
  )
}

describe('Usually one is reminded', () => {
  it('the evening before at 18:00, and two hours before', () => {
    expect(plan('2026-11-28T13:00:00Z', paris)).toEqual([
      'eve 2026-11-27T18:00',
      'm120 2026-11-28T12:00',
      'after 2026-11-28T18:00',
    ])
  })

  it.each([
    // A Saturday, 14:00 on the clocks of each place.
    ['Indian/Reunion', '2026-11-28T10:00:00Z'],
    ['America/Guadeloupe', '2026-11-28T18:00:00Z'],
    ['America/Martinique', '2026-11-28T18:00:00Z'],
    ['America/Cayenne', '2026-11-28T17:00:00Z'],
    ['America/Miquelon', '2026-11-28T17:00:00Z'],
    ['Pacific/Noumea', '2026-11-28T03:00:00Z'],
    ['Pacific/Tahiti', '2026-11-29T00:00:00Z'],
    ['Pacific/Marquesas', '2026-11-28T23:30:00Z'],
    ['Indian/Mayotte', '2026-11-28T11:00:00Z'],
    ['Pacific/Wallis', '2026-11-28T02:00:00Z'],
  ])('on the clocks of %s', (zone, start) => {
    expect(plan(start, zone as Zone)).toEqual([
      'eve 2026-11-27T18:00',
      'm120 2026-11-28T12:00',
      'after 2026-11-28T18:00',
    ])
  })

  it('in the quiet hours of where they live, when they said where', () => {
    const reunion = 'Indian/Reunion' as Zone
    // 18:00 in Paris is 21:00 in La Réunion: it comes when the silence there is over, at 8:00.
    expect(plan('2026-11-28T13:00:00Z', paris, { leads: ['eve'], zone: reunion })[0]).toBe(
      'eve 2026-11-28T05:00',
    )
    expect(plan('2026-11-28T13:00:00Z', paris, { leads: ['eve'] })[0]).toBe('eve 2026-11-27T18:00')
  })

  it('at the same hour over both nights on which the clocks of Paris change', () => {
    // 2026-03-29: 02:00 becomes 03:00. The market begins at 10:00.
    expect(plan('2026-03-29T08:00:00Z', paris)).toEqual([
      'eve 2026-03-28T18:00',
      'm120 2026-03-29T08:00',
      'after 2026-03-29T14:00',
    ])
    // 2026-10-25: 03:00 becomes 02:00.
    expect(plan('2026-10-25T09:00:00Z', paris)).toEqual([
      'eve 2026-10-24T18:00',
      'm120 2026-10-25T08:00',
      'after 2026-10-25T14:00',
    ])
  })

  it('two real hours before what begins in the night itself, for whoever wants no silence', () => {
    const awakeAlways = { quiet: { from: 0, to: 0 } }
    // Begins at 03:30, an hour and a half after 01:00 on that night.
    expect(plan('2026-03-29T01:30:00Z', paris, awakeAlways)).toContain('m120 2026-03-29T00:30')
    // The second 02:30: two hours before are the 01:30 that comes once.
    expect(plan('2026-10-25T01:30:00Z', paris, awakeAlways)).toContain('m120 2026-10-25T01:30')
  })

  it('as clocks of Miquelon change too', () => {
    // 2026-03-08: the clocks of Miquelon go forward, three weeks before those of Paris.
    expect(plan('2026-03-08T12:00:00Z', 'America/Miquelon' as Zone)).toContain('eve 2026-03-07T18:00')
    expect(plan('2026-03-08T12:00:00Z', 'America/Miquelon' as Zone)).toContain('m120 2026-03-08T08:00')
  })
})

describe('Quiet hours', () => {
  it('put a reminder off to their end when that is in time, else before their beginning', () => {
    // 09:00: two hours before is 07:00.
    expect(plan('2026-11-28T08:00:00Z', paris, { leads: [120] })[0]).toBe('m120 2026-11-28T08:00')
    // 08:15 leaves less than half an hour.
    expect(plan('2026-11-28T07:15:00Z', paris, { leads: [120] })[0]).toBe('m120 2026-11-27T20:30')
  })

  it('never hold at the instant that is chosen', () => {
    const minutes = fc.integer({ min: 0, max: 1439 })
    const zone = fc.constantFrom(paris, 'Pacific/Marquesas' as Zone, 'America/Miquelon' as Zone)
    const at = fc.integer({ min: instant('2026-01-01'), max: instant('2027-12-31') })
    fc.assert(
      fc.property(at, zone, minutes, minutes, (from, where, begin, end) => {
        const quiet = { from: begin, to: end }
        const chosen = awake(from as Instant, where, quiet)
        // In the hour that does not exist a silence ends when the clocks have passed it.
        expect(isQuiet(later(chosen, 0), where, quiet) && isQuiet(later(chosen, hour), where, quiet)).toBe(
          begin !== end && isQuiet(chosen, where, quiet) && isQuiet(later(chosen, hour), where, quiet),
        )
        expect(chosen).toBeGreaterThanOrEqual(from)
        expect(chosen - from).toBeLessThanOrEqual(25 * hour)
      }),
    )
  })
})

describe('What is owed', () => {
  const start = instant('2026-11-28T13:00:00Z')
  const action = { start, end: later(start, 2 * hour), zone: paris }

  it('is what is still to come', () => {
    const kinds = (now: string, answer: Answer = 'yes') =>
      owed(action, answer, usual, instant(now)).map(({ kind }) => kind)
    expect(kinds('2026-11-20T12:00:00Z')).toEqual(['eve', 'm120', 'after'])
    expect(kinds('2026-11-27T20:00:00Z')).toEqual(['m120', 'after'])
    // All is past but the action itself: they hear at once what they missed.
    expect(kinds('2026-11-28T12:30:00Z')).toEqual(['info', 'after'])
    expect(kinds('2026-11-28T13:30:00Z')).toEqual(['after'])
    expect(kinds('2026-11-20T12:00:00Z', 'maybe')).toEqual(['eve'])
    expect(kinds('2026-11-20T12:00:00Z', 'no')).toEqual([])
  })

  it('is nothing for whoever wants no reminders', () => {
    expect(owed(action, 'yes', { ...usual, leads: [] }, later(start, -30 * minute))).toEqual([])
  })

  const one: Owed = {
    person: newId.person(),
    action: newId.action(),
    kind: 'm120',
    due: later(start, -2 * hour),
    start,
    end: later(start, 2 * hour),
    state: 'planned',
    answer: 'yes',
    waiting: false,
    digest: false,
    muted: false,
  }

  it.each([
    ['what was declined meanwhile', { answer: 'no' }],
    ['what is cancelled', { state: 'cancelled' }],
    ['whoever only waits for a seat', { waiting: true }],
    ['a group that was muted', { muted: true }],
  ] as const)('is not sent for %s', (_, but) => {
    expect(isWorthwhile({ ...one, ...but }, later(start, -hour))).toBe(false)
  })

  it('is dropped when it comes too late to be of use', () => {
    expect(isWorthwhile(one, later(start, -minute))).toBe(true)
    expect(isWorthwhile(one, start)).toBe(false)
    expect(isWorthwhile({ ...one, kind: 'after' }, later(start, 10 * hour))).toBe(true)
    expect(isWorthwhile({ ...one, kind: 'after' }, later(start, 100 * hour))).toBe(false)
  })
})
