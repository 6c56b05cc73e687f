import { folded } from '../../base/text.ts'
import { metresBetween } from '../territory/distance.ts'
import type { Commune, Point } from '../territory/model.ts'
import type { Gazetteer } from '../territory/ports.ts'

type Map = Pick<Gazetteer, 'find'>

/** Who leaves from there takes along who leaves from here, in metres. */
export const onTheWay = 15_000

/** A town of that name further than that from the action is another one. */
const furthest = 300_000

const hour = /\d{1,2}\s*[h:]\s*(?:\d{2})?/giu

/** Capitalised words that may be the name of a town, the longest run first, and the words after « de » or « à ». */
const candidates = (words: string): readonly string[] => {
  const said = words.replaceAll(hour, ' ')
  const runs = said.match(/\p{Lu}[\p{L}’']*(?:(?:[- ]|-(?:\p{Ll}+-)+)\p{Lu}[\p{L}’']*)*/gu) ?? []
  const after = [...said.matchAll(/(?:^|[\s,(])(?:d[’']|de |à |a )([^,;()\d]+)/giu)].map(
    ([, name = '']) => name,
  )
  const pieces = said.split(/[,;()]/)
  return [...new Set([...runs, ...after, ...pieces].map((each) => each.trim()))].filter(
    (each) => each.length > 1,
  )
}

const townsOf = (territory: Map, name: string): readonly Commune[] => {
  const found = territory.find(name)
  const areas = found.is === 'one' ? [found.area] : found.is === 'several' ? found.areas : []
  // Typing errors are not believed here: nobody is sent to a village that resembles a station.
  return areas.filter(
    (area): area is Commune =>
      area.is === 'commune' && [area.name, area.formerly ?? ''].some((each) => folded(each) === folded(name)),
  )
}

/** Where somebody leaves from, as far as their words name a town; the one nearest to the action. */
export const departureOf = (words: string, territory: Map, to: Point | undefined): Point | undefined => {
  for (const name of candidates(words)) {
    const points = townsOf(territory, name).flatMap(({ point }) => (point ? [point] : []))
    const metres = (point: Point): number => (to ? metresBetween(point, to) : 0)
    const [nearest] = points.toSorted((one, other) => metres(one) - metres(other))
    if (nearest && metres(nearest) <= furthest) return nearest
  }
  return undefined
}
