import { Temporal } from 'temporal-polyfill'
import { plusDays, weekday, type Day } from '../../base/zones.ts'
import { nthOf } from './days.ts'
import type { Rule } from './model.ts'

const daysFrom = (from: Day, to: Day): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days

const monthOf = (day: Day) => {
  const { year, month } = Temporal.PlainDate.from(day)
  return { year, month }
}

/** Which of its month that day is, counted as it was before: from the end, or from the beginning. */
const rankOf = (day: Day, before: number): number => {
  const { year, month } = monthOf(day)
  if (before < 0 && nthOf(year, month, -1, weekday(day)) === day) return -1
  return Math.ceil(Temporal.PlainDate.from(day).day / 7)
}

/** A rule of which one day is moved, and all others with it; and where each of its days goes. */
export const shifted = (
  rule: Rule,
  from: Day,
  to: Day,
): { readonly rule: Rule; readonly days: number; readonly move: (day: Day) => Day } => {
  const days = daysFrom(from, to)
  const plainly = (day: Day): Day => plusDays(day, days)
  if (days === 0) return { rule, days, move: plainly }
  const { weekdays, nths } = rule
  const [nth, ...others] = nths ?? []
  const moved = (move: (day: Day) => Day, more: Partial<Rule>) => ({
    rule: { ...rule, ...more, except: rule.except.map(move) },
    days,
    move,
  })
  if (rule.every === 'month' && nth !== undefined && others.length === 0 && weekdays.length === 1) {
    const rank = rankOf(to, nth)
    const on = weekday(to)
    const move = (day: Day): Day => {
      const { year, month } = monthOf(day)
      return nthOf(year, month, rank, on) ?? plainly(day)
    }
    if (from.slice(0, 7) === to.slice(0, 7)) return moved(move, { weekdays: [on], nths: [rank] })
  }
  return moved(plainly, {
    weekdays: weekdays.map((each) => ((((each - 1 + days) % 7) + 7) % 7) + 1),
    // Every second one is still counted from the first.
    ...(rule.every !== 'month' && { from: plainly(rule.from) }),
  })
}
