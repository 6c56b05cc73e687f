import type { Job, JobsOptions, WorkerOptions } from 'bullmq'
import type { JobName, Jobs } from '../engine/ports.ts'

export type AnyJob = Jobs[JobName]

/** What we use of BullMQ's own, whatever it stands on. */
export interface JobQueue {
  add(name: JobName, job: AnyJob, options: JobsOptions): Promise<unknown>
  count(): Promise<number>
  close(): Promise<void>
  on(event: 'error', hear: (error: Error) => void): unknown
}

export type JobUnderWay = Pick<Job<AnyJob>, 'id' | 'data' | 'deduplicationId' | 'removeDeduplicationKey'>

export interface JobWorker {
  close(force?: boolean): Promise<void>
  on(event: 'error', hear: (error: Error) => void): unknown
  on(event: 'failed', hear: (job: { readonly id?: string } | undefined, error: Error) => void): unknown
  on(event: 'stalled', hear: (id: string) => void): unknown
}

export type Work = (job: JobUnderWay) => Promise<void>

export type Pace = Omit<WorkerOptions, 'connection' | 'prefix'>

/** Where BullMQ keeps its jobs: in lines, each of which has a name. */
export interface Backend extends AsyncDisposable {
  queue(line: string): JobQueue
  worker(line: string, work: Work, pace: Pace): JobWorker
  /** Whether an error means that it cannot be reached now, so that trying again later makes sense. */
  isAway(error: unknown): boolean
  /** Workers are being closed: nothing waits for jobs any more. */
  leave(): void
}
