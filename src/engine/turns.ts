import { second } from '../base/clock.ts'
import type { Log } from '../base/log.ts'
import type { Sleep } from '../base/sleep.ts'
import type { Parcel } from './fates.ts'
import { leeway, type Pace, type Slot } from './pace.ts'
import { QueueUnavailable } from './unavailable.ts'

/** The longest to wait for a slot, in milliseconds, by what there is too little of. */
export type Patience = Readonly<Record<'chat' | 'platform', number>>

/** What a parcel was given: its turn, which comes soon, or nothing, and when to ask again. */
export type Turn =
  | (Slot & { readonly is: 'wait' })
  | {
      readonly is: 'go'
      /** Resolves when it has come; to false when it was missed by so much that another one is better. */
      readonly comes: (signal?: AbortSignal) => Promise<boolean>
    }

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

const isFree = ({ toll }: Parcel): boolean => !toll.overall && !toll.chat

export type Turns = ReturnType<typeof createTurns>

/** Whose turn it is. */
export const createTurns = ({ pace, sleep, log }: Needs) => {
  let trip = Infinity
  /** In a row. */
  let dropped = 0

  const reserve = async (parcels: readonly Parcel[]): Promise<readonly Slot[]> => {
    const [first] = parcels
    if (!first) return []
    const { lane } = first.letter
    const { name, can } = first.platform
    const tolls = parcels.map(({ toll }) => toll)
    try {
      return await pace.reserve({ platform: name, perSecond: can.perSecond, lane, tolls })
    } catch (error) {
      if (!(error instanceof QueueUnavailable)) throw error
      // Whoever spoke is answered all the same; few are.
      return parcels.map(() =>
        lane === 'answer' ? { is: 'go', inMs: 0 } : { is: 'wait', inMs: second, on: 'platform' },
      )
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

  const coming =
    ({ toll, platform }: Parcel, at: number) =>
    async (signal?: AbortSignal): Promise<boolean> => {
      const inMs = at - performance.now()
      // Timers leave out fractions.
      if (inMs > 0) await sleep(Math.ceil(inMs), signal)
      const late = performance.now() - at
      if (!toll.overall) return true
      if (late > stale && dropped < mostDropped) {
        dropped += 1
        return false
      }
      dropped = 0
      if (late > leeway) void moveOthers(platform.name, Math.min(late, stale) - leeway)
      return true
    }

  /** For parcels of one platform, all answers or none; in their order. */
  const ask = async (parcels: readonly Parcel[]): Promise<readonly Turn[]> => {
    const paying = parcels.filter((parcel) => !isFree(parcel))
    const asked = performance.now()
    const slots = await reserve(paying)
    if (paying.length > 0) trip = Math.min(performance.now() - asked, trip + drift)
    const of = new Map(paying.map((parcel, at) => [parcel, slots[at]]))
    return parcels.map((parcel): Turn => {
      const slot = of.get(parcel)
      if (slot?.is === 'wait') return slot
      // It counts from when it was given, not from when this process found the time to look.
      return {
        is: 'go',
        comes: slot ? coming(parcel, asked + trip + slot.inMs) : () => Promise.resolve(true),
      }
    })
  }

  return {
    ask,
    /** Resolves when the parcel may leave, or with what it waits for when that takes too long. */
    one: async (parcel: Parcel, longest: Patience): Promise<Slot> => {
      const begun = performance.now()
      for (;;) {
        const [turn] = await ask([parcel])
        if (turn?.is === 'go') {
          if (await turn.comes()) return { is: 'go', inMs: 0 }
          continue
        }
        const { inMs, on } = turn ?? ({ inMs: 0, on: 'platform' } as const)
        if (performance.now() - begun + inMs > longest[on]) return { is: 'wait', inMs, on }
        await sleep(Math.ceil(inMs))
      }
    },
  }
}
