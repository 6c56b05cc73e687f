import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day, instant, later, minute } from '../../../src/base/clock.ts'
import { paris, wall, type Zone } from '../../../src/base/zones.ts'
import { readDate, readLine } from '../../../src/domain/dates/read.ts'
import { weekdays } from '../../../src/domain/dates/vocabulary.ts'
import { corpus } from './corpus.ts'
import { here, said } from './said.ts'

const months = [
  'janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre',
] // prettier-ignore

const zones = [
  'Europe/Paris', 'Indian/Reunion', 'America/Guadeloupe', 'America/Cayenne', 'America/Miquelon', 'Pacific/Noumea',
  'Pacific/Tahiti', 'Pacific/Marquesas',
] as Zone[] // prettier-ignore

/** A quarter of an hour within a year, from 6 in the morning on: earlier ones may be asked about. */
const moments = fc
  .tuple(fc.integer({ min: 1, max: 360 }), fc.integer({ min: 24, max: 95 }), fc.constantFrom(...zones))
  .map(([days, quarters, zone]) => {
    const date = wall(later(here.now, days * day), zone).toPlainDate()
    const at = date.toPlainDateTime({ hour: Math.floor(quarters / 4), minute: (quarters % 4) * 15 })
    return { at, zone, start: instant(at.toZonedDateTime(zone).epochMilliseconds) }
  })

const ways: readonly ((of: {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  name: string
}) => string)[] = [
  ({ name, day: of, month, year, hour, minute: past }) =>
    `${name} ${of} ${months[month - 1]} ${year} à ${hour}h${String(past).padStart(2, '0')}`,
  ({ day: of, month, year, hour, minute: past }) =>
    `${of}/${month}/${year} ${hour}:${String(past).padStart(2, '0')}`,
  ({ day: of, month, year, hour, minute: past }) =>
    `le ${of === 1 ? '1er' : of} ${months[month - 1]} ${year}, ${hour} h ${String(past).padStart(2, '0')}`,
  ({ name, day: of, month, hour, minute: past }) =>
    `${name.toUpperCase()} ${of}/${month} vers ${hour}H${String(past).padStart(2, '0')}`,
]

describe('Whatever is typed', () => {
  it('a date in full is that date, on the clock of the place', () => {
    fc.assert(
      fc.property(moments, fc.constantFrom(...ways), ({ at, zone, start }, write) => {
        const name = weekdays[at.dayOfWeek - 1] ?? ''
        const typed = write({
          year: at.year,
          month: at.month,
          day: at.day,
          hour: at.hour,
          minute: at.minute,
          name,
        })
        const read = readDate(typed, { now: here.now, zone })
        expect(read, typed).toMatchObject({ is: 'one', reading: { is: 'once', start, zone } })
      }),
    )
  })

  it('a wrong weekday beside a date is refused', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 6 }), ({ at, zone }, off) => {
        const name = weekdays[(at.dayOfWeek - 1 + off) % 7] ?? ''
        const read = readDate(`${name} ${at.day} ${months[at.month - 1]} ${at.year} 14h`, {
          now: here.now,
          zone,
        })
        expect(read).toMatchObject({ is: 'unclear', why: 'weekday' })
      }),
    )
  })

  it('a letter lost in the name of a day or a month never makes another date', () => {
    const phrases = weekdays.flatMap((name) => [`${name} 14h`, `${name} prochain 14h`])
    const dated = months.filter((name) => name.length > 4).map((name) => `le 12 ${name} 2027 14h`)
    for (const typed of [...phrases, ...dated])
      for (let at = 0; at < typed.length; at += 1) {
        if (!/\p{L}/u.test(typed[at] ?? '')) continue
        const read = readLine(typed.slice(0, at) + typed.slice(at + 1), here).read
        if (read.is !== 'unclear')
          expect(said(read), `${typed} without ${at}`).toBe(said(readLine(typed, here).read))
      }
  })

  it('nothing makes it fail, and nothing that is past is read', () => {
    const words = fc.constantFrom(...corpus.flatMap(([typed]) => typed.split(' ')))
    const sentences = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.array(words, { maxLength: 9 }).map((all) => all.join(' ')),
    )
    fc.assert(
      fc.property(sentences, (typed) => {
        const { read } = readLine(typed, here)
        const readings = read.is === 'one' ? [read.reading] : read.is === 'several' ? read.readings : []
        for (const { start, end } of readings) {
          expect(start).toBeGreaterThanOrEqual(here.now - minute)
          if (end !== undefined) expect(end).toBeGreaterThan(start)
        }
        if (read.is === 'several') expect(readings.length).toBeGreaterThan(1)
      }),
      { numRuns: 1_500 },
    )
  })

  it('what stands after the date stays as it was typed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('Tractage', 'Collage Éric-Tabarly', 'Café à l’œil', 'Porte-à-porte 👋 quai'),
        (words) => {
          expect(readLine(`samedi 14h ${words}`, here).rest).toBe(words)
          expect(readLine(`${words} samedi 14h`, here).rest).toBe(words)
        },
      ),
    )
  })

  it('paris is where the corpus is', () => expect(here.zone).toBe(paris))
})
