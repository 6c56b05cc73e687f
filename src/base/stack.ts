/** Disposes of what it was given, the last one first; Node 20 has no `AsyncDisposableStack`. */
export interface Stack extends AsyncDisposable {
  use<T extends AsyncDisposable>(thing: T): T
}

/** When one thing fails to end, the others still do; then the first failure is thrown. */
export const createStack = (): Stack => {
  const things: AsyncDisposable[] = []
  return {
    use: (thing) => {
      things.push(thing)
      return thing
    },
    [Symbol.asyncDispose]: async () => {
      const failures: unknown[] = []
      for (const thing of things.splice(0).toReversed())
        try {
          await thing[Symbol.asyncDispose]()
        } catch (error) {
          failures.push(error)
        }
      if (failures.length > 0) throw failures[0]
    },
  }
}
