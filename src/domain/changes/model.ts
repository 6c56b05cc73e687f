import { hour, later, type Instant } from '../../base/clock.ts'
import type { ActionId, PersonId } from '../../base/ids.ts'
import type { Action, Answer, Venue } from '../actions/model.ts'
import type { Wishes } from '../reminders/model.ts'

/** An action as its readers knew it. */
export type Known = Pick<Action, 'name' | 'start' | 'end' | 'zone' | 'state' | 'venue'>

/** What somebody who comes must know. A better text, another name, a pin moved by a few metres are none of it. */
export type Difference = 'state' | 'time' | 'place'

const wayOf = ({ name, address, city, postalCode, online }: Venue): string =>
  JSON.stringify([name, address, city, postalCode, online].map((part) => part ?? ''))

export const differences = (was: Known, is: Known): readonly Difference[] => [
  ...(was.state === is.state ? [] : (['state'] as const)),
  ...(was.start === is.start && was.end === is.end ? [] : (['time'] as const)),
  ...(wayOf(was.venue) === wayOf(is.venue) ? [] : (['place'] as const)),
]

/** Somebody who answered yes or maybe to one of these, and must be told. */
export interface Concerned {
  readonly person: PersonId
  readonly action: ActionId
  readonly answer: Answer
  /** They have no seat yet. */
  readonly waiting: boolean
  readonly wishes: Wishes
}

/** A change whose minute is over. */
export interface Change {
  readonly action: ActionId
  readonly was: Known
  readonly is: Action
  readonly author?: PersonId
}

/** Changes that are told together: of one action, or of several dates of one series, the soonest first. */
export interface Ripe {
  readonly changes: readonly [Change, ...Change[]]
  /** Everybody up to that person has been told. */
  readonly after?: PersonId
}

/** A change is told when it is so old: what follows within that time is told together. */
export const settling = 60_000

const near = 12 * hour

/** It does not take place, or at another time, and soon: whoever is asleep may still be woken. */
export const isPressing = ({ was, is }: Pick<Change, 'was' | 'is'>, now: Instant): boolean => {
  const of = differences(was, is)
  if (!of.includes('state') && !of.includes('time')) return false
  return [was.start, is.start].some((start) => start > now && start <= later(now, near))
}
