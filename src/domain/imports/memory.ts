import type { Instant } from '../../base/clock.ts'
import type { DepartmentCode } from '../territory/model.ts'
import type { Watched } from './due.ts'
import type { ImportStore } from './ports.ts'

/** What is remembered of a group, by its source's identifier. */
export interface GroupTrace {
  /** Of what the list showed of it; absent: in no list yet. */
  readonly print?: string
  readonly postalCode?: string
  /** The department that a search found it in. */
  readonly said?: string
  readonly department?: DepartmentCode
  readonly active?: boolean
  /** Told by its page. */
  readonly city?: string
  /** Only its own page can tell where it is. */
  readonly unread?: true
  /** When its page could not be read last. */
  readonly failed?: Instant
  /** Its page makes no sense. */
  readonly senseless?: true
  readonly out?: true
  /** It is in the store. */
  readonly kept?: true
  /** When it was last asked for its upcoming actions. */
  readonly agenda?: Instant
  /** The survey that found it. */
  readonly seen?: Instant
}

/** What is remembered of an action, by its source's identifier. */
export interface ActionTrace extends Watched {
  /** Of what the list showed of it; empty: in no list. */
  readonly print: string
  /** Of what was kept of it; absent: it never was. */
  readonly hash?: string
  readonly withdrawn?: true
  /** It was in the list, and no longer is. */
  readonly unlisted?: true
  /** Its page makes no sense. */
  readonly senseless?: true
}

/** A look at all groups, under way. */
export interface Survey {
  readonly since: Instant
  readonly done: readonly string[]
  /** The list of all groups was read too. */
  readonly listed: boolean
  /** Something could not be read: nobody is retired on such grounds. */
  readonly patchy: boolean
}

export interface Schedule {
  /** The area that the rest is about. */
  area: string
  groupsDue: Instant
  actionsDue: Instant
  surveyDue: Instant
  /** All groups were looked at once, in full. */
  surveyed: boolean
  /** The list of actions was read at least once. */
  actionsListed: boolean
  /** When the page of an action was last read. */
  pageRead: Instant
  survey?: Survey | undefined
  /** No question to the source before that instant. */
  silentUntil: Instant
  /** Rounds in a row that were given up. */
  failures: number
  /** Items of the last lists that made no sense. */
  skipped: { groups: number; actions: number }
}

export interface Memory {
  readonly schedule: Schedule
  readonly groups: Map<string, GroupTrace>
  readonly actions: Map<string, ActionTrace>
  save(): Promise<void>
}

const version = 1

const atOnce = 0 as Instant

const isOurs = (value: unknown): value is { readonly version: number } =>
  typeof value === 'object' && value !== null && 'version' in value && value.version === version

/** What another version wrote is forgotten: everything is then asked again, and nothing is lost. */
const load = async <T>(store: ImportStore, key: string, empty: T): Promise<T> => {
  const value = await store.load(key)
  return isOurs(value) ? (value as unknown as { readonly of: T }).of : empty
}

export const loadMemory = async (store: ImportStore, source: string): Promise<Memory> => {
  const keys = { schedule: `${source}/schedule`, groups: `${source}/groups`, actions: `${source}/actions` }
  const schedule = await load<Schedule>(store, keys.schedule, {
    area: '',
    groupsDue: atOnce,
    actionsDue: atOnce,
    surveyDue: atOnce,
    surveyed: false,
    actionsListed: false,
    pageRead: atOnce,
    silentUntil: atOnce,
    failures: 0,
    skipped: { groups: 0, actions: 0 },
  })
  const groups = new Map(await load<readonly (readonly [string, GroupTrace])[]>(store, keys.groups, []))
  const actions = new Map(await load<readonly (readonly [string, ActionTrace])[]>(store, keys.actions, []))
  return {
    schedule,
    groups,
    actions,
    save: async () => {
      await store.save(keys.groups, { version, of: [...groups] })
      await store.save(keys.actions, { version, of: [...actions] })
      await store.save(keys.schedule, { version, of: schedule })
    },
  }
}
