import type { ActionId, GroupId, LinkId, PersonId, RideId } from '../../base/ids.ts'
import type { Trouble } from '../links/model.ts'
import type { GrantedRole } from '../rights/model.ts'
import type { ActionNotice } from './actions.ts'
import type { AnnouncementNotice } from './announcements.ts'
import type { ProposalNotice } from './proposals.ts'

/**
 * Something that a person is told without having asked at that moment: a fact, put into words when it is sent. It says no more than
 * what is needed to look the rest up, so that whoever reads it late reads what is true then.
 */
export type Notice =
  | ActionNotice
  | AnnouncementNotice
  | ProposalNotice
  /** Somebody joined the team. */
  | {
      readonly is: 'role-accepted'
      readonly role: GrantedRole
      readonly group?: GroupId
      readonly person: PersonId
    }
  | { readonly is: 'role-withdrawn'; readonly role: GrantedRole; readonly group?: GroupId }
  /** To those above it: nobody animates that group or loop any more. */
  | { readonly is: 'unattended'; readonly group: GroupId }
  /** Nothing arrives in a linked chat any more. */
  | { readonly is: 'link-trouble'; readonly link: LinkId; readonly why: Trouble }
  /** Announcements are pinned no more in a linked chat: the bot may not. */
  | { readonly is: 'pin-refused'; readonly link: LinkId }
  /** Threads are opened no more in a linked chat: the bot may not. */
  | { readonly is: 'thread-refused'; readonly link: LinkId }
  /** An animator of the loop asks that another one be replaced; a second one must agree. */
  | { readonly is: 'replacement-asked'; readonly group: GroupId; readonly person: PersonId }
  /** Another account of that platform is theirs from now on. */
  | { readonly is: 'paired'; readonly platform: string }
  /** To a chat of its group: a new action. `again`: older cards there point to this one. */
  | {
      readonly is: 'published'
      readonly action: ActionId
      readonly again?: true
      readonly silent?: true
    }
  /** To a chat of its group: it is tomorrow. */
  | { readonly is: 'chat-reminder'; readonly action: ActionId; readonly silent?: true }
  /** To a driver: somebody asks for seats. */
  | {
      readonly is: 'ride-asked'
      readonly action: ActionId
      readonly wish: RideId
      readonly person: PersonId
      readonly seats: number
      readonly words: string
    }
  | {
      readonly is: 'ride-answered'
      readonly action: ActionId
      readonly person: PersonId
      readonly words: string
      readonly accepts: boolean
    }
  | { readonly is: 'ride-gone'; readonly action: ActionId }
  /** To whoever looks for seats: somebody leaves from near there. */
  | { readonly is: 'ride-near'; readonly action: ActionId }
  /** Actions are no longer among the events of a linked server: the bot may not. */
  | { readonly is: 'events-refused'; readonly link: LinkId }
  /** What they had taken upon them is needed no more. */
  | { readonly is: 'need-dropped'; readonly action: ActionId; readonly words: string }
  /** To organisers: somebody who had taken it gives it back, and it begins soon. */
  | { readonly is: 'need-returned'; readonly action: ActionId; readonly words: string }
  /** They look after that action from now on. */
  | { readonly is: 'handed-over'; readonly action: ActionId }
  /** They were named for that action: they look after it with its organisers. */
  | { readonly is: 'named'; readonly action: ActionId }
  /** Their group is asked to organise it with another. */
  | { readonly is: 'asked-to-organise'; readonly action: ActionId; readonly group: GroupId }
  | {
      readonly is: 'partner-answered'
      readonly action: ActionId
      readonly group: GroupId
      readonly accepts: boolean
    }
  /** They asked to be written to in private again: this is it. */
  | { readonly is: 'within-reach' }
  /** What goes on this week in the groups of whoever reads it. */
  | { readonly is: 'own-week' }
  /** What goes on this week, for a chat of many. */
  | { readonly is: 'week'; readonly link: LinkId }
