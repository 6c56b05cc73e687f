import type { Instant } from '../../base/clock.ts'
import type { ActionId, PersonId, RideId } from '../../base/ids.ts'
import { clip, storable } from '../../base/text.ts'
import type { ActionFound } from '../actions/model.ts'
import type { ActionStore } from '../actions/ports.ts'
import type { Tell } from '../notices/ports.ts'
import type { People } from '../people/service.ts'
import { Refusal } from '../refusal.ts'
import { longestWords, mostSeats, withoutNumbers, type Offer, type Wish } from './model.ts'
import type { RideStore } from './ports.ts'

export interface Cars {
  readonly found: ActionFound
  readonly offers: readonly Offer[]
  readonly own?: Offer | Wish
}

/** Who rides with whom: people find each other through the bot, without a telephone number. */
export interface Rides {
  of(action: ActionId): Promise<Cars>
  offer(action: ActionId, seats: number, words: string): Promise<Cars>
  wish(action: ActionId, seats: number, words: string): Promise<Cars>
  /** The driver is told, and answers. */
  ask(offer: RideId): Promise<{ readonly is: 'asked' | 'full' | 'no-wish'; readonly action: ActionId }>
  answer(wish: RideId, accepts: boolean): Promise<'agreed' | 'refused' | 'full' | 'gone'>
  leave(action: ActionId): Promise<Cars>
  mine(): Promise<number>
}

interface Needs {
  readonly store: RideStore
  readonly actions: Pick<ActionStore, 'found'>
  readonly people: People
  readonly tell: Tell
  readonly now: Instant
}

export const createRides = ({ store, actions, people, tell, now }: Needs): Rides => {
  const open = async (id: ActionId): Promise<ActionFound> => {
    const found = await actions.found(id, people.known())
    if (!found) throw new Refusal('action-unknown', {})
    const { action } = found
    if (action.state !== 'planned') throw new Refusal('action-cancelled', { name: action.name })
    if (action.end <= now) throw new Refusal('action-over', { name: action.name })
    return found
  }

  const of = async (id: ActionId): Promise<Cars> => {
    const found = await open(id)
    const by = people.known()
    const own = by && (await store.own(id, by))
    return { found, offers: await store.offers(id), ...(own && { own }) }
  }

  const left = async (action: ActionId, persons: readonly PersonId[]): Promise<void> => {
    for (const person of persons)
      await tell({ to: { person }, notice: { is: 'ride-gone', action }, urgency: 'reminder' })
  }

  const put = async (action: ActionId, is: 'offer' | 'wish', seats: number, words: string): Promise<Cars> => {
    await open(action)
    const person = await people.keep()
    await people.introduce()
    const kept = clip(storable(withoutNumbers(words)), longestWords)
    await left(
      action,
      await store.put(
        { action, person, is, seats: Math.min(Math.max(seats, 1), mostSeats), words: kept },
        now,
      ),
    )
    return of(action)
  }

  return {
    of,
    offer: (action, seats, words) => put(action, 'offer', seats, words),
    wish: (action, seats, words) => put(action, 'wish', seats, words),
    ask: async (id) => {
      const asked = await store.ask(id, await people.keep())
      if (!asked) throw new Refusal('ride-unknown', {})
      const { offer, wish } = asked
      if (asked.is === 'asked' && wish)
        await tell({
          to: { person: offer.person },
          notice: {
            is: 'ride-asked',
            action: offer.action,
            wish: wish.id,
            person: wish.person,
            seats: wish.seats,
            words: wish.words,
          },
          urgency: 'reminder',
          key: `ride ${wish.id}`,
        })
      return { is: asked.is, action: offer.action }
    },
    answer: async (id, accepts) => {
      const { is, wish, offer } = await store.answer(id, await people.keep(), accepts)
      if (wish && offer && (is === 'agreed' || is === 'refused'))
        await tell({
          to: { person: wish.person },
          notice: {
            is: 'ride-answered',
            action: wish.action,
            person: offer.person,
            words: offer.words,
            accepts,
          },
          urgency: 'reminder',
        })
      return is
    },
    leave: async (action) => {
      const by = people.known()
      if (by) await left(action, await store.leave(action, by))
      return of(action)
    },
    mine: async () => {
      const by = people.known()
      return by ? store.takenBy(by) : 0
    },
  }
}
