import { hour, later, type Instant } from '../../base/clock.ts'
import type { PersonId } from '../../base/ids.ts'
import type { Zone } from '../../base/zones.ts'
import type { Notice } from './model.ts'

/** How much it presses: what changes today, what was asked to be remembered, what may be read later. */
export type Urgency = 'urgent' | 'reminder' | 'announcement'

/** Where a platform takes messages, by the platform's own words for it. */
export interface Door {
  readonly platform: string
  readonly key: string
}

export interface Telling {
  /** Somebody who is known, on that platform or where they hear best; or a chat of many. */
  readonly to: { readonly person: PersonId; readonly on?: string } | { readonly chat: Door }
  readonly notice: Notice
  readonly urgency: Urgency
  /** Another one of the same key that still waits is replaced. */
  readonly key?: string
  /** Not before. */
  readonly due?: Instant
  readonly rest?: Rest
}

/** Not in the quiet hours of whoever reads it: on the clocks of that place, unless they say where they live; but then when it would be too late. */
export interface Rest {
  readonly zone: Zone
  /** Later, it is told at night rather. */
  readonly by?: Instant
}

/** Who is told of an action that late still has the time to do something about it. */
const inTime = hour

/** Of an action, for somebody who comes or organises. */
export const restFor = ({ start, zone }: { readonly start: Instant; readonly zone: Zone }): Rest => ({
  zone,
  by: later(start, -inTime),
})

/**
 * Writes it down with all else that the work at hand changes: it leaves when that is committed. `nobody`: no private message reaches
 * that person.
 */
export type Tell = (telling: Telling) => Promise<'told' | 'nobody'>
