import type { Instant } from '../../base/clock.ts'
import type { LinkId } from '../../base/ids.ts'
import type { Link } from '../links/model.ts'
import type { Slot } from './model.ts'

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
}
