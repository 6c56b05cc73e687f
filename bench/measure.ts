/** The figure that `share` of the sample stays under: 0.5 is the median. Of an empty sample, NaN. */
export const quantile = (sample: readonly number[], share: number): number => {
  const sorted = sample.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

export const median = (sample: readonly number[]): number => quantile(sample, 0.5)

/** Milliseconds that a piece of work takes. */
export const time = async (work: () => unknown): Promise<number> => {
  const began = performance.now()
  await work()
  return performance.now() - began
}

interface Plan {
  readonly runs: number
  /** Rounds that are not counted; 1 when absent. */
  readonly warmUp?: number
  readonly signal: AbortSignal
}

/**
 * Runs each contender once a round, one after the other, so that what the machine does meanwhile falls on all alike.
 * Each gives a figure; what comes back is the median of each.
 */
export const alternate = async <Name extends string>(
  contenders: Readonly<Record<Name, () => Promise<number>>>,
  { runs, warmUp = 1, signal }: Plan,
): Promise<Readonly<Record<Name, number>>> => {
  const names = Object.keys(contenders) as Name[]
  const figures = new Map<Name, number[]>(names.map((name) => [name, []]))
  for (let round = -warmUp; round < runs; round++)
    for (const name of names) {
      signal.throwIfAborted()
      globalThis.gc?.()
      const figure = await contenders[name]()
      if (round >= 0) figures.get(name)?.push(figure)
    }
  return Object.fromEntries(names.map((name) => [name, median(figures.get(name) ?? [])])) as Record<
    Name,
    number
  >
}
