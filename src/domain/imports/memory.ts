import type { Instant } from '../../base/clock.ts'
import type { DepartmentCode } from '../territory/model.ts'
import type { Watched } from './due.ts'
import type { ImportStore } from './ports.ts'
import { loadShards, type Shards } from './shards.ts'

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
  /** Of what a calendar that somebody follows showed of it: it is wanted, wherever it is. */
  readonly feed?: string
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
  readonly groups: Shards<GroupTrace>
  readonly actions: Shards<ActionTrace>
  save(): Promise<void>
}

export interface Memories {
  /** What is saved, or what this process has at hand when nobody else saved anything since. */
  open(): Promise<Memory>
}

/** What another version of the program wrote is left aside: everything is then asked again, and nothing is lost. */
const version = 1

interface Saved {
  readonly version: number
  /** Another one at each saving. */
  readonly stamp: string
  readonly of: Schedule
}

const isSaved = (value: unknown): value is Saved =>
  typeof value === 'object' && value !== null && 'version' in value && value.version === version

const atOnce = 0 as Instant

const blank = (): Schedule => ({
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

interface Needs {
  readonly store: ImportStore
  /** Whose memory it is. */
  readonly name: string
}

export const createMemories = ({ store, name }: Needs): Memories => {
  let atHand: { readonly stamp: string; readonly memory: Memory } | undefined

  const load = async (schedule: Schedule): Promise<Memory> => {
    const groups = await loadShards<GroupTrace>({ store, key: `${name}/groups`, version })
    const actions = await loadShards<ActionTrace>({ store, key: `${name}/actions`, version })
    const memory = {
      schedule,
      groups,
      actions,
      save: async () => {
        // Should it fail, what is at hand is no longer what is saved.
        atHand = undefined
        const stamp = crypto.randomUUID()
        await groups.save()
        await actions.save()
        await store.save(`${name}/schedule`, { version, stamp, of: schedule } satisfies Saved)
        atHand = { stamp, memory }
      },
    }
    return memory
  }

  return {
    open: async () => {
      const saved = await store.load(`${name}/schedule`)
      if (!isSaved(saved)) return load(blank())
      return atHand?.stamp === saved.stamp ? atHand.memory : load(saved.of)
    },
  }
}
