import type { Instant } from '../../base/clock.ts'
import type { ActionId, DraftId, GroupId, LinkId, PersonId, SeriesId } from '../../base/ids.ts'
import type { Day } from '../../base/zones.ts'
import type { Action, ActionFound } from '../actions/model.ts'
import type { Page } from '../groups/ports.ts'
import type { Draft, Kept, Managed, Opening, Plan, Planned, Series } from './model.ts'

/** Drafts of one person; nobody else's are found. Gone after a week. */
export interface DraftStore {
  get(id: DraftId, person: PersonId): Promise<Draft | undefined>
  put(draft: Draft, person: PersonId, until: Instant): Promise<void>
  /** Ends it: true for one caller alone. */
  end(id: DraftId, person: PersonId): Promise<boolean>
  of(person: PersonId): Promise<readonly Draft[]>
  forget(before: Instant): Promise<number>
}

export interface Planning {
  readonly group: GroupId
  readonly keeper: PersonId
  readonly planned: Planned
}

export interface PlanStore {
  plan(planning: Planning, at: Instant): Promise<ActionId>
  /** With the action; `undefined` for what was not planned here. */
  kept(id: ActionId): Promise<Kept | undefined>
  /**
   * What differs becomes so, under the row's lock; what readers were told before is kept until they are told. `cosmetic`: nobody has to be told.
   * `undefined` when nothing differs.
   */
  change(
    id: ActionId,
    planned: Partial<Planned>,
    by: PersonId,
    at: Instant,
  ): Promise<{ readonly before: Action } | undefined>
  /** False when it was called off already. */
  callOff(id: ActionId, reason: string, by: PersonId, at: Instant): Promise<boolean>
  /** Not over: those of these groups, and those that this person looks after, or was named for; the soonest first. */
  managed(
    groups: readonly GroupId[],
    keeper: PersonId,
    from: Instant,
    page: Page & { readonly series?: SeriesId },
  ): Promise<readonly ActionFound[]>
  /** The same, and of a series the next of these dates alone. */
  managedOnce(
    groups: readonly GroupId[],
    keeper: PersonId,
    from: Instant,
    page: Page,
  ): Promise<readonly Managed[]>
  /**
   * Those who joined a group that organises it and have not answered: how many, and who of them wants to be asked. `undefined` when that was
   * asked since then.
   */
  chase(
    id: ActionId,
    since: Instant,
    at: Instant,
  ): Promise<{ readonly silent: number; readonly willing: readonly PersonId[] } | undefined>
  /** For how many hours a freed seat is kept for whoever is next, from now on. */
  keepSeats(id: ActionId, hours: number): Promise<void>
  handOver(id: ActionId, to: PersonId): Promise<void>
  /** Names somebody who comes to look after that action; false when they do not come. */
  nameHelper(id: ActionId, person: PersonId, at: Instant): Promise<boolean>
  /** False when they were not named. */
  removeHelper(id: ActionId, person: PersonId): Promise<boolean>
  /** Names are opened: for those entitled. */
  helpers(id: ActionId): Promise<readonly { readonly person: PersonId; readonly name?: string }[]>
  helps(id: ActionId, person: PersonId): Promise<boolean>
  /** How many actions somebody looks after, or was named for. */
  keptBy(person: PersonId): Promise<number>
  /** Asks a group to organise with; again when it had refused. */
  invite(id: ActionId, group: GroupId, by: PersonId, at: Instant): Promise<'asked' | 'already'>
  /** False when nothing was asked, or it was answered already. */
  answerInvitation(id: ActionId, group: GroupId, accepts: boolean, at: Instant): Promise<boolean>
  partners(id: ActionId): Promise<
    readonly {
      readonly group: GroupId
      readonly name: string
      readonly state: 'asked' | 'accepted' | 'refused'
    }[]
  >
}

/** Actions that open in stages: their group first, then others. */
export interface OpeningStore {
  /** The soonest first. */
  of(action: ActionId): Promise<readonly Opening[]>
  /** These and no others from now on. */
  keep(action: ActionId, openings: readonly Opening[]): Promise<void>
  /** Actions of which an opening is due; one that was called off waits until it takes place after all. */
  due(now: Instant, most: number): Promise<readonly ActionId[]>
  /** Whoever is due may come from now on, once; false when nothing was due, or they may already. */
  open(action: ActionId, now: Instant): Promise<boolean>
}

export interface SeriesStore {
  begin(series: Omit<Series, 'id' | 'made'>, made: Day): Promise<SeriesId>
  get(id: SeriesId): Promise<Series | undefined>
  /** Series of which days up to that one are still to be made. */
  behind(day: Day, most: number): Promise<readonly SeriesId[]>
  /** Makes what is missing, once for each day, under the row's lock. */
  make(
    id: SeriesId,
    occurrences: readonly { readonly day: Day; readonly planned: Planned }[],
    made: Day,
    at: Instant,
  ): Promise<readonly ActionId[]>
  /** From that day on nothing more is made. */
  end(id: SeriesId, until: Day): Promise<void>
  retell(id: SeriesId, series: Pick<Series, 'rule' | 'template' | 'made'>): Promise<void>
  /** Planned ones that were not changed alone, from that day of the series on, and when each begins by now. */
  occurrences(id: SeriesId, from: Day): Promise<readonly (Plan & { readonly start: Instant })[]>
  setApart(action: ActionId): Promise<void>
}

/** Actions among a platform's own events, where a linked chat's server wants them. */
export interface MirrorStore {
  /** On or off from now on; what it is then. */
  turn(link: LinkId): Promise<boolean>
  isOn(link: LinkId): Promise<boolean>
  /** No more from now on; true for one caller alone. */
  turnOff(link: LinkId): Promise<boolean>
  /** Those that begin after `from` and whose event is missing; those that are not over at `now` and whose event is no longer what it shows. */
  due(
    now: Instant,
    from: Instant,
    most: number,
  ): Promise<
    readonly {
      readonly link: LinkId
      readonly action: ActionId
      readonly revision: number
      readonly ref?: string
    }[]
  >
  note(of: {
    readonly link: LinkId
    readonly action: ActionId
    readonly revision: number
    readonly ref?: string
  }): Promise<void>
}
