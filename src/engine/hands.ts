import { minute } from '../base/clock.ts'
import type { LetterId } from '../base/ids.ts'
import type { Letter } from './letter.ts'

/** Longer than any question to the database lasts. */
const remembered = minute

/** What this process has in its hands: holds end by the clock, which may be set, hands do not. */
export interface Hands {
  /**
   * Of letters that were asked for at `asked` (`performance.now()`): those that are free, which are in hand from now on until they are released,
   * and those that were released since. These may have been delivered meanwhile: the answer tells of them as they were.
   */
  grasp(
    letters: readonly Letter[],
    asked: number,
  ): { readonly free: readonly Letter[]; readonly stale: readonly Letter[] }
  release(letter: Letter): void
}

export const createHands = (): Hands => {
  const inHand = new Set<LetterId>()
  /** When each was released, the first one first. */
  const released = new Map<LetterId, number>()

  return {
    grasp: (letters, asked) => {
      for (const [id, at] of released) {
        if (at > asked - remembered) break
        released.delete(id)
      }
      const others = letters.filter(({ id }) => !inHand.has(id))
      const isStale = ({ id }: Letter): boolean => (released.get(id) ?? -Infinity) >= asked
      const free = others.filter((letter) => !isStale(letter))
      for (const { id } of free) inHand.add(id)
      return { free, stale: others.filter(isStale) }
    },
    release: ({ id }) => {
      inHand.delete(id)
      released.delete(id)
      released.set(id, performance.now())
    },
  }
}
