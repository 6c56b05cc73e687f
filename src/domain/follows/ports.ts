import type { Instant } from '../../base/clock.ts'
import type { FollowId, GroupId, PersonId } from '../../base/ids.ts'
import type { ImportedAction } from '../actions/model.ts'
import type { Followed } from './model.ts'

/** What a source said of a calendar's version, given back to it so that it need not say the same again. */
export interface Version {
  readonly etag?: string
  readonly modified?: string
}

export interface DueCalendar extends Version {
  readonly path: string
  /** How many entries it had that were not over. */
  readonly coming: number
}

/** An entry of a calendar: the rest is on its page. */
export interface FollowedItem {
  readonly sourceId: string
  readonly start: Instant
  readonly end: Instant
  /** Changes when anything that the calendar shows of it changes. */
  readonly print: string
}

export interface FollowStore {
  /** One of each a group, and never one more than so many. */
  add(
    follow: Pick<Followed, 'id' | 'group' | 'path'>,
    by: PersonId,
    at: Instant,
    most: number,
  ): Promise<'added' | 'already' | 'full'>
  byId(id: FollowId): Promise<Followed | undefined>
  /** In the order in which they were added. */
  of(group: GroupId): Promise<readonly Followed[]>
  /** A calendar that nobody follows any more is forgotten when it would be due. */
  end(id: FollowId): Promise<boolean>
  /** Calendars to be read by now, each once however many follow it, the longest due first. */
  due(now: Instant, most: number): Promise<readonly DueCalendar[]>
  /** It was read in full, at that instant: this is all that it announces. */
  keep(
    path: string,
    of: {
      readonly source: ImportedAction['source']
      readonly items: readonly FollowedItem[]
      readonly skipped: number
      readonly version: Version
    },
    at: Instant,
    next: Instant,
  ): Promise<void>
  /** It was not read, or is as it was: what it announced stays. */
  note(path: string, state: Exclude<Followed['state'], 'new'>, at: Instant, next: Instant): Promise<void>
  /** It was not asked: nothing is known of it that was not before. */
  postpone(path: string, next: Instant): Promise<void>
  items(path: string): Promise<readonly FollowedItem[]>
}
