import { Temporal } from 'temporal-polyfill'
import { instant, later, minute as oneMinute, type Instant } from '../../base/clock.ts'
import { dayOf, plusDays, weekday, type Day } from '../../base/zones.ts'
import type { Mention } from './days.ts'
import { NotClear, type Here, type Reading, type Rule } from './model.ts'
import type { Repeat } from './repeats.ts'
import { daysOfRule, spanOn } from './rules.ts'
import { midnight, type Said, type Times } from './times.ts'

/** Longer than that, the end was mistaken for another. */
const longest = 12 * 60
/** Nobody plans further ahead. */
const furthest = 600

/** A beginning on the wall, and how long it lasts, in minutes. */
interface Slot {
  readonly minute: number
  readonly lasts?: number
}

const endOf = (start: number, to: Said): number => {
  // « de 2h à 4h », in the afternoon: both are.
  const ends = to.minutes.flatMap((end) => (end <= start ? [end, end + midnight] : [end]))
  const fit = ends.filter((end) => end > start && end - start <= longest)
  const [end] = fit.toSorted((one, other) => one - other)
  if (end === undefined) throw new NotClear({ why: 'ends-before' })
  return end - start
}

/** The hours that may be meant, in minutes of the day; a night that crosses midnight goes on. */
export const slotsOf = ({ from, to, lasts }: Times): readonly Slot[] => {
  if (!from) return []
  if (to && lasts !== undefined) throw new NotClear({ why: 'several-times' })
  const slots = from.minutes.flatMap((minute): readonly Slot[] => {
    if (!to) return [{ minute, ...(lasts !== undefined && { lasts }) }]
    try {
      return [{ minute, lasts: endOf(minute, to) }]
    } catch (error) {
      if (error instanceof NotClear && from.minutes.length > 1) return []
      throw error
    }
  })
  if (slots.length === 0) throw new NotClear({ why: 'ends-before' })
  return slots
}

/** How two mentions stand to each other. */
export type Beside = (one: Mention, other: Mention) => 'together' | 'apart' | 'listed'

/** The one or few days on which all mentions agree. */
export const daysMeant = (mentions: readonly Mention[], today: Day, beside: Beside): readonly Day[] => {
  const [first, ...others] = mentions
  if (!first) return []
  const days = others.reduce((left, mention) => {
    const stands = beside(first, mention)
    if (stands === 'listed') throw new NotClear({ why: 'several-days' })
    const kept = left.filter((day) =>
      stands === 'together' ? mention.fits(day) : mention.days.includes(day),
    )
    const [day] = left
    if (kept.length === 0 && mention.weekday !== undefined && stands === 'together' && day !== undefined)
      throw new NotClear({ why: 'weekday', day, said: mention.weekday })
    if (kept.length === 0) throw new NotClear({ why: 'several-days' })
    return kept
  }, first.days)
  const far = days.find((day) => day > plusDays(today, furthest))
  if (far !== undefined) throw new NotClear({ why: 'too-far', day: far })
  return [...new Set(days)]
}

const clockOf = (minute: number): string =>
  new Temporal.PlainTime(Math.floor(minute / 60), minute % 60).toString({ smallestUnit: 'minute' })

/** Where the clock jumps over it there is none; where it comes twice there are two. */
const instantsOf = (day: Day, minute: number, { zone }: Here): readonly Instant[] => {
  const on = plusDays(day, Math.floor(minute / midnight))
  const time = clockOf(minute % midnight)
  const wall = Temporal.PlainDateTime.from(`${on}T${time}`)
  const [earlier, other] = (['earlier', 'later'] as const).map((disambiguation) =>
    wall.toZonedDateTime(zone, { disambiguation }),
  )
  if (!earlier || !other) return []
  if (earlier.epochMilliseconds === other.epochMilliseconds) return [instant(earlier.epochMilliseconds)]
  if (!earlier.toPlainDateTime().equals(wall)) throw new NotClear({ why: 'gap', day: on, time })
  return [instant(earlier.epochMilliseconds), instant(other.epochMilliseconds)]
}

const spanOf = (start: Instant, lasts: number | undefined, { zone }: Here, onWall: boolean): Reading => {
  if (lasts === undefined) return { is: 'once', start, zone }
  const begins = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(zone)
  // « jusqu'à 4h » is an hour on the wall, « pendant 2h » is time that passes.
  const end = onWall
    ? begins.toPlainDateTime().add({ minutes: lasts }).toZonedDateTime(zone)
    : begins.add({ minutes: lasts })
  if (end.epochMilliseconds <= start) throw new NotClear({ why: 'ends-before' })
  return { is: 'once', start, end: instant(end.epochMilliseconds), zone }
}

/** Midnight belongs to two days. */
const nights = (minute: number, part: Times['part']): readonly number[] => {
  if (part === 'evening' || part === 'night')
    return minute < 7 * 60 ? (part === 'night' ? [minute, minute + midnight] : [minute + midnight]) : [minute]
  if (minute === midnight) return [0, midnight]
  return minute > 0 && minute < 60 ? [minute, minute + midnight] : minute === 0 ? [0, midnight] : [minute]
}

export const onceOf = (days: readonly Day[], times: Times, here: Here): readonly Reading[] =>
  days.flatMap((day) =>
    slotsOf(times).flatMap(({ minute: at, lasts }) =>
      nights(at, times.part).flatMap((each) =>
        instantsOf(day, each, here).map((start) => spanOf(start, lasts, here, times.to !== undefined)),
      ),
    ),
  )

export const fromNowOf = ({ inMinutes = 0, lasts }: Times, here: Here): Reading => {
  const start = later(here.now, inMinutes * oneMinute)
  return spanOf(instant(Math.ceil(start / oneMinute) * oneMinute), lasts, here, false)
}

/** What is already over is not what was meant, where something else may be. */
export const coming = (readings: readonly Reading[], { now }: Here, undated: boolean): readonly Reading[] => {
  const left = readings.filter(({ start }) => start >= now - oneMinute)
  const [first] = readings
  if (left.length === 0 && first) throw new NotClear({ why: 'past', ...(undated && { undated }) })
  return left
}

export const seriesOf = (repeat: Repeat, times: Times, here: Here): readonly Reading[] => {
  const { orOnce: _, orOneWeek, from, ...rest } = repeat
  const today = dayOf(here.now, here.zone)
  return slotsOf(times).flatMap(({ minute: at, lasts }): readonly Reading[] => {
    if (at >= midnight) throw new NotClear({ why: 'no-such-time', words: clockOf(at % midnight) })
    const draft: Rule = {
      ...rest,
      time: clockOf(at),
      ...(lasts !== undefined && { lasts }),
      from: from !== undefined && from > today ? from : today,
    }
    // Every second week: from the next one on.
    const any = draft.every === 'week' ? { ...draft, step: 1 } : draft
    const first = daysOfRule(any, draft.from, plusDays(draft.from, 400), () => false).find(
      (day) => spanOn(draft, day, here.zone).start > here.now,
    )
    if (first === undefined) throw new NotClear({ why: 'nothing' })
    const rule: Rule = { ...draft, from: first }
    const series: Reading = { is: 'series', rule, zone: here.zone, ...spanOn(draft, first, here.zone) }
    if (!orOneWeek) return [series]
    const last = plusDays(first, Math.max(...rest.weekdays) - weekday(first))
    return [{ ...series, rule: { ...rule, until: last } }, series]
  })
}
