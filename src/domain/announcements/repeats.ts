import type { Instant } from '../../base/clock.ts'
import { dayOf, plusDays, type Zone } from '../../base/zones.ts'
import type { Rule } from '../dates/model.ts'
import { daysOfRule, spanOn } from '../dates/rules.ts'

/** An announcement that comes back, and where its hours are counted. */
export interface Repeats {
  readonly rule: Rule
  readonly zone: Zone
}

/** Further than that nothing comes back. */
const horizon = 400

/** The next time after that instant; `undefined` when there is none: it stops by itself. */
export const nextOf = ({ rule, zone }: Repeats, after: Instant): Instant | undefined => {
  const today = dayOf(after, zone)
  return daysOfRule(rule, today, plusDays(today, horizon), () => false)
    .map((day) => spanOn(rule, day, zone).start)
    .find((start) => start > after)
}
