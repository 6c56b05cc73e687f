import { later, minute, second, type Clock } from '../base/clock.ts'
import type { BroadcastId, LetterId } from '../base/ids.ts'
import type { Log } from '../base/log.ts'
import type { Sleep } from '../base/sleep.ts'
import type { Message, Outcome, Platform, Toll, Why } from '../chat/index.ts'
import type { Tell } from '../domain/notices/ports.ts'
import { createClosing, createPersistence } from './closing.ts'
import { cover, shownWith } from './covering.ts'
import { longestDelay, type Letter } from './letter.ts'
import type { Watch } from './broadcasting.ts'
import { noteTrouble, noteRefused, troubleOf } from './link-watch.ts'
import type { Pace } from './pace.ts'
import type { Repositories, Store } from './ports.ts'
import { superseded } from './superseding.ts'
import { createTelling } from './telling.ts'
import { QueueUnavailable } from './unavailable.ts'
import type { Waker } from './waker.ts'
import type { Weather } from './weather.ts'

/** A letter in words, and what carrying it costs. */
export interface Parcel {
  readonly letter: Letter
  readonly message: Message
  /** What else the chat wants done with it; not part of what it says. */
  readonly wanted?: Pick<Message, 'published' | 'threaded'>
  readonly platform: Platform
  readonly toll: Toll
  /** The `ref` of a message to take away, instead of saying anything. */
  readonly withdraws?: string
}

/** Whoever takes others, but so often not this one, never will: a quarter of an hour, at least. */
const mostTries = 20

/** So often nobody may know whether a letter arrived, on a good day: then it is left at that. */
const mostDoubts = 5
/** Letters that are remembered for that. */
const mostDoubtful = 1_000

/** On a bad day all wait already, and a platform that cannot be reached is not annoyed by one who looks whether it can. */
const longestOfAll = 10 * second

/** A limit says itself how long it lasts; whoever is unwell is asked less and less often. */
const waitFor = (
  { tries }: Letter,
  { inMs, limited, whole }: Outcome & { is: 'later' },
  bad: boolean,
): number =>
  limited
    ? inMs
    : Math.max(inMs, Math.min(inMs * 2 ** Math.min(tries, 10), bad || whole ? longestOfAll : minute))

/** Whether twice is better than never; an announcement's author is asked instead. */
export const mayRepeat = ({ lane, replaces, to }: Letter, { can, repeats }: Platform): boolean =>
  (can.dropsRepeats && !repeats?.(to)) || replaces !== undefined || lane !== 'announcement'

/** Nobody is there: not only this message does not arrive. */
const isShut = (why: Why): boolean => why === 'blocked' || why === 'deactivated' || why === 'kicked'

interface Needs {
  readonly store: Store
  readonly pace: Pace
  readonly weather: Weather
  readonly wake: Waker
  readonly clock: Clock
  readonly sleep: Sleep
  readonly stopping: AbortSignal
  readonly log: Log
}

/** What becomes of a letter, and of others like it, once the platform has spoken. */
export const createFates = ({ store, pace, weather, wake, clock, sleep, stopping, log }: Needs) => {
  const persists = createPersistence({ sleep, stopping, log })
  const close = createClosing({ store, clock, sleep, stopping, log })

  const doubts = new Map<LetterId, number>()

  /** Nobody knew too often what became of it. A bad day of the platform's says nothing of the letter. */
  const isHopeless = async ({ id }: Letter, platform: Platform): Promise<boolean> => {
    if (weather.isBad(platform.name)) return false
    const many = (doubts.get(id) ?? 0) + 1
    doubts.delete(id)
    doubts.set(id, many)
    const [oldest] = doubts.keys()
    if (doubts.size > mostDoubtful && oldest) doubts.delete(oldest)
    return many >= mostDoubts && (await weather.clears(platform))
  }

  const again = async ({ id, to }: Letter, inMs: number): Promise<void> => {
    const wait = Math.min(inMs, longestDelay)
    await store.outbox.postpone(id, later(clock.now(), wait))
    await wake(to.platform, wait)
  }

  /** Its author sees how it fares there; what happened while that message was on its way shows soon. */
  const watched = async (letter: Letter, broadcast: BroadcastId, at: Watch): Promise<void> => {
    const announcement = await store.announcements.ofBroadcast(broadcast)
    for (const each of await shownWith(store, broadcast)) await store.broadcasts.watch(each, at)
    if (!announcement || letter.body.is === 'progress') return
    const inMs = 2 * second
    await store.outbox.put(
      [
        {
          to: at.to,
          lane: 'refresh',
          body: { is: 'progress', broadcast },
          replaces: at.ref,
          key: `progress ${broadcast}`,
          due: later(clock.now(), inMs),
          ...(letter.reader && { reader: letter.reader }),
        },
      ],
      clock.now(),
    )
    await wake(at.to.platform, inMs)
  }

  /** What is told with some work of its own leaves at once. */
  const telling = async (work: (within: Repositories, tell: Tell) => Promise<void>): Promise<void> => {
    const told = await store.transaction(async (within) => {
      const { tell, platforms } = createTelling({ within, now: clock.now() })
      await work(within, tell)
      return [...platforms]
    })
    for (const platform of told) await wake(platform, 0)
  }

  const noteCopy = async (
    { to, body, reader }: Letter,
    { shows, proposes }: Message,
    { home, ref }: Outcome & { is: 'delivered' },
  ): Promise<void> => {
    if (home === undefined) return
    const copy = {
      to: { platform: to.platform, key: home },
      ref,
      ...(reader && { reader }),
      ...(body.is === 'broadcast' && { within: body.broadcast }),
    }
    if (shows !== undefined) await store.copies.add(shows, copy, clock.now())
    if (proposes !== undefined) await store.copies.addProposal(proposes, copy, clock.now())
  }

  /** Before the next one to that chat leaves: what stands there is what is watched. */
  const noteWatch = async (
    letter: Letter,
    message: Message,
    { home, ref }: Outcome & { is: 'delivered' },
  ): Promise<void> => {
    await cover(store, message)
    if (home === undefined || message.follows === undefined) return
    await watched(letter, message.follows, { to: { platform: letter.to.platform, key: home }, ref })
  }

  const delivered = async (
    { letter, message }: Parcel,
    outcome: Outcome & { is: 'delivered' },
  ): Promise<void> => {
    // Before it is closed, for the next one to that chat leaves then.
    if (outcome.moved !== undefined && outcome.moved !== letter.to.key) {
      await store.copies.move(letter.to, outcome.moved)
      await store.outbox.move(letter.to, outcome.moved)
      await store.links.move(letter.to, outcome.moved)
    }
    // Before it is closed, too: whoever presses a button of it finds what it is a part of.
    await persists(() => noteCopy(letter, message, outcome))
    await persists(() => noteWatch(letter, message, outcome))
    await close(letter, { is: 'delivered', ref: outcome.ref })
    const at = { platform: letter.to.platform, key: outcome.moved ?? letter.to.key }
    for (const each of await superseded(store, { letter, message }, outcome, clock.now())) await wake(each, 0)
    if (outcome.unpinned) await telling((within, tell) => noteRefused(within, tell, at, 'pinned'))
    if (outcome.unthreaded) await telling((within, tell) => noteRefused(within, tell, at, 'threads'))
  }

  /** A person may come back and finds their cards as they are then; a chat that we were taken out of is left. */
  const shut = async ({ to }: Letter, why: Why): Promise<void> => {
    if (!(await store.people.closed(to))) await store.copies.leave(to)
    const abandoned = await store.outbox.abandon(to, why, clock.now())
    log.info({ platform: to.platform, why, abandoned }, 'an address is closed')
  }

  /** A linked chat that takes nothing any more: a human is told elsewhere. */
  const troubled = async ({ to }: Letter, why: Why): Promise<void> => {
    const trouble = troubleOf(why)
    if (trouble) await telling((within, tell) => noteTrouble(within, tell, to, trouble))
  }

  const gone = async ({ letter }: Parcel, why: Why): Promise<void> => {
    if (letter.replaces !== undefined) await store.copies.remove({ to: letter.to, ref: letter.replaces })
    if (letter.body.is === 'progress') await store.broadcasts.watch(letter.body.broadcast, undefined)
    // Before it is closed, for the next one to that address leaves then.
    if (isShut(why)) await shut(letter, why)
    if (letter.replaces === undefined && letter.reader === undefined) await troubled(letter, why)
    await close(letter, { is: 'gone', why })
  }

  /** Nothing else goes there meanwhile. */
  const hold = async (
    { platform, toll }: Parcel,
    { whole }: Outcome & { is: 'later' },
    inMs: number,
  ): Promise<void> => {
    const chat = whole ? undefined : toll.chat?.key
    if (!whole && chat === undefined) return
    try {
      await pace.hold({ platform: platform.name, ...(chat !== undefined && { chat }) }, inMs)
    } catch (error) {
      if (!(error instanceof QueueUnavailable)) throw error
      log.warn({ platform: platform.name }, 'the pace cannot be held; the letter alone waits')
    }
  }

  return {
    close,
    settle: async (parcel: Parcel, outcome: Outcome): Promise<void> => {
      const { letter, platform } = parcel
      switch (outcome.is) {
        case 'delivered':
          return delivered(parcel, outcome)
        case 'gone':
          return gone(parcel, outcome.why)
        case 'uncertain':
          return mayRepeat(letter, platform) && !(await isHopeless(letter, platform))
            ? again(letter, Math.min(2 * second * (letter.tries + 1), longestOfAll))
            : close(letter, outcome)
        case 'later': {
          if (!outcome.limited && letter.tries >= mostTries && weather.speaks(platform.name)) {
            log.error({ letter: letter.id, platform: platform.name }, 'a letter is never taken, others are')
            return gone(parcel, 'refused')
          }
          const inMs = waitFor(letter, outcome, weather.isBad(platform.name))
          await hold(parcel, outcome, inMs)
          return again(letter, inMs)
        }
      }
    },
  }
}

export type Fates = ReturnType<typeof createFates>
