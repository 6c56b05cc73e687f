import { later, hour, type Instant } from '../../base/clock.ts'
import { dayOf, plusDays, wall, type Day, type Zone } from '../../base/zones.ts'
import type { ActionFound } from '../actions/model.ts'
import type { Group } from '../groups/model.ts'

/** An hour of the week, on the clock of a place. */
export interface Slot {
  /** 1 is Monday. */
  readonly day: number
  /** From 0 to 23. */
  readonly hour: number
}

/** A week's agenda that is later than that is of no use any more. */
export const lateness = 3 * hour

/** An agenda is sent once in that time, in milliseconds, whatever the clocks do. */
export const pause = 6 * 24 * hour

/** The slots that began less than {@link lateness} ago somewhere: those whose agendas may be due. */
export const slotsNow = (now: Instant, zones: Iterable<Zone>): readonly Slot[] => {
  const slots = new Map<number, Slot>()
  for (const zone of zones)
    for (let ago = 0; ago < lateness; ago += hour) {
      const at = wall(later(now, -ago), zone)
      slots.set(at.dayOfWeek * 24 + at.hour, { day: at.dayOfWeek, hour: at.hour })
    }
  return [...slots.values()]
}

/** Has that slot begun there less than {@link lateness} ago? */
export const isDue = ({ day, hour: of }: Slot, zone: Zone, now: Instant): boolean =>
  slotsNow(now, [zone]).some((slot) => slot.day === day && slot.hour === of)

/** What goes on in the seven days from that one. */
export interface Week {
  /** Absent: everywhere. */
  readonly group?: Group
  /** Of the groups of whoever reads it. */
  readonly own?: true
  readonly from: Day
  readonly to: Day
  readonly zone: Zone
  /** The soonest first. */
  readonly actions: readonly ActionFound[]
  readonly more: boolean
}

/** Today and the six days that follow. */
export const daysFrom = (now: Instant, zone: Zone): Pick<Week, 'from' | 'to'> => {
  const from = dayOf(now, zone)
  return { from, to: plusDays(from, 6) }
}
