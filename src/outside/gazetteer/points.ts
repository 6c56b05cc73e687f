import { metresBetween } from '../../domain/territory/distance.ts'
import { wordsOf } from '../../domain/territory/words.ts'
import {
  circlesOf,
  grouped,
  guessFrom,
  isFarFromNeighbours,
  type Located,
  type Placed,
} from './neighbours.ts'
import type { Place, Sources } from './sources.ts'

const nameKey = (name: string): string => wordsOf(name).join('')

const biggest = (places: readonly Place[]): Place | undefined =>
  places.reduce<Place | undefined>(
    (best, place) => (best && best.population >= place.population ? best : place),
    undefined,
  )

/** `Paris 20 Ménilmontant`, `Lyon 03` there, `Paris 20e` here: what they share is the number. */
const numbered = (name: string): string => {
  const number = /^(Paris|Lyon|Marseille) 0?(\d{1,2})/.exec(name)
  return number ? `${number[1]} ${number[2]}` : name
}

const isArrondissement = ({ names }: Place): boolean => /^(Paris|Lyon|Marseille) \d/.test(names[0] ?? '')

/** Territories of one commune: GeoNames knows only its main town. */
const capitals = new Map([
  ['97701', { country: 'BL', name: 'Gustavia' }],
  ['97801', { country: 'MF', name: 'Marigot' }],
])

const sameName = ({ names }: Located, place: Place): boolean => {
  const keys = new Set(names.map(nameKey))
  return place.names.some((name) => keys.has(nameKey(name)))
}

const within = (some: readonly string[], all: readonly string[]): boolean =>
  some.every((word) => all.includes(word))

/** All words of one are in the other: `Vire` and `Vire Normandie`, `Gros-Morne` and `Le Gros-Morne`. */
const akin = ({ name }: Located, place: Place): boolean => {
  const one = wordsOf(name)
  const other = wordsOf(place.names[0] ?? '')
  return within(one, other) || within(other, one)
}

/**
 * The points that GeoNames surely knows (`exact`): a place with the commune's code and its name, or the only place of its
 * name in a department with only one commune of that name. A place with its code alone is somewhere
 * in it: `about`.
 */
const ownPoints = (communes: readonly Located[], places: readonly Place[]): Map<string, Placed> => {
  const codes = new Set(communes.map(({ code }) => code))
  const coded = grouped(places, (place) => [...new Set(place.codes)].filter((code) => codes.has(code)))
  // The code of an arrondissement's place is the city's.
  const uncoded = places.filter(
    (place) => isArrondissement(place) || !place.codes.some((code) => codes.has(code)),
  )
  const named = grouped(uncoded, (place) =>
    [...place.codes, place.country].map(
      (division) => `${division} ${nameKey(numbered(place.names[0] ?? ''))}`,
    ),
  )
  const namesakes = grouped(communes, ({ department, name }) => [`${department} ${nameKey(name)}`])

  const byCode = (commune: Located): Place | undefined => {
    const here = coded.get(commune.code) ?? []
    return (
      biggest(here.filter((place) => sameName(commune, place))) ??
      biggest(here.filter((place) => akin(commune, place)))
    )
  }
  const byName = ({ code, department, name }: Located): Place | undefined => {
    if (namesakes.get(`${department} ${nameKey(name)}`)?.length !== 1) return undefined
    const capital = capitals.get(code)
    const key = capital
      ? `${capital.country} ${nameKey(capital.name)}`
      : `${department} ${nameKey(numbered(name))}`
    const [first, ...others] = named.get(key) ?? []
    return first && others.every(({ point }) => metresBetween(point, first.point) < 5_000) ? first : undefined
  }

  const known = new Map<string, Placed>()
  for (const commune of communes) {
    const own = byCode(commune) ?? byName(commune)
    const inside = own ?? biggest(coded.get(commune.code) ?? [])
    // Overseas a commune is often an island, and its largest place has another name.
    const precision = own || commune.code >= '97' ? 'exact' : 'about'
    if (inside) known.set(commune.code, { point: inside.point, precision })
  }
  return known
}

/** A point for every commune that has one or has a neighbour that has one. */
export const locate = (
  communes: readonly Located[],
  { places, unions }: Pick<Sources, 'places' | 'unions'>,
): Map<string, Placed> => {
  const known = ownPoints(communes, places)
  const circles = circlesOf(communes, unions)
  const doubtful = communes.filter((commune) => isFarFromNeighbours(commune, circles(commune), known))
  for (const { code } of doubtful) known.delete(code)

  const all = new Map(known)
  for (const commune of communes) {
    const point = known.has(commune.code) ? undefined : guessFrom(circles(commune), known)
    if (point) all.set(commune.code, { point, precision: 'about' })
  }
  return all
}
