import { schedule as cron } from 'node-cron'
import type { Log } from '../base/log.ts'
import type { JobName, Queue } from '../engine/ports.ts'

/** Cron only wakes; what is owed to people stands in the database. */
const plan: readonly { readonly at: string; readonly name: Extract<JobName, 'sweep' | 'import'> }[] = [
  { at: '*/10 * * * * *', name: 'sweep' },
  { at: '30 * * * * *', name: 'import' },
]

interface Needs {
  readonly queue: Queue
  /** What this house has work for. */
  readonly names: ReadonlySet<JobName>
  readonly log: Log
}

/** Every process does so; a job that waits already is not added twice. */
export const startSchedule = ({ queue, names, log }: Needs, signal: AbortSignal): void => {
  for (const { at, name } of plan) {
    if (!names.has(name)) continue
    const task = cron(
      at,
      async () => {
        try {
          await queue.add(name, {}, { id: name })
        } catch (error) {
          log.warn({ err: error, job: name }, 'the queue does not answer; the next round tries again')
        }
      },
      { noOverlap: true },
    )
    signal.addEventListener('abort', () => void task.destroy(), { once: true })
  }
}
