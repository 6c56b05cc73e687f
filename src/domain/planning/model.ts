import type { Instant } from '../../base/clock.ts'
import type { ActionId, DraftId, GroupId, PersonId, ProposalId, SeriesId } from '../../base/ids.ts'
import type { Day, Zone } from '../../base/zones.ts'
import type { Action, ActionFound, ActionKind, Audience, Venue } from '../actions/model.ts'
import type { Read, Rule } from '../dates/model.ts'
import type { Group } from '../groups/model.ts'
import type { DepartmentCode } from '../territory/model.ts'

export const longest = { name: 100, place: 160, description: 1_500, reason: 300, need: 60 } as const
export const mostCapacity = 9_999

/** From then on others may come as well. */
export interface Opening {
  readonly audience: 'department' | 'everyone'
  readonly at: Instant
}

/** When, as somebody typed it, and which of its readings they chose. */
export interface Typed {
  readonly typed: string
  /** When it was typed: « demain » is the day after that. */
  readonly at: Instant
  /** A date and nothing else; otherwise a sentence that holds one. */
  readonly alone?: true
  readonly choice?: number
}

/** Several dates instead of one, as somebody typed them: the group says which suit it. */
export interface TypedDates {
  /** One a line. */
  readonly typed: string
  readonly at: Instant
  /** Which reading of a line they chose, where it has several; by the place of the line. */
  readonly choices?: Readonly<Record<number, number>>
  /** Until when answers are taken, as it was typed. */
  readonly until?: string
}

/** What somebody is about to plan; nothing of it is an action yet. */
export interface Draft {
  readonly id: DraftId
  /** In whose name; absent until it is chosen. */
  readonly group?: GroupId
  /** The action that it changes; absent: a new one. */
  readonly changes?: ActionId
  /** Of a series: which occurrences it changes. */
  readonly reach?: Reach
  readonly name?: string
  readonly kind: ActionKind
  readonly when?: Typed | { readonly start: Instant; readonly end: Instant }
  /** Dates to ask the group about, instead of `when`. */
  readonly dates?: TypedDates | undefined
  /** It is made of those that were proposed, on that one of them; gone when another date is given. */
  readonly from?: { readonly proposal: ProposalId; readonly date: number } | undefined
  /** Where, as it was typed; absent: that of the action, or the town of the group. */
  readonly place?: string
  /** Where, until something else is typed. */
  readonly placed?: Placed
  readonly description: string
  readonly capacity?: number | undefined
  readonly audience: Audience
}

/** Which occurrences of a series. */
export const reaches = ['this', 'following', 'all'] as const
export type Reach = (typeof reaches)[number]

/** Where a text says that it is. */
export interface Placed {
  readonly venue: Venue
  readonly department?: DepartmentCode
  readonly zone: Zone
  /** No town was named: it is taken to be that of the group. */
  readonly assumed: boolean
}

/** What can be planned, all of it. */
export interface Planned {
  readonly name: string
  readonly kind: ActionKind
  readonly start: Instant
  readonly end: Instant
  readonly zone: Zone
  readonly venue: Venue
  readonly department?: DepartmentCode | undefined
  readonly description: string
  readonly capacity?: number | undefined
  readonly audience: Audience
}

/** One of several dates, as far as it is clear. */
export interface DateRead {
  readonly typed: string
  readonly read: Read
  /** What it may mean: dates, no series. */
  readonly readings: readonly Instant[]
  readonly span?: Span
}

export interface Span {
  readonly start: Instant
  readonly end: Instant
}

/** A draft as it is understood now. */
export interface Outlook {
  readonly draft: Draft
  readonly group: Group
  readonly name: string
  readonly placed: Placed
  /** What was typed, where something was. */
  readonly read?: Read
  /** Absent while the date is missing or not clear. */
  readonly span?: Span
  readonly rule?: Rule
  /** In the order in which they were typed. */
  readonly dates?: readonly DateRead[]
  /** Until when the group may say which of them suit it; absent while that is not clear. */
  readonly until?: Instant
  /** Of a change: as it is now. */
  readonly before?: Action
  /** Of a change: whoever makes it was named for that action, and may not say who comes. */
  readonly helps?: true
}

/** How an action that was planned here is kept. */
export interface Plan {
  readonly action: ActionId
  readonly group: GroupId
  readonly keeper?: PersonId
  readonly series?: SeriesId
  readonly day?: Day
}

export interface Kept extends Plan {
  /** For how long a freed seat is kept for whoever is next; absent: as usual. */
  readonly offerHours?: number
  /** Whoever looks was named for it and comes, and has no other right there. */
  readonly helps?: true
  readonly found: ActionFound
}

/** What somebody may manage, of a series its next date. */
export interface Managed extends ActionFound {
  /** How many other dates of the series are ahead. */
  readonly others: number
}

export interface Series {
  readonly id: SeriesId
  readonly group: GroupId
  readonly keeper?: PersonId
  readonly rule: Rule
  readonly template: Omit<Planned, 'start' | 'end'> & { readonly lasts: number }
  /** Occurrences up to that day were made. */
  readonly made: Day
}
