import { second } from '../base/clock.ts'
import type { Toll } from '../chat/index.ts'
import type { Lane } from './letter.ts'

/** Leave to send some messages, all of the same lane or all of none that answers. */
export interface Wish {
  readonly platform: string
  /** Messages a second that the platform grants. */
  readonly perSecond: number
  readonly lane: Lane
  readonly tolls: readonly Toll[]
}

/** What shows which slot it was. */
export interface Ticket {
  /** 0: this one is not remembered by itself. */
  readonly place: number
  /** When it is, by the clock that counts for the pace; milliseconds. */
  readonly at: number
}

/**
 * `go`: send it in so many milliseconds; with a ticket where it takes of what the platform grants. `wait`: nothing is reserved; ask again
 * then. `on`: what there is too little of. Durations first: the clock that counts is not that of whoever asks.
 */
export type Slot =
  | { readonly is: 'go'; readonly inMs: number; readonly ticket?: Ticket }
  | { readonly is: 'wait'; readonly inMs: number; readonly on: 'chat' | 'platform' }

/** One budget for all processes that write as the same bot. All may throw {@link QueueUnavailable}. */
export interface Pace extends AsyncDisposable {
  /**
   * An answer may reserve far ahead, so it takes the next free slot. The other lanes get only slots that are almost due, so they never queue
   * in front of an answer; yet one of theirs gets through every {@link fair} milliseconds. One slot for each toll, in their order; those
   * after one that waits for the platform wait as well.
   */
  reserve(wish: Wish): Promise<readonly Slot[]>
  /** A slot was used so many milliseconds too late: its second ends that much later. */
  late(platform: string, ticket: Ticket, ms: number): Promise<void>
  /** Nothing goes to that chat, or to the whole platform, for so long. */
  hold(where: { readonly platform: string; readonly chat?: string }, ms: number): Promise<void>
  /** The platform refused so many times more: how often it did in the last ten minutes, whoever of us it refused. */
  refused(platform: string, times: number): Promise<number>
  /** Forgets chats that nothing was sent to lately. */
  forget(): Promise<void>
}

/** So many milliseconds more than a second pass before a slot is used again: networks take longer for one letter than for another. */
const margin = 12

const cycle = second + margin

/** A slot may be used that late, in milliseconds, and nobody needs to know: the rest of the margin is for the networks. */
export const leeway = margin / 4

/** Spread evenly, as many slots as a second holds take a little longer than {@link cycle}: so gaps that late letters left close again. */
const spread = second + margin + 3

/** Slots are remembered one by one where the platform grants no more of them in a second: that takes more and more time. */
const mostRemembered = 100

/** How far an answer reserves. Whoever must wait longer waits in the outbox. */
const answersAhead = 5 * second

/** Timers and round trips take that long, in milliseconds: with less, slots would pass unused. */
const [leastAhead, mostAhead] = [12, 25]

/** An answer that comes while others have reserved waits that long at most, in milliseconds, where slots are not rarer still. */
const answersWait = 45

const between = (perSecond: number): number => spread / perSecond

/** How far the other lanes reserve: an answer takes the slot after theirs, so the rarer slots are, the less. */
const bulkAhead = (perSecond: number): number =>
  Math.min(mostAhead, Math.max(leastAhead, answersWait - between(perSecond)))

/** Whoever found no slot asks again after that long at the earliest, in milliseconds: for several at once, and still before they are due. */
export const breath = (perSecond: number): number => bulkAhead(perSecond) / 2

/** How many letters of the other lanes may have a slot, or be about to, at once: more would only ask in vain. */
export const abreast = (perSecond: number): number => Math.ceil(bulkAhead(perSecond) / between(perSecond)) + 1

/** However many answers there are, one letter of the other lanes goes out that often. */
export const fair = 2 * second

/** All that were asked for, where those after a refusal of the platform were not looked at. */
export const inFull = (slots: readonly Slot[], { tolls }: Wish): readonly Slot[] => {
  const last = slots.at(-1)
  return last ? tolls.map((_, at) => slots[at] ?? last) : []
}

/** Refusals are counted by spans of that many seconds; so many of them are remembered. */
export const refusalSpan = 30
export const refusalSpans = 20

/** The same in numbers, for whatever counts them; milliseconds. */
export interface Terms {
  /** `overall`: between two messages; 0: none of the platform's budget is used. */
  readonly each: readonly { readonly overall: number; readonly chat?: Toll['chat'] }[]
  /** A slot may be that far away. */
  readonly ahead: number
  /** May also have a slot up to {@link answersAhead} away when its like had none for {@link fair}. */
  readonly bulk: boolean
  readonly far: number
  /** So many slots are remembered, and in any `cycle` there are no more; 0: they are only spread evenly. */
  readonly most: number
  readonly cycle: number
  /** Slots that passed unused are made up for by others that come so much sooner. */
  readonly catchUp: number
}

export const termsOf = ({ perSecond, lane, tolls }: Wish): Terms => {
  const per = between(perSecond)
  const bulk = lane !== 'answer'
  const most = perSecond > mostRemembered ? 0 : perSecond
  return {
    each: tolls.map(({ overall, chat }) => ({ overall: overall ? per : 0, ...(chat && { chat }) })),
    ahead: bulk ? bulkAhead(perSecond) : answersAhead,
    bulk,
    far: answersAhead,
    most,
    cycle,
    catchUp: most > 0 ? per / 2 : 0,
  }
}
