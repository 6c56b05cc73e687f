import type { Instant } from '../../base/clock.ts'
import type { ActionId, PersonId } from '../../base/ids.ts'
import type { Concerned, Ripe } from './model.ts'

/**
 * Actions that their readers knew otherwise. The store itself writes a change down wherever an action is changed, when somebody comes
 * to it.
 */
export interface ChangeStore {
  /** Older than that instant and held by nobody else: this transaction alone has them. */
  ripe(before: Instant): Promise<Ripe | undefined>
  /** So many people who are to be told, after that person, in the order of their ids; each once for every one of these that concerns them. */
  concerned(
    actions: readonly ActionId[],
    after: PersonId | undefined,
    mostPeople: number,
  ): Promise<readonly Concerned[]>
  /** Somebody other than that person is to be told of these, and can be written to. */
  isHeard(actions: readonly ActionId[], but: PersonId): Promise<boolean>
  told(actions: readonly ActionId[], upTo: PersonId): Promise<void>
  close(actions: readonly ActionId[]): Promise<void>
}
