/** Counts what is under way. */
export interface Tally {
  during<T>(work: Promise<T>): Promise<T>
  /** Resolves when nothing is under way. */
  idle(): Promise<void>
}

export const createTally = (): Tally => {
  const under = new Set<Promise<unknown>>()
  return {
    during: async (work) => {
      under.add(work)
      try {
        return await work
      } finally {
        under.delete(work)
      }
    },
    idle: async () => {
      while (under.size > 0) await Promise.allSettled(under)
    },
  }
}
