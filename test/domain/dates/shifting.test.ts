import { describe, expect, it } from 'vitest'
import type { Day } from '../../../src/base/zones.ts'
import type { Rule } from '../../../src/domain/dates/model.ts'
import { daysOfRule } from '../../../src/domain/dates/rules.ts'
import { shifted } from '../../../src/domain/dates/shifting.ts'

const day = (of: string): Day => of as Day
const none = (): boolean => false

const weekly: Rule = {
  every: 'week',
  step: 2,
  weekdays: [7],
  time: '10:00',
  from: day('2026-12-06'),
  except: [day('2026-12-20')],
}

const daysOf = (rule: Rule, from: string, to: string): readonly string[] =>
  daysOfRule(rule, day(from), day(to), none)

describe('a rule that is moved', () => {
  it('by an hour alone stays as it is', () => {
    expect(shifted(weekly, day('2026-12-06'), day('2026-12-06')).rule).toEqual(weekly)
  })

  it('into another week still skips every second one, and its exceptions', () => {
    const { rule, move } = shifted(weekly, day('2026-12-06'), day('2026-12-07'))
    expect(daysOf(rule, '2026-12-01', '2027-01-31')).toEqual(['2026-12-07', '2027-01-04', '2027-01-18'])
    expect(move(day('2027-01-03'))).toBe('2027-01-04')
  })

  it('backwards comes earlier in its week', () => {
    const { rule } = shifted(weekly, day('2026-12-06'), day('2026-12-02'))
    expect(daysOf(rule, '2026-12-01', '2027-01-10')).toEqual(['2026-12-02', '2026-12-30'])
  })

  it('within a month is so in each month', () => {
    const saturdays: Rule = { ...weekly, every: 'month', step: 1, weekdays: [6], nths: [1], except: [] }
    const { rule, move } = shifted(saturdays, day('2027-01-02'), day('2027-01-03'))
    expect(daysOf(rule, '2027-01-01', '2027-03-31')).toEqual(['2027-01-03', '2027-02-07', '2027-03-07'])
    // August begins on a Sunday.
    expect(move(day('2027-08-07'))).toBe('2027-08-01')
  })

  it('at the end of a month stays there', () => {
    const last: Rule = { ...weekly, every: 'month', step: 1, weekdays: [5], nths: [-1], except: [] }
    const { rule } = shifted(last, day('2027-01-29'), day('2027-01-30'))
    expect(daysOf(rule, '2027-01-01', '2027-02-28')).toEqual(['2027-01-30', '2027-02-27'])
  })
})
