/** The file, unpacked: one column each, all in the order of the codes. Columns pack better than rows, and load faster. */
export interface Columns {
  /** Between spaces, as are `departments`, `formerOf` and `formerCodes`. */
  readonly codes: string
  /** A line each, as are `formerNames`. */
  readonly names: string
  readonly departments: string
  /** A line each, with spaces between the codes of one commune. */
  readonly postalCodes: string
  readonly populations: readonly number[]
  /** Degrees; `null` where nobody lives. */
  readonly latitudes: readonly (number | null)[]
  readonly longitudes: readonly (number | null)[]
  /** `1` when the point is GeoNames' own, `0` when it is drawn from the neighbours. */
  readonly exact: string
  /** Names of communes that are part of another today, and other names in use. */
  readonly formerNames: string
  /** The commune of today. */
  readonly formerOf: string
  /** The code that they had; empty for other names. */
  readonly formerCodes: string
}
