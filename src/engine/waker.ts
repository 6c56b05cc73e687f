import type { LetterId } from '../base/ids.ts'
import type { Log } from '../base/log.ts'
import type { Queue } from './ports.ts'
import { QueueUnavailable } from './unavailable.ts'

/** Wakes a letter in so many milliseconds; without the queue, a sweep does so later. */
export type Waker = (letter: LetterId, inMs: number) => Promise<void>

export const createWaker =
  ({ queue, log }: { readonly queue: Queue; readonly log: Log }): Waker =>
  async (letter, inMs) => {
    try {
      await queue.add('carry', { letter }, { inMs })
    } catch (error) {
      if (!(error instanceof QueueUnavailable)) throw error
      log.warn({ letter }, 'the queue does not answer; a sweep will wake this letter')
    }
  }
