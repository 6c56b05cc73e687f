import type { Clock } from '../base/clock.ts'
import type { Log } from '../base/log.ts'
import { dayOf, paris, plusDays } from '../base/zones.ts'
import { createSeriesWork, seasonDays } from '../domain/planning/series.ts'
import type { Store } from '../engine/ports.ts'

/** A series is looked at once a week: what is ahead is then a season and a week at most. */
const slack = 7
const atOnce = 50

interface Needs {
  readonly store: Store
  readonly clock: Clock
  readonly log: Log
}

/** Makes the occurrences of series that come within a season. */
export const createSeasons =
  ({ store, clock, log }: Needs) =>
  async (): Promise<void> => {
    const now = clock.now()
    const until = plusDays(dayOf(now, paris), seasonDays - slack)
    let made = 0
    for (const id of await store.series.behind(until, atOnce))
      made += await store.transaction(
        async ({ plans, series }) => (await createSeriesWork({ store: plans, series, now }).make(id)).length,
      )
    log.debug({ made }, 'looked ahead')
  }
