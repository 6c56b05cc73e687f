import { metresBetween } from '../territory/distance.ts'
import type { DepartmentCode, Point } from '../territory/model.ts'
import type { Gazetteer } from '../territory/ports.ts'
import { isFrench } from './places.ts'

/** The departments that an import is about. */
export interface Area {
  /** Changes when other departments are wanted. */
  readonly name: string
  /** Those that a source can be asked for one by one; constituencies abroad are not among them. */
  readonly departments: readonly DepartmentCode[]
  readonly abroad: boolean
  readonly isAll: boolean
  has(department: DepartmentCode | undefined): boolean
  /** Is the commune nearest to it in there? */
  holds(point: Point): boolean
  /** Might it be in there? Near a border, ask rather than guess. */
  maybe(point: Point | undefined, country?: string): boolean
}

const isAbroad = (code: DepartmentCode): boolean => code.startsWith('99')

/** About 5 km: the middle of a commune may be nearer to a place than that of its own. */
const margin = 0.045

const around = ({ lat, lon }: Point): readonly Point[] => {
  const aside = margin / Math.max(0.1, Math.cos((lat * Math.PI) / 180))
  return [-1, 1].flatMap((up) =>
    [-1, 1].map((right) => ({ lat: lat + up * margin, lon: lon + right * aside })),
  )
}

/** In town, the middle of a French commune is nearer than that. */
const farFromAnyCommune = 2_000

/** The one country that is nearer than that. */
const isInMonaco = ({ lat, lon }: Point): boolean => lat > 43.72 && lat < 43.76 && lon > 7.4 && lon < 7.45

interface Needs {
  readonly gazetteer: Gazetteer
  /** Empty: all of them. */
  readonly wanted: readonly DepartmentCode[]
}

export const createArea = ({ gazetteer, wanted }: Needs): Area => {
  const all = wanted.length === 0
  const codes = all ? gazetteer.departments().map(({ code }) => code) : wanted
  const inside = new Set(codes)
  const abroad = codes.some(isAbroad)

  const perhapsAbroad = (point: Point): boolean => {
    const middle = gazetteer.nearest(point).point
    return isInMonaco(point) || middle === undefined || metresBetween(middle, point) > farFromAnyCommune
  }

  const holds = (point: Point): boolean => inside.has(gazetteer.nearest(point).department)

  return {
    name: all ? 'all' : wanted.toSorted().join(','),
    departments: codes.filter((code) => !isAbroad(code)),
    abroad,
    isAll: all,
    has: (department) => all || (department !== undefined && inside.has(department)),
    holds,
    maybe: (point, country) => {
      if (all || point === undefined) return true
      if (!isFrench(country)) {
        const constituency = gazetteer.abroad(country ?? '')
        return constituency !== undefined && inside.has(constituency.code)
      }
      if (abroad && country === undefined && perhapsAbroad(point)) return true
      return [point, ...around(point)].some(holds)
    },
  }
}
