import type { Instant } from '../base/clock.ts'
import type { BroadcastId } from '../base/ids.ts'
import type { Address } from '../chat/index.ts'
import type { BroadcastStore } from '../domain/broadcasts/ports.ts'

/** How much one step may do. */
export interface Stride {
  readonly now: Instant
  /** So many letters of one broadcast may wait at once. */
  readonly window: number
  /** So many are written in one transaction. */
  readonly most: number
}

/** What one step did. */
export type Step =
  /** Letters of these platforms are due now; there may be more to write. */
  | { readonly is: 'wrote'; readonly platforms: readonly string[] }
  /** Enough are waiting, or all are written and some are still under way. */
  | { readonly is: 'waits' }
  /** So it is, but none is due for long, as at night: a sweep looks again. */
  | { readonly is: 'sleeps' }
  /** The last one ended just now. */
  | { readonly is: 'ended' }
  /** It is over, or another process is at it; or paused or cancelled, and nothing is under way any more. */
  | { readonly is: 'rests' }

/** The author's message that shows how a broadcast fares. */
export interface Watch {
  readonly to: Address
  readonly ref: string
}

export interface Broadcasting extends BroadcastStore {
  /** The next letters, under the broadcast's lock: a step that is interrupted leaves nothing behind, and begins again. */
  advance(id: BroadcastId, stride: Stride): Promise<Step>
  running(): Promise<readonly BroadcastId[]>
  /** Where its author looks at it; `undefined`: nowhere. */
  watch(id: BroadcastId, at: Watch | undefined): Promise<void>
  watched(id: BroadcastId): Promise<Watch | undefined>
}
