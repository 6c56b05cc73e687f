/** What came of an action, in whole numbers; what nobody counted is absent. */
export interface Outcome {
  readonly people?: number
  readonly tracts?: number
  readonly doors?: number
  readonly contacts?: number
}

/** A month of a group or a department. */
export interface Total {
  /** `2026-11` */
  readonly month: string
  readonly actions: number
  readonly people: number
  readonly tracts: number
  readonly doors: number
  readonly contacts: number
}
