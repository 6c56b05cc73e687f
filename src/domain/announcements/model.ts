import type { Instant } from '../../base/clock.ts'
import type {
  ActionId,
  AnnouncementId,
  BroadcastId,
  GroupId,
  LinkId,
  PersonId,
  PictureId,
} from '../../base/ids.ts'
import type { Rich } from '../../base/rich.ts'
import type { TargetFate } from '../broadcasts/model.ts'
import type { Link } from '../links/model.ts'
import type { Filter } from './filter.ts'
import type { Poll } from './poll.ts'
import type { Repeats } from './repeats.ts'

/**
 * `draft`: only its author sees it. `asking`: another animator must agree. `holding`: it leaves at `due`, unless somebody thinks better of it.
 * `sent`: it left, and each chat has its own story.
 */
export const stages = ['draft', 'asking', 'holding', 'sent', 'cancelled', 'withdrawn'] as const
export type Stage = (typeof stages)[number]

/** How a picture is drawn, as far as every platform shows it. */
export const drawings = ['png', 'jpeg'] as const
export type Drawing = (typeof drawings)[number]

/** A picture under the words. Without a description it does not leave: some hear it read. */
export interface Picture {
  readonly id: PictureId
  readonly alt?: string
}

/** It leaves before or after its action, wherever that is moved. */
export interface Beside {
  /** In its author's words. */
  readonly words: string
  /** When the action was when that was worked out. */
  readonly start: Instant
  readonly end: Instant
}

/** What a group, a loop or the coordination says. */
export interface Announcement {
  readonly id: AnnouncementId
  /** Nobody, once they are erased. */
  readonly author?: PersonId
  /** Whose word it is; absent: the coordination's. */
  readonly group?: GroupId
  readonly text: Rich
  /** Its card stands under the words, with its buttons. */
  readonly action?: ActionId
  readonly stage: Stage
  readonly made: Instant
  /** When it leaves, or was meant to. */
  readonly due?: Instant
  readonly repeats?: Repeats
  readonly beside?: Beside
  readonly poll?: Poll
  readonly picture?: Picture
  /** Not for all that belongs to the place. */
  readonly filter?: Filter
  /** Its copies for members who asked for them. */
  readonly privately?: BroadcastId
}

/** What a group does with what a loop or the coordination announces. */
export interface Say {
  readonly mode: 'automatic' | 'asked'
  /** When nobody answers in time. */
  readonly otherwise: 'relay' | 'decline'
}

export const usualSay: Say = { mode: 'automatic', otherwise: 'relay' }

/**
 * `sent`: in the hands of the platforms. `waiting`: for its group's animators. `later`: for the hours of its chat. `muted`: that chat takes no
 * announcements. `troubled`: nothing arrives there. `stopped`: its author wanted no more of it before it arrived.
 */
export const relayStates = ['sent', 'waiting', 'later', 'declined', 'muted', 'troubled', 'stopped'] as const
export type RelayState = (typeof relayStates)[number]

/** A chat that an announcement is meant for, before it leaves. */
export interface Candidate {
  readonly link: Link
  readonly department?: string
  /** Of another group than the one that speaks: it has a say. */
  readonly say?: Say
}

/** An announcement's copy in one chat. */
export interface Relay {
  readonly link: LinkId
  readonly group?: GroupId
  readonly title: string
  readonly platform: string
  readonly state: RelayState
  readonly broadcast?: BroadcastId
  /** Of a copy that was sent: what became of it, and why. */
  readonly fate?: TargetFate
  readonly why?: string
  /** It arrived so long ago that it can be neither corrected nor taken back. */
  readonly old?: true
}

/** All about one announcement. */
export interface Account {
  readonly announcement: Announcement
  readonly relays: readonly Relay[]
  /** Groups of the audience that have no chat. */
  readonly unlinked: number
  /** Animators who said that they had read it. */
  readonly received: number
  /** Groups that were told of it, of which nobody said so. */
  readonly unread: number
  /** How many chose each choice of its poll, so far or for good. */
  readonly votes?: readonly number[]
  /** Copies for members who asked for them. */
  readonly privately?: Privately
  readonly flow?: Flow
  /** Platforms that do not answer now, and for which copies wait. */
  readonly silent?: readonly string[]
}

/** Of what has not all left: it leaves, or waits until its author goes on. */
export type Flow = 'running' | 'paused'

/** Numbers of people; whom, nobody is told. */
export interface Privately {
  readonly total: number
  readonly delivered: number
  readonly gone: number
  readonly uncertain: number
  readonly left: number
}

/** What would happen if it left now. */
export interface Forecast {
  readonly chats: Readonly<Record<string, number>>
  readonly sent: number
  readonly waiting: number
  readonly later: number
  readonly muted: number
  readonly troubled: number
  readonly unlinked: number
  /** People who asked for copies of their own. */
  readonly members: number
  /** About so many are in the chats that it is meant for. */
  readonly people: number
  /** Chats of which nobody knows how many people they have. */
  readonly uncounted: number
  /** Chats have no part in it. */
  readonly privateOnly?: true
  /** At the pace of the platforms. */
  readonly seconds: number
}

export const longestAnnouncement = 1_500
/** Beside a picture, and beside a picture and a card: Telegram takes 1,024 characters there, with all that stands around the words. */
export const longestBesidePicture = 600
export const longestBesideBoth = 250
export const longestAlt = 150
export const longestLine = 200
