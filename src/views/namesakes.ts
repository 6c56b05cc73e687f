import { paris } from '../base/zones.ts'
import type { Group } from '../domain/groups/model.ts'
import { metresBetween } from '../domain/territory/distance.ts'
import type { Commune, Department } from '../domain/territory/model.ts'
import { zoneOf, type Here } from './here.ts'

type Place = Commune | Department

/** Beyond, in metres, a place is no neighbour of a group's. */
const neighbourhood = 60_000

/** So much of the largest place's people is about as many. */
const alike = 0.8

const departmentOf = (place: Place): string => (place.is === 'commune' ? place.department : place.code)

const metresTo = (place: Place, { point, department }: Group): number => {
  if (place.is === 'commune' && place.point && point) return metresBetween(place.point, point)
  return department === departmentOf(place) ? 0 : Infinity
}

/** The source counts nobody where communes have merged: several postal codes tell a town from a village. */
const manyCodes = 3

const isAsLarge = (place: Commune, than: Commune): boolean =>
  place.population === 0 ? place.postalCodes.length >= manyCodes : place.population >= alike * than.population

/** Of two about as large, the one on the hour of Paris: most people ask from there. */
const atHome = (here: Here, places: readonly Place[]): readonly Place[] => {
  const [first] = places
  if (first?.is !== 'commune' || zoneOf(here, first) === paris) return places
  const other = places.find(
    (each) => each.is === 'commune' && isAsLarge(each, first) && zoneOf(here, each) === paris,
  )
  return other ? [other, ...places.filter((each) => each !== other)] : places
}

/**
 * Places of one name, the largest first as they came; before them those around the groups of whoever asks. That tells where they
 * are active: only to themselves.
 */
export const inOrder = async (
  here: Here,
  places: readonly Place[],
  alone: boolean,
): Promise<readonly Place[]> => {
  const known = atHome(here, places)
  const groups = alone ? await here.services.groups.mine() : []
  const metres = new Map(
    known.map((place) => [place, Math.min(...groups.map((group) => metresTo(place, group)))] as const),
  )
  const near = (place: Place): number => {
    const far = metres.get(place) ?? Infinity
    return far <= neighbourhood ? far : Infinity
  }
  const around = known.filter((place) => near(place) < Infinity)
  return [
    ...around.toSorted((one, other) => near(one) - near(other)),
    ...known.filter((place) => !around.includes(place)),
  ]
}
