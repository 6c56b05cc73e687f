import { minute, second, type Clock, type Instant } from '../base/clock.ts'
import type { Log } from '../base/log.ts'
import type { Outcome } from '../chat/index.ts'
import type { Pace } from './pace.ts'

/** Discord closes its door to an address after 10,000 refusals in that time; others may share it. */
const within = 10 * minute
const most = 2_000

const buckets = 20
const span = within / buckets

/** Counts what platforms refuse. While there is too much of it, only answers go out. */
export interface Breaker {
  note(platform: string, outcome: Outcome): void
  isOpen(platform: string): boolean
}

/** The platform said no with 401, 403 or 429, as far as an outcome tells. */
const isRefusal = (outcome: Outcome): boolean => {
  switch (outcome.is) {
    case 'gone':
      return outcome.why !== 'not-found' && outcome.why !== 'expired'
    case 'later':
      return outcome.limited === true
    case 'delivered':
    case 'uncertain':
      return false
  }
}

/** What the other processes count is asked for that often at most, and is worth nothing after some times that. In milliseconds. */
const glance = 5 * second

interface Needs {
  /** What all processes count; absent: this one is alone. */
  readonly shared?: Pick<Pace, 'refused'>
  readonly clock: Clock
  readonly log: Log
}

export const createBreaker = ({ shared, clock, log }: Needs): Breaker => {
  /** Of all, and when that was heard, by a clock that nobody sets. */
  const known = new Map<string, { readonly at: number; readonly count: number }>()
  /** When it was last asked for, heard or not. */
  const asked = new Map<string, number>()
  const counted = new Map<string, Map<number, number>>()
  const open = new Set<string>()

  const countOf = (platform: string, now: Instant): number => {
    const counts = counted.get(platform)
    if (!counts) return 0
    const oldest = Math.floor(now / span) - buckets
    // A clock that was set back leaves counts in the future: they are of no more use.
    for (const at of counts.keys()) if (at <= oldest || at > oldest + buckets + 1) counts.delete(at)
    return [...counts.values()].reduce((sum, count) => sum + count, 0)
  }

  /** Nobody waits for it; without it, each process goes by what it knows itself. */
  const ask = async (platform: string, times: number): Promise<void> => {
    if (!shared) return
    asked.set(platform, performance.now())
    try {
      known.set(platform, { at: performance.now(), count: await shared.refused(platform, times) })
    } catch (error) {
      log.debug({ err: error, platform }, 'what the platform refused others is not known')
    }
  }

  const countOfAll = (platform: string): number => {
    const { at = -Infinity, count = 0 } = known.get(platform) ?? {}
    const now = performance.now()
    if (now - (asked.get(platform) ?? -Infinity) > glance) void ask(platform, 0)
    return now - at > 6 * glance ? 0 : count
  }

  const isOpen = (platform: string): boolean => {
    const is = Math.max(countOf(platform, clock.now()), countOfAll(platform)) >= most
    if (is !== open.has(platform)) {
      const facts = { platform, most, minutes: within / minute }
      if (is) log.error(facts, 'the platform refuses too much: only answers go out until it is less')
      else log.info(facts, 'the platform refuses less: letters go out again')
      if (is) open.add(platform)
      else open.delete(platform)
    }
    return is
  }

  return {
    note: (platform, outcome) => {
      if (!isRefusal(outcome)) return
      const counts = counted.get(platform) ?? new Map<number, number>()
      const at = Math.floor(clock.now() / span)
      counts.set(at, (counts.get(at) ?? 0) + 1)
      counted.set(platform, counts)
      void ask(platform, 1)
    },
    isOpen,
  }
}
