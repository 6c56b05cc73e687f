interface Waiting<T> {
  change: () => Promise<T>
  readonly made: Promise<T>
}

interface Line<T> {
  under: Promise<unknown>
  waiting?: Waiting<T>
}

/**
 * Changes of one message leave one after the other, so that the last one stays; of those that wait, only the newest is made, and
 * stands for all.
 */
export const createLatest = <T>() => {
  const lines = new Map<string, Line<T>>()

  const make = (message: string, line: Line<T>, change: () => Promise<T>): Promise<T> => {
    const made = change()
    line.under = made.then(
      () => undefined,
      () => undefined,
    )
    void line.under.finally(() => line.waiting ?? lines.delete(message))
    return made
  }

  return (message: string, change: () => Promise<T>): Promise<T> => {
    const line = lines.get(message)
    if (!line) {
      const first: Line<T> = { under: Promise.resolve() }
      lines.set(message, first)
      return make(message, first, change)
    }
    if (line.waiting) {
      line.waiting.change = change
      return line.waiting.made
    }
    const made = line.under.then(() => {
      const newest = line.waiting?.change ?? change
      delete line.waiting
      return make(message, line, newest)
    })
    line.waiting = { change, made }
    return made
  }
}

export type Latest = ReturnType<typeof createLatest<unknown>>
