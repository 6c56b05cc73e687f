import type * as Bullmq from 'bullmq'
import { required } from '../base/required.ts'
import { Redis } from 'ioredis'
import type { Backend } from './backend.ts'
import { connectAsking, end, isAway, prefixOf, retryStrategy } from './redis.ts'

const { Queue, Worker } = required('bullmq') as typeof Bullmq

interface Needs {
  readonly url: string
  readonly house: string
  readonly keptEvents: number
  readonly complain: (error: Error) => void
}

export const openOnRedis = ({ url, house, keptEvents, complain }: Needs): Backend => {
  const prefix = prefixOf(house)
  const asking = connectAsking(url, complain)
  // Workers wait, for they have nothing else to do.
  const working = new Redis(url, { retryStrategy, maxRetriesPerRequest: null, lazyConnect: true })
  working.on('error', complain)
  // BullMQ makes one for each worker, on which it waits for jobs.
  const waiting = new Set<Redis>()
  const duplicate = working.duplicate.bind(working)
  working.duplicate = (options) => {
    const copy = duplicate(options)
    waiting.add(copy)
    return copy
  }
  return {
    queue: (line) =>
      new Queue(line, { connection: asking, prefix, streams: { events: { maxLen: keptEvents } } }),
    worker: (line, work, pace) => new Worker(line, work, { connection: working, prefix, ...pace }),
    isAway,
    leave: () => waiting.forEach(end),
    [Symbol.asyncDispose]: async () => {
      for (const redis of [asking, working, ...waiting]) end(redis)
    },
  }
}
