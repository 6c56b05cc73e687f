import { later, minute, type Clock, type Instant } from '../../base/clock.ts'
import type { Log } from '../../base/log.ts'
import type { ImportedAction } from '../actions/model.ts'
import type { ActionStore } from '../actions/ports.ts'
import type { GroupStore } from '../groups/ports.ts'
import type { DepartmentCode } from '../territory/model.ts'
import type { Gazetteer } from '../territory/ports.ts'
import { createActionWatch } from './actions.ts'
import type { FollowStore } from '../follows/ports.ts'
import { createArea, type Area } from './area.ts'
import { listAtLeast, listEvery } from './due.ts'
import { createFollowWatch } from './follows.ts'
import { createMemories, type Memory } from './memory.ts'
import type { Progress } from './model.ts'
import { createPlaces } from './places.ts'
import type { ImportStore, Source } from './ports.ts'
import { isComplete, progressOf } from './progress.ts'
import { createRound } from './round.ts'
import { createGroupWatch } from './survey.ts'

interface Needs {
  /** Under which name things are kept. */
  readonly name: ImportedAction['source']
  readonly source: Source
  readonly groups: Pick<GroupStore, 'keepImported' | 'retireUnseen'>
  readonly actions: Pick<ActionStore, 'keepImported' | 'bySource' | 'setState'>
  readonly imports: ImportStore
  readonly follows: Pick<FollowStore, 'due' | 'keep' | 'note' | 'postpone' | 'items'>
  readonly gazetteer: Gazetteer
  /** Departments to import; empty: all of them. */
  readonly wanted: readonly DepartmentCode[]
  readonly clock: Clock
  readonly log: Log
}

export interface Wake {
  readonly signal: AbortSignal
  /** How long this wake may last; what is left waits for the next one. */
  readonly forMs?: number
  /** Called as things get done. */
  readonly report?: (progress: Progress) => void
}

export interface Imports {
  /**
   * Does what is due, and nothing twice: the first import as well as what follows it. To be woken every minute or so, by one
   * process at a time. Aborted, it saves what it knows and returns.
   */
  poll(wake: Wake): Promise<Progress>
  /** How far the import is, from what is saved. */
  progress(): Promise<Progress>
}

/** Shorter than the minute between two wakes. */
const usualWake = minute - 5_000

/** Telling how far one is costs a look at everything. */
const notesBetweenReports = 20

/** As early as politeness allows. */
const soon = (due: Instant): Instant => later(due, listAtLeast - listEvery)

/** Other departments than last time: what was outside may be inside. */
const turnTo = (area: Area, { schedule, groups, actions }: Memory): void => {
  if (schedule.area === area.name) return
  schedule.area = area.name
  schedule.survey = undefined
  schedule.surveyed = false
  schedule.surveyDue = 0 as Instant
  schedule.groupsDue = soon(schedule.groupsDue)
  schedule.actionsDue = soon(schedule.actionsDue)
  for (const [id, { out }] of groups) if (out) groups.delete(id)
  for (const [id, { out }] of actions) if (out) actions.delete(id)
}

export const createImports = (needs: Needs): Imports => {
  const { name, source, gazetteer, wanted, clock, log } = needs
  const area = createArea({ gazetteer, wanted })
  const places = createPlaces({ gazetteer })
  const memories = createMemories({ store: needs.imports, name })

  const work = async (memory: Memory, { signal, forMs = usualWake, report }: Wake): Promise<void> => {
    let notes = 0
    const noted = (): void => {
      notes += 1
      if (notes % notesBetweenReports === 0) report?.(progressOf(memory, area))
    }
    const round = createRound({ memory, clock, log, signal, noted, until: later(clock.now(), forMs) })
    const common = { name, source, places, area, memory, log }
    try {
      await createGroupWatch({ ...common, store: needs.groups }).run(round)
      await createFollowWatch({ ...common, store: needs.follows }).run(round)
      await createActionWatch({ ...common, gazetteer, store: needs.actions }).run(round)
    } catch (error) {
      if (!signal.aborted) throw error
    } finally {
      await memory.save()
    }
  }

  return {
    poll: async (wake) => {
      const memory = await memories.open()
      turnTo(area, memory)
      const before = isComplete(memory, area)
      if (clock.now() >= memory.schedule.silentUntil) await work(memory, wake)
      const progress = progressOf(memory, area)
      if (!before && isComplete(memory, area)) log.info(progress, 'imported everything there is')
      wake.report?.(progress)
      return progress
    },
    progress: async () => progressOf(await memories.open(), area),
  }
}
