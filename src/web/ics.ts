import ical, {
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
  escape,
  type ICalEventData,
} from 'ical-generator'
import { later, type Instant } from '../base/clock.ts'
import { wall, type Zone } from '../base/zones.ts'
import type { Venue } from '../domain/actions/model.ts'
import type { Calendar, Entry } from '../domain/calendars/model.ts'
import type { Book } from '../phrases/book.ts'
import { writeTimezone } from './timezone.ts'

/** What no calendar takes is left out of what people write. */
const clean = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    // eslint-disable-next-line no-control-regex -- that is what these are
    .replaceAll(/[\u0000-\u0009\u000B-\u001F\u007F]/g, ' ')

const placeOf = ({ name, address, postalCode, city }: Venue): string =>
  [...new Set([name, address, [postalCode, city].filter((part) => part !== undefined).join(' ')])]
    .filter((part) => part !== undefined && part !== '')
    .join(', ')

const statusOf = ({ action, answer, waiting }: Entry): ICalEventStatus => {
  if (action.state === 'cancelled') return ICalEventStatus.CANCELLED
  return answer === 'maybe' || waiting ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED
}

/** Web pages only, in the characters that an address may have: it is written as it is. */
const pageOf = (url: string | undefined): string | undefined =>
  url !== undefined && /^https?:\/\/[\x21-\x7E]+$/.test(url) ? url : undefined

const event = (entry: Entry, t: Book): ICalEventData => {
  const { action, changed, answer, waiting } = entry
  const { id, name, start, end, zone, venue, state, url, revision, description } = action
  const cancelled = state === 'cancelled'
  const place = clean(placeOf(venue))
  const about = [
    ...(answer === undefined ? [] : [waiting ? t.calendars.waiting : t.calendars.own(answer)]),
    description,
    ...(venue.online === undefined ? [] : [venue.online]),
    ...(url === undefined ? [] : [url]),
  ].filter((part) => part !== '')
  const page = pageOf(url)
  return {
    id: `${id}@porte-voix`,
    // Not the hour of the request: the file is the same again when nothing in it changed.
    stamp: new Date(changed),
    lastModified: new Date(changed),
    // The first revision is 1, and a sequence begins at 0.
    sequence: revision - 1,
    summary: clean(cancelled ? t.calendars.cancelled(name) : name),
    timezone: zone,
    start: wall(start, zone),
    end: wall(end > start ? end : later(start, 60_000), zone),
    status: statusOf(entry),
    transparency: cancelled ? ICalEventTransparency.TRANSPARENT : null,
    ...(place !== '' && { location: { title: place, ...(venue.point && { geo: venue.point }) } }),
    ...(about.length > 0 && { description: clean(about.join('\n\n')) }),
    ...(page !== undefined && { url: page }),
  }
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

/** The time that events of each zone take. */
const spans = (entries: readonly Entry[]): ReadonlyMap<string, readonly [Zone, Instant, Instant]> => {
  const found = new Map<string, readonly [Zone, Instant, Instant]>()
  for (const { action } of entries) {
    const [, from, to] = found.get(action.zone) ?? [action.zone, action.start, action.end]
    found.set(action.zone, [
      action.zone,
      from < action.start ? from : action.start,
      to > action.end ? to : action.end,
    ])
  }
  return found
}

/** A calendar as a file of RFC 5545; the same again when nothing in it changed. */
export const writeCalendar = (calendar: Calendar, t: Book): string => {
  const zones = spans(calendar.entries)
  const file = ical({
    prodId: '//Porte-voix//Calendriers//FR',
    scale: 'GREGORIAN',
    method: ICalCalendarMethod.PUBLISH,
    // Written as it is by the library.
    name: escape(clean(titleOf(calendar, t)), false),
    ttl: 3_600,
    timezone: {
      name: null,
      generator: (name) => {
        const span = zones.get(name)
        return span ? writeTimezone(...span) : null
      },
    },
    events: calendar.entries.map((entry) => event(entry, t)),
  })
  return `${file.toString()}\r\n`
}
