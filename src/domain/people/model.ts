import { day, minute } from '../../base/clock.ts'
import type { PersonId } from '../../base/ids.ts'

/** A person on one platform, by the identifier that the platform gave them. */
export interface Account {
  readonly platform: string
  readonly key: string
}

/** Whoever speaks. `known` is false until something of theirs is stored: looking around leaves no trace. */
export interface Person {
  readonly id: PersonId
  readonly known: boolean
  /** The name that organisers see, when one is kept. */
  readonly name?: string
  /** Nothing that is written to them in private arrives, as far as is known. */
  readonly closed?: true
  /** The name that the platform shows for whoever speaks now; never stored as it is. */
  readonly shownAs: string
}

export const longestName = 60

/**
 * Whoever closed their private messages and is about elsewhere: one letter tries again that often at most, in milliseconds. Each that is refused counts
 * among those for which a platform shuts everybody out.
 */
export const retriedEach = day
/** The same when they ask for it. */
export const retriedWhenAsked = minute
