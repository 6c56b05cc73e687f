import type { Temporal } from 'temporal-polyfill'
import { day, later, type Instant } from '../base/clock.ts'
import { wall, type Zone } from '../base/zones.ts'
import type { Venue } from '../domain/actions/model.ts'
import type { Calendar, Entry } from '../domain/calendars/model.ts'
import type { Book } from '../phrases/book.ts'

/** RFC 5545, as strictly as calendars read it. */

const bytesOf = (text: string): number => Buffer.byteLength(text)

/** At most 75 bytes a line, never in the middle of a character. */
export const fold = (line: string): string => {
  const lines: string[] = []
  let current = ''
  let room = 75
  for (const point of line) {
    if (bytesOf(current) + bytesOf(point) > room) {
      lines.push(current)
      current = ''
      // The space that begins the next line counts too.
      room = 74
    }
    current += point
  }
  return [...lines, current].join('\r\n ')
}

/** Text as a value: nothing in it begins another line, and what no calendar takes is left out. */
export const escape = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    // eslint-disable-next-line no-control-regex -- that is what these are
    .replaceAll(/[\u0000-\u0009\u000B-\u001F\u007F]/g, ' ')
    .replaceAll(/[\\;,]/g, (mark) => `\\${mark}`)
    .replaceAll('\n', '\\n')

const two = (of: number): string => String(of).padStart(2, '0')

const local = (at: Temporal.ZonedDateTime | Temporal.PlainDateTime): string =>
  `${String(at.year).padStart(4, '0')}${two(at.month)}${two(at.day)}T${two(at.hour)}${two(at.minute)}${two(at.second)}`

const utc = (at: Instant): string => `${local(wall(at, 'UTC' as Zone))}Z`

const offset = (nanoseconds: number): string => {
  const minutes = Math.round(Math.abs(nanoseconds) / 60e9)
  return `${nanoseconds < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${two(minutes % 60)}`
}

/** One observance: from that wall clock on, this is the offset. */
const observance = (
  kind: 'STANDARD' | 'DAYLIGHT',
  start: string,
  from: number,
  to: number,
): readonly string[] => [
  `BEGIN:${kind}`,
  `DTSTART:${start}`,
  `TZOFFSETFROM:${offset(from)}`,
  `TZOFFSETTO:${offset(to)}`,
  `END:${kind}`,
]

/** What clocks of a zone do in that time, from the zone's own rules: each change of theirs, none by a formula. */
const timezone = (zone: Zone, from: Instant, to: Instant): readonly string[] => {
  const begin = wall(later(from, -day), zone)
  const standard = Math.min(
    wall(from, zone).with({ month: 1, day: 1 }).offsetNanoseconds,
    wall(from, zone).with({ month: 7, day: 1 }).offsetNanoseconds,
  )
  const kindOf = (of: number): 'STANDARD' | 'DAYLIGHT' => (of > standard ? 'DAYLIGHT' : 'STANDARD')
  const parts = [
    ...observance(
      kindOf(begin.offsetNanoseconds),
      local(begin),
      begin.offsetNanoseconds,
      begin.offsetNanoseconds,
    ),
  ]
  let at = begin
  for (;;) {
    const next = at.getTimeZoneTransition('next')
    if (!next || next.epochMilliseconds > to) break
    const before = next.subtract({ seconds: 1 }).offsetNanoseconds
    // A change is told on the clock that held before it.
    const shown = next.toInstant().toZonedDateTimeISO('UTC').toPlainDateTime().add({ nanoseconds: before })
    parts.push(...observance(kindOf(next.offsetNanoseconds), local(shown), before, next.offsetNanoseconds))
    at = next
  }
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...parts, 'END:VTIMEZONE']
}

const placeOf = ({ name, address, postalCode, city }: Venue): string =>
  [...new Set([name, address, [postalCode, city].filter((part) => part !== undefined).join(' ')])]
    .filter((part) => part !== undefined && part !== '')
    .join(', ')

const event = ({ action, changed, answer }: Entry, t: Book): readonly string[] => {
  const { id, name, start, end, zone, venue, state, url, revision, description } = action
  const cancelled = state === 'cancelled'
  const place = placeOf(venue)
  const about = [
    ...(answer === undefined ? [] : [t.calendars.own(answer)]),
    description,
    ...(venue.online === undefined ? [] : [venue.online]),
    ...(url === undefined ? [] : [url]),
  ].filter((part) => part !== '')
  const at = (instant: Instant): string => local(wall(instant, zone))
  return [
    'BEGIN:VEVENT',
    `UID:${id}@porte-voix`,
    `DTSTAMP:${utc(changed)}`,
    `LAST-MODIFIED:${utc(changed)}`,
    // The first revision is 1, and a sequence begins at 0.
    `SEQUENCE:${revision - 1}`,
    `SUMMARY:${escape(cancelled ? t.calendars.cancelled(name) : name)}`,
    `DTSTART;TZID=${zone}:${at(start)}`,
    `DTEND;TZID=${zone}:${at(end > start ? end : later(start, 60_000))}`,
    `STATUS:${cancelled ? 'CANCELLED' : answer === 'maybe' ? 'TENTATIVE' : 'CONFIRMED'}`,
    ...(cancelled ? ['TRANSP:TRANSPARENT'] : []),
    ...(place === '' ? [] : [`LOCATION:${escape(place)}`]),
    ...(venue.point ? [`GEO:${venue.point.lat.toFixed(5)};${venue.point.lon.toFixed(5)}`] : []),
    ...(about.length === 0 ? [] : [`DESCRIPTION:${escape(about.join('\n\n'))}`]),
    ...(url === undefined || !/^https?:\/\/[\x21-\x7E]+$/.test(url) ? [] : [`URL:${url}`]),
    'END:VEVENT',
  ]
}

const titleOf = ({ scope, name = '' }: Calendar, t: Book): string => {
  switch (scope.is) {
    case 'person':
      return t.calendars.mine
    case 'group':
      return t.calendars.group(name)
    case 'department':
      return t.calendars.department(name)
    case 'action':
      return t.calendars.action
  }
}

/** A calendar as a file; the same again when nothing in it changed. */
export const writeCalendar = (calendar: Calendar, t: Book): string => {
  const { entries } = calendar
  const zones = new Map<Zone, { from: Instant; to: Instant }>()
  for (const { action } of entries) {
    const known = zones.get(action.zone)
    zones.set(action.zone, {
      from: known && known.from < action.start ? known.from : action.start,
      to: known && known.to > action.end ? known.to : action.end,
    })
  }
  const title = escape(titleOf(calendar, t))
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Porte-voix//Calendriers//FR',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${title}`,
    `X-WR-CALNAME:${title}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    ...[...zones].flatMap(([zone, { from, to }]) => timezone(zone, from, to)),
    ...entries.flatMap((entry) => event(entry, t)),
    'END:VCALENDAR',
    '',
  ]
    .map(fold)
    .join('\r\n')
}
