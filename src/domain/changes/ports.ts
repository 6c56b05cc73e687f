import type { Instant } from '../../base/clock.ts'
import type { ActionId, PersonId } from '../../base/ids.ts'
import type { Change, Concerned } from './model.ts'

/**
 * Actions that their readers knew otherwise. The store itself writes a change down wherever an action is changed, when somebody comes
 * to it.
 */
export interface ChangeStore {
  /** Older than that instant and held by nobody else: this transaction alone has it. */
  ripe(before: Instant): Promise<Change | undefined>
  /** Those who are to be told, after that person, in the order of their ids. */
  concerned(action: ActionId, after: PersonId | undefined, most: number): Promise<readonly Concerned[]>
  told(action: ActionId, upTo: PersonId): Promise<void>
  close(action: ActionId): Promise<void>
}
