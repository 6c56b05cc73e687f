import { isDeepStrictEqual } from 'node:util'
import { later, minute, second, type Clock } from '../base/clock.ts'
import type { LetterId } from '../base/ids.ts'
import type { Log } from '../base/log.ts'
import type { Sleep } from '../base/sleep.ts'
import type { Zone } from '../base/zones.ts'
import type { Message, Outcome, Platform } from '../chat/index.ts'
import type { Breaker } from './breaker.ts'
import { isWatched } from './covering.ts'
import { createErrands, type Wording } from './errand.ts'
import { mayRepeat, type Fates, type Parcel } from './fates.ts'
import { longestDelay, type Letter } from './letter.ts'
import type { Became, Meters } from './meters.ts'
import type { Pace } from './pace.ts'
import { createHands, type Hands } from './hands.ts'
import { createTurns, type Coming, type Patience, type Turns } from './turns.ts'
import type { Store } from './ports.ts'
import { cardKey } from './refreshing.ts'
import type { Waker } from './waker.ts'
import type { Weather } from './weather.ts'

/** How long one carrier holds a letter: longer than waiting for its turn and any call to a platform may last. */
export const hold = minute

/** How long whoever just spoke waits here for their turn; then the pump carries the answer. */
const patience: Patience = { chat: 3 * second, platform: 3 * second }

interface Needs {
  readonly store: Store
  readonly pace: Pace
  readonly fates: Fates
  readonly breaker: Breaker
  readonly weather: Weather
  readonly wake: Waker
  readonly meters: Meters
  readonly platforms: ReadonlyMap<string, Platform>
  readonly wording: Wording
  readonly zoneOf: (department: string) => Zone | undefined
  readonly clock: Clock
  readonly sleep: Sleep
  readonly log: Log
}

export interface Courier {
  /** Carries one letter to its address, or leaves it to the pump. False when it is not to be had: closed, held by another, or not yet its turn. */
  carry(id: LetterId): Promise<boolean>
  readonly grasp: Hands['grasp']
  readonly release: Hands['release']
  /** In words; `undefined` when there is nothing to carry, and the letter is closed. */
  pack(letter: Letter): Promise<Parcel | undefined>
  /** Whose turn comes soon, of parcels for one platform that are all answers, or none. */
  turns: Turns['ask']
  /** The turn is told when the parcel has just been handed to the platform, and when its answer is here. */
  deliver(parcel: Parcel, turn: Pick<Coming, 'left' | 'answered'>): Promise<void>
  /** It was not tried, and may be in so many milliseconds. */
  putBack(letter: Letter, inMs: number): Promise<void>
}

export const createCourier = (needs: Needs): Courier => {
  const { store, pace, fates, breaker, weather, wake, meters, platforms, clock, sleep, log } = needs

  const errandOf = createErrands(needs)

  /** What else a linked chat wants done with an announcement, or with the card of a planned action, when it arrives there. */
  const besides = async (
    { body, to, reader, replaces }: Letter,
    { can }: Platform,
  ): Promise<Pick<Message, 'published' | 'threaded'>> => {
    const publishes = body.is === 'broadcast' && can.publishes
    const threads = body.is === 'notice' && body.notice.is === 'published' && can.threads
    if (reader !== undefined || replaces !== undefined || !(publishes || threads)) return {}
    const settings = (await store.links.at(to))?.settings
    return {
      ...(publishes && settings?.published && { published: true }),
      ...(threads && settings?.threads && { threaded: true }),
    }
  }

  const call = async ({ letter, message, wanted, platform, withdraws }: Parcel): Promise<Outcome> => {
    try {
      if (withdraws !== undefined) return await platform.withdraw(letter.to, withdraws, message)
      return await platform.deliver(letter.to, { ...message, ...wanted }, letter.replaces, letter.id)
    } catch (error) {
      // Unknown, so a bug: the same letter would fail for ever. It is closed, and the log tells why.
      log.error({ err: error, letter: letter.id, platform: platform.name }, 'a letter could not be carried')
      return { is: 'gone', why: 'refused' }
    }
  }

  const turns = createTurns({ pace, sleep, log })

  /** In the hands of this process: a hold that seems to have ended, as when the clock was set forward, changes nothing. */
  const hands = createHands()

  /** Somebody answered while a card was on its way, before anybody knew of that copy. */
  const catchUp = async (
    { letter, message }: Parcel,
    { home, ref }: Outcome & { is: 'delivered' },
  ): Promise<void> => {
    const { shows } = message
    if (letter.body.is !== 'broadcast' || shows === undefined || home === undefined) return
    const errand = await errandOf(letter)
    if (errand.is !== 'say' || isDeepStrictEqual(errand.message, message)) return
    const to = { platform: letter.to.platform, key: home }
    const body = { is: 'card', action: shows } as const
    const { reader } = letter
    const draft = { to, lane: 'refresh', body, replaces: ref, key: cardKey(to, ref) } as const
    await store.transaction(async (within) => {
      // Somebody may have been erased since it left.
      if (!reader || (await within.people.still(reader)))
        await within.outbox.put([{ ...draft, ...(reader && { reader }) }], clock.now())
    })
    await wake(to.platform, 0)
  }

  /** One line a letter, which says nothing of anybody. Whoever spoke waits from then on, whoever was to carry the answer. */
  const became = ({ id, lane, to: { platform }, written, due }: Letter, outcome: Became): void => {
    const now = clock.now()
    const since = lane === 'answer' ? written : Math.max(written, due ?? written)
    meters.carried({ platform, lane, outcome }, (now - since) / second)
    log.debug({ letter: id, lane, platform, outcome, ms: now - written }, 'letter')
  }

  const courier: Courier = {
    pack: async (letter) => {
      const platform = platforms.get(letter.to.platform)
      const errand = await errandOf(letter)
      if (!platform || errand.is === 'nothing') {
        await fates.close(letter, { is: 'dropped', ...('why' in errand && { why: errand.why }) })
        became(letter, 'dropped')
        return undefined
      }
      if (letter.doubtful && !mayRepeat(letter, platform)) {
        await fates.close(letter, { is: 'uncertain' })
        became(letter, 'uncertain')
        return undefined
      }
      if (errand.is === 'waits') {
        if (errand.truce) await store.outbox.silence(letter.id, errand.truce, errand.until)
        else await store.outbox.putBack(letter.id, errand.until)
        return undefined
      }
      const { message } = errand
      const toll = platform.toll(letter.to, message, letter.replaces)
      const { replaces } = letter
      return {
        letter,
        message,
        wanted: await besides(letter, platform),
        platform,
        toll,
        ...(errand.is === 'withdraw' && replaces !== undefined && { withdraws: replaces }),
      }
    },

    turns: turns.ask,

    deliver: async (parcel, { left, answered }) => {
      const { letter, platform } = parcel
      // At the last moment: somebody may have pressed a button there while this waited for its turn.
      if (!(await isWatched(store, letter))) {
        await fates.close(letter, { is: 'dropped' })
        became(letter, 'dropped')
        return
      }
      if (parcel.toll.overall) meters.spent(platform.name)
      const called = call(parcel)
      // Requests are on their way once everything that was ready to run has run.
      setImmediate(left)
      const outcome = await called
      answered()
      breaker.note(platform.name, outcome)
      weather.note(letter.id, platform.name, outcome)
      await fates.settle(parcel, outcome)
      if (outcome.is === 'delivered') await catchUp(parcel, outcome)
      became(letter, outcome.is)
    },

    putBack: ({ id }, inMs) =>
      store.outbox.putBack(id, inMs > 0 ? later(clock.now(), Math.min(inMs, longestDelay)) : undefined),

    ...hands,

    carry: async (id) => {
      const [now, asked] = [clock.now(), performance.now()]
      const taken = await store.outbox.take(id, now, later(now, hold))
      const { free, stale } = hands.grasp(taken ? [taken] : [], asked)
      await Promise.all(stale.map((each) => courier.putBack(each, 0)))
      const [letter] = free
      if (!letter) return false
      let inMs = 0
      try {
        if (platforms.has(letter.to.platform)) {
          const parcel = await courier.pack(letter)
          if (!parcel) return true
          const turn = await turns.one(parcel, patience)
          if (turn.is === 'go') {
            await courier.deliver(parcel, turn)
            return true
          }
          inMs = turn.inMs
        }
      } finally {
        courier.release(letter)
      }
      await courier.putBack(letter, inMs)
      await wake(letter.to.platform, inMs)
      return true
    },
  }
  return courier
}
