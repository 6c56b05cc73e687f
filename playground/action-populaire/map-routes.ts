import { dayOf, paris, wall } from '../../src/base/zones.ts'
import { folded } from '../../src/base/text.ts'
import type { MadeUpEvent, MadeUpGroup } from '../movement/index.ts'
import { broken, cached, unprocessable } from './answers.ts'
import { iso } from './events.ts'
import { point } from './places.ts'
import type { Asked, Route } from './routing.ts'
import { isListed, isOver } from './world.ts'

const spoken = (event: MadeUpEvent): string => {
  const at = wall(event.start, paris)
  const date = at.toPlainDate().toLocaleString('fr', { day: 'numeric', month: 'long', year: 'numeric' })
  return `le ${date} à ${at.toPlainTime().toString({ smallestUnit: 'minute' })} (Europe/Paris)`
}

const eventItem = (event: MadeUpEvent, base: string): object => ({
  id: event.id,
  name: event.name,
  coordinates: event.place ? point(event.place) : null,
  date: spoken(event),
  link: `${base}/evenements/carte/${event.id}/`,
  start_time: iso(event.start, paris),
  end_time: iso(event.end, paris),
  subtype: event.subtype.id,
})

const groupItem = (group: MadeUpGroup, base: string): object => ({
  id: group.id,
  name: group.name,
  coordinates: point(group.place),
  type: group.type,
  subtype: null,
  subtypes: [],
  is_active: group.active,
  is_certified: group.certified,
  location_country: group.place.country,
  link: `${base}/groupes/carte/${group.id}/`,
})

const isTrue = (value: string | null): boolean => value !== null && value !== '' && value !== 'false'

const spans = (event: MadeUpEvent, date: string): boolean =>
  dayOf(event.start, paris) <= date && date <= dayOf(event.end, paris)

const fits = ({ query, now }: Asked) => {
  const [type, subtypes, date, group, words] = [
    query.get('type'),
    query.getAll('subtype').map((label) => label.normalize('NFC').toLowerCase()),
    query.get('date'),
    query.get('group'),
    folded(query.get('q') ?? ''),
  ]
  return (event: MadeUpEvent): boolean =>
    (isTrue(query.get('include_past')) || !isOver(event, now)) &&
    (type === null || event.subtype.type === type) &&
    (subtypes.length === 0 || subtypes.includes(event.subtype.label)) &&
    (date === null || spans(event, date)) &&
    (group === null || event.groups.includes(group)) &&
    folded(event.name).includes(words)
}

const unknownSubtype = ({ query, world }: Asked): string | undefined => {
  const known = new Set(world.events().map((event) => event.subtype.label))
  return query.getAll('subtype').find((label) => !known.has(label.normalize('NFC').toLowerCase()))
}

export const mapRoutes: readonly Route[] = [
  {
    path: /^\/carte\/liste_evenements\/$/,
    head: true,
    answer: (asked) => {
      const { query, world, base } = asked
      const type = query.get('type')
      const unknown = unknownSubtype(asked)
      if (query.has('bbox')) return broken
      if (type !== null && !/^[GMAO]$/.test(type)) return unprocessable('type', type)
      if (unknown !== undefined) return unprocessable('subtype', unknown)
      if (query.size === 0) world.listed()
      const events = world
        .events()
        .filter((event) => isListed(event) && event.place)
        .filter(fits(asked))
        .toSorted((one, other) => other.start - one.start)
      return cached([...events.map((event) => eventItem(event, base)), ...world.spoilt('events')])
    },
  },
  {
    path: /^\/carte\/liste_groupes\/$/,
    head: true,
    answer: ({ query, world, base }) => {
      const groups = world
        .groups()
        .filter((group) => group.located && (query.get('certified') !== '1' || group.certified))
        .toSorted((one, other) => other.founded - one.founded)
      return cached([...groups.map((group) => groupItem(group, base)), ...world.spoilt('groups')])
    },
  },
]
