import { day, hour, later, type Instant } from '../../base/clock.ts'
import type { ActionId, PersonId } from '../../base/ids.ts'
import type { Answer } from '../actions/model.ts'

export const mostGuests = 9
export const longestNote = 200

/** What somebody wants. What is left out stays as it was. */
export interface Wish {
  readonly answer: Answer
  /** Who comes along, from 0 to {@link mostGuests}; only with yes. */
  readonly guests?: number
  /** For the organisers; empty takes it away. */
  readonly note?: string
}

/** A yes has a seat, or waits for one. `until`: the seat goes to the next one unless they want it by then. */
export type Standing =
  | { readonly is: 'seated'; readonly until?: Instant }
  /** 1 is next. */
  | { readonly is: 'waiting'; readonly place: number }

/** Somebody has got a seat for which they had waited. */
export interface Promoted {
  readonly person: PersonId
  readonly action: ActionId
  /** They must say by then that they want it; absent: it is theirs. */
  readonly until?: Instant
}

/** Somebody had a seat, and did not say in time that they want it. */
export interface Lapsed {
  readonly person: PersonId
  readonly action: ActionId
}

/** Somebody who answered, as organisers see them. */
export interface Comer {
  readonly person: PersonId
  readonly name?: string
  readonly answer: Answer
  readonly guests: number
  readonly note?: string
  readonly standing?: Standing
}

/** How many said that they had come, and that they had not; guests are not asked. */
export interface Arrived {
  readonly did: number
  readonly didNot: number
}

/** Who answered is known so long after an action: organisers count who came, and calendars show the month that was. */
export const answersKept = 60 * day

/** What became of the seats of one action since some instant. */
export interface Moved {
  /** They had waited, and have a seat now; `until`: if they say so by then. */
  readonly seated: readonly { readonly name?: string; readonly until?: Instant }[]
  /** They answered no. */
  readonly left: readonly { readonly name?: string }[]
}

/** How long a seat is kept for whoever had waited for it, unless its organisers choose otherwise. */
export const offerFor = 12 * hour

/** What organisers may choose instead, in hours. */
export const offerHours = [1, 3, 6, 12, 24, 48] as const

/** So long before it begins, a seat is given at once: nobody has the time to be asked. */
export const lastHours = 12 * hour

/** Until when a seat that is freed now is kept for the next one; `undefined`: it is theirs at once. */
export const offerUntil = (start: Instant, now: Instant, kept = offerFor): Instant | undefined => {
  const last = later(start, -lastHours)
  if (now >= last) return undefined
  const until = later(now, kept)
  return until < last ? until : last
}
