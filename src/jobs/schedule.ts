import { schedule as cron } from 'node-cron'
import type { Log } from '../base/log.ts'
import type { JobName, Queue } from '../engine/ports.ts'

/** Cron only wakes; what is owed to people stands in the database. */
const plan: readonly {
  readonly at: string
  readonly name: Extract<JobName, 'sweep' | 'remind' | 'announce' | 'import'>
}[] = [
  { at: '*/10 * * * * *', name: 'sweep' },
  { at: '2,12,22,32,42,52 * * * * *', name: 'announce' },
  { at: '5,15,25,35,45,55 * * * * *', name: 'remind' },
  { at: '30 * * * * *', name: 'import' },
]

interface Needs {
  readonly queue: Queue
  /** What this house has work for. */
  readonly names: ReadonlySet<JobName>
  readonly log: Log
}

/** Once at the start, then by the clock. Every process does so; a job that waits already is not added twice. */
export const startSchedule = ({ queue, names, log }: Needs, signal: AbortSignal): void => {
  for (const { at, name } of plan) {
    if (!names.has(name)) continue
    const add = async (): Promise<void> => {
      try {
        await queue.add(name, {}, { id: name })
      } catch (error) {
        if (!signal.aborted)
          log.warn({ err: error, job: name }, 'the queue does not answer; the next round tries again')
      }
    }
    // A round that came late, on a machine that is busy, is no news: the next one does the same.
    const task = cron(at, add, { noOverlap: true, suppressMissedWarning: true })
    signal.addEventListener('abort', () => void task.destroy(), { once: true })
    void add()
  }
}
