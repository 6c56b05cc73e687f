import type { Mishap } from '../stage.ts'

export interface Mishaps {
  add(mishap: Mishap): void
  clear(): void
  /** The mishap that befalls this request, if any; it counts as used. Polling is left alone unless it is named. */
  next(method: string, chat: string | undefined): Mishap | undefined
}

export const makeMishaps = (): Mishaps => {
  let waiting: (Mishap & { left: number })[] = []
  return {
    add: (mishap) => {
      waiting.push({ ...mishap, left: mishap.times ?? 1 })
    },
    clear: () => {
      waiting = []
    },
    next: (method, chat) => {
      const found = waiting.find(
        (one) =>
          (one.method === undefined ? method !== 'getUpdates' : method.includes(one.method)) &&
          (one.chat === undefined || one.chat === chat),
      )
      if (!found) return undefined
      found.left -= 1
      waiting = waiting.filter(({ left }) => left > 0)
      return found
    },
  }
}
