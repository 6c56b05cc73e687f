import type { Instant } from '../../base/clock.ts'
import type { BroadcastId, PersonId } from '../../base/ids.ts'
import type { Account, Audience, Broadcast, NewBroadcast, Progress, TargetFate, What } from './model.ts'

/** Where one letter of a broadcast goes. */
export interface Target {
  /** The same for the same target, for ever; targets come in the order of their keys. An id of ours, not of a platform's. */
  readonly key: string
  readonly address: { readonly platform: string; readonly key: string }
  /** Who reads it, where only one person does. */
  readonly reader?: PersonId
  /** The first instant from that one on at which it may arrive there. */
  readonly notBefore?: (now: Instant) => Instant
}

/** One kind of audience: written once, asked page by page. */
export interface AudienceKind<A extends Audience> {
  /** Targets after that key, in the order of their keys; fewer than `take` means that these are the last. */
  page(audience: A, after: string | undefined, take: number): Promise<readonly Target[]>
  count(audience: A): Promise<number>
}

/** Each kind of audience that there is; a new one is a new line here, and nothing else needs to know. */
export type AudienceKinds = {
  readonly [K in Audience['is']]: AudienceKind<Extract<Audience, { readonly is: K }>>
}

export interface AccountPage {
  /** Only those. */
  readonly fate?: TargetFate
  readonly after?: string
  readonly take: number
}

/** Broadcasts and what became of their letters. Each change is one statement, or under one row's lock. */
export interface BroadcastStore {
  put(id: BroadcastId, of: NewBroadcast, at: Instant): Promise<void>
  byId(id: BroadcastId): Promise<Broadcast | undefined>
  progress(id: BroadcastId, now: Instant): Promise<Progress | undefined>
  /** Nothing leaves until it is resumed. False when it was not running. */
  pause(id: BroadcastId, at: Instant): Promise<boolean>
  /** False when it was not paused. */
  resume(id: BroadcastId, at: Instant): Promise<boolean>
  /** What has not left never does. False when it had ended. */
  cancel(id: BroadcastId, at: Instant): Promise<boolean>
  /** Those that ended so are carried once more; how many. */
  retry(id: BroadcastId, fate: 'gone' | 'uncertain', at: Instant): Promise<number>
  /** From now on it says that; what has arrived is changed. False when it was withdrawn. */
  edit(id: BroadcastId, what: What, at: Instant): Promise<boolean>
  /** Takes away what has arrived; the rest never leaves. False when it was withdrawn before. */
  withdraw(id: BroadcastId, at: Instant): Promise<boolean>
  /** What became of each target, in the order of their keys. */
  account(id: BroadcastId, page: AccountPage): Promise<readonly Account[]>
  /** The last ones of that author, the newest first. */
  of(author: PersonId, take: number): Promise<readonly Broadcast[]>
}
