import type { Instant } from '../../base/clock.ts'
import type { ActionId, PersonId } from '../../base/ids.ts'
import type { Page } from '../groups/ports.ts'
import type { Arrived, Comer, Lapsed, Moved, Promoted } from './model.ts'

/** Seats, and who has them. All that changes the seats of one action happens under its row's lock. */
export interface AnswerStore {
  /** The most who may come from now on; whoever has a seat keeps it. What is freed is given by the next round ({@link fillable}). */
  limit(action: ActionId, seats: number | undefined): Promise<void>
  /** Its organisers choose who comes from now on, or no more: then the next round gives what is free to those who wait. */
  pick(action: ActionId, on: boolean): Promise<void>
  /** Whoever waits has a seat from now on, whatever their turn; never one too many. */
  choose(action: ActionId, person: PersonId, at: Instant): Promise<'chosen' | 'already' | 'full' | 'absent'>
  /** Gives the seats that are free to those who wait, in their turn; an action that is over or cancelled gives none. */
  fill(action: ActionId, at: Instant): Promise<readonly Promoted[]>
  /** Actions with free seats and people who wait: somebody made them larger. */
  fillable(now: Instant, most: number): Promise<readonly ActionId[]>
  /** Actions in which a seat was kept until that instant and not confirmed. */
  lapsing(now: Instant, most: number): Promise<readonly ActionId[]>
  /** Takes these seats back and gives them to the next ones. */
  lapse(
    action: ActionId,
    now: Instant,
  ): Promise<{ readonly lapsed: readonly Lapsed[]; readonly promoted: readonly Promoted[] }>
  /** Who got a seat for which they had waited, and who answered no, since then; a few of each. Names are opened: for those entitled. */
  moved(action: ActionId, since: Instant): Promise<Moved>
  /** What that person let organisers know. */
  notesBy(person: PersonId): Promise<readonly string[]>
  /** Whoever answered, yes first, then those who wait in their turn, then maybe and no; or only those who wait. Names are opened: for those entitled. */
  comers(action: ActionId, page: Page & { readonly only?: 'waiting' }): Promise<readonly Comer[]>
  /** What those who were to come said afterwards. */
  arrived(action: ActionId): Promise<Arrived>
}
