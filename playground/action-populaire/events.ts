import { day, minute, type Instant } from '../../src/base/clock.ts'
import { wall, type Zone } from '../../src/base/zones.ts'
import type { MadeUpEvent, MadeUpGroup, Subtype } from '../movement/index.ts'
import { eventLocation } from './places.ts'
import { isOver, type World } from './world.ts'

/** ISO 8601 with the offset of a zone. */
export const iso = (at: Instant, zone: string): string =>
  wall(at, zone as Zone).toString({ timeZoneName: 'never', smallestUnit: 'second' })

const colours = { G: '#4a64ac', M: '#e14b35', A: '#c2306c', O: '#49b37d' } as const
const icons = { G: 'comments', M: 'bullhorn', A: 'exclamation', O: 'calendar' } as const

const subtypeOf = ({ id, label, description, type }: Subtype): object => ({
  id,
  label,
  description,
  color: colours[type],
  emoji: null,
  icon: null,
  iconName: icons[type],
  type,
  needsDocuments: false,
  isVisible: true,
  isPrivate: false,
  forGroupType: null,
  forGroups: [],
})

const groupsNamed = (world: World, ids: readonly string[]): readonly MadeUpGroup[] =>
  ids.flatMap((id) => world.group(id) ?? [])

const times = (event: MadeUpEvent): object => ({
  startTime: iso(event.start, event.timezone),
  endTime: iso(event.end, event.timezone),
  timezone: event.timezone,
})

const plain = (html: string): string => html.replaceAll(/<[^>]*>/g, ' ').trim()

const routes = (url: string, base: string, id: string): object => ({
  details: url,
  map: `${base}/carte/evenements/${id}/`,
  rsvp: `${url}inscription/`,
  cancel: `${url}quitter/`,
  manage: `${url}gestion/`,
  calendarExport: `${url}icalendar.ics`,
  report: `${url}compte-rendu/`,
  addPhoto: `${url}importer-image/`,
  edit: `${url}modifier/`,
  googleExport: 'https://calendar.google.com/calendar/render?action=TEMPLATE&text=...',
})

/** An event as lists of `/api` show it. */
export const eventCard = (event: MadeUpEvent, world: World): object => ({
  id: event.id,
  name: event.name,
  illustration: null,
  ...times(event),
  location: eventLocation(event.place),
  groups: groupsNamed(world, event.groups).map(({ id, name }) => ({ id, name })),
  groupsAttendees: groupsNamed(world, event.attending).map(({ id, name }) => ({ id, name })),
  subtype: subtypeOf(event.subtype),
  distance: null,
  eventSpeakers: [],
})

/** An event as an anonymous reader sees it, every key; the image of the page changes at every reading. */
export const eventDetails = (event: MadeUpEvent, world: World, base: string, now: Instant): object => {
  const url = `${base}/evenements/${event.id}/`
  return {
    ...eventCard(event, world),
    url,
    hasSubscriptionForm: event.form,
    description: event.description,
    textDescription: plain(event.description),
    metaImage: `${url}og-image/${now.toString(16)}/`,
    isOrganizer: false,
    isManager: false,
    isEditable: true,
    rsvp: null,
    rsvped: null,
    canRSVP: false,
    canCancelRSVP: false,
    canRSVPAsGroup: false,
    options: { price: event.price },
    routes: routes(url, base, event.id),
    groups: groupsNamed(world, event.groups).map(({ id, name, members }) => ({
      id,
      name,
      eventCount: Math.floor(now / minute) % 1_000,
      membersCount: members,
      isMember: false,
      isManager: false,
    })),
    groupsAttendees: groupsNamed(world, event.attending).map(({ id, name }) => ({
      id,
      name,
      isManager: false,
    })),
    contact:
      event.contact === null || now > event.end + 7 * day
        ? null
        : { name: event.contact, email: null, phone: null },
    allowGuests: false,
    onlineUrl: event.onlineUrl,
    youtubeVideoID: '',
    isPast: isOver(event, now),
    unauthorizedMessage: '',
    eventSpeakers: [],
    hasProject: false,
  }
}
