import { minute, second, type Clock } from '../base/clock.ts'
import { isAway } from '../base/sql.ts'
import type { LetterId } from '../base/ids.ts'
import type { Log } from '../base/log.ts'
import type { Sleep } from '../base/sleep.ts'
import type { Fate, Letter } from './letter.ts'
import type { Store } from './ports.ts'

/** Letters that end within that time, in milliseconds, are closed by one statement; whoever just spoke waits for nobody. */
const gathering = 10

/** Shorter than a letter is held: until then nobody else carries it. */
const patience = minute / 2

/** Whoever is told to stop waits no longer for a database than that; then the letter is carried once more. In milliseconds. */
const farewell = 4 * second

interface Needs {
  readonly store: Pick<Store, 'outbox'>
  readonly clock: Clock
  readonly sleep: Sleep
  /** This process is told to stop. */
  readonly stopping: AbortSignal
  readonly log: Log
}

/**
 * What is known of a letter must be written down, or it is carried once more: a database that is away for a moment is asked again; any
 * other error is a bug. What is done here twice is as if it was done once.
 */
export const createPersistence =
  ({ sleep, stopping, log }: Pick<Needs, 'sleep' | 'stopping' | 'log'>) =>
  async (work: () => Promise<void>): Promise<void> => {
    const begun = performance.now()
    for (let wait = 50; ; wait = Math.min(2 * wait, second))
      try {
        return await work()
      } catch (error) {
        const longest = stopping.aborted ? farewell : patience
        if (!isAway(error) || performance.now() - begun + wait > longest) throw error
        if (wait === 50)
          log.warn({ err: error }, 'what became of a letter could not be written down; trying again')
        await sleep(wait)
      }
  }

/** Ends letters, many by one statement when many end at once. */
export const createClosing = ({ store, clock, sleep, stopping, log }: Needs) => {
  const persists = createPersistence({ sleep, stopping, log })
  let waiting: Map<LetterId, Fate> | undefined
  let next: Promise<void> = Promise.resolve()

  const flush = async (of: Map<LetterId, Fate>, soon: Promise<void>): Promise<void> => {
    await soon
    if (waiting === of) waiting = undefined
    await persists(() => store.outbox.close(of, clock.now()))
  }

  return ({ id, lane }: Letter, fate: Fate): Promise<void> => {
    if (lane === 'answer') return persists(() => store.outbox.close(new Map([[id, fate]]), clock.now()))
    if (!waiting) {
      waiting = new Map()
      next = flush(waiting, sleep(gathering))
    }
    waiting.set(id, fate)
    return next
  }
}
