import { schedule as cron } from 'node-cron'
import { second, type Clock } from '../base/clock.ts'
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

/** How often it is looked whether somebody set the clock, and by how much more it may stray meanwhile, in milliseconds. */
const glance = 2 * second
const stray = second

interface Needs {
  readonly queue: Queue
  /** What this house has work for. */
  readonly names: ReadonlySet<JobName>
  readonly clock: Clock
  readonly log: Log
}

/** Set back by an hour, the clock would keep node-cron waiting for as long: it waits for an hour of the day that it had chosen before. */
const whenSet = (clock: Clock, signal: AbortSignal, then: () => void): void => {
  const offset = (): number => clock.now() - performance.now()
  let known = offset()
  const timer = setInterval(() => {
    const is = offset()
    const isSet = Math.abs(is - known) > stray
    known = is
    if (isSet) then()
  }, glance)
  signal.addEventListener('abort', () => clearInterval(timer), { once: true })
}

/** Once at the start, then by the clock. Every process does so; a job that waits already is not added twice. */
export const startSchedule = ({ queue, names, clock, log }: Needs, signal: AbortSignal): void => {
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
    const begin = () => cron(at, add, { noOverlap: true, suppressMissedWarning: true })
    let task = begin()
    whenSet(clock, signal, () => {
      void task.destroy()
      task = begin()
      void add()
    })
    signal.addEventListener('abort', () => void task.destroy(), { once: true })
    void add()
  }
}
