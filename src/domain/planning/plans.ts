import type { ActionId, DraftId, GroupId, LinkId, PersonId } from '../../base/ids.ts'
import type { Action, ActionFound } from '../actions/model.ts'
import type { Group } from '../groups/model.ts'
import type { Page } from '../groups/ports.ts'
import type { Posted } from './publishing.ts'
import type { Draft, Kept, Managed, Outlook } from './model.ts'
import type { PlanStore } from './ports.ts'

/** What was confirmed. `made`: the occurrences of a series that are there now. */
export type Confirmed = Posted & {
  readonly is: 'planned' | 'changed' | 'same'
  readonly action: ActionId
  readonly group: Group
  readonly made: readonly ActionId[]
  /** Neither its time nor its place is another: nobody is told. */
  readonly silent?: true
  /** It was for few, and is not any more: chats see it now. */
  readonly opened?: true
  /** Nobody who can be written to is to be told. */
  readonly unheard?: true
}

/** `heard`: somebody who had answered is told. */
export interface CalledOff {
  readonly action: Action
  readonly count: number
  readonly heard: boolean
}

/** Planning actions and changing them, for those who may. */
export interface Plans {
  /** In whose name whoever speaks may plan. */
  groups(): Promise<readonly Group[]>
  begin(of: Omit<Draft, 'id'>): Promise<Draft>
  outlook(id: DraftId): Promise<Outlook>
  amend(id: DraftId, of: Partial<Omit<Draft, 'id' | 'changes'>>): Promise<Outlook>
  /** What is typed for the date; an hour alone goes with the day that was typed before, and a day with its hour. */
  date(id: DraftId, typed: string): Promise<Outlook>
  /** Saves it, once; refuses what is not clear, or past. */
  confirm(id: DraftId): Promise<Confirmed>
  abandon(id: DraftId): Promise<void>
  /** A draft that changes an action; or one like it, without its date. */
  edit(id: ActionId, reach?: Draft['reach']): Promise<Draft>
  again(id: ActionId): Promise<Draft>
  /** That action, and the dates of its series that follow it, but for whoever was named for that one alone. Refuses whoever may not manage it. */
  datesFrom(id: ActionId): Promise<readonly ActionId[]>
  /** Refuses whoever may not manage it. */
  kept(id: ActionId): Promise<Kept>
  /** The same, and whoever was only named for it. */
  organised(id: ActionId): Promise<Kept>
  /** Not over, the soonest first; a series once. */
  managed(page: Page): Promise<readonly Managed[]>
  /** All dates of its series that whoever asks may manage, the soonest first. Refuses whoever may not manage that one. */
  dates(id: ActionId, page: Page): Promise<readonly ActionFound[]>
  callOff(id: ActionId, reason: string): Promise<CalledOff>
  callOffSeries(id: ActionId, reason: string): Promise<CalledOff>
  /** For how many hours a seat that is freed from now on is kept for whoever is next; what is not offered changes nothing. */
  keepSeats(id: ActionId, hours: number): Promise<Kept>
  handOver(id: ActionId, to: PersonId): Promise<Action>
  /**
   * Names somebody who comes to look after that action with its organisers, as long as they come: they change it and what it needs, show it
   * again and call it off, and nothing else. They are told. Refuses whoever may not see who comes.
   */
  nameHelper(id: ActionId, person: PersonId): Promise<Kept>
  /** False when they were not named. */
  removeHelper(id: ActionId, person: PersonId): Promise<boolean>
  helpers(id: ActionId): ReturnType<PlanStore['helpers']>
  /** Shows its card again in the chats of the groups that organise it; how many they are. */
  repost(id: ActionId): Promise<Kept & Posted>
  /** Shows actions among the events of that chat's server from now on, or no more; refuses whoever may not link there. */
  mirror(link: LinkId): Promise<boolean>
  mirrors(link: LinkId): Promise<boolean>
  /** What whoever speaks has begun to plan, and how many actions they look after. */
  mine(): Promise<{ readonly drafts: number; readonly plans: number }>
  /** Asks a group to organise with; its animators are told. `'nobody'`: nobody there could answer, so it is not asked. */
  invite(id: ActionId, group: GroupId): Promise<'asked' | 'already' | 'nobody'>
  /** A group that says yes sees the card in its chats, too. */
  answerInvitation(id: ActionId, group: GroupId, accepts: boolean): Promise<Posted | 'already'>
  partners(id: ActionId): ReturnType<PlanStore['partners']>
}
