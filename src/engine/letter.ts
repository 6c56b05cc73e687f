import { minute, second, type Instant } from '../base/clock.ts'
import type { ActionId, AnnouncementId, BroadcastId, LetterId, PersonId, ProposalId } from '../base/ids.ts'
import type { Address, Message, Why } from '../chat/index.ts'
import type { Notice } from '../domain/notices/model.ts'

/**
 * A letter is put off for no longer at a time, in milliseconds: what waits until later was put off before a clock was set back. Where a platform asks for
 * more, the pace holds its chat, by a clock of its own.
 */
export const longestDelay = 15 * minute

/** How long an answer is left to whoever heard the question, whose press waits for it there, in milliseconds: after that, anybody carries it. */
export const kept = 3 * second

/** The order in which letters leave when there are many; a lane never starves those before it. */
export const lanes = ['answer', 'urgent', 'reminder', 'announcement', 'refresh'] as const
export type Lane = (typeof lanes)[number]

/** Already in words, or a fact to be put into words when it is sent. */
export type Body =
  | { readonly is: 'message'; readonly message: Message }
  /**
   * The card of an action, as it stands then, under the words of the broadcast that it came with. `instead`: in the place of the message whose
   * button was pressed, which is `on`.
   */
  | {
      readonly is: 'card'
      readonly action: ActionId
      readonly instead?: true
      readonly on?: { readonly home: string; readonly ref: string }
    }
  /** The same of dates that are proposed for an action. */
  | {
      readonly is: 'dates'
      readonly proposal: ProposalId
      readonly instead?: true
      readonly on?: { readonly home: string; readonly ref: string }
    }
  | { readonly is: 'notice'; readonly notice: Notice }
  /** What the broadcast says, or undoes, when this leaves; as it was changed for the `pass`th time at least. */
  | { readonly is: 'broadcast'; readonly broadcast: BroadcastId; readonly pass: number }
  /** How the broadcast fares, for its author. */
  | { readonly is: 'progress'; readonly broadcast: BroadcastId }
  /** The poll of an announcement, as it stands then: its question with buttons, or its results. */
  | { readonly is: 'poll'; readonly announcement: AnnouncementId }
  /** Under a copy that somebody asked for: why they get it, and how to stop it. */
  | { readonly is: 'own-copy' }
  /** Stands where a message was that could not be taken away. */
  | { readonly is: 'withdrawn' }

export interface Draft {
  readonly to: Address
  readonly lane: Lane
  readonly body: Body
  /** The `ref` of a message at that address which this letter takes the place of. */
  readonly replaces?: string
  /** A letter of the same key that still waits is replaced by this one. */
  readonly key?: string
  /** Who reads it, where only one person does: a card then shows their own answer. Gone when they are erased. */
  readonly reader?: PersonId
  /** Not before. */
  readonly due?: Instant
}

export interface Letter extends Draft {
  readonly id: LetterId
  readonly written: Instant
  /** How many times it was carried before. */
  readonly tries: number
  /** Whoever carried it last never said what became of it: it may have arrived. */
  readonly doubtful?: true
  /** An electoral silence held it back. */
  readonly silenced?: true
}

/** How a letter ends. `dropped`: too late to be of use, replaced by another, or `paused`, and then it opens again. */
export type Fate =
  | { readonly is: 'delivered'; readonly ref: string }
  | { readonly is: 'gone'; readonly why: Why }
  | { readonly is: 'uncertain' }
  | { readonly is: 'dropped'; readonly why?: 'paused' }
