import type { ActionId, BroadcastId, PictureId, ProposalId } from '../base/ids.ts'
import type { Rich } from '../base/rich.ts'

/** Pressing it sends its route back to whoever handles it. */
export interface PressButton {
  readonly label: string
  /** Made by {@link Press} or {@link Form}, never by hand. */
  readonly route: string
  /** Colour only adds to the label. */
  readonly tone?: 'primary' | 'success' | 'danger'
}

/** Opens an absolute https address. */
export interface LinkButton {
  readonly label: string
  readonly url: string
}

/** Opens the private chat with the bot, at `start`; left out where the platform has no such link. */
export interface DoorButton {
  readonly label: string
  /** At most 64 characters of `A-Za-z0-9_-`. */
  readonly start: string
}

/** Brings the bot into another chat, with the rights that it needs there; left out where the platform has no such link. */
export interface AddButton {
  readonly label: string
  readonly adds: 'group' | 'channel'
}

export type Button = PressButton | LinkButton | DoorButton | AddButton

/** One question of a form: a field of a Discord modal, or one message of a Telegram dialogue. */
export interface Question {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly required: boolean
  readonly long?: true
  /** It is answered by a picture. */
  readonly picture?: true
  /** Code points. */
  readonly most?: number
  readonly choices?: readonly Choice[]
  /** What is there already; kept when another answer was refused. */
  readonly value?: string
}

export interface Choice {
  readonly value: string
  readonly label: string
}

/** Questions to ask before going on; their answers go to `route`. */
export interface Questionnaire {
  /** Made by {@link Form}, never by hand. */
  readonly route: string
  readonly title: string
  readonly questions: readonly Question[]
  /** What was wrong with the answers given so far. */
  readonly complaint?: Rich
}

/** Bytes as base64, or an absolute address. */
export type Picture = { readonly png: string } | { readonly jpeg: string } | { readonly url: string }

/** All that a handler may answer; flat, so that every platform can draw it. Plain data: it survives JSON. */
export interface Message {
  readonly text: Rich
  /** What it is called where it has a place of its own; its first line unless it is said. */
  readonly title?: string
  /** `written`: where the platform has no other room for what it shows, that stands under the words. */
  readonly image?: Picture & { readonly alt: string; readonly written?: true }
  /** A picture that is kept: it is brought in when this leaves. */
  readonly keeps?: { readonly picture: PictureId; readonly alt: string }
  /** At most five, each of which platforms draw in one line: three buttons with short words, or one with long ones. */
  readonly rows?: readonly (readonly Button[])[]
  readonly form?: Questionnaire
  /** `position`: ask for where the person is, where the platform can; `nothing`: take that question away. */
  readonly asks?: 'position' | 'nothing'
  /** Take the place of the message whose button was pressed. */
  readonly instead?: true
  /** Only for whoever asked. */
  readonly aside?: true
  /** What comes after a door's `start` to be told the same in private: for an aside, where there are none in a chat of many. */
  readonly again?: string
  /** Arrives without sound. */
  readonly quiet?: true
  /** Names of people: it cannot be passed on where the platform can see to that. */
  readonly kept?: true
  /** Stays above the chat, where the bot may pin it; its arrival alone does that, not its changes. */
  readonly pinned?: true
  /** Passed on to whoever follows that channel, where it can be followed; its changes go along by themselves. */
  readonly published?: true
  /** Under it, people talk about it in a thread of its own, named by its first line; where there can be one. */
  readonly threaded?: true
  /** The message shows this action: it is edited when the action or its counts change. */
  readonly shows?: ActionId
  /** The same of dates that are proposed for one. */
  readonly proposes?: ProposalId
  /** What older cards of that action, or of those dates, say in the same chat from now on, or in the other posts of the same forum. */
  readonly supersedes?: ({ readonly action: ActionId } | { readonly proposal: ProposalId }) & {
    readonly says: Rich
  }
  /** The message shows how this broadcast fares: it is edited while that goes out. */
  readonly follows?: BroadcastId
  /** It takes, for a while, the place of a message that shows that: nothing changes it there meanwhile. */
  readonly covers?: BroadcastId
}

export type Reply = Message | readonly Message[]
