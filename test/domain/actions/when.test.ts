import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Day } from '../../../src/base/zones.ts'
import { parts } from '../../../src/domain/actions/parts.ts'
import {
  daysOf,
  readWhen,
  readWritten,
  spans,
  spotWhen,
  writeWhen,
  type When,
} from '../../../src/domain/actions/when.ts'

const wednesday = '2026-11-25' as Day

const meant = (text: string, today: Day = wednesday): string => {
  const when = readWhen(text)
  if (!when) return 'nothing'
  const { from, to, part } = daysOf(when, today)
  return [from, ...(from === to ? [] : [to]), ...(part ? [part] : [])].join(' ')
}

describe('On Wednesday 25 November 2026, somebody who writes', () => {
  it.each([
    ['aujourd’hui', '2026-11-25'],
    ["Aujourd'hui", '2026-11-25'],
    ['ce soir', '2026-11-25 evening'],
    ['cet après-midi', '2026-11-25 afternoon'],
    ['cet aprèm', '2026-11-25 afternoon'],
    ['aujourd’hui à midi', '2026-11-25 noon'],
    ['demain', '2026-11-26'],
    ['demain soir', '2026-11-26 evening'],
    ['demain matin', '2026-11-26 morning'],
    ['demain après midi', '2026-11-26 afternoon'],
    ['demain en soirée', '2026-11-26 evening'],
    ['demain à 18h', '2026-11-26 evening'],
    ['demain 9h30', '2026-11-26 morning'],
    ['demain vers 15 h', '2026-11-26 afternoon'],
    ['après-demain soir', '2026-11-27 evening'],
    ['samedi matin', '2026-11-28 morning'],
    ['samedi 12 décembre au soir', '2026-12-12 evening'],
    ['le 12/12 à midi', '2026-12-12 noon'],
    ['après-demain', '2026-11-27'],
    ['cette semaine', '2026-11-25 2026-11-29'],
    ['semaine', '2026-11-25 2026-11-29'],
    ['ce week-end', '2026-11-28 2026-11-29'],
    ['weekend', '2026-11-28 2026-11-29'],
    ['le week end', '2026-11-28 2026-11-29'],
    ['le week-end prochain', '2026-12-05 2026-12-06'],
    ['la semaine prochaine', '2026-11-30 2026-12-06'],
    ['ce mois-ci', '2026-11-25 2026-11-30'],
    ['samedi', '2026-11-28'],
    ['SAMEDI', '2026-11-28'],
    ['samedi prochain', '2026-11-28'],
    ['mercredi', '2026-11-25'],
    ['mercredi prochain', '2026-12-02'],
    ['mardi', '2026-12-01'],
    ['12/12', '2026-12-12'],
    ['12/12/26', '2026-12-12'],
    ['1/2', '2027-02-01'],
    ['le 04/12', '2026-12-04'],
    ['12 décembre', '2026-12-12'],
    ['samedi 12 décembre', '2026-12-12'],
    ['12 dec.', '2026-12-12'],
    ['le 1er mai', '2027-05-01'],
    ['1er mai 2028', '2028-05-01'],
    ['2026-12-01', '2026-12-01'],
    ['le 29 février', '2028-02-29'],
    ['le 28', '2026-11-28'],
    ['le 3', '2026-12-03'],
    ['le 31', '2026-12-31'],
    ['dimanche 29', '2026-11-29'],
  ])('« %s » means %s', (text, days) => {
    expect(meant(text)).toBe(days)
  })

  it.each([
    '',
    'montreuil',
    '31/02',
    '32 janvier',
    '2026-02-30',
    '99-01',
    '75',
    '3e',
    '12/13',
    'mai',
    'samedis',
    'midi',
    'le soir',
    '18h',
    '🥖',
  ])('« %s » says no date', (text) => {
    expect(readWhen(text)).toBeUndefined()
  })
})

describe('What is left of a week', () => {
  it('is the day itself on a Sunday', () => {
    const sunday = '2026-11-29' as Day
    expect(meant('cette semaine', sunday)).toBe('2026-11-29')
    expect(meant('ce week-end', sunday)).toBe('2026-11-29')
    expect(meant('la semaine prochaine', sunday)).toBe('2026-11-30 2026-12-06')
  })

  it('is the weekend on a Saturday', () => {
    expect(meant('ce week-end', '2026-11-28' as Day)).toBe('2026-11-28 2026-11-29')
    expect(meant('samedi prochain', '2026-11-28' as Day)).toBe('2026-12-05')
  })

  it('crosses a month and a year', () => {
    expect(meant('cette semaine', '2026-12-30' as Day)).toBe('2026-12-30 2027-01-03')
    expect(meant('31/12', '2026-12-31' as Day)).toBe('2026-12-31')
    expect(meant('30/12', '2026-12-31' as Day)).toBe('2027-12-30')
  })
})

describe('In one line with other words', () => {
  it.each([
    ['montreuil samedi tracts', 'samedi', 'montreuil tracts'],
    ['lyon 3e 12/12', '12/12', 'lyon 3e'],
    ['lyon 3 12/12', '12/12', 'lyon 3'],
    ['samedi 12 décembre Montreuil', 'samedi 12 décembre', 'Montreuil'],
    ['93100 la semaine prochaine', 'la semaine prochaine', '93100'],
    ['Saint-Denis ce week-end collage', 'ce week-end', 'Saint-Denis collage'],
    ['demain', 'demain', ''],
    ['93100 demain soir', 'demain soir', '93100'],
    ['Montreuil samedi 12 décembre 2026 au soir', 'samedi 12 décembre 2026 au soir', 'Montreuil'],
  ])('« %s » is spotted as %s', (sentence, value, rest) => {
    expect(spotWhen(sentence)).toEqual({ value, rest })
  })

  it.each(['montreuil', '99-01', 'la réunion', '75012 paris', ''])('« %s » holds no date', (sentence) => {
    expect(spotWhen(sentence)).toBeUndefined()
  })

  it('reads five thousand characters quickly', () => {
    const begun = performance.now()
    spotWhen('samedis et dimanches '.repeat(250))
    expect(performance.now() - begun).toBeLessThan(200)
  })
})

const anyDays: fc.Arbitrary<When> = fc.oneof(
  fc.constantFrom(...spans).map((span) => ({ is: 'span', span }) as const),
  fc
    .tuple(fc.integer({ min: 1, max: 7 }), fc.boolean())
    .map(([weekday, next]) => ({ is: 'weekday', weekday, ...(next && { next: true as const }) }) as const),
  fc
    .tuple(
      fc.integer({ min: 1, max: 28 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 2000, max: 2099 }),
    )
    .map(([day, month, year]) => ({ is: 'date', day, month, year }) as const),
  fc
    .tuple(fc.integer({ min: 1, max: 29 }), fc.integer({ min: 1, max: 12 }))
    .map(([day, month]) => ({ is: 'date', day, month }) as const),
  fc.integer({ min: 1, max: 31 }).map((day) => ({ is: 'date', day }) as const),
)

const anyWhen: fc.Arbitrary<When> = fc
  .tuple(anyDays, fc.constantFrom(undefined, ...parts))
  .map(([days, part]) => ({ ...days, ...(part && { part }) }))

const anyDay = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10) as Day)

describe('Whatever the date', () => {
  it('a button carries it in eleven bytes and reads it back', () => {
    fc.assert(
      fc.property(anyWhen, (when) => {
        expect(Buffer.byteLength(writeWhen(when))).toBeLessThanOrEqual(11)
        expect(readWritten(writeWhen(when))).toEqual(when)
      }),
    )
  })

  it('it begins before it ends, and never in the past when no year is said', () => {
    fc.assert(
      fc.property(anyWhen, anyDay, (when, today) => {
        const { from, to } = daysOf(when, today)
        expect(from <= to).toBe(true)
        if (when.is !== 'date' || when.year === undefined) expect(from >= today).toBe(true)
      }),
    )
  })

  it('no text breaks the reader', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const when = readWhen(text)
        if (when) daysOf(when, wednesday)
        spotWhen(text)
      }),
    )
  })
})
