import { minute, type Clock, type Instant } from '../base/clock.ts'
import type { Log } from '../base/log.ts'
import type { Outcome } from '../chat/index.ts'

/** Discord closes its door to an address after 10,000 refusals in that time; several processes may share one. */
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

export const createBreaker = ({ clock, log }: { readonly clock: Clock; readonly log: Log }): Breaker => {
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

  const isOpen = (platform: string): boolean => {
    const is = countOf(platform, clock.now()) >= most
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
    },
    isOpen,
  }
}
