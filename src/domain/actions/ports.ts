import type { Instant } from '../../base/clock.ts'
import type { ActionId, PersonId } from '../../base/ids.ts'
import type { Page } from '../groups/ports.ts'
import type { DepartmentCode, Point } from '../territory/model.ts'
import type { Action, ActionFound, ActionKind, Answer, Counts, ImportedAction } from './model.ts'

export interface Search {
  /** Whose groups, near what, or in which department; all three absent: everywhere. */
  readonly groupsOf?: PersonId
  readonly near?: { readonly point: Point; readonly within: number }
  readonly department?: DepartmentCode
  /** Not over at `from`, begun before `to`. */
  readonly from: Instant
  readonly to?: Instant
  readonly kind?: ActionKind
  readonly page: Page
}

export interface ActionStore {
  found(id: ActionId, person?: PersonId): Promise<ActionFound | undefined>
  /** Planned actions, the soonest first. */
  search(search: Search, person?: PersonId): Promise<readonly ActionFound[]>
  /** One answer a person and action; the last one stands. `was` is the answer before. */
  answer(
    person: PersonId,
    action: ActionId,
    answer: Answer,
    at: Instant,
  ): Promise<{ readonly was?: Answer; readonly counts: Counts }>
  /** What the person answered, not over at that instant, cancelled ones included, the soonest first. */
  answeredBy(person: PersonId, from: Instant): Promise<readonly ActionFound[]>
  keepImported(
    action: ImportedAction,
    at: Instant,
  ): Promise<{ readonly id: ActionId; readonly was: 'added' | 'changed' | 'same' }>
  bySource(source: ImportedAction['source'], sourceId: string): Promise<Action | undefined>
  /** Hidden at its source, or back again. */
  setState(id: ActionId, state: Action['state'], at: Instant): Promise<void>
}
