import { second } from '../base/clock.ts'
import type { Log } from '../base/log.ts'
import type { Sleep } from '../base/sleep.ts'
import type { Parcel } from './fates.ts'
import { leeway, type Pace, type Slot } from './pace.ts'
import { QueueUnavailable } from './unavailable.ts'

/** The longest to wait for a slot, in milliseconds, by what there is too little of. */
export type Patience = Readonly<Record<'chat' | 'platform', number>>

/** A slot that is missed by more, in milliseconds, is dropped: waiting for another costs the others less than a delay for all. */
const stale = 50

/** Where everything takes too long, a letter leaves all the same. */
const mostDropped = 3

/** The shortest trip to the pace and back that was seen lately grows by so much each time, in milliseconds: roads change. */
const drift = 0.1

interface Needs {
  readonly pace: Pace
  readonly sleep: Sleep
  readonly log: Log
}

/** Whose turn it is: resolves when the parcel may leave, or with what it waits for when that takes too long. */
export const createTurns = ({ pace, sleep, log }: Needs) => {
  let trip = Infinity

  const reserve = async ({ letter, platform, toll }: Parcel): Promise<Slot> => {
    const { name, can } = platform
    try {
      return await pace.reserve({ platform: name, perSecond: can.perSecond, lane: letter.lane, toll })
    } catch (error) {
      if (!(error instanceof QueueUnavailable)) throw error
      // Whoever spoke is answered all the same; few are.
      return letter.lane === 'answer' ? { is: 'go', inMs: 0 } : { is: 'wait', inMs: second, on: 'platform' }
    }
  }

  /** Nobody waits for that: those that it moves come later. */
  const moveOthers = async (platform: string, ms: number): Promise<void> => {
    try {
      await pace.late(platform, ms)
    } catch (error) {
      log.warn({ err: error, platform }, 'the pace does not know that a letter left late')
    }
  }

  return async (parcel: Parcel, longest: Patience, signal?: AbortSignal): Promise<Slot> => {
    if (!parcel.toll.overall && !parcel.toll.chat) return { is: 'go', inMs: 0 }
    const begun = performance.now()
    for (let dropped = 0; ;) {
      const asked = performance.now()
      const slot = await reserve(parcel)
      const answered = performance.now()
      trip = Math.min(answered - asked, trip + drift)
      if (slot.is === 'wait' && answered - begun + slot.inMs > longest[slot.on]) return slot
      // Timers leave out fractions.
      if (slot.inMs > 0) await sleep(Math.ceil(slot.inMs), signal)
      if (slot.is === 'wait') continue
      // The slot counts from when it was given, not from when this process found the time to look.
      const late = performance.now() - (asked + trip + slot.inMs)
      if (!parcel.toll.overall || late <= leeway) return slot
      if (late > stale && dropped < mostDropped) {
        dropped += 1
        continue
      }
      void moveOthers(parcel.platform.name, Math.min(late, stale) - leeway)
      return slot
    }
  }
}
