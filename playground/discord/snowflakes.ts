/** Discord's first millisecond. */
const epoch = 1_420_070_400_000n

/** Ids that grow, each with its millisecond in the upper 42 bits. */
export const createSnowflakes = (now: () => number): (() => string) => {
  let last = 0n
  return () => {
    const next = (BigInt(Math.trunc(now())) - epoch) << 22n
    last = next > last ? next : last + 1n
    return String(last)
  }
}

export const isSnowflake = (text: string): boolean => /^\d{15,20}$/.test(text)
