import { minute } from '../base/clock.ts'
import type { Sleep } from '../base/sleep.ts'

/** Ends somebody's rest. */
export interface Bell {
  ring(): void
  /** Since it was last heard. */
  rung(): boolean
  heard(): void
  /** Resolves after so many milliseconds, a minute at most, or when it rings or the signal is aborted. */
  rest(ms: number, signal: AbortSignal): Promise<void>
}

export const createBell = (sleep: Sleep): Bell => {
  let rung = false
  let resting = new AbortController()
  return {
    ring: () => {
      rung = true
      resting.abort()
    },
    rung: () => rung,
    heard: () => {
      rung = false
    },
    rest: async (ms, signal) => {
      if (rung) return
      resting = new AbortController()
      const ends = AbortSignal.any([resting.signal, signal])
      try {
        await sleep(Math.min(ms, minute), ends)
      } catch (error) {
        if (!ends.aborted) throw error
      }
    },
  }
}
