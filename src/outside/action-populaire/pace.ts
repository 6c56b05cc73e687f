import { later, type Clock, type Instant } from '../../base/clock.ts'
import type { Sleep } from '../../base/sleep.ts'

/** One question at a time, so far apart, none while the service wants silence. */
export interface Pace {
  /** Runs it when its turn has come. */
  turn<T>(ask: () => Promise<T>, signal: AbortSignal): Promise<T>
  /** Nobody's turn comes before that instant. */
  hold(until: Instant): void
  /** How long the service still wants silence; 0 when it does not. */
  silentFor(): number
}

interface Needs {
  readonly clock: Clock
  readonly sleep: Sleep
  /** Between the beginnings of two questions. */
  readonly apartMs: number
}

export const createPace = ({ clock, sleep, apartMs }: Needs): Pace => {
  let last: Promise<unknown> = Promise.resolve()
  let next = 0
  let silence = 0

  const wait = async (signal: AbortSignal): Promise<void> => {
    const ms = Math.max(next, silence) - clock.now()
    if (ms > 0) await sleep(ms, signal)
    signal.throwIfAborted()
    next = later(clock.now(), apartMs)
  }

  return {
    turn: (ask, signal) => {
      const turn = last.then(async () => {
        await wait(signal)
        return ask()
      })
      // Whoever waits behind does not care how this one ends.
      last = turn.catch(() => undefined)
      return turn
    },
    hold: (until) => {
      silence = Math.max(silence, until)
    },
    silentFor: () => Math.max(0, silence - clock.now()),
  }
}
