import type { Brand } from '../../base/brand.ts'
import type { Zone } from '../../base/zones.ts'

/** `75`, `2A`, `974`; constituencies of French citizens abroad: `99-01` to `99-11`. Always text. */
export type DepartmentCode = Brand<string, 'DepartmentCode'>

/** The code of the State's geographic code (COG), `93048`; arrondissements of Paris, Lyon and Marseille have their own. */
export type CommuneCode = Brand<string, 'CommuneCode'>

/** WGS-84, degrees. */
export interface Point {
  readonly lat: number
  readonly lon: number
}

/** `about`: drawn from neighbours that share the postal code (median error 4 km): distances are then rounded. */
export type Precision = 'exact' | 'about'

export interface Commune {
  readonly is: 'commune'
  readonly code: CommuneCode
  readonly name: string
  readonly department: DepartmentCode
  readonly postalCodes: readonly string[]
  readonly population: number
  readonly point?: Point
  readonly precision: Precision
  /** When the name asked for is one that this commune absorbed. */
  readonly formerly?: string
}

/** A department, an overseas collectivity or a constituency abroad. */
export interface Department {
  readonly is: 'department'
  readonly code: DepartmentCode
  readonly name: string
  /** `dans le Nord`, `à Paris`, `en Guyane`. */
  readonly within: string
  readonly zone: Zone
}

/** A position that somebody shared: used for one answer, never stored. */
export interface Spot {
  readonly is: 'spot'
  readonly point: Point
}

/** Where somebody looks. */
export type Area = Commune | Department | Spot

/** What a text means as a place; `nearly` are proposals when nothing fits. */
export type Found =
  | { readonly is: 'one'; readonly area: Commune | Department }
  | { readonly is: 'several'; readonly areas: readonly (Commune | Department)[] }
  | { readonly is: 'none'; readonly nearly: readonly Commune[] }
