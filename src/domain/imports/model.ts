import type { Instant } from '../../base/clock.ts'
import type { Version } from '../follows/ports.ts'
import type { GroupKind } from '../groups/model.ts'
import type { Point } from '../territory/model.ts'

/** A place in its source's words, which are often wrong about the department and silent about the zone. */
export interface Whereabouts {
  readonly name?: string
  readonly address?: string
  readonly city?: string
  readonly postalCode?: string
  readonly department?: string
  /** ISO 3166-1 alpha-2; overseas territories have their own. */
  readonly country?: string
  readonly point?: Point
}

/** A group as a list of all groups shows it. */
export interface ListedGroup {
  readonly sourceId: string
  readonly name: string
  readonly kind: GroupKind
  readonly certified: boolean
  readonly active: boolean
  readonly country: string
  readonly point: Point
}

/** A group as a search by department shows it. */
export interface FoundGroup {
  readonly sourceId: string
  readonly name: string
  readonly postalCode?: string
}

/** A group as its own page tells it, people left out. */
export interface DescribedGroup {
  readonly name: string
  readonly kind: GroupKind
  readonly certified: boolean
  /** As far as the page tells. */
  readonly active: boolean
  readonly where: Whereabouts
}

/** An action as a list shows it: enough to know that it is new, or no longer the same. */
export interface ListedAction {
  readonly sourceId: string
  readonly start: Instant
  readonly end: Instant
  readonly point?: Point
  /** Changes when anything that the list shows changes. */
  readonly print: string
}

/** An action as its own page tells it, people left out, in plain text. */
export interface DescribedAction {
  readonly name: string
  /** The source's words for what it is: a slug, and what people read. */
  readonly sort: { readonly label: string; readonly words: string }
  readonly description: string
  readonly start: Instant
  readonly end: Instant
  /** The zone of whoever typed it in, to be trusted only where there is no place. */
  readonly zone?: string
  readonly where: Whereabouts
  readonly online?: string
  readonly organisers: readonly { readonly sourceId: string; readonly name: string }[]
  readonly url: string
}

/** What could be read of a list; `skipped` items made no sense. */
export interface Lot<T> {
  readonly items: readonly T[]
  readonly skipped: number
}

/** What a calendar announces, or that it is what it was. */
export type CalendarRead =
  { readonly is: 'same' } | { readonly is: 'new'; readonly lot: Lot<ListedAction>; readonly version: Version }

/** How a question to a source ended. */
export type Reading<T> =
  | { readonly is: 'read'; readonly value: T }
  /** Not there for the public, at least now. */
  | { readonly is: 'hidden' }
  /** The source refuses the question, or its answer makes no sense: asking again at once changes nothing. */
  | { readonly is: 'refused'; readonly why: string }
  /** No answer, after patience: it says nothing about what was asked for. */
  | { readonly is: 'failed'; readonly why: string }
  /** The source wants silence for so long. */
  | { readonly is: 'busy'; readonly inMs: number }

/** How far an import is. */
export interface Progress {
  readonly what: 'departments' | 'groups' | 'actions' | 'nothing'
  readonly done: number
  readonly total: number
  /** Items that made no sense, in the last lists and details read. */
  readonly skipped: number
}
