import { createHash } from 'node:crypto'

/** Chance that always falls the same way for the same seed. */
export interface Random {
  /** A whole number from 0 to `limit` − 1. */
  below(limit: number): number
  chance(of: number): boolean
  pick<T>(list: readonly T[]): T
  /** From −1 to 1. */
  drift(): number
  uuid(): string
}

const seedOf = (text: string): number => createHash('sha256').update(text).digest().readUInt32LE(0)

/** A counter stepped by the golden ratio, its bits mixed (the 32-bit splitmix). */
export const createRandom = (seed: string): Random => {
  let state = seedOf(seed)
  const next = (): number => {
    state = (state + 0x9e3779b9) >>> 0
    const once = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    const twice = Math.imul(once ^ (once >>> 15), 0x735a2d97)
    return ((twice ^ (twice >>> 15)) >>> 0) / 2 ** 32
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    below,
    chance: (of) => next() < of,
    pick: (list) => {
      const picked = list[below(list.length)]
      if (picked === undefined) throw new RangeError('Nothing to pick from')
      return picked
    },
    drift: () => next() * 2 - 1,
    uuid: () => {
      const hex = createHash('md5').update(`${seed} ${next()}`).digest('hex')
      return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-a$4-$5')
    },
  }
}
