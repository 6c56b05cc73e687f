import { Queue, Worker } from 'bullmq'
import { Redis } from 'ioredis'
import type { Backend } from './backend.ts'

const prefix = 'porte-voix'

/** Tries again soon, and for ever. */
const retryStrategy = (times: number): number => Math.min(times * 100, 2_000)

const away =
  /enableOfflineQueue|Connection is closed|ECONN|EPIPE|ETIMEDOUT|Command timed out|max retries per request|^LOADING|^READONLY|^BUSY/

interface Needs {
  readonly url: string
  /** The longest that a command may take, in milliseconds. */
  readonly patience: number
  readonly keptEvents: number
  readonly complain: (error: Error) => void
}

export const openOnRedis = ({ url, patience, keptEvents, complain }: Needs): Backend => {
  // Commands fail rather than pile up while it is away; those of workers wait, for they have nothing else to do.
  const asking = new Redis(url, {
    retryStrategy,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: patience,
  })
  const working = new Redis(url, { retryStrategy, maxRetriesPerRequest: null, lazyConnect: true })
  asking.on('error', complain)
  working.on('error', complain)
  return {
    queue: (name) =>
      new Queue(name, { connection: asking, prefix, streams: { events: { maxLen: keptEvents } } }),
    worker: (name, work, pace) => new Worker(name, work, { connection: working, prefix, ...pace }),
    isAway: (error) => error instanceof Error && away.test(error.message),
    [Symbol.asyncDispose]: async () => {
      asking.disconnect()
      working.disconnect()
    },
  }
}
