import { setTimeout as sleep } from 'node:timers/promises'
import { doing, flag } from './model.ts'
import { firstMs } from './interactions.ts'
import type { Wire } from './wire.ts'
import type { World } from './world.ts'

interface Needs {
  readonly world: World
  readonly wire: () => Wire
  /** How many bots listen. */
  readonly listeners: () => number
  readonly idle: (() => Promise<void>) | undefined
}

/** Silence that long means that the bot is done, where nobody can say so. */
const silence = 120
const longest = 10_000
const step = 10

/** Resolves when what people did is answered, nothing spins, and no request has come for a while; bounded. */
export const createQuiet = ({ world, wire, listeners, idle }: Needs) => {
  const waiting = (): boolean => {
    if (wire().busy() > 0) return true
    if (listeners() === 0) return false
    return world.lately.some(
      ({ type, answered, channel, original, at }) =>
        (answered === undefined && type !== doing.typing && world.now() - at < firstMs) ||
        ((world.find(channel, original ?? '')?.flags ?? 0) & flag.loading) !== 0,
    )
  }
  return async (): Promise<void> => {
    const started = world.now()
    const since = (): number => world.now() - Math.max(started, wire().endedAt())
    // Work may begin between the two looks of one round; it shows in the next one.
    for (let calm = 0; world.now() - started < longest; await sleep(step)) {
      if (idle) await idle()
      calm = !waiting() && since() >= (idle ? 2 * step : silence) ? calm + 1 : 0
      if (calm === 2) return
    }
  }
}
