import type { Instant } from '../../src/base/clock.ts'
import type { MadeUpEvent } from '../movement/index.ts'
import type { Answer } from './answers.ts'

const kinds = {
  G: 'Réunion privée de groupe',
  M: 'Événement public',
  A: 'Action publique',
  O: 'Autre',
} as const

const escaped = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll(',', '\\,').replaceAll(';', '\\;').replaceAll('\n', '\\n')

const utc = (at: Instant): string => new Date(at).toISOString().replaceAll(/[-:]|\.\d+/g, '')

const place = ({ place: it }: MadeUpEvent): readonly string[] =>
  it ? [`LOCATION:${escaped(`${it.address}, ${it.postalCode}, ${it.city}`)}`] : []

/** The feed of a group lacks what others have, and lists what others hide. */
const onlyOutsideGroups = (event: MadeUpEvent): readonly string[] => [
  `CATEGORIES:${kinds[event.subtype.type]}`,
  `DTSTAMP:${utc(event.created)}`,
  `LAST-MODIFIED:${utc(event.created)}`,
  // Longitude first, against the RFC, and the address that the JSON hides.
  ...(event.place ? [`GEO:${event.place.lon.toFixed(6)};${event.place.lat.toFixed(6)}`] : []),
  ...(event.contact === null ? [] : [`ORGANIZER;CN=${event.contact}:mailto:contact@example.test`]),
]

interface Kind {
  readonly base: string
  readonly ofGroup: boolean
}

const entry = (event: MadeUpEvent, { base, ofGroup }: Kind): readonly string[] => {
  const url = `${base}/evenements/${event.id}/`
  return [
    'BEGIN:VEVENT',
    ...(ofGroup ? [] : onlyOutsideGroups(event)),
    `DESCRIPTION:${escaped(`${event.description}${ofGroup ? '' : `<p>${url}</p>`}`)}`,
    `DTEND:${utc(event.end)}`,
    ...place(event),
    `DTSTART:${utc(event.start)}`,
    `SUMMARY:${escaped(event.name)}`,
    `UID:${event.id}`,
    `URL:${url}`,
    'END:VEVENT',
  ]
}

/** iCalendar as ics.py 0.7 writes it: lines never folded, no line end after the last one. */
export const calendar = (events: readonly MadeUpEvent[], kind: Kind): Answer => ({
  status: 200,
  headers: { 'content-type': 'text/calendar' },
  body: [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:ics.py - http://git.io/lLljaA',
    ...events.flatMap((event) => entry(event, kind)),
    'END:VCALENDAR',
  ].join('\r\n'),
})
