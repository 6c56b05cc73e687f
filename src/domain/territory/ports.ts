import type { Zone } from '../../base/zones.ts'
import type { Commune, CommuneCode, Department, DepartmentCode, Found, Point } from './model.ts'

/** The territory of the Republic, known offline. */
export interface Gazetteer {
  /** Postal code, commune, former commune, arrondissement, department by code or name, constituency abroad; typos allowed. */
  find(text: string): Found
  /** What to propose to somebody who has typed that much; the most likely first. */
  suggest(typed: string, most: number): readonly (Commune | Department)[]
  commune(code: string): Commune | undefined
  department(code: string): Department | undefined
  /** Sorted as people list them: `01`…`19`, `2A`, `2B`, `21`…`95`, overseas, abroad. */
  departments(): readonly Department[]
  nearest(point: Point): Commune
  /** The zone of a place: from its department where there is one, else from its country (ISO 3166-1 alpha-2). */
  zoneOf(department: DepartmentCode | undefined, country?: string): Zone
  /** The zone of a commune, which is not always that of its department. */
  zoneAt(commune: Pick<Commune, 'code' | 'department'>): Zone
  /** The constituency of French citizens abroad that a country belongs to. */
  abroad(country: string): Department | undefined
  /** The department of a postal code when the code alone says it: the commune's own, never the prefix, once it is known. */
  departmentOf(postalCode: string, city?: string): DepartmentCode | undefined
  communesOf(postalCode: string): readonly Commune[]
}

export type { CommuneCode }
