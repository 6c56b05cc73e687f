import { later, minute, second, type Clock } from '../base/clock.ts'
import type { BroadcastId } from '../base/ids.ts'
import type { Log } from '../base/log.ts'
import type { Sleep } from '../base/sleep.ts'
import type { Message, Outcome, Platform, Toll, Why } from '../chat/index.ts'
import type { Tell } from '../domain/notices/ports.ts'
import { createClosing, createPersistence } from './closing.ts'
import type { Letter } from './letter.ts'
import type { Watch } from './broadcasting.ts'
import { noteTrouble, noteUnpinned, troubleOf } from './link-watch.ts'
import type { Pace } from './pace.ts'
import type { Repositories, Store } from './ports.ts'
import { createTelling } from './telling.ts'
import { QueueUnavailable } from './unavailable.ts'
import type { Waker } from './waker.ts'

/** A letter in words, and what carrying it costs. */
export interface Parcel {
  readonly letter: Letter
  readonly message: Message
  readonly platform: Platform
  readonly toll: Toll
  /** The `ref` of a message to take away, instead of saying anything. */
  readonly withdraws?: string
}

/** Of a letter whose outcome stays uncertain. */
const mostTries = 5

/** A limit says itself how long it lasts; whoever is unwell is asked less and less often. */
const waitFor = ({ tries }: Letter, { inMs, limited }: Outcome & { is: 'later' }): number =>
  limited ? inMs : Math.max(inMs, Math.min(inMs * 2 ** Math.min(tries, 10), minute))

/** Whether twice is better than never; an announcement's author is asked instead. */
export const mayRepeat = ({ lane, replaces }: Letter, { can }: Platform): boolean =>
  can.dropsRepeats || replaces !== undefined || lane !== 'announcement'

/** Nobody is there: not only this message does not arrive. */
const isShut = (why: Why): boolean => why === 'blocked' || why === 'deactivated' || why === 'kicked'

interface Needs {
  readonly store: Store
  readonly pace: Pace
  readonly wake: Waker
  readonly clock: Clock
  readonly sleep: Sleep
  readonly log: Log
}

/** What becomes of a letter, and of others like it, once the platform has spoken. */
export const createFates = ({ store, pace, wake, clock, sleep, log }: Needs) => {
  const persists = createPersistence({ sleep, log })
  const close = createClosing({ store, clock, sleep, log })

  const again = async ({ id, to }: Letter, inMs: number): Promise<void> => {
    await store.outbox.postpone(id, later(clock.now(), inMs))
    await wake(to.platform, inMs)
  }

  /** Its author sees how it fares there; what happened while that message was on its way shows soon. */
  const watched = async (letter: Letter, broadcast: BroadcastId, at: Watch): Promise<void> => {
    const announcement = await store.announcements.ofBroadcast(broadcast)
    const waves = announcement ? await store.announcements.waves(announcement) : [{ broadcast }]
    for (const wave of waves) await store.broadcasts.watch(wave.broadcast, at)
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
    { shows }: Message,
    { home, ref }: Outcome & { is: 'delivered' },
  ): Promise<void> => {
    if (home === undefined || shows === undefined) return
    const copy = {
      to: { platform: to.platform, key: home },
      ref,
      ...(reader && { reader }),
      ...(body.is === 'broadcast' && { within: body.broadcast }),
    }
    await store.copies.add(shows, copy, clock.now())
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
    await close(letter, { is: 'delivered', ref: outcome.ref })
    if (outcome.unpinned) {
      const at = { platform: letter.to.platform, key: outcome.moved ?? letter.to.key }
      await telling((within, tell) => noteUnpinned(within, tell, at))
    }
    if (outcome.home === undefined || message.follows === undefined) return
    const to = { platform: letter.to.platform, key: outcome.home }
    await watched(letter, message.follows, { to, ref: outcome.ref })
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
          return mayRepeat(letter, platform) && letter.tries + 1 < mostTries
            ? again(letter, 2 * second * (letter.tries + 1))
            : close(letter, outcome)
        case 'later': {
          const inMs = waitFor(letter, outcome)
          await hold(parcel, outcome, inMs)
          return again(letter, inMs)
        }
      }
    },
  }
}

export type Fates = ReturnType<typeof createFates>
