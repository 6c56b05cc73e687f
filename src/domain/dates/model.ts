import type { Instant } from '../../base/clock.ts'
import type { Day, Zone } from '../../base/zones.ts'

/** How something comes back: days of the wall calendar, so that no change of the clock moves it. */
export interface Rule {
  readonly every: 'day' | 'week' | 'month'
  /** Each, every second, …, counted from `from`. */
  readonly step: number
  /** 1 is Monday; empty: every day. */
  readonly weekdays: readonly number[]
  /** Of a month: its first, …, fifth such weekday; -1: its last. */
  readonly nths?: readonly number[]
  /** On the wall of the place, `HH:MM`. */
  readonly time: string
  /** From the beginning to the end, on the wall, in minutes. */
  readonly lasts?: number
  /** No occurrence before. */
  readonly from: Day
  /** None after. */
  readonly until?: Day
  readonly except: readonly Day[]
  readonly skipsHolidays?: true
}

/** One way to understand what was written. `end` only where it was said. */
export type Reading =
  | { readonly is: 'once'; readonly start: Instant; readonly end?: Instant; readonly zone: Zone }
  | {
      readonly is: 'series'
      readonly rule: Rule
      readonly start: Instant
      readonly end?: Instant
      readonly zone: Zone
    }

/** Why it cannot be understood for sure; the words are as they were typed. */
export type Unclear =
  /** Neither a day nor an hour. */
  | { readonly why: 'nothing' }
  | { readonly why: 'no-day' }
  /** `days`: those that may be meant. */
  | { readonly why: 'no-time'; readonly days: readonly Day[] }
  | { readonly why: 'typo'; readonly word: string; readonly meant: string }
  | { readonly why: 'words'; readonly words: string }
  | { readonly why: 'several-days' | 'several-times' }
  | { readonly why: 'no-such-day'; readonly words: string }
  | { readonly why: 'no-such-time'; readonly words: string }
  /** That day is another weekday than the one which was written; 1 is Monday. */
  | { readonly why: 'weekday'; readonly day: Day; readonly said: number }
  /** `undated`: no year was said, and that of next year may be meant. */
  | { readonly why: 'past'; readonly undated?: true }
  | { readonly why: 'too-far'; readonly day: Day }
  | { readonly why: 'ends-before' }
  | { readonly why: 'too-long' }
  /** The clock jumps over it that night. */
  | { readonly why: 'gap'; readonly day: Day; readonly time: string }

export type Read =
  | { readonly is: 'one'; readonly reading: Reading }
  | { readonly is: 'several'; readonly readings: readonly Reading[] }
  | ({ readonly is: 'unclear' } & Unclear)

/** A sentence, and what remains of it without the date. */
export interface LineRead {
  readonly read: Read
  readonly rest: string
}

export interface Here {
  readonly now: Instant
  /** Of the place where it will happen. */
  readonly zone: Zone
}

/** Thrown inside, returned by the readers. */
export class NotClear extends Error {
  readonly why: Unclear
  constructor(why: Unclear) {
    super(why.why)
    this.name = 'NotClear'
    this.why = why
  }
}
