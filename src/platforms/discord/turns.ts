/** One after the other for each key, all keys at once; a failure is its own affair, not that of what follows. */
export const createTurns = () => {
  const last = new Map<string, Promise<unknown>>()
  return {
    after: (key: string, work: () => Promise<void>): Promise<void> => {
      const done = (last.get(key) ?? Promise.resolve()).then(work)
      const settled: Promise<unknown> = Promise.allSettled([done]).then(
        () => last.get(key) === settled && last.delete(key),
      )
      last.set(key, settled)
      return done
    },
    /** Resolves when all that was begun has ended. */
    quiet: () => Promise.all(last.values()),
  }
}
