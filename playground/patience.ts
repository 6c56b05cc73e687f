import { setTimeout as sleep } from 'node:timers/promises'

/** People wait so long for what they expect, milliseconds of real time. */
const patience = 15_000
const step = 10

/** The first thing that is found, now or later. @throws Error in those words when nothing came. */
export const eventually = async <T>(look: () => T | undefined, otherwise: () => string): Promise<T> => {
  for (const started = performance.now(); ; await sleep(step)) {
    const found = look()
    if (found !== undefined) return found
    if (performance.now() - started > patience) throw new Error(otherwise())
  }
}
