import type { Instant } from '../base/clock.ts'
import type { ActionId, BroadcastId, LetterId, PersonId, PictureId, ProposalId } from '../base/ids.ts'
import type { Address, Picture, Why } from '../chat/index.ts'
import type { ActionStore } from '../domain/actions/ports.ts'
import type { AnswerStore } from '../domain/answers/ports.ts'
import type { CalendarStore } from '../domain/calendars/ports.ts'
import type { ChangeStore } from '../domain/changes/ports.ts'
import type { OutcomeStore } from '../domain/outcomes/ports.ts'
import type { ReminderStore } from '../domain/reminders/ports.ts'
import type { FollowStore } from '../domain/follows/ports.ts'
import type { GroupStore } from '../domain/groups/ports.ts'
import type { ImportStore } from '../domain/imports/ports.ts'
import type { ChatReminderStore } from '../domain/reminders/chats.ts'
import type { PostStore } from '../domain/planning/publishing.ts'
import type { WeekStore } from '../domain/weeks/ports.ts'
import type { PairingStore } from '../domain/pairing/ports.ts'
import type { RideStore } from '../domain/rides/ports.ts'
import type { NeedStore } from '../domain/needs/ports.ts'
import type {
  DraftStore,
  MirrorStore,
  OpeningStore,
  PlanStore,
  SeriesStore,
} from '../domain/planning/ports.ts'
import type { PeopleStore } from '../domain/people/ports.ts'
import type { ProposalStore } from '../domain/proposals/ports.ts'
import type { Account } from '../domain/people/model.ts'
import type { Broadcasting } from './broadcasting.ts'
import type { AnnouncementStore } from '../domain/announcements/ports.ts'
import type { Truce } from '../domain/announcements/truces.ts'
import type { LinkStore } from '../domain/links/ports.ts'
import type { JournalStore } from '../domain/rights/journal.ts'
import type { InvitationStore, RoleStore } from '../domain/rights/ports.ts'
import type { Draft, Fate, Lane, Letter } from './letter.ts'

export interface Inbox {
  /** True once for each update of a platform; whoever gets false must do nothing. */
  first(platform: string, update: string, at: Instant): Promise<boolean>
  /** How many it forgot: updates older than that never come back. */
  forget(before: Instant): Promise<number>
}

/** Which letters, and for how long. */
export interface Taking {
  readonly platform: string
  readonly now: Instant
  /** Held until then. */
  readonly until: Instant
  readonly most: number
  /** From that lane to that one. */
  readonly from: Lane
  readonly to: Lane
}

/**
 * Letters not yet closed, and for a while those that are. Those to one address keep their order within a lane: none is given while one
 * before it is open.
 */
export interface Outbox {
  /** In their order; a letter whose key still waits takes that one's place, and is due no later than it was. */
  put(drafts: readonly Draft[], at: Instant): Promise<readonly LetterId[]>
  /**
   * The letter, held until that instant, even where it was to be due later, unless it was put off; `undefined` when it is closed, held
   * by another, replaced, or not yet its turn.
   */
  take(id: LetterId, now: Instant, until: Instant): Promise<Letter | undefined>
  /** Letters that are due and held by nobody: the most pressing lane first, and in each the first written first. */
  takeNext(taking: Taking): Promise<readonly Letter[]>
  /** One that is closed already keeps its fate. */
  close(fates: ReadonlyMap<LetterId, Fate>, at: Instant): Promise<void>
  /** Not before that instant; one more try is counted. */
  postpone(id: LetterId, until: Instant): Promise<void>
  /** The same for a letter that was taken but not tried; without an instant it is due as before. */
  putBack(id: LetterId, until?: Instant): Promise<void>
  /** The same for an electoral silence, if it still stands: when it is changed or called off, the letter is due as it was before. */
  silence(id: LetterId, truce: Truce, until: Instant): Promise<void>
  /** When one of the open letters can first be taken. */
  next(platform: string): Promise<Instant | undefined>
  /** Platforms with letters that can be taken now, whoever writes there. */
  pressing(now: Instant): Promise<readonly string[]>
  /** Ends what waits for that address in the lanes after the answers; how many. */
  abandon(to: Address, why: Why, at: Instant): Promise<number>
  /** Since when the oldest of the letters that are due has been due, by lane; of the answers, since when it was written. */
  oldest(now: Instant): Promise<ReadonlyMap<Lane, Instant>>
  /** The chat lives at another key from now on: what waits goes there. */
  move(from: Address, key: string): Promise<void>
  /** A letter of a broadcast to that address is open: it may have arrived just now. */
  broadcasting(to: Address): Promise<boolean>
  forget(closedBefore: Instant, copiesBefore: Instant): Promise<number>
}

/** Where a person is in the questions of a form. */
export interface Dialogue {
  readonly route: string
  readonly answers: Readonly<Record<string, string>>
  /** The question that waits for its answer. */
  readonly asking: string
}

/** Dialogues by account; what people typed is encrypted, and gone after a day. */
export interface Dialogues {
  get(account: Account, now: Instant): Promise<Dialogue | undefined>
  put(account: Account, dialogue: Dialogue, until: Instant): Promise<void>
  /** False when there was none. */
  end(account: Account): Promise<boolean>
  forget(before: Instant): Promise<number>
}

/** A delivered message that shows an action, or dates that are proposed for one. */
export interface Copy {
  readonly to: Address
  readonly ref: string
  /** Who reads it, where only one person does. Gone when they are erased. */
  readonly reader?: PersonId
  /** The card is a part of what that broadcast says there. */
  readonly within?: BroadcastId
}

export interface Copies {
  /** One that is known stays within what it came with. */
  add(action: ActionId, copy: Copy, at: Instant): Promise<void>
  addProposal(proposal: ProposalId, copy: Copy, at: Instant): Promise<void>
  /** Those that can be reached. */
  of(action: ActionId): Promise<readonly Copy[]>
  ofProposal(proposal: ProposalId): Promise<readonly Copy[]>
  find(copy: Pick<Copy, 'to' | 'ref'>): Promise<Pick<Copy, 'within' | 'reader'> | undefined>
  remove(copy: Copy): Promise<void>
  /** Nothing can be edited at that address any more. */
  leave(to: Address): Promise<void>
  /** The chat lives at another key from now on. */
  move(from: Address, key: string): Promise<void>
}

/** Pictures of announcements, drawn as every platform shows them. */
export interface Pictures {
  put(picture: Exclude<Picture, { readonly url: string }>, at: Instant): Promise<PictureId>
  get(id: PictureId): Promise<Picture | undefined>
  /** Those made before that instant which no announcement needs: none that waits, none that was sent since the other one. How many. */
  forget(madeBefore: Instant, sentBefore: Instant): Promise<number>
}

/** What time takes away, because it says what people think and is of no more use. Each says how many rows are gone. */
export interface Keeping {
  /** Who answered actions that ended before, in what words, and what they took on; how many they were stays. Some at a time: again until none. */
  answers(endedBefore: Instant): Promise<number>
  /** What was announced before, its broadcasts and account, and who said that they had read it. */
  announcements(sentBefore: Instant): Promise<number>
  journal(before: Instant): Promise<number>
  /** People known since before, of whom nothing is kept but accounts, a name and settings. Some at a time. */
  people(knownBefore: Instant): Promise<number>
}

/** Platforms that do not answer, as whoever tries them says; others of us show it. */
export interface Silences {
  note(platform: string, is: boolean): Promise<void>
}

export interface Repositories {
  readonly silences: Silences
  readonly people: PeopleStore
  readonly weeks: WeekStore
  readonly chatReminders: ChatReminderStore
  readonly posts: PostStore
  readonly pairing: PairingStore
  readonly groups: GroupStore
  readonly roles: RoleStore
  readonly links: LinkStore
  readonly follows: FollowStore
  readonly announcements: AnnouncementStore
  readonly pictures: Pictures
  readonly keeping: Keeping
  readonly invitations: InvitationStore
  readonly journal: JournalStore
  readonly actions: ActionStore
  readonly answers: AnswerStore
  readonly reminders: ReminderStore
  readonly changes: ChangeStore
  readonly calendars: CalendarStore
  readonly outcomes: OutcomeStore
  readonly imports: ImportStore
  readonly inbox: Inbox
  readonly outbox: Outbox
  readonly dialogues: Dialogues
  readonly copies: Copies
  readonly broadcasts: Broadcasting
  readonly drafts: DraftStore
  readonly plans: PlanStore
  readonly needs: NeedStore
  readonly openings: OpeningStore
  readonly proposals: ProposalStore
  readonly rides: RideStore
  readonly series: SeriesStore
  readonly mirrors: MirrorStore
}

/** Outside a transaction each call is one of its own. */
export interface Store extends Repositories, AsyncDisposable {
  /** All of it, or nothing when the work throws. */
  transaction<T>(work: (within: Repositories) => Promise<T>): Promise<T>
  /** Resolves when the database answers. */
  ready(): Promise<void>
  /** The same for the same name, and worth nothing without the database. */
  mark(name: string): string
}

/** Work by name; it carries ids only, and doing it twice is harmless. */
export interface Jobs {
  /** Letters of that platform are due. */
  readonly pump: { readonly platform: string }
  /** There is something to do for that broadcast. */
  readonly broadcast: { readonly broadcast: BroadcastId }
  readonly sweep: object
  /** Something that was announced may be due. */
  readonly announce: object
  readonly import: object
  /** What is owed to people because time passes: reminders, changes to be told, seats that go on. */
  readonly remind: object
}

export type JobName = keyof Jobs

export interface When {
  /** Whole milliseconds from now. */
  readonly inMs?: number
  /** 0 is first. */
  readonly priority?: number
  /** While a job of that id waits, another one is not added. */
  readonly id?: string
}

export type Workers = { readonly [N in JobName]: (job: Jobs[N], signal: AbortSignal) => Promise<void> }

export interface Queue extends AsyncDisposable {
  add<N extends JobName>(name: N, job: Jobs[N], when?: When): Promise<void>
  /**
   * Works until the signal; then the jobs under way end. Resolves when all is quiet. Pumps of other platforms are left to whoever writes
   * there.
   */
  work(workers: Workers, platforms: readonly string[], signal: AbortSignal): Promise<void>
  ready(): Promise<void>
}
