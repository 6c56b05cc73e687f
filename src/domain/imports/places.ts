import { given } from '../../base/given.ts'
import { folded } from '../../base/text.ts'
import { isZone, paris, type Zone } from '../../base/zones.ts'
import { metresBetween } from '../territory/distance.ts'
import { territoryOf } from '../territory/departments.ts'
import type { Commune, DepartmentCode, Point, Precision } from '../territory/model.ts'
import type { Gazetteer } from '../territory/ports.ts'
import type { Whereabouts } from './model.ts'

export const isFrench = (country: string | undefined): boolean =>
  country === undefined || country === '' || country === 'FR' || territoryOf(country) !== undefined

/** Where the State has it, whatever its source says. */
export interface Settled {
  readonly department?: DepartmentCode
  readonly zone: Zone
  readonly city?: string
  readonly postalCode?: string
  readonly point?: Point
  readonly precision?: Precision
}

/** Decides where things are from what a source says of them. */
export interface Places {
  /** `browser`: the zone of whoever typed it in, used only for what has no place at all. */
  settle(where: Whereabouts, browser?: string): Settled
}

export const createPlaces = ({ gazetteer }: { readonly gazetteer: Gazetteer }): Places => {
  const known = (code = ''): DepartmentCode | undefined => gazetteer.department(code)?.code

  const communeOf = ({ postalCode, city, point }: Whereabouts): Commune | undefined => {
    const communes = postalCode === undefined ? [] : gazetteer.communesOf(postalCode)
    const named = city === undefined ? [] : communes.filter(({ name }) => folded(name) === folded(city))
    const [first, ...others] = named.length > 0 ? named : communes
    if (!first || others.length === 0 || !point) return others.length === 0 ? first : named[0]
    const metres = (commune: Commune): number =>
      commune.point ? metresBetween(commune.point, point) : Number.POSITIVE_INFINITY
    return others.reduce((best, commune) => (metres(commune) < metres(best) ? commune : best), first)
  }

  /** What the postal code and the commune say, then the source, then the position. */
  const french = (where: Whereabouts, commune: Commune | undefined): DepartmentCode | undefined => {
    const { postalCode, city, country = '', point, department } = where
    const written = postalCode === undefined ? undefined : gazetteer.departmentOf(postalCode, city)
    const certain = territoryOf(country) ?? written ?? commune?.department ?? known(department)
    return certain ?? (point && gazetteer.nearest(point).department)
  }

  const zoneOf = (department: DepartmentCode | undefined, where: Whereabouts, browser?: string): Zone => {
    const placed = department !== undefined || !isFrench(where.country) || where.point !== undefined
    if (placed) return gazetteer.zoneOf(department, where.country)
    return browser !== undefined && isZone(browser) ? browser : paris
  }

  return {
    settle: (where, browser) => {
      const { country } = where
      const home = isFrench(country)
      const commune = home ? communeOf(where) : undefined
      const department = home ? french(where, commune) : gazetteer.abroad(country ?? '')?.code
      // Somewhere in the commune is not its middle.
      const precision: Precision | undefined = where.point ? 'exact' : commune?.point && 'about'
      return {
        zone:
          commune && department === commune.department
            ? gazetteer.zoneAt(commune)
            : zoneOf(department, where, browser),
        ...given({
          department,
          city: where.city ?? commune?.name,
          postalCode: where.postalCode,
          point: where.point ?? commune?.point,
          precision,
        }),
      }
    },
  }
}
