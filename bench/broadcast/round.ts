import { setTimeout } from 'node:timers/promises'
import { quantile } from '../measure.ts'
import { firstTapper, type Door } from './door.ts'

/** What one contender did. */
export interface Result {
  /** Of the granted rate, from the first letter of the broadcast to the last. */
  readonly share: number
  readonly limited: number
  /** Milliseconds from a tap to its answer. */
  readonly p50: number
  readonly p99: number
  readonly doubled: number
  readonly lost: number
}

interface Plan {
  readonly door: Door
  readonly rate: number
  readonly letters: number
  /** A second. */
  readonly taps: number
  /** Until it gives up, in milliseconds. */
  readonly patience: number
  readonly signal: AbortSignal
}

const isLetter = ({ chat }: { readonly chat: number }): boolean => chat < firstTapper

/** Taps at that pace until the signal. */
export const tapping = async (door: Door, perSecond: number, signal: AbortSignal): Promise<void> => {
  while (!signal.aborted) {
    door.tap()
    await setTimeout(1_000 / perSecond)
  }
}

/** Milliseconds from each tap to its answer; taps without an answer are left out. */
export const answers = ({ arrivals, taps }: Door): readonly number[] =>
  arrivals.filter((each) => !isLetter(each)).map(({ chat, at }) => at - (taps.get(chat) ?? Number.NaN))

/** Watches from the first letter of a broadcast to the last, while people tap. */
export const watch = async (plan: Plan): Promise<Result> => {
  const { door, rate, letters, taps, patience, signal } = plan
  const began = performance.now()
  const arrived = (): number => door.arrivals.filter(isLetter).length
  const until = async (many: number): Promise<void> => {
    while (arrived() < many && performance.now() - began < patience) {
      signal.throwIfAborted()
      await setTimeout(20)
    }
  }
  await until(1)
  const stop = new AbortController()
  const tapped = tapping(door, taps, stop.signal)
  await until(letters)
  stop.abort()
  await tapped
  await setTimeout(500)
  const sent = door.arrivals.filter(isLetter)
  const [first, last] = [sent[0]?.at ?? 0, sent.at(-1)?.at ?? 0]
  const within = door.arrivals.filter(({ at }) => at >= first && at <= last).length
  const waits = answers(door)
  const reached = new Set(sent.map(({ chat }) => chat)).size
  return {
    share: (100 * (within - 1) * 1_000) / Math.max(1, last - first) / rate,
    limited: door.limited(),
    p50: quantile(waits, 0.5),
    p99: quantile(waits, 0.99),
    doubled: sent.length - reached,
    lost: letters - reached,
  }
}
