import type { Instant } from '../../base/clock.ts'
import type { ActionId, PersonId } from '../../base/ids.ts'
import type { ChangeStore } from '../changes/ports.ts'
import type { Kept } from './model.ts'
import type { Plans } from './plans.ts'
import type { PlanStore } from './ports.ts'
import type { createSeriesWork } from './series.ts'

interface Needs {
  readonly store: Pick<PlanStore, 'callOff'>
  readonly seriesWork: Pick<ReturnType<typeof createSeriesWork>, 'callOff'>
  readonly changes: Pick<ChangeStore, 'isHeard'>
  readonly touched: (action: ActionId) => void
  readonly now: Instant
  /** Refuses what is over or called off. */
  readonly open: (id: ActionId) => Promise<Kept>
  /** The same, and whoever was only named for it. */
  readonly own: (id: ActionId) => Promise<Kept>
  readonly author: () => Promise<PersonId>
}

/** An action, or what is left of a series, does not take place; whoever had answered is told. */
export const createCallingOff = ({
  store,
  seriesWork,
  changes,
  touched,
  now,
  open,
  own,
  author,
}: Needs): Pick<Plans, 'callOff' | 'callOffSeries'> => ({
  callOff: async (id, reason) => {
    const { action } = (await open(id)).found
    const by = await author()
    if (await store.callOff(id, reason, by, now)) touched(id)
    return { action, count: 1, heard: await changes.isHeard([id], by) }
  },
  callOffSeries: async (id, reason) => {
    const kept = await own(id)
    const by = await author()
    const gone = await seriesWork.callOff(kept, reason, by)
    gone.forEach(touched)
    return { action: kept.found.action, count: gone.length, heard: await changes.isHeard(gone, by) }
  },
})
