import { second, type Clock } from '../base/clock.ts'
import type { BroadcastId } from '../base/ids.ts'
import type { Log } from '../base/log.ts'
import type { Queue } from './ports.ts'
import { QueueUnavailable } from './unavailable.ts'

/** Wakes the pump of a platform in so many milliseconds; without the queue, a sweep does so later. */
export type Waker = (platform: string, inMs: number) => Promise<void>

interface Needs {
  readonly queue: Queue
  /** On which this process writes. */
  readonly own: { has(platform: string): boolean }
  readonly clock: Clock
  readonly log: Log
}

/**
 * However many letters are due, one job waits for each second in which some are. Where others write, perhaps nobody does, and such jobs would
 * wait for ever: later on, the sweep of whoever writes there wakes these letters.
 */
export const createWaker =
  ({ queue, own, clock, log }: Needs): Waker =>
  async (platform, inMs) => {
    if (inMs > 0 && !own.has(platform)) return
    const id = inMs <= 0 ? platform : `${platform} ${Math.ceil((clock.now() + inMs) / second)}`
    try {
      await queue.add('pump', { platform }, { inMs, id })
    } catch (error) {
      if (!(error instanceof QueueUnavailable)) throw error
      log.warn({ platform }, 'the queue does not answer; a sweep will wake these letters')
    }
  }

/** Wakes whoever writes that broadcast out. */
export type Stir = (broadcast: BroadcastId) => Promise<void>

export const createStir =
  ({ queue, log }: Pick<Needs, 'queue' | 'log'>): Stir =>
  async (broadcast) => {
    try {
      await queue.add('broadcast', { broadcast }, { id: broadcast })
    } catch (error) {
      if (!(error instanceof QueueUnavailable)) throw error
      log.warn({ broadcast }, 'the queue does not answer; a sweep will wake this broadcast')
    }
  }

/** Something is due in so many milliseconds: whoever lets it leave looks then. A sweep does so as well. */
export type Plan = (inMs: number) => Promise<void>

export const createPlan =
  ({ queue, clock, log }: Omit<Needs, 'own'>): Plan =>
  async (inMs) => {
    const id = `announce ${Math.ceil((clock.now() + inMs) / second)}`
    try {
      await queue.add('announce', {}, { inMs: inMs + 20, id })
    } catch (error) {
      if (!(error instanceof QueueUnavailable)) throw error
      log.warn({}, 'the queue does not answer; a sweep will see to what is due')
    }
  }
