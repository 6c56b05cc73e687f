import type { Instant } from '../../base/clock.ts'
import type { ActionId, AnnouncementId, BroadcastId, GroupId, LinkId, PersonId } from '../../base/ids.ts'
import type { Rich } from '../../base/rich.ts'
import type { Manner, Settings } from '../links/model.ts'
import type { Where } from '../rights/model.ts'
import type { Repeats } from './repeats.ts'
import type { Truce } from './truces.ts'
import type { Filter } from './filter.ts'
import type { Poll, Vote } from './poll.ts'
import type {
  Announcement,
  Beside,
  Candidate,
  Flow,
  Picture,
  Privately,
  Relay,
  RelayState,
  Say,
  Stage,
} from './model.ts'

/** A relay, as it begins. */
export interface NewRelay {
  readonly link: LinkId
  readonly group?: GroupId
  readonly state: RelayState
  readonly broadcast?: BroadcastId
  /** Until then it waits. */
  readonly until?: Instant
}

/** One broadcast of an announcement, with the line that a group added to it. */
export interface Wave {
  readonly broadcast: BroadcastId
  readonly line?: string
  /** Of copies for members. */
  readonly privately?: true
}

interface Span {
  readonly skip: number
  readonly take: number
}

export interface AnnouncementStore {
  put(announcement: Announcement): Promise<void>
  byId(id: AnnouncementId): Promise<Announcement | undefined>
  /** False when it stood nowhere of those. */
  step(
    id: AnnouncementId,
    from: readonly Stage[],
    to: Stage,
    of?: { readonly due?: Instant; readonly agreed?: PersonId },
  ): Promise<boolean>
  write(id: AnnouncementId, text: Rich): Promise<void>
  /** That action's card stands under it; none without one. */
  join(id: AnnouncementId, action: ActionId | undefined): Promise<void>
  /** That poll stands under it; none without one. */
  ask(id: AnnouncementId, poll: Poll | undefined): Promise<void>
  illustrate(id: AnnouncementId, picture: Picture | undefined): Promise<void>
  narrow(id: AnnouncementId, filter: Filter | undefined): Promise<void>
  /** That broadcast carries its copies for members. */
  goPrivately(id: AnnouncementId, broadcast: BroadcastId): Promise<void>
  /** When it is meant to leave, whether it comes back, and whether it follows its action. */
  plan(
    id: AnnouncementId,
    when: { readonly due?: Instant; readonly repeats?: Repeats; readonly beside?: Beside },
  ): Promise<void>
  /** Those that wait, and whose action is called off, or no longer when it was when their time was worked out. */
  strays(): Promise<readonly AnnouncementId[]>
  /** Votes are taken until then. */
  openPoll(id: AnnouncementId, ends: Instant): Promise<void>
  vote(id: AnnouncementId, person: PersonId, choice: number): Promise<Vote>
  /** How many chose each of so many choices. */
  votes(id: AnnouncementId, choices: number): Promise<readonly number[]>
  /** Only the totals are kept; `undefined` when there is no poll, or it is over. */
  closePoll(id: AnnouncementId, choices: number): Promise<readonly number[] | undefined>
  duePolls(now: Instant): Promise<readonly AnnouncementId[]>
  /** In how many polls that are not over that person's vote is kept. */
  votedIn(person: PersonId): Promise<number>
  /** Those that may leave by now. */
  due(now: Instant): Promise<readonly AnnouncementId[]>
  /** The last ones of that author, the newest first. */
  of(author: PersonId, take: number): Promise<readonly Announcement[]>
  /** Those of them that were begun, and neither sent nor dropped. */
  drafts(author: PersonId, take: number): Promise<readonly Announcement[]>
  /** Every chat that is linked to a place, and to what belongs to it and fits. */
  audience(where: Where, filter?: Filter): Promise<readonly Candidate[]>
  /** Groups that belong to that place, fit, and have no chat. */
  unlinked(where: Where, filter?: Filter): Promise<number>
  /** The same by name. */
  unlinkedNames(where: Where, filter: Filter | undefined, page: Span): Promise<readonly string[]>
  /** Names of groups that were told of it, of whose team nobody has said that they had read it. */
  unread(id: AnnouncementId, page: Span): Promise<readonly string[]>
  unreadCount(id: AnnouncementId): Promise<number>
  /** Of its broadcasts; `undefined`: none is under way. */
  flow(id: AnnouncementId): Promise<Flow | undefined>
  /** Platforms that do not answer now, and for which copies of these broadcasts wait. */
  silent(broadcasts: readonly BroadcastId[]): Promise<readonly string[]>
  /** Members who asked for copies of their own, and can be reached. */
  members(where: Where, filter?: Filter): Promise<number>
  /** What became of those. */
  copies(privately: BroadcastId): Promise<Privately>
  relay(id: AnnouncementId, relays: readonly NewRelay[]): Promise<void>
  relays(id: AnnouncementId): Promise<readonly Relay[]>
  /** Those of a group (or all) in that state are in another from now on; which. */
  turn(
    id: AnnouncementId,
    from: RelayState,
    to: {
      readonly state: RelayState
      readonly broadcast?: BroadcastId
      readonly line?: string
      /** How long it stays so, when nobody does anything. */
      readonly until?: Instant
    },
    of: { readonly group?: GroupId; readonly links?: readonly LinkId[] },
  ): Promise<readonly LinkId[]>
  /** What waits for a group, or for its chat's hours, waits until then, and then arrives with that line. */
  delay(
    id: AnnouncementId,
    of: { readonly group?: GroupId; readonly links?: readonly LinkId[] },
    until: Instant,
    line?: string,
  ): Promise<boolean>
  /** Relays whose time has come. */
  dueRelays(now: Instant): Promise<
    readonly {
      readonly announcement: AnnouncementId
      readonly link: LinkId
      readonly group?: GroupId
      readonly state: RelayState
      readonly manner: Manner
      readonly hours: Pick<Settings, 'from' | 'to'>
      readonly department?: string
      /** What the group added. */
      readonly line?: string
    }[]
  >
  waves(id: AnnouncementId): Promise<readonly Wave[]>
  /** The announcement that a broadcast is a part of. */
  ofBroadcast(id: BroadcastId): Promise<AnnouncementId | undefined>
  /** The silence that lasts at that instant, or else the next one. */
  truce(at: Instant): Promise<Truce | undefined>
  /** Not over at that instant, the soonest first; none overlaps another. */
  truces(at: Instant): Promise<readonly Truce[]>
  /** In place of those that it overlaps. */
  setTruce(truce: Truce, by: PersonId): Promise<void>
  /** False when there is none that begins then. */
  endTruce(truce: Pick<Truce, 'from'>): Promise<boolean>
  say(group: GroupId): Promise<Say>
  setSay(group: GroupId, say: Say): Promise<void>
  /** False when they had said so already. */
  receive(id: AnnouncementId, person: PersonId, at: Instant): Promise<boolean>
  received(id: AnnouncementId): Promise<number>
  /** What never left and was not touched since: drafts, what nobody agreed to, what was called off. How many are gone. */
  forget(before: Instant): Promise<number>
}
