import type { Temporal } from 'temporal-polyfill'
import { day, later, type Instant } from '../base/clock.ts'
import { wall, type Zone } from '../base/zones.ts'

const two = (of: number): string => String(of).padStart(2, '0')

const local = (at: Temporal.ZonedDateTime | Temporal.PlainDateTime): string =>
  `${String(at.year).padStart(4, '0')}${two(at.month)}${two(at.day)}T${two(at.hour)}${two(at.minute)}${two(at.second)}`

const offset = (nanoseconds: number): string => {
  const minutes = Math.round(Math.abs(nanoseconds) / 60e9)
  return `${nanoseconds < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${two(minutes % 60)}`
}

/** One observance: from that wall clock on, this is the offset. */
const observance = (
  kind: 'STANDARD' | 'DAYLIGHT',
  start: string,
  from: number,
  to: number,
): readonly string[] => [
  `BEGIN:${kind}`,
  `DTSTART:${start}`,
  `TZOFFSETFROM:${offset(from)}`,
  `TZOFFSETTO:${offset(to)}`,
  `END:${kind}`,
]

/** A VTIMEZONE: what clocks of a zone do in that time, from the zone's own rules: each change of theirs, none by a formula. */
export const writeTimezone = (zone: Zone, from: Instant, to: Instant): string => {
  const begin = wall(later(from, -day), zone)
  const standard = Math.min(
    wall(from, zone).with({ month: 1, day: 1 }).offsetNanoseconds,
    wall(from, zone).with({ month: 7, day: 1 }).offsetNanoseconds,
  )
  const kindOf = (of: number): 'STANDARD' | 'DAYLIGHT' => (of > standard ? 'DAYLIGHT' : 'STANDARD')
  const parts = [
    ...observance(
      kindOf(begin.offsetNanoseconds),
      local(begin),
      begin.offsetNanoseconds,
      begin.offsetNanoseconds,
    ),
  ]
  let at = begin
  for (;;) {
    const next = at.getTimeZoneTransition('next')
    if (!next || next.epochMilliseconds > to) break
    const before = next.subtract({ seconds: 1 }).offsetNanoseconds
    // A change is told on the clock that held before it.
    const shown = next.toInstant().toZonedDateTimeISO('UTC').toPlainDateTime().add({ nanoseconds: before })
    parts.push(...observance(kindOf(next.offsetNanoseconds), local(shown), before, next.offsetNanoseconds))
    at = next
  }
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...parts, 'END:VTIMEZONE'].join('\n')
}
