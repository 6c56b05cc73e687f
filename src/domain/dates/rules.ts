import { Temporal } from 'temporal-polyfill'
import { instant, type Instant } from '../../base/clock.ts'
import { plusDays, weekday, type Day, type Zone } from '../../base/zones.ts'
import { nthOf } from './days.ts'
import type { Rule } from './model.ts'

const firstOfWeek = (day: Day): Day => plusDays(day, 1 - weekday(day))
const daysFrom = (from: Day, to: Day): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days

const isOn = ({ every, step, weekdays, nths, from }: Rule, day: Day): boolean => {
  switch (every) {
    case 'day':
      return daysFrom(from, day) % step === 0
    case 'week':
      return (
        weekdays.includes(weekday(day)) && (daysFrom(firstOfWeek(from), firstOfWeek(day)) / 7) % step === 0
      )
    case 'month': {
      const [year = 0, month = 0] = day.split('-').map(Number)
      return (nths ?? []).some((nth) => weekdays.some((each) => nthOf(year, month, nth, each) === day))
    }
  }
}

/** The days of a rule from a day to another, both included; `isHoliday` says which ones are public holidays there. */
export const daysOfRule = (
  rule: Rule,
  from: Day,
  to: Day,
  isHoliday: (day: Day) => boolean,
): readonly Day[] => {
  const last = rule.until !== undefined && rule.until < to ? rule.until : to
  const days: Day[] = []
  for (let day = rule.from > from ? rule.from : from; day <= last; day = plusDays(day, 1))
    if (isOn(rule, day) && !rule.except.includes(day) && !(rule.skipsHolidays && isHoliday(day)))
      days.push(day)
  return days
}

/** When it is on that day: what the clock on the wall shows is kept, whatever the clocks do that night. */
export const spanOn = (
  rule: Pick<Rule, 'time' | 'lasts'>,
  day: Day,
  zone: Zone,
): { readonly start: Instant; readonly end?: Instant } => {
  const start = Temporal.PlainDateTime.from(`${day}T${rule.time}`)
  const at = (of: Temporal.PlainDateTime): Instant => instant(of.toZonedDateTime(zone).epochMilliseconds)
  return {
    start: at(start),
    ...(rule.lasts !== undefined && { end: at(start.add({ minutes: rule.lasts })) }),
  }
}
