import { day, hour, later, type Clock } from '../base/clock.ts'
import type { Log } from '../base/log.ts'
import { answersKept } from '../domain/answers/model.ts'
import { answersKept as datesKept, proposalsKept } from '../domain/proposals/model.ts'
import type { Store } from '../engine/ports.ts'

/** From one autumn to the next, and a little. */
const accountsKept = 400 * day
/** Whoever did not send something for a month writes it anew. */
const unsentKept = 30 * day

/** Who rode with whom is nobody's business afterwards. */
const ridesKept = day

const pause = hour

interface Needs {
  readonly store: Store
  readonly clock: Clock
  readonly log: Log
}

/** Rows are deleted a few at a time, so that nobody waits for long. */
const all = async (some: () => Promise<number>, signal: AbortSignal): Promise<number> => {
  let sum = 0
  for (let gone = 1; gone > 0 && !signal.aborted; sum += gone) gone = await some()
  return sum
}

/** Forgets what is no longer needed of what people did, every hour; see `docs/decisions/057-how-long-things-are-kept.md`. */
export const createForgetting = ({ store, clock, log }: Needs) => {
  let next = 0

  return async (signal: AbortSignal): Promise<void> => {
    const now = clock.now()
    if (now < next) return
    next = later(now, pause)
    const longAgo = later(now, -accountsKept)
    const forgotten = {
      drafts: await store.drafts.forget(now),
      rides: await store.rides.forget(later(now, -ridesKept)),
      proposals: await store.proposals.forget(later(now, -datesKept), later(now, -proposalsKept)),
      unsent: await store.announcements.forget(later(now, -unsentKept)),
      answers: await all(() => store.keeping.answers(later(now, -answersKept)), signal),
      announcements: await store.keeping.announcements(longAgo),
      journal: await store.keeping.journal(longAgo),
      people: await all(() => store.keeping.people(longAgo), signal),
    }
    log.debug({ forgotten }, 'let go of what was long ago')
  }
}
