import { describe, expect, it } from 'vitest'
import { instant } from '../../../src/base/clock.ts'
import { paris, type Day, type Zone } from '../../../src/base/zones.ts'
import { easter, isHoliday } from '../../../src/domain/dates/holidays.ts'
import type { Rule } from '../../../src/domain/dates/model.ts'
import { readLine } from '../../../src/domain/dates/read.ts'
import { daysOfRule, spanOn } from '../../../src/domain/dates/rules.ts'
import { department } from '../../world/makings.ts'
import { here, said } from './said.ts'

const never = () => false

const ruleOf = (typed: string): Rule => {
  const { read } = readLine(typed, here)
  if (read.is !== 'one' || read.reading.is !== 'series') throw new Error(`no rule: ${said(read)}`)
  return read.reading.rule
}

describe('A series', () => {
  it('keeps the clock on the wall over both changes of the clock', () => {
    const rule = ruleOf('tous les dimanches de 10h à 12h')
    for (const day of ['2027-03-21', '2027-03-28', '2027-04-04', '2027-10-24', '2027-10-31', '2027-11-07'])
      expect(
        new Date(spanOn(rule, day as Day, paris).start).toLocaleTimeString('fr', { timeZone: paris }),
      ).toBe('10:00:00')
    expect(spanOn(rule, '2027-03-28' as Day, paris).start).toBe(instant('2027-03-28T08:00:00Z'))
    expect(spanOn(rule, '2027-03-21' as Day, paris).start).toBe(instant('2027-03-21T09:00:00Z'))
  })

  it('comes each second week from its first day', () => {
    const rule = ruleOf('un samedi sur deux à 10h')
    expect(daysOfRule(rule, '2026-11-25' as Day, '2027-01-10' as Day, never)).toEqual([
      '2026-11-28',
      '2026-12-12',
      '2026-12-26',
      '2027-01-09',
    ])
  })

  it('knows the first and the third, and the last, of each month', () => {
    const first = ruleOf('le 1er et le 3e mardi du mois à 19h')
    expect(daysOfRule(first, '2026-12-01' as Day, '2027-01-31' as Day, never)).toEqual([
      '2026-12-01',
      '2026-12-15',
      '2027-01-05',
      '2027-01-19',
    ])
    const last = ruleOf('chaque dernier vendredi du mois à 20h')
    expect(daysOfRule(last, '2026-11-25' as Day, '2027-02-28' as Day, never)).toEqual([
      '2026-11-27',
      '2026-12-25',
      '2027-01-29',
      '2027-02-26',
    ])
  })

  it('leaves out its exceptions, public holidays when asked, and what is after its end', () => {
    const rule = ruleOf('tous les vendredis à 18h jusqu’au 15 janvier sauf le 18 décembre')
    expect(daysOfRule(rule, '2026-12-11' as Day, '2027-12-31' as Day, never)).toEqual([
      '2026-12-11',
      '2026-12-25',
      '2027-01-01',
      '2027-01-08',
      '2027-01-15',
    ])
    const skipping = ruleOf('tous les vendredis à 18h sauf jours fériés')
    expect(daysOfRule(skipping, '2026-12-18' as Day, '2027-01-08' as Day, (day) => isHoliday(day))).toEqual([
      '2026-12-18',
      '2027-01-08',
    ])
  })
})

describe('Public holidays', () => {
  it('follow Easter', () => {
    expect([2024, 2025, 2026, 2027, 2038].map((year) => easter(year).toString())).toEqual([
      '2024-03-31', '2025-04-20', '2026-04-05', '2027-03-28', '2038-04-25',
    ]) // prettier-ignore
    expect(isHoliday('2027-03-29' as Day)).toBe(true)
    expect(isHoliday('2027-05-06' as Day)).toBe(true)
    expect(isHoliday('2027-05-17' as Day)).toBe(true)
    expect(isHoliday('2027-03-28' as Day)).toBe(false)
  })

  it('are not the same everywhere', () => {
    expect(isHoliday('2026-12-20' as Day, department('974'))).toBe(true)
    expect(isHoliday('2026-12-20' as Day, department('75'))).toBe(false)
    expect(isHoliday('2026-12-26' as Day, department('67'))).toBe(true)
    expect(isHoliday('2027-03-26' as Day, department('57'))).toBe(true)
    expect(isHoliday('2027-05-27' as Day, department('971'))).toBe(true)
  })
})

describe('Elsewhere and on other nights', () => {
  const asked = (typed: string, zone: string, now = here.now): string =>
    said(readLine(typed, { now, zone: zone as Zone }).read)

  it('days and hours are those of the place', () => {
    // 10:00 in Paris is already 20:00 in Nouméa, and 23:30 of the day before on the Marquesas.
    expect(asked('demain 18h', 'Pacific/Noumea')).toBe('2026-11-26T18:00')
    expect(asked('demain 18h', 'Pacific/Marquesas')).toBe('2026-11-25T18:00')
    expect(asked('ce soir 19h', 'Pacific/Noumea')).toBe('past')
    expect(asked('ce soir 19h', 'Indian/Reunion')).toBe('2026-11-25T19:00')
  })

  it('that of next year is proposed only where the year was left out', () => {
    const read = (typed: string) => readLine(typed, here).read
    expect(read('le 20 novembre 18h')).toEqual({ is: 'unclear', why: 'past', undated: true })
    for (const typed of ['hier 18h', 'ce matin 9h', '20/10/2026 18h', 'samedi dernier 14h'])
      expect(read(typed)).toEqual({ is: 'unclear', why: 'past' })
  })

  it('an hour that the clock jumps over is refused, one that comes twice is asked about', () => {
    expect(asked('dimanche 28 mars 2027 à 2h30 du matin', 'Europe/Paris')).toBe('gap 2027-03-28 02:30')
    expect(asked('dimanche 31 octobre 2027 à 02h30', 'Europe/Paris')).toBe(
      '2027-10-31T02:30 | 2027-10-31T02:30',
    )
    expect(asked('dimanche 28 mars 2027 à 2h30 du matin', 'Indian/Reunion')).toBe('2027-03-28T02:30')
    // Miquelon changes on the dates of North America.
    expect(asked('dimanche 14 mars 2027 à 2h30 du matin', 'America/Miquelon')).toBe('gap 2027-03-14 02:30')
  })

  it('a night action ends when the clock on the wall says so', () => {
    const { read } = readLine('samedi 27 mars 2027 de 22h à 4h', here)
    expect(said(read)).toBe('2027-03-27T22:00 → 2027-03-28T04:00')
  })
})
