import type { Instant } from '../../base/clock.ts'
import type { ActionId, PersonId, RideId } from '../../base/ids.ts'
import type { Offer, Ride, Riding, Wish } from './model.ts'

export interface RideStore {
  /** One a person and action: another takes its place, and frees whom it carried, who are given back. */
  put(ride: Omit<Ride, 'id'>, at: Instant): Promise<readonly PersonId[]>
  /** With free seats, the first offered first. */
  offers(action: ActionId): Promise<readonly Offer[]>
  /** Those that have no car yet, nor asked one. */
  wishes(action: ActionId): Promise<readonly Wish[]>
  own(action: ActionId, person: PersonId): Promise<Offer | Wish | undefined>
  /** For that person's reminder; `undefined` when nobody counts on them, nor they on anybody. */
  riding(action: ActionId, person: PersonId): Promise<Riding | undefined>
  /** The wish of that person asks for seats of that offer; `riding`: another one has taken it. */
  ask(
    offer: RideId,
    person: PersonId,
  ): Promise<
    | { readonly is: 'asked' | 'riding' | 'full' | 'no-wish'; readonly offer: Offer; readonly wish?: Wish }
    | undefined
  >
  /** Never more than there are seats, whoever is answered at the same time. */
  answer(
    wish: RideId,
    driver: PersonId,
    accepts: boolean,
  ): Promise<{
    readonly is: 'agreed' | 'refused' | 'full' | 'gone'
    readonly wish?: Wish
    readonly offer?: Offer
  }>
  /** Those who counted on it, or on whom it counted. */
  leave(action: ActionId, person: PersonId): Promise<readonly PersonId[]>
  /** Where that person offers or asks for seats. */
  actionsOf(person: PersonId): Promise<readonly ActionId[]>
  takenBy(person: PersonId): Promise<number>
  /** Those of actions that were over then. */
  forget(before: Instant): Promise<number>
}
