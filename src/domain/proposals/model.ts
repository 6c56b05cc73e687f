import { day, type Instant } from '../../base/clock.ts'
import type { ActionId, GroupId, PersonId, ProposalId } from '../../base/ids.ts'
import type { Zone } from '../../base/zones.ts'
import type { Draft, Span } from '../planning/model.ts'

/** What the action will be, whichever of its dates it takes place on. */
export type About = Pick<
  Draft,
  'name' | 'kind' | 'place' | 'placed' | 'description' | 'capacity' | 'audience'
>

/** Dates for one action, of which everybody in the chats of a group says which suit them. */
export interface Proposal {
  readonly id: ProposalId
  readonly group: GroupId
  /** Whoever asked; absent once they are erased. */
  readonly keeper?: PersonId
  readonly about: About
  /** The first first; two to six. */
  readonly dates: readonly Span[]
  /** Of the place. */
  readonly zone: Zone
  /** Answers are taken until then, */
  readonly until: Instant
  /** or no more. */
  readonly over: boolean
  /** What was made of it, and on which of its dates. */
  readonly made?: { readonly action?: ActionId; readonly date: number }
  /** No action will be made of it. */
  readonly dropped?: true
}

/** How many people each date suits, how many none does, and how many answered. */
export interface Tally {
  readonly dates: readonly number[]
  readonly none: number
  readonly people: number
}

export interface ProposalFound {
  readonly proposal: Proposal
  readonly tally: Tally
}

/** The dates that suit somebody, by their place; none at all, or nothing said. */
export type Suits = readonly number[] | 'none' | undefined

/** Somebody who answered, for those who organise. */
export interface Suited {
  readonly name?: string
  readonly suits: Exclude<Suits, undefined>
}

/** The places of the dates, those that suit most people first, and of these the first first. */
export const best = ({ dates }: Tally): readonly number[] =>
  dates
    .map((people, date) => ({ people, date }))
    .toSorted((one, other) => other.people - one.people || one.date - other.date)
    .map(({ date }) => date)

/** Who said what is known so long after it is over; then only totals are. */
export const answersKept = 7 * day

/** All of it is forgotten so long after the last of its dates. */
export const proposalsKept = 30 * day
