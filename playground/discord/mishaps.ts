import type { Mishap } from '../stage.ts'

/** What goes wrong on purpose, until it is used up. */
export const createMishaps = () => {
  let waiting: (Mishap & { left: number })[] = []
  return {
    add: (mishap: Mishap): void => {
      waiting.push({ ...mishap, left: mishap.times ?? 1 })
    },
    clear: (): void => {
      waiting = []
    },
    /** What befalls this request; it counts as used. `method`: the verb and the path. `/gateway` is left alone unless it is named. */
    next: (method: string, chat: string | undefined): Mishap | undefined => {
      const found = waiting.find(
        (one) =>
          (one.method === undefined ? !method.includes(' /gateway') : method.includes(one.method)) &&
          (one.chat === undefined || one.chat === chat),
      )
      if (found) found.left -= 1
      waiting = waiting.filter(({ left }) => left > 0)
      return found
    },
  }
}

export type Mishaps = ReturnType<typeof createMishaps>
