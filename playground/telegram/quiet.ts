import { setTimeout as sleep } from 'node:timers/promises'
import { mostAge } from './methods/callbacks.ts'
import type { Queue } from './updates.ts'
import type { Wire } from './wire.ts'
import type { World } from './world.ts'

interface Needs {
  readonly world: World
  readonly queue: Queue
  readonly wire: () => Wire
  readonly hooked: () => boolean
  readonly idle: (() => Promise<void>) | undefined
}

/** Silence that long means that the bot is done, where nobody can say so. */
const silence = 80
const longest = 10_000
const step = 10

/**
 * Resolves when updates are taken, presses answered, and no request has come for a while; bounded. It counts real time: the stage's own clock may
 * stand still.
 */
export const makeQuiet = ({ world, queue, wire, hooked, idle }: Needs) => {
  const waiting = (): boolean => {
    if (wire().busy() > 0) return true
    if (!hooked() && !queue.isPolled()) return false
    return (
      queue.size() > 0 ||
      [...world.queries.values()].some(({ answered, at }) => !answered && world.clock.now() - at < mostAge)
    )
  }
  return async (): Promise<void> => {
    const enough = idle ? 2 * step : silence
    let since = 0
    let known = wire().count()
    for (const started = performance.now(); performance.now() - started < longest;) {
      if (idle) await idle()
      if (!waiting() && since >= enough) return
      await sleep(step)
      const count = wire().count()
      since = count === known && !waiting() ? since + step : 0
      known = count
    }
  }
}
