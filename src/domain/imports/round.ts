import { hour, later, minute, type Clock, type Instant } from '../../base/clock.ts'
import type { Log } from '../../base/log.ts'
import type { Reading } from './model.ts'
import type { Memory } from './memory.ts'

/** One wake: what is due is done until the time is up, the source wants silence, or somebody calls it off. */
export interface Round {
  readonly signal: AbortSignal
  goesOn(): boolean
  now(): Instant
  /** Asks, and draws the consequences for the rest of the round; what comes back is to be used or left. */
  ask<T>(about: object, question: (signal: AbortSignal) => Promise<Reading<T>>): Promise<Reading<T>>
  /** Saves what was learnt, once in a while. */
  note(): Promise<void>
}

interface Needs {
  readonly memory: Memory
  readonly clock: Clock
  readonly log: Log
  readonly until: Instant
  readonly signal: AbortSignal
  /** Called after each thing done. */
  readonly noted?: (() => void) | undefined
}

/** One page may be broken; so many in a row mean that the source is. */
const failuresBeforeSilence = 3

const firstSilence = 5 * minute
const longestSilence = hour

/** A sudden end costs at most so many questions, asked again. */
const notesBetweenSaves = 500

export const createRound = ({ memory, clock, log, until, signal, noted }: Needs): Round => {
  const { schedule } = memory
  let inARow = 0
  let unsaved = 0

  const beSilent = (ms: number, why: object): void => {
    schedule.silentUntil = later(clock.now(), ms)
    log.warn({ ...why, ms }, 'leaving the source alone for a while')
  }

  const failed = (why: object): void => {
    inARow += 1
    if (inARow < failuresBeforeSilence) return log.warn(why, 'the source did not answer')
    schedule.failures += 1
    beSilent(Math.min(firstSilence * 2 ** (schedule.failures - 1), longestSilence), why)
  }

  return {
    signal,
    now: () => clock.now(),
    goesOn: () => !signal.aborted && clock.now() < until && clock.now() >= schedule.silentUntil,
    ask: async (about, question) => {
      const reading = await question(signal)
      switch (reading.is) {
        case 'read':
        case 'hidden':
          inARow = 0
          schedule.failures = 0
          break
        case 'refused':
          inARow = 0
          log.warn({ ...about, why: reading.why }, 'skipped what makes no sense')
          break
        case 'failed':
          failed({ ...about, why: reading.why })
          break
        case 'busy':
          beSilent(reading.inMs, about)
          break
      }
      return reading
    },
    note: async () => {
      noted?.()
      unsaved += 1
      if (unsaved < notesBetweenSaves) return
      unsaved = 0
      await memory.save()
    },
  }
}
