import { day, hour, later, minute, type Instant } from '../../base/clock.ts'

/** Lists are asked every twelve minutes, and never twice within five. */
export const listEvery = 12 * minute
export const listAtLeast = 5 * minute

/** A full look at all groups, department by department. */
export const surveyEvery = day

/** What a group has on a screen appears in no list: each active group is asked once a day. */
export const agendaEvery = day

/** A group whose page could not be read is tried again. */
export const pageAgainAfter = hour

/** What has just vanished is looked at again before anything is concluded. */
export const recheckAfter = 10 * minute

/** An action is forgotten that long after its end. */
export const rememberedAfter = day

/** What an import remembers of an action's last reading. */
export interface Watched {
  readonly start: Instant
  readonly end: Instant
  /** 0: never read. */
  readonly checked: Instant
  /** Since when it has been hidden, as long as nothing is concluded. */
  readonly missing?: Instant
  /** Readings that failed in a row. */
  readonly fails?: number
  /** Turned out to be elsewhere. */
  readonly out?: true
}

const never = Number.POSITIVE_INFINITY as Instant

const between = (toStart: number): number => {
  if (toStart > 2 * day) return 2 * hour
  return toStart > 6 * hour || toStart < 0 ? hour : 15 * minute
}

/** When to read an action next: the sooner it begins the oftener, less after failures, never once it is over. */
export const dueAt = ({ start, end, checked, missing, fails = 0, out }: Watched, now: Instant): Instant => {
  if (out || end < now) return never
  const afterFailure = later(checked, fails > 0 ? Math.min(5 * minute * 2 ** fails, 6 * hour) : 0)
  if (missing !== undefined) return Math.max(later(missing, recheckAfter), afterFailure) as Instant
  if (fails > 0) return afterFailure
  return checked === 0 ? checked : later(checked, between(start - now))
}
