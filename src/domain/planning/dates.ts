import { hour, later, minute, type Instant } from '../../base/clock.ts'
import type { Zone } from '../../base/zones.ts'
import type { ActionKind } from '../actions/model.ts'
import { readDate } from '../dates/read.ts'
import type { Read, Reading } from '../dates/model.ts'
import type { DateRead, Span, TypedDates } from './model.ts'
import { usualLength } from './usual.ts'

export const fewestDates = 2
export const mostDates = 6

/** Each line, or what stands between « ou » and « ; », without the marks that people put before. */
const linesOf = (typed: string): readonly string[] =>
  typed
    .split(/\n|;|\s+ou\s+/u)
    .map((line) => line.replace(/^\s*(?:[-•*–]|\d{1,2}[.)])\s+/u, '').trim())
    .filter((line) => line !== '')

type Once = Extract<Reading, { is: 'once' }>

const onceOf = (read: Read): readonly Once[] => {
  const all = read.is === 'one' ? [read.reading] : read.is === 'several' ? read.readings : []
  return all.filter((each) => each.is === 'once')
}

interface Here {
  readonly zone: Zone
  readonly kind: ActionKind
}

/** Commas and « et » join dates as well as the parts of one. */
const joints = /,|\s+et\s+/u

/** What stands between commas or « et », where each is a whole date by itself. */
const apart = (line: string, whole: (words: string) => Read): readonly string[] => {
  if (whole(line).is !== 'unclear') return [line]
  const parts = line
    .split(joints)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  return parts.every((part) => whole(part).is !== 'unclear') ? parts : [line]
}

/** It reads like several dates in one. */
export const isJoined = ({ typed, read }: DateRead): boolean =>
  joints.test(typed) &&
  read.is === 'unclear' &&
  ['several-days', 'several-times', 'weekday'].includes(read.why)

/** Several dates as somebody typed them; more than there may be are left as they are, so that they can be told. */
export const readDates = (
  { typed, at, choices = {} }: TypedDates,
  { zone, kind }: Here,
): readonly DateRead[] => {
  const whole = (words: string): Read => readDate(words, { now: at, zone })
  const lines = linesOf(typed).flatMap((line) => apart(line, whole))
  return lines.map((line, index): DateRead => {
    const read = whole(line)
    const readings = onceOf(read)
    const chosen = readings.length === 1 ? readings[0] : readings[choices[index] ?? -1]
    const common = { typed: line, read, readings: readings.map(({ start }) => start) }
    if (!chosen) return common
    const { start, end = later(start, usualLength[kind] * minute) } = chosen
    return { ...common, span: { start, end } }
  })
}

/** What is proposed, the first first; `undefined` while one of them is not clear, or for fewer or more than there may be. */
export const proposedOf = (dates: readonly DateRead[]): readonly Span[] | undefined => {
  const spans = dates.flatMap(({ span }) => (span ? [span] : []))
  const distinct = [...new Map(spans.map((each) => [each.start, each])).values()]
  const fits = spans.length === dates.length && distinct.length >= fewestDates && distinct.length <= mostDates
  return fits ? distinct.toSorted((one, other) => one.start - other.start) : undefined
}

const usually = 72 * hour
const before = 12 * hour

/** Until when answers are taken, when nobody says otherwise: three days, and half a day before the first date, where there is the time. */
export const usualUntil = (at: Instant, first: Instant): Instant => {
  const last = Math.max(first - before, at + (first - at) / 2)
  return later(at, Math.min(usually, last - at))
}

/** When that is, as it was typed; `undefined` for what is not clear. */
export const readUntil = (
  { until, at }: Pick<TypedDates, 'until' | 'at'>,
  zone: Zone,
  first: Instant,
): Instant | undefined => {
  if (until === undefined) return usualUntil(at, first)
  const readings = onceOf(readDate(until, { now: at, zone }))
  return readings.length === 1 ? readings[0]?.start : undefined
}
