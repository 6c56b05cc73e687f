import type { Instant } from '../../base/clock.ts'
import type { ActionId, AnnouncementId, BroadcastId, GroupId, PersonId, PictureId } from '../../base/ids.ts'
import type { Rich } from '../../base/rich.ts'
import type { Answer } from '../actions/model.ts'
import type { Notice } from '../notices/model.ts'
import type { Urgency } from '../notices/ports.ts'
import type { Zone } from '../../base/zones.ts'
import type { Filter } from '../announcements/filter.ts'
import type { Where } from '../rights/model.ts'

/** Whom a broadcast is for: ids only, so that it costs the same for ten people and for ten thousand. */
export type Audience =
  | { readonly is: 'members'; readonly group: GroupId }
  /** The chats that one part of an announcement is for. */
  | { readonly is: 'relays'; readonly broadcast: BroadcastId }
  /** Members of what belongs to a place who asked for copies of their own. `zone`: of quiet hours, for who said nothing else. */
  | {
      readonly is: 'subscribers'
      readonly where: Where
      readonly filter?: Filter
      readonly zone?: Zone
    }
  /** Whoever gave one of these answers. */
  | { readonly is: 'answered'; readonly action: ActionId; readonly answers: readonly Answer[] }

/** What it says: a fact that is worded for each reader when it is sent, or words. */
export type What =
  | { readonly is: 'notice'; readonly notice: Notice }
  | { readonly is: 'card'; readonly action: ActionId }
  | {
      readonly is: 'text'
      readonly text: Rich
      /** Its first words, without whose they are. */
      readonly title?: string
      /** Its card stands under the words, with its buttons. */
      readonly action?: ActionId
      /** Its poll stands there, with its buttons or its results. */
      readonly poll?: AnnouncementId
      readonly picture?: { readonly id: PictureId; readonly alt: string }
      /** To people who asked for it: they are told why, and how to stop it. */
      readonly privately?: true
      readonly quiet?: true
      readonly pinned?: true
    }

/** `cancelled`: nothing more leaves; what had left stays. */
export type State = 'running' | 'paused' | 'cancelled' | 'done'

/** What its letters do: arrive, change what has arrived, take it away. */
export type Errand = 'send' | 'edit' | 'withdraw'

export interface NewBroadcast {
  readonly audience: Audience
  readonly what: What
  readonly urgency: Urgency
  /** Whoever may pause, cancel, change and withdraw it, and is told of what nobody knows the fate of. */
  readonly author?: PersonId
}

export interface Broadcast extends NewBroadcast {
  readonly id: BroadcastId
  readonly state: State
  readonly errand: Errand
  /** How many times it was changed or taken back. */
  readonly pass: number
  readonly begun: Instant
  readonly ended?: Instant
}

/** How it fares: numbers of targets. */
export interface Progress {
  readonly broadcast: Broadcast
  /** Absent until the audience was counted. */
  readonly total?: number
  /** The errand is done at these. */
  readonly delivered: number
  /** It will not be. */
  readonly gone: number
  /** Why, by the platform's reasons, the most frequent first. */
  readonly whys: readonly (readonly [string, number])[]
  /** It left, and no answer came. */
  readonly uncertain: number
  /** Cancelled before they left, or nothing to say any more. */
  readonly dropped: number
  /** Still to come. */
  readonly left: number
  /** Platforms that do not answer now, and for which letters wait. */
  readonly silent?: readonly string[]
  /** How many had their answer in the last half minute, that lasted `ofMs`. */
  readonly lately: { readonly count: number; readonly ofMs: number }
}

export const fates = ['delivered', 'gone', 'uncertain', 'dropped', 'waiting'] as const
export type TargetFate = (typeof fates)[number]

/** What became of one target. */
export interface Account {
  /** The audience's own name for it: the id of a person, or of a linked chat. */
  readonly target: string
  readonly platform: string
  readonly fate: TargetFate
  /** The platform's reason, in its own words of `Why`. */
  readonly why?: string
}
