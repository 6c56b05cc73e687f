import { setImmediate, setTimeout } from 'node:timers/promises'
import type { Log } from '../base/log.ts'
import type { Sql } from '../base/sql.ts'
import { withoutValues } from '../base/without-values.ts'
import type { Board } from '../engine/board.ts'
import type { JobName, Jobs, Queue, Workers } from '../engine/ports.ts'
import { createTally, type Tally } from '../engine/tally.ts'
import { QueueUnavailable } from '../engine/unavailable.ts'
import type { Backend, JobQueue, JobWorker, Pace, Work } from './backend.ts'
import { complaints } from './complaints.ts'
import { patience } from './patience.ts'

/** What is kept to be looked at afterwards. */
const keptJobs = { removeOnComplete: { count: 200 }, removeOnFail: { count: 1_000 } }
const keptEvents = 1_000

/** One pump, and room for those who only ring its bell; some broadcasts side by side; the rest one at a time. */
const concurrency: Record<JobName, number> = {
  pump: 8,
  broadcast: 8,
  sweep: 1,
  import: 1,
  remind: 1,
  announce: 1,
}

/** A pump is for whoever writes on its platform: each has a line of its own, so that no other takes it. */
const pumpsOf = (platform: string): string => `pump-${platform}`

const common = (Object.keys(concurrency) as JobName[]).filter((name) => name !== 'pump')

const pace = (name: JobName): Pace => ({
  concurrency: concurrency[name],
  // A process that dies loses its jobs to another after that long; a job may be so unlucky again and again.
  lockDuration: 20_000,
  stalledInterval: 10_000,
  maxStalledCount: 100,
  runRetryDelay: 1_000,
  ...keptJobs,
})

/** The address of a Redis, with what tells us from others that use it; or the database that our own tables are in. */
export type QueuePlace = { readonly redis: string; readonly house: string } | { readonly sql: Sql }

interface Needs {
  readonly where: QueuePlace
  readonly log: Log
}

const open = async (where: QueuePlace, complain: (error: Error) => void): Promise<Backend> => {
  if ('sql' in where) return (await import('./on-sql.ts')).openOnSql(where.sql, keptEvents)
  const { openOnRedis } = await import('./on-redis.ts')
  return openOnRedis({ url: where.redis, house: where.house, keptEvents, complain })
}

export interface Queues extends Queue {
  /** Pages to look at what waits, for whoever writes on these platforms too, below that address. */
  board(address: string, platforms: readonly string[]): Promise<Board>
}

/** The same trouble in words that hold nothing of people's. */
const unsaid = (error: Error): Error => {
  const said = new Error(withoutValues(error.message))
  said.name = error.name
  if (error.stack !== undefined)
    said.stack = `${error.name}: ${said.message}\n${error.stack
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .join('\n')}`
  return said
}

/** Jobs on Redis, or beside our own tables. `add` and `ready` answer within two seconds, if only by {@link QueueUnavailable}. */
export const createQueue = async ({ where, log }: Needs): Promise<Queues> => {
  const complain = complaints(log)
  const backend = await open(where, complain)
  const lines = new Map<string, JobQueue>()

  const of = (line: string): JobQueue => {
    const queue = lines.get(line) ?? backend.queue(line)
    if (!lines.has(line)) queue.on('error', complain)
    lines.set(line, queue)
    return queue
  }
  for (const name of common) of(name)

  const soon = async <T>(asked: Promise<T>): Promise<T> => {
    const stop = new AbortController()
    const late = setTimeout(patience, undefined, { signal: stop.signal, ref: false }).then(() => {
      throw new QueueUnavailable()
    })
    try {
      return await Promise.race([asked, late])
    } catch (error) {
      throw backend.isAway(error) ? new QueueUnavailable({ cause: error }) : error
    } finally {
      late.catch(() => {})
      stop.abort()
    }
  }

  const working = (
    { name, line }: { readonly name: JobName; readonly line: string },
    workers: Workers,
    under: Tally,
    signal: AbortSignal,
  ): JobWorker => {
    const work: Work = async (job) => {
      // From now on it no longer waits: another one of its id may be added.
      if (job.deduplicationId !== undefined) await job.removeDeduplicationKey()
      const does = workers[name] as (job: Jobs[JobName], signal: AbortSignal) => Promise<void>
      try {
        await under.during(does(job.data, signal))
      } catch (error) {
        // The queue keeps what it says, and the board shows it.
        throw error instanceof Error ? unsaid(error) : error
      }
    }
    const worker = backend.worker(line, work, pace(name))
    worker.on('error', complain)
    worker.on('failed', (job, error) => log.error({ err: error, job: name, id: job?.id }, 'a job failed'))
    worker.on('stalled', (id) => log.warn({ job: name, id }, 'whoever did this job is gone; it starts again'))
    return worker
  }

  /**
   * What is under way ends, however long it takes. BullMQ itself would wait for ever for a connection that is being made anew
   * (taskforcesh/bullmq#4656): what it cannot put down by then another worker does once more, which is harmless.
   */
  const leave = async (running: readonly JobWorker[], under: Tally): Promise<void> => {
    const closed = Promise.all(running.map((worker) => worker.close()))
    await setImmediate()
    backend.leave()
    await under.idle()
    const late = new AbortController()
    try {
      await Promise.race([closed, setTimeout(patience, undefined, { signal: late.signal })])
    } finally {
      late.abort()
    }
    await under.idle()
  }

  return {
    add: async (name, job, { inMs, priority, id } = {}) => {
      const when = {
        ...keptJobs,
        ...(inMs !== undefined && { delay: Math.max(0, Math.round(inMs)) }),
        ...(priority !== undefined && { priority }),
        ...(id !== undefined && { deduplication: { id } }),
      }
      await soon(of('platform' in job ? pumpsOf(job.platform) : name).add(name, job, when))
    },
    work: async (workers, platforms, signal) => {
      if (signal.aborted) return
      const under = createTally()
      const own = [
        ...platforms.map((platform) => ({ name: 'pump', line: pumpsOf(platform) }) as const),
        ...common.map((name) => ({ name, line: name })),
      ]
      const running = own.map((each) => working(each, workers, under, signal))
      await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
      await leave(running, under)
    },
    board: async (address, platforms) => {
      for (const platform of platforms) of(pumpsOf(platform))
      return (await import('./board.ts')).createBoard(lines.values(), address)
    },
    ready: async () => {
      await soon(of('sweep').count())
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all([...lines.values()].map((queue) => queue.close()))
      await backend[Symbol.asyncDispose]()
    },
  }
}
