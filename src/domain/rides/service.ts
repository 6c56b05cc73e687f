import type { Instant } from '../../base/clock.ts'
import type { ActionId, RideId } from '../../base/ids.ts'
import { clip, storable } from '../../base/text.ts'
import type { ActionFound } from '../actions/model.ts'
import type { ActionStore } from '../actions/ports.ts'
import { restFor, type Tell } from '../notices/ports.ts'
import type { People } from '../people/service.ts'
import { metresBetween } from '../territory/distance.ts'
import type { Gazetteer } from '../territory/ports.ts'
import { tellRideGone } from './gone.ts'
import { departureOf, onTheWay } from './departures.ts'
import { Refusal } from '../refusal.ts'
import { longestWords, mostSeats, withoutNumbers, type Offer, type Ride, type Wish } from './model.ts'
import type { RideStore } from './ports.ts'

export interface Cars {
  readonly found: ActionFound
  /** `metres`: from where they leave to where whoever reads wants to leave; the nearest first, then those of which nobody knows. */
  readonly offers: readonly (Offer & { readonly metres?: number })[]
  readonly own?: Offer | Wish
}

/** Who rides with whom: people find each other through the bot, without a telephone number. */
export interface Rides {
  of(action: ActionId): Promise<Cars>
  offer(action: ActionId, seats: number, words: string): Promise<Cars>
  wish(action: ActionId, seats: number, words: string): Promise<Cars>
  /** The driver is told, and answers. */
  ask(
    offer: RideId,
  ): Promise<{ readonly is: 'asked' | 'riding' | 'full' | 'no-wish'; readonly action: ActionId }>
  answer(wish: RideId, accepts: boolean): Promise<'agreed' | 'refused' | 'full' | 'gone'>
  leave(action: ActionId): Promise<Cars>
  /** Before whoever speaks is forgotten: those who counted on them hear that they do not come. */
  leaveAll(): Promise<void>
  mine(): Promise<number>
}

interface Needs {
  readonly store: RideStore
  readonly actions: Pick<ActionStore, 'found' | 'mayCome'>
  readonly people: People
  readonly territory: Pick<Gazetteer, 'find'>
  readonly tell: Tell
  readonly now: Instant
}

export const createRides = ({ store, actions, people, territory, tell, now }: Needs): Rides => {
  const open = async (id: ActionId): Promise<ActionFound> => {
    const by = people.known()
    const found = await actions.found(id, by)
    if (!found) throw new Refusal('action-unknown', {})
    const { action } = found
    if (action.state !== 'planned') throw new Refusal('action-cancelled', { name: action.name })
    if (action.end <= now) throw new Refusal('action-over', { name: action.name })
    const { audience, name } = action
    if (audience && !(by && (await actions.mayCome(id, by))))
      throw new Refusal('not-invited', { name, audience })
    return found
  }

  /** Between where one and the other leave, when both name a town. */
  const apart = (one: Ride, other: Ride, { action }: ActionFound): number | undefined => {
    const [from, to] = [one, other].map(({ words }) => departureOf(words, territory, action.venue.point))
    return from && to && metresBetween(from, to)
  }

  const sorted = (offers: readonly Offer[], own: Ride, found: ActionFound): Cars['offers'] =>
    offers
      .map((offer) => {
        const metres = apart(own, offer, found)
        return { ...offer, ...(metres !== undefined && { metres }) }
      })
      .toSorted((one, other) => (one.metres ?? Infinity) - (other.metres ?? Infinity))

  const of = async (id: ActionId): Promise<Cars> => {
    const found = await open(id)
    const by = people.known()
    const own = by && (await store.own(id, by))
    const offers = own?.is === 'wish' ? sorted(await store.offers(id), own, found) : await store.offers(id)
    return { found, offers, ...(own && { own }) }
  }

  /** Whoever looks for seats near there, and has none yet, hears of it. */
  const propose = async (found: ActionFound): Promise<void> => {
    const by = people.known()
    const own = by && (await store.own(found.action.id, by))
    if (own?.is !== 'offer') return
    for (const wish of await store.wishes(found.action.id)) {
      const metres = apart(wish, own, found)
      if (wish.seats <= own.free && metres !== undefined && metres <= onTheWay)
        await tell({
          to: { person: wish.person },
          notice: { is: 'ride-near', action: found.action.id },
          urgency: 'reminder',
          key: `ride near ${wish.id}`,
          rest: restFor(found.action),
        })
    }
  }

  const put = async (action: ActionId, is: 'offer' | 'wish', seats: number, words: string): Promise<Cars> => {
    const found = await open(action)
    const person = await people.keep()
    await people.introduce()
    const kept = clip(storable(withoutNumbers(words)), longestWords)
    await tellRideGone(
      tell,
      found.action,
      await store.put(
        { action, person, is, seats: Math.min(Math.max(seats, 1), mostSeats), words: kept },
        now,
      ),
    )
    if (is === 'offer') await propose(found)
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
      const { action } = await open(offer.action)
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
          rest: restFor(action),
        })
      return { is: asked.is, action: offer.action }
    },
    answer: async (id, accepts) => {
      const { is, wish, offer } = await store.answer(id, await people.keep(), accepts)
      const found = wish && (await actions.found(wish.action))
      if (wish && offer && found && (is === 'agreed' || is === 'refused'))
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
          rest: restFor(found.action),
        })
      return is
    },
    leave: async (action) => {
      const by = people.known()
      const found = by && (await actions.found(action))
      if (found) await tellRideGone(tell, found.action, await store.leave(action, by))
      return of(action)
    },
    leaveAll: async () => {
      const by = people.known()
      for (const action of by ? await store.actionsOf(by) : []) {
        const found = by && (await actions.found(action))
        if (found) await tellRideGone(tell, found.action, await store.leave(action, by))
      }
    },
    mine: async () => {
      const by = people.known()
      return by ? store.takenBy(by) : 0
    },
  }
}
