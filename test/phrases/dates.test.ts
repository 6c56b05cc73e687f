import { describe, expect, it } from 'vitest'
import { instant, later, minute, type Instant } from '../../src/base/clock.ts'
import { plain } from '../../src/base/rich.ts'
import { isZone, type Day, type Zone } from '../../src/base/zones.ts'
import { fr } from '../../src/phrases/fr.ts'

const zone = (name: string): Zone => {
  if (!isZone(name)) throw new Error(`no zone ${name}`)
  return name
}
const paris = zone('Europe/Paris')
const now = instant('2026-11-25T09:00:00Z')

const when = (start: string, minutes: number, where: Zone = paris, today: Instant = now): string => {
  const begin = instant(start)
  return plain(
    fr.dates.when({ start: begin, end: later(begin, minutes * minute), zone: where, now: today }),
  ).replaceAll('\u00A0', ' ')
}

const start = (at: string, where: Zone = paris): string => fr.dates.start(instant(at), where, now)

const day = (of: string): Day => of as Day

describe('The date of an action on its card', () => {
  it('says the weekday, the day and the hours', () => {
    expect(when('2026-11-28T13:00:00Z', 120)).toBe('samedi 28 novembre, de 14:00 à 16:00 (2 h)')
  })

  it('says « 1er », and how long it lasts', () => {
    expect(when('2026-12-01T17:30:00Z', 90)).toBe('mardi 1er décembre, de 18:30 à 20:00 (1 h 30)')
    expect(when('2026-12-01T17:30:00Z', 45)).toBe('mardi 1er décembre, de 18:30 à 19:15 (45 min)')
    expect(when('2026-12-01T17:30:00Z', 65)).toBe('mardi 1er décembre, de 18:30 à 19:35 (1 h 05)')
  })

  it('says no end where there is none', () => {
    expect(when('2026-12-01T17:30:00Z', 0)).toBe('mardi 1er décembre à 18:30')
  })

  it('says both days when it goes on overnight', () => {
    expect(when('2026-11-28T17:00:00Z', 17 * 60)).toBe(
      'du samedi 28 novembre à 18:00 au dimanche 29 novembre à 11:00 (17 h)',
    )
    expect(when('2026-11-28T17:00:00Z', 72 * 60)).toBe(
      'du samedi 28 novembre à 18:00 au mardi 1er décembre à 18:00 (3 jours)',
    )
  })

  it('says the year beyond four months', () => {
    expect(when('2027-03-20T13:00:00Z', 60)).toContain('samedi 20 mars, de')
    expect(when('2027-05-01T13:00:00Z', 60)).toContain('samedi 1er mai 2027, de 15:00')
  })

  it('says both clocks at La Réunion, one in Madrid', () => {
    expect(when('2026-11-28T13:00:00Z', 120, zone('Indian/Reunion'))).toBe(
      'samedi 28 novembre, de 17:00 à 19:00, heure de La Réunion (2 h)\nsoit samedi 28 novembre à 14:00, heure de Paris',
    )
    expect(when('2026-11-28T13:00:00Z', 120, zone('Europe/Madrid'))).toBe(
      'samedi 28 novembre, de 14:00 à 16:00 (2 h)',
    )
  })

  it('says the day of each clock where they differ', () => {
    expect(when('2026-11-28T20:00:00Z', 60, zone('Pacific/Noumea'))).toBe(
      'dimanche 29 novembre, de 07:00 à 08:00, heure de la Nouvelle-Calédonie (1 h)\nsoit samedi 28 novembre à 21:00, heure de Paris',
    )
  })

  it('follows the clocks when they change', () => {
    expect(when('2026-10-24T12:00:00Z', 60)).toContain('de 14:00 à 15:00')
    expect(when('2026-10-25T13:00:00Z', 60)).toContain('de 14:00 à 15:00')
    // Two hours on the wall clock, three that one lives.
    expect(when('2026-10-25T00:00:00Z', 180)).toBe('dimanche 25 octobre, de 02:00 à 04:00 (3 h)')
  })

  it('lets a platform draw the instant itself', () => {
    const begin = instant('2026-11-28T13:00:00Z')
    const drawn = fr.dates.when({ start: begin, end: later(begin, 60 * minute), zone: paris, now })
    expect(drawn.map(({ moment }) => moment).filter((moment) => moment !== undefined)).toEqual([begin])
  })
})

describe('The date of an action in a list', () => {
  it('says today and tomorrow, and still the date', () => {
    expect(start('2026-11-25T18:00:00Z')).toBe('aujourd’hui mercredi 25 novembre à 19:00')
    expect(start('2026-11-26T18:00:00Z')).toBe('demain jeudi 26 novembre à 19:00')
    expect(start('2026-11-27T18:00:00Z')).toBe('vendredi 27 novembre à 19:00')
  })

  it('counts days where the action is', () => {
    expect(start('2026-11-25T20:30:00Z', zone('Indian/Reunion'))).toBe(
      'demain jeudi 26 novembre à 00:30, heure de La Réunion',
    )
  })

  it('names the place of an hour that nobody gave a name to', () => {
    expect(start('2026-11-28T13:00:00Z', zone('Africa/Dakar'))).toBe(
      'samedi 28 novembre à 13:00, heure locale (Dakar)',
    )
  })
})

describe('The days of a search', () => {
  it('are one day, or from one to another', () => {
    expect(fr.dates.days({ from: day('2026-11-28'), to: day('2026-11-28') }, day('2026-11-25'))).toBe(
      'samedi 28 novembre',
    )
    expect(fr.dates.days({ from: day('2026-11-25'), to: day('2026-11-29') }, day('2026-11-25'))).toBe(
      'du mercredi 25 novembre au dimanche 29 novembre',
    )
  })
})
