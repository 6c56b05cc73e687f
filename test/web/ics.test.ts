import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { hour, instant, later } from '../../src/base/clock.ts'
import type { GroupId, PersonId } from '../../src/base/ids.ts'
import type { Zone } from '../../src/base/zones.ts'
import type { Calendar, Entry } from '../../src/domain/calendars/model.ts'
import { fr } from '../../src/phrases/fr.ts'
import { writeCalendar } from '../../src/web/ics.ts'
import { anAction, hostile } from '../world/makings.ts'

const changed = instant('2026-11-20T10:00:00Z')

const entry = (of: Parameters<typeof anAction>[0] = {}, more: Partial<Entry> = {}): Entry => ({
  action: anAction(of),
  changed,
  ...more,
})

const write = (...entries: readonly Entry[]): string => {
  const calendar: Calendar = { scope: { is: 'person', person: 'x' as PersonId }, entries }
  return writeCalendar(calendar, fr)
}

/** Read by a strict parser that is not ours, with the zones that the file itself brings and no other. */
const read = (file: string) => {
  const root = new ICAL.Component(ICAL.parse(file))
  const zones = new Map(
    root.getAllSubcomponents('vtimezone').map((component) => {
      const zone = new ICAL.Timezone(component)
      return [zone.tzid, zone] as const
    }),
  )
  return root.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    const at = (time: ICAL.Time): number => {
      const tzid = component.getFirstProperty('dtstart')?.getFirstParameter('tzid')
      const zone = zones.get(tzid ?? '')
      if (!zone) throw new Error(`no such zone in the file: ${tzid}`)
      time.zone = zone
      return time.toJSDate().getTime()
    }
    return {
      uid: event.uid,
      summary: event.summary,
      description: event.description,
      location: event.location,
      sequence: event.sequence,
      status: component.getFirstPropertyValue('status'),
      start: at(event.startDate),
      end: at(event.endDate),
    }
  })
}

describe('A calendar', () => {
  it('says what, when and where, as another program reads it', () => {
    const one = entry({ revision: 4 }, { answer: 'yes' })
    const { action } = one
    expect(read(write(one))).toEqual([
      {
        uid: `${action.id}@porte-voix`,
        summary: 'Tractage au marché',
        description: `Vous participez.\n\nRendez-vous devant la fontaine.\n\n${action.url ?? ''}`,
        location: 'Marché, 1 place du Marché, 93100 Montreuil',
        sequence: 3,
        status: 'CONFIRMED',
        start: action.start,
        end: action.end,
      },
    ])
  })

  it('keeps what is cancelled, and says so in the title too', () => {
    const [event] = read(write(entry({ state: 'cancelled' })))
    expect(event).toMatchObject({ summary: 'ANNULÉ\u00A0: Tractage au marché', status: 'CANCELLED' })
    expect(read(write(entry({}, { answer: 'maybe' })))[0]?.status).toBe('TENTATIVE')
  })

  it.each([
    ['Europe/Paris', '2026-03-28T23:30:00Z'],
    ['Europe/Paris', '2026-03-29T01:30:00Z'],
    ['Europe/Paris', '2026-10-24T22:30:00Z'],
    ['Europe/Paris', '2026-10-25T02:30:00Z'],
    ['Europe/Paris', '2026-07-14T18:00:00Z'],
    ['Indian/Reunion', '2026-11-28T10:00:00Z'],
    ['America/Guadeloupe', '2026-11-28T18:00:00Z'],
    ['America/Cayenne', '2026-11-28T17:00:00Z'],
    ['America/Miquelon', '2026-03-08T16:00:00Z'],
    ['Pacific/Noumea', '2026-11-28T03:00:00Z'],
    ['Pacific/Tahiti', '2026-11-29T00:00:00Z'],
    ['Pacific/Marquesas', '2026-11-28T23:30:00Z'],
  ])('is right about %s at %s', (zone, at) => {
    const start = instant(at)
    const [event] = read(write(entry({ zone: zone as Zone, start, end: later(start, 3 * hour) })))
    expect(new Date(event?.start ?? 0)).toEqual(new Date(start))
    expect(new Date(event?.end ?? 0)).toEqual(new Date(later(start, 3 * hour)))
  })

  it('is right over a whole year of one zone', () => {
    const of = Array.from({ length: 52 }, (_, week) => {
      const start = instant(Date.UTC(2026, 5, 1 + 7 * week, 9))
      return entry({ start, end: later(start, hour) })
    })
    expect(read(write(...of)).map(({ start }) => start)).toEqual(of.map(({ action }) => action.start))
  })

  it('takes whatever people write', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const file = write(
          entry({ name: `a${text}`, description: text, venue: { name: text, city: hostile } }),
        )
        for (const line of file.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
          expect(line).not.toMatch(/[\r\n]/)
        }
        expect(read(file)).toHaveLength(1)
      }),
    )
  })

  it('folds between characters, never within one', () => {
    const name = 'é👩🏽‍🚀'.repeat(40)
    const file = write(entry({ name }))
    expect(file.replaceAll('\r\n ', '')).toContain(`SUMMARY:${name}\r\n`)
    expect(read(file)[0]?.summary).toBe(name)
  })

  it('of a group is called as the group is, whatever that is', () => {
    const name = 'GA; 93,\nMETHOD:CANCEL \\'
    const file = writeCalendar({ scope: { is: 'group', group: 'g' as GroupId }, name, entries: [] }, fr)
    const root = new ICAL.Component(ICAL.parse(file))
    expect(root.getFirstPropertyValue('method')).toBe('PUBLISH')
    expect(root.getFirstPropertyValue('x-wr-calname')).toContain('GA')
  })

  it('is the same again when nothing changed', () => {
    const one = entry()
    expect(write(one)).toBe(write(one))
    expect(write()).toContain('BEGIN:VCALENDAR')
  })
})
