import type { ActionId, PersonId, RideId } from '../../base/ids.ts'

/** Seats in a car: offered, or wished for. */
export interface Ride {
  readonly id: RideId
  readonly action: ActionId
  readonly person: PersonId
  readonly is: 'offer' | 'wish'
  readonly seats: number
  /** From where and when, in their words; no telephone number. */
  readonly words: string
}

export interface Offer extends Ride {
  readonly is: 'offer'
  readonly free: number
}

export interface Wish extends Ride {
  readonly is: 'wish'
  /** The offer that was asked. */
  readonly offer?: RideId
  /** Its driver said yes. */
  readonly agreed: boolean
}

/** What somebody counts on, or is counted on for. `people`: how many ride with whoever drives, never none. */
export type Riding =
  | { readonly is: 'drives'; readonly people: number; readonly words: string }
  | { readonly is: 'rides'; readonly driver: PersonId; readonly words: string }
  /** No car yet. */
  | { readonly is: 'looks' }

export const mostSeats = 8
export const longestWords = 100

const telephone = /(?:\+\d{2,3}|0)[\s.-]?\d(?:[\s.-]?\d{2}){4}/g

/** People find each other through the bot: numbers stay with them. */
export const withoutNumbers = (words: string): string => words.replaceAll(telephone, '…').trim()
