import type { Instant } from '../../base/clock.ts'
import type { ActionId, GroupId, PersonId } from '../../base/ids.ts'
import type { Promoted, Wish } from '../answers/model.ts'
import type { Page } from '../groups/ports.ts'
import type { DepartmentCode, Point } from '../territory/model.ts'
import type { Action, ActionFound, ActionKind, Answer, Counts, ImportedAction } from './model.ts'

export interface Search {
  /** Whose groups, near what, or in which department; all three absent: everywhere. */
  readonly groupsOf?: PersonId
  /** Organised by that group, or announced by a calendar that it follows. */
  readonly programmeOf?: GroupId
  readonly near?: { readonly point: Point; readonly within: number }
  readonly department?: DepartmentCode
  /** Not over at `from`, begun before `to`. */
  readonly from: Instant
  readonly to?: Instant
  readonly kind?: ActionKind
  /** That one alone, if it fits. */
  readonly only?: ActionId
  readonly page: Page
}

export type Noted = {
  /** The answer before. */
  readonly was?: Answer
  readonly counts: Counts
} & (
  | {
      readonly is: 'noted'
      /** Something is other than before. */
      readonly changed: boolean
      /** The seat had been kept for them, and is theirs from now on. */
      readonly confirmed?: true
      readonly guests: number
      /** They wait; 1 is next. */
      readonly place?: number
      /** Others, who got the seats that this answer freed. */
      readonly promoted: readonly Promoted[]
    }
  /** They have a seat, but not so many for their guests: nothing was noted. `free`: for guests. */
  | { readonly is: 'no-room'; readonly free: number }
)

export interface ActionStore {
  found(id: ActionId, person?: PersonId): Promise<ActionFound | undefined>
  /** Planned actions, the soonest first. */
  search(search: Search, person?: PersonId): Promise<readonly ActionFound[]>
  /** One answer a person and action; the last one stands. Never one seat too many. */
  answer(
    person: PersonId,
    action: ActionId,
    answer: Answer,
    at: Instant,
    more?: Omit<Wish, 'answer'>,
  ): Promise<Noted>
  /** Whether somebody who said that they come did. */
  came(person: PersonId, action: ActionId, did: boolean): Promise<void>
  /** Is that person among those who may come? */
  mayCome(id: ActionId, person: PersonId): Promise<boolean>
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
