import { Temporal } from 'temporal-polyfill'
import type { Brand } from './brand.ts'
import { instant, type Instant } from './clock.ts'

/** An IANA name that this Node knows, such as `Europe/Paris`. */
export type Zone = Brand<string, 'Zone'>

/** A day of the calendar, `2026-11-28`. */
export type Day = Brand<string, 'Day'>

export const paris = 'Europe/Paris' as Zone

export const isZone = (name: string): name is Zone => {
  try {
    return new Intl.DateTimeFormat('fr', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** What a clock on the wall of that zone shows. */
export const wall = (at: Instant, zone: Zone): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)

export const dayOf = (at: Instant, zone: Zone): Day => wall(at, zone).toPlainDate().toString() as Day

export const plusDays = (from: Day, days: number): Day =>
  Temporal.PlainDate.from(from).add({ days }).toString() as Day

/** 1 is Monday, 7 is Sunday. */
export const weekday = (of: Day): number => Temporal.PlainDate.from(of).dayOfWeek

/** The first instant of a day in a zone (midnight, or later where midnight does not exist). */
export const startOfDay = (of: Day, zone: Zone): Instant =>
  instant(Temporal.PlainDate.from(of).toZonedDateTime(zone).epochMilliseconds)

/** The instant at which the wall clock of a zone shows this day and time; `HH:MM`. */
export const instantAt = (of: Day, time: string, zone: Zone): Instant =>
  instant(Temporal.PlainDateTime.from(`${of}T${time}`).toZonedDateTime(zone).epochMilliseconds)

/** Do both clocks show the same hour at that instant? */
export const sameHour = (at: Instant, one: Zone, other: Zone): boolean =>
  wall(at, one).offsetNanoseconds === wall(at, other).offsetNanoseconds
