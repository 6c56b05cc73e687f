import { once } from 'node:events'
import { Redis } from 'ioredis'
import { patience } from './patience.ts'

/** What the keys of one installation begin with: another one that shares the Redis takes nothing of it. */
export const prefixOf = (house: string): string => `porte-voix:${house.slice(0, 12)}`

/** Tries again soon, and for ever. */
export const retryStrategy = (times: number): number => Math.min(times * 100, 2_000)

const away =
  /enableOfflineQueue|Connection is closed|ECONN|EPIPE|ETIMEDOUT|Command timed out|max retries per request|^LOADING|^READONLY|^BUSY/

/** Whether an error means that Redis cannot be reached now, so that trying again later makes sense. */
export const isAway = (error: unknown): boolean => error instanceof Error && away.test(error.message)

/** Resolves when it is there, or late in any case: from then on commands say so when it is away. */
export const connected = async (redis: Redis): Promise<void> => {
  const late = AbortSignal.timeout(patience)
  try {
    await once(redis, 'ready', { signal: late })
  } catch (error) {
    if (!late.aborted && !isAway(error)) throw error
  }
}

/** Commands fail rather than pile up while it is away. */
export const connectAsking = (url: string, complain: (error: Error) => void): Redis => {
  const redis = new Redis(url, {
    retryStrategy,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: patience,
  })
  redis.on('error', complain)
  return redis
}

/** Ends a connection for good; one that waits to be made anew would never say that it has ended, and its commands never fail. */
export const end = (redis: Redis): void => {
  // It ends as soon as it is there, or is not.
  if (redis.status === 'reconnecting') redis.connect().catch(() => undefined)
  redis.disconnect()
}
