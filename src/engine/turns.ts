import { second } from '../base/clock.ts'
import type { Log } from '../base/log.ts'
import type { Sleep } from '../base/sleep.ts'
import type { Parcel } from './fates.ts'
import { createOtherClock } from './other-clock.ts'
import { createTrips, type Trips } from './trips.ts'
import { leeway, type Pace, type Slot, type Ticket } from './pace.ts'
import { QueueUnavailable } from './unavailable.ts'

/** The longest to wait for a slot, in milliseconds, by what there is too little of. */
export type Patience = Readonly<Record<'chat' | 'platform', number>>

/** A turn that comes soon. */
export interface Coming {
  /** Resolves when it has come; to false when it was missed by so much that another one is better. */
  readonly comes: (signal?: AbortSignal) => Promise<boolean>
  /** The letter is leaving just now: should that be late, its second ends later. */
  readonly left: () => void
  /** What became of it is known just now: should that have taken long, too. */
  readonly answered: () => void
}

/** What a parcel was given: its turn, or nothing, and when to ask again. */
export type Turn = (Slot & { readonly is: 'wait' }) | (Coming & { readonly is: 'go' })

/** A slot that is missed by more, in milliseconds, is dropped: the second after it may have been given away. */
const stale = 0.5 * second

/** Where everything takes too long, a letter leaves all the same. */
const mostDropped = 3

/** Whoever takes longer, in milliseconds, does something else than to be on its way. */
const mostHeldUp = 0.25 * second

interface Needs {
  readonly pace: Pace
  readonly sleep: Sleep
  readonly log: Log
}

const isFree = ({ toll }: Parcel): boolean => !toll.overall && !toll.chat

export type Turns = ReturnType<typeof createTurns>

/** Whose turn it is. */
export const createTurns = ({ pace, sleep, log }: Needs) => {
  const theirs = createOtherClock()
  const trips = new Map<string, Trips>()
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

  const tripsTo = (platform: string): Trips => {
    const known = trips.get(platform) ?? createTrips()
    trips.set(platform, known)
    return known
  }

  /** Nobody waits for that: it counts in a second. */
  const tell = async (platform: string, ticket: Ticket, ms: number): Promise<void> => {
    try {
      await pace.late(platform, ticket, ms)
    } catch (error) {
      log.warn({ err: error, platform }, 'the pace does not know that a letter left late')
    }
  }

  const coming = (platform: string, at: number, ticket: Ticket | undefined): Coming => {
    /** Where that is much, as after a first question that took long, a letter counts as leaving as late as it may have. */
    const doubt = ticket ? Math.max(0, theirs.doubt() - leeway) : 0
    let told = 0
    let leftAt = at

    const isLate = (ms: number): void => {
      if (!ticket || ms - told <= leeway) return
      void tell(platform, { ...ticket, at: ticket.at + told }, ms - told)
      told = ms
    }

    return {
      comes: async (signal) => {
        const inMs = at - performance.now()
        // Timers leave out fractions.
        if (inMs > 0) await sleep(Math.ceil(inMs), signal)
        const missed = ticket !== undefined && performance.now() - at > stale && dropped < mostDropped
        dropped = missed ? dropped + 1 : 0
        return !missed
      },
      left: () => {
        leftAt = performance.now()
        isLate(leftAt - at + doubt)
      },
      answered: () => {
        const now = performance.now()
        const heldUp = tripsTo(platform).note(now - leftAt, now)
        isLate(leftAt - at + doubt + Math.min(heldUp, mostHeldUp))
      },
    }
  }

  /** For parcels of one platform, all answers or none; in their order. */
  const ask = async (parcels: readonly Parcel[]): Promise<readonly Turn[]> => {
    const paying = parcels.filter((parcel) => !isFree(parcel))
    const asked = performance.now()
    const slots = await reserve(paying)
    const answered = performance.now()
    for (const slot of slots)
      if (slot.is === 'go' && slot.ticket) theirs.note(slot.ticket.at - slot.inMs, asked, answered)
    const of = new Map(paying.map((parcel, at) => [parcel, slots[at]]))
    return parcels.map((parcel): Turn => {
      const slot = of.get(parcel)
      if (slot?.is === 'wait') return slot
      const ticket = slot?.ticket
      const at = ticket ? theirs.ours(ticket.at) : answered
      return { is: 'go', ...coming(parcel.platform.name, at, ticket) }
    })
  }

  return {
    ask,
    /** Resolves when the parcel may leave, or with what it waits for when that takes too long. */
    one: async (parcel: Parcel, longest: Patience): Promise<Turn> => {
      const begun = performance.now()
      for (;;) {
        const [turn] = await ask([parcel])
        if (turn?.is === 'go') {
          if (await turn.comes()) return turn
          continue
        }
        const { inMs, on } = turn ?? ({ inMs: 0, on: 'platform' } as const)
        if (performance.now() - begun + inMs > longest[on]) return { is: 'wait', inMs, on }
        await sleep(Math.ceil(inMs))
      }
    },
  }
}
