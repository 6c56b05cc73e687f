import type { Instant } from '../../base/clock.ts'
import type { ActionId, GroupId } from '../../base/ids.ts'
import type { Zone } from '../../base/zones.ts'
import type { DepartmentCode, Point, Precision } from '../territory/model.ts'

/** Groupe local, thématique, fonctionnel; a loop is a boucle départementale. */
export type GroupKind = 'local' | 'thematic' | 'functional' | 'loop'

export interface Group {
  readonly id: GroupId
  readonly name: string
  readonly kind: GroupKind
  readonly certified: boolean
  /** Organised something lately, or is new. */
  readonly active: boolean
  readonly department?: DepartmentCode
  readonly city?: string
  readonly postalCode?: string
  readonly point?: Point
  readonly precision?: Precision
  /** Its page on Action Populaire. */
  readonly url?: string
}

export interface NextAction {
  readonly id: ActionId
  readonly name: string
  readonly start: Instant
  readonly zone: Zone
}

/** A group as a search shows it. */
export interface GroupFound {
  readonly group: Group
  /** Great-circle distance to where one looks, when both have a position. */
  readonly metres?: number
  readonly next?: NextAction
  readonly joined: boolean
  /** They want to be asked in private whether they come to what it does. */
  readonly asked?: true
}

/** A group as its source describes it; `sourceId` is the source's own identifier. */
export interface ImportedGroup extends Omit<Group, 'id'> {
  readonly source: 'action-populaire' | 'made-up'
  readonly sourceId: string
}
