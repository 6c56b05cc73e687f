import { folded } from '../../src/base/text.ts'
import type { MadeUpGroup, MadeUpPlace } from '../movement/index.ts'
import { cached, json, unprocessable } from './answers.ts'
import { eventCard } from './events.ts'
import { groupFound } from './groups.ts'
import { isAbroad } from './places.ts'
import { paginated, type Route } from './routing.ts'
import { isListed, isOver, type World } from './world.ts'

const departments = /^(?:0[1-9]|1\d|2[1-9AB]|[3-8]\d|9[0-5]|97[1-8]|98[46-9])$/

/** Corsican postal codes that were not geocoded answer for both departments; others that were not, by their prefix. */
const isIn = (place: MadeUpPlace, code: string): boolean => {
  const { department, postalCode } = place
  if (isAbroad(place)) return false
  const geocoded = department !== '' && !postalCode.startsWith('20')
  return geocoded ? department === code : postalCode.startsWith(code.replace(/[AB]$/, '0'))
}

const values = (list: string | null): readonly string[] | undefined => list?.split(',').filter(Boolean)

const says = (text: string, words: string): boolean =>
  words !== '' &&
  folded(words)
    .split(' ')
    .every((word) => folded(text).includes(word))

const kinds: Readonly<Record<string, (group: MadeUpGroup) => boolean>> = {
  CERTIFIED: (group) => group.certified,
  NOT_CERTIFIED: (group) => !group.certified,
}

const groupsSaying = (world: World, query: URLSearchParams): readonly MadeUpGroup[] => {
  const kind = query.get('filters[groupType]')
  const sleeping = query.get('filters[groupInactive]') === '1'
  return world
    .groups()
    .filter(({ name, place }) => says(`${name} ${place.city} ${place.postalCode}`, query.get('q') ?? ''))
    .filter((group) => group.active || sleeping)
    .filter((group) => kind === null || (kinds[kind]?.(group) ?? group.type === kind))
}

const postalCodes = (world: World): readonly { code: string; departement: string; city: string }[] => {
  const all = [
    ...world.groups().map(({ place }) => place),
    ...world.events().flatMap(({ place }) => place ?? []),
  ]
  const unique = new Map(all.map((place) => [place.postalCode, place]))
  return [...unique.values()].map(({ postalCode, department, city }) => ({
    code: postalCode,
    departement: department,
    city,
  }))
}

export const searchRoutes: readonly Route[] = [
  {
    path: /^\/api\/groupes\/recherche\/geo\/$/,
    answer: ({ query, world }) => {
      const [type, zips, codes] = [
        query.get('type'),
        values(query.get('zip')),
        values(query.get('departement')),
      ]
      const unknown = codes?.find((code) => !departments.test(code))
      if (unknown !== undefined) return unprocessable('departement', unknown)
      if (type !== null && !/^[LBFD]$/.test(type)) return unprocessable('type', type)
      if (!zips && !codes) return json([])
      const groups = world
        .groups()
        .filter((group) => type === null || group.type === type)
        .filter(({ place }) => zips === undefined || zips.includes(place.postalCode))
        .filter(({ place }) => codes === undefined || codes.some((code) => isIn(place, code)))
        .map(({ id, name, place }) => ({ id, name, zip: place.postalCode }))
        .toSorted((one, other) => one.zip.localeCompare(other.zip) || one.name.localeCompare(other.name))
      return json([...groups, ...world.spoilt('departments')])
    },
  },
  {
    path: /^\/api\/groupes\/recherche\/$/,
    answer: ({ query, world }) => {
      const found = world
        .groups()
        .filter(({ name, place }) => says(`${name} ${place.city}`, query.get('q') ?? ''))
      return json(
        paginated(
          found.map((group) => ({ ...groupFound(group), type: group.type })),
          query,
        ),
      )
    },
  },
  {
    path: /^\/api\/recherche\/$/,
    head: true,
    answer: ({ query, world, now }) => {
      const type = query.get('type')
      const most = type === null ? 3 : 20
      const upcoming = query.get('filters[eventSchedule]') === 'UPCOMING'
      const events = world
        .events()
        .filter((event) => isListed(event) && (!upcoming || !isOver(event, now)))
        .filter((event) => says(`${event.name} ${event.place?.city ?? ''}`, query.get('q') ?? ''))
      return json({
        query: query.get('q') ?? '',
        type,
        groups: type === 'events' ? [] : groupsSaying(world, query).slice(0, most).map(groupFound),
        events: type === 'groups' ? [] : events.slice(0, most).map((event) => eventCard(event, world)),
      })
    },
  },
  {
    path: /^\/api\/codes-postaux\/$/,
    answer: ({ query, world }) => {
      const [code, department] = [query.get('code'), query.get('departement')]
      return cached(
        postalCodes(world)
          .filter(
            (one) => (code ?? one.code) === one.code && (department ?? one.departement) === one.departement,
          )
          .map(({ city, ...one }) => ({ ...one, communes: { [one.code]: city }, country: 'France' })),
      )
    },
  },
]
