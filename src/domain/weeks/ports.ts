import type { Instant } from '../../base/clock.ts'
import type { LinkId, PersonId } from '../../base/ids.ts'
import type { Zone } from '../../base/zones.ts'
import type { Link } from '../links/model.ts'
import type { Slot } from './model.ts'

/** Somebody who wants to know what goes on in their groups. */
export interface OwnWeek {
  readonly person: PersonId
  readonly day: number
  /** On whose clocks; absent: Paris. */
  readonly zone?: Zone
  readonly quiet?: { readonly from: number; readonly to: number }
}

export interface WeekStore {
  /**
   * The chats whose agenda comes in one of these slots, and has not since that instant, by their ids from `after` on; held by the
   * transaction at hand, and by no other.
   */
  due(wanted: {
    readonly slots: readonly Slot[]
    readonly sentBefore: Instant
    readonly after?: LinkId
    readonly most: number
  }): Promise<readonly Link[]>
  sent(id: LinkId, at: Instant): Promise<void>
  /** The same for people who asked for theirs on one of these days, by their ids. */
  dueFor(wanted: {
    readonly days: readonly number[]
    readonly sentBefore: Instant
    readonly after?: PersonId
    readonly most: number
  }): Promise<readonly OwnWeek[]>
  sentTo(person: PersonId, at: Instant): Promise<void>
}
