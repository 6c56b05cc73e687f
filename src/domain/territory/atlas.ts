import type { CommuneCode } from './model.ts'

/** A commune that is part of another today. */
export interface Former {
  readonly name: string
  /** The commune of today. */
  readonly of: CommuneCode
  /** The code it had, which may be that of the commune of today; empty for a mere name. */
  readonly code: string
}

/**
 * What the gazetteer is made from: communes and municipal arrondissements, a column per thing known, all in the order of
 * the codes. Thirty-five thousand objects would take longer to make than all the rest; most are never asked for.
 */
export interface Atlas {
  readonly codes: readonly string[]
  readonly names: readonly string[]
  readonly departments: readonly string[]
  /** Those of one commune between spaces. */
  readonly postalCodes: readonly string[]
  readonly populations: readonly number[]
  /** Degrees; `null` where nobody lives. */
  readonly latitudes: readonly (number | null)[]
  readonly longitudes: readonly (number | null)[]
  /** One character each: `1` when the point is its own, `0` when it is drawn from the neighbours. */
  readonly exact: string
  readonly former: readonly Former[]
}
