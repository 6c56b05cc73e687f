/** Runs things side by side, but one after the other where they share a key. */
export interface Order {
  /** Resolves or rejects as the work does. */
  run(key: string, work: () => Promise<void>): Promise<void>
  size(): number
  /** Resolves when all that runs now has ended, or after that time. */
  rest(ms: number): Promise<void>
}

export const createOrder = (): Order => {
  const last = new Map<string, Promise<unknown>>()
  const running = new Set<Promise<unknown>>()
  return {
    run: (key, work) => {
      const before = last.get(key) ?? Promise.resolve()
      const done = before.then(work)
      const calm = done.then(
        () => undefined,
        () => undefined,
      )
      last.set(key, calm)
      running.add(calm)
      void calm.finally(() => {
        running.delete(calm)
        if (last.get(key) === calm) last.delete(key)
      })
      return done
    },
    size: () => running.size,
    rest: async (ms) => {
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, ms)
      })
      await Promise.race([Promise.all(running), late])
      clearTimeout(timer)
    },
  }
}
