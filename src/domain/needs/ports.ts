import type { Instant } from '../../base/clock.ts'
import type { ActionId, NeedId, PersonId } from '../../base/ids.ts'
import type { Page } from '../groups/ports.ts'
import type { Need, NeedFound } from './model.ts'

export interface NeedStore {
  of(action: ActionId, person?: PersonId): Promise<readonly NeedFound[]>
  /** After those that are there; at most {@link mostNeeds} in all: how many were added. */
  add(action: ActionId, needs: readonly Need[]): Promise<number>
  /** Never more than are wanted, whoever takes at the same time: the row is locked. */
  take(
    id: NeedId,
    person: PersonId,
    at: Instant,
  ): Promise<{ readonly is: 'taken' | 'already' | 'full'; readonly need: NeedFound } | undefined>
  giveBack(
    id: NeedId,
    person: PersonId,
  ): Promise<{ readonly is: 'given-back' | 'absent'; readonly need: NeedFound } | undefined>
  /** Those who had taken it, who are to be told. */
  remove(
    id: NeedId,
  ): Promise<
    { readonly action: ActionId; readonly words: string; readonly takers: readonly PersonId[] } | undefined
  >
  /** Names are opened: for organisers. */
  takers(action: ActionId): Promise<readonly { readonly need: NeedId; readonly name?: string }[]>
  /** What is still missing for coming actions that they may come to, of their groups or that they answered, and that they have not taken. */
  wanted(person: PersonId, from: Instant, page: Page): Promise<readonly NeedFound[]>
  /** How much somebody has taken that is not over. */
  takenBy(person: PersonId): Promise<number>
}
