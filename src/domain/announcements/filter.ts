import { folded } from '../../base/text.ts'
import type { GroupKind } from '../groups/model.ts'
import type { Commune, Department, DepartmentCode, Found, Point } from '../territory/model.ts'
import type { Gazetteer } from '../territory/ports.ts'

/** Groups of one commune, around it, or of a whole department. */
export type FilterPlace =
  | {
      readonly is: 'commune'
      readonly name: string
      readonly postalCodes: readonly string[]
      readonly point?: Point
      /** As far as that around it; absent: the commune alone. */
      readonly metres?: number
    }
  | { readonly is: 'department'; readonly name: string; readonly code: DepartmentCode }

/** Through what something reaches them; both unless it is said. */
export const ways = ['both', 'chats', 'members'] as const
export type Way = (typeof ways)[number]

/** Which groups an announcement is for, among those that belong to the place; what is absent does not matter. */
export interface Filter {
  readonly kinds?: readonly GroupKind[]
  readonly certified?: boolean
  readonly places?: readonly FilterPlace[]
  readonly way?: Way
  /** How long groups may think about it, in hours; absent: as usual. */
  readonly patience?: number
}

/** A group has so long to have its say, in hours, unless the loop gives it another time. */
export const sayHours = 24
export const patiences = [24, 48, 72, 3, 6, 12] as const

const mostPlaces = 20
const longestRadius = 200

const around = /^(\d{1,3}) ?km (?:autour )?(?:de |d[’'] ?)(.+)$/iu

type Read =
  | { readonly is: 'read'; readonly places: readonly FilterPlace[] }
  | { readonly is: 'unclear'; readonly words: string }

/** Of several places of one name, the one that is at home. */
const areaOf = (found: Found, within: DepartmentCode | undefined): Commune | Department | undefined => {
  if (found.is === 'one') return found.area
  if (found.is === 'none' || within === undefined) return undefined
  const [here, ...others] = found.areas.filter((area) => area.is === 'commune' && area.department === within)
  return others.length === 0 ? here : undefined
}

const placeOf = (
  words: string,
  metres: number | undefined,
  gazetteer: Gazetteer,
  within: DepartmentCode | undefined,
): FilterPlace | undefined => {
  const area = areaOf(gazetteer.find(words), within)
  if (!area) return undefined
  if (area.is === 'department')
    return metres === undefined ? { is: 'department', name: area.name, code: area.code } : undefined
  if (metres !== undefined && !area.point) return undefined
  return {
    is: 'commune',
    name: area.name,
    postalCodes: area.postalCodes,
    ...(area.point && { point: area.point }),
    ...(metres !== undefined && { metres }),
  }
}

/** « Montreuil, Bagnolet », « 15 km autour de Nevers », a department; nothing typed: everywhere. `within`: of whoever asks. */
export const readPlaces = (typed: string, gazetteer: Gazetteer, within?: DepartmentCode): Read => {
  const parts = typed
    .split(/[,;\n]| et /u)
    .map((part) => part.trim())
    .filter((part) => part !== '' && folded(part) !== 'partout')
  const places: FilterPlace[] = []
  for (const part of parts.slice(0, mostPlaces)) {
    const [, km, center = part] = around.exec(part) ?? []
    const metres = km === undefined ? undefined : Math.min(Number(km), longestRadius) * 1_000
    const place = placeOf(center, metres, gazetteer, within)
    if (!place) return { is: 'unclear', words: part }
    places.push(place)
  }
  return { is: 'read', places }
}

/** Without what does not matter; `undefined` when nothing is left out. */
export const tidied = ({ kinds, certified, places, way, patience }: Filter): Filter | undefined => {
  const filter: Filter = {
    ...(kinds && kinds.length > 0 && { kinds }),
    ...(certified !== undefined && { certified }),
    ...(places && places.length > 0 && { places }),
    ...(way && way !== 'both' && { way }),
    ...(patience !== undefined && patience !== sayHours && { patience }),
  }
  return Object.keys(filter).length > 0 ? filter : undefined
}
