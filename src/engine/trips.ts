import { second } from '../base/clock.ts'

/** So many of the last requests are looked at, when they are no older than that: whoever was quiet for longer may have to connect again. */
const mostSeen = 64
const lately = 30 * second

/** With fewer, nobody knows what is usual. */
const fewest = 10

/** One in twenty takes longer. */
const usual = 0.95

interface Trip {
  readonly ms: number
  readonly ended: number
}

export type Trips = ReturnType<typeof createTrips>

/**
 * How long requests to a platform take, there and back; milliseconds. Nobody is told when a request arrived there, only when the answer is
 * here: one that takes longer than usual was perhaps held up on its way there, as while it had to connect first.
 */
export const createTrips = () => {
  let trips: readonly Trip[] = []

  return {
    /** That one took so long, ending at `ended` (`performance.now()`): by how much more than usual; all of it while nobody knows what is. */
    note: (ms: number, ended: number): number => {
      const known = trips.filter((trip) => ended - trip.ended < lately).slice(-mostSeen)
      trips = [...known, { ms, ended }]
      if (known.length < fewest) return ms
      const inOrder = known.map((trip) => trip.ms).toSorted((one, other) => one - other)
      return Math.max(0, ms - (inOrder[Math.floor(usual * inOrder.length)] ?? 0))
    },
  }
}
