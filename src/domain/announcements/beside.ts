import { day, hour, later, minute, type Instant } from '../../base/clock.ts'
import { folded } from '../../base/text.ts'
import { dayOf, instantAt, plusDays, type Zone } from '../../base/zones.ts'

/** An action, as far as something can be before or after it. */
interface Held {
  readonly start: Instant
  readonly end: Instant
  readonly zone: Zone
}

/** Where no hour is said: when people read. */
const usualHours = { eve: 18, morrow: 10 } as const

const units: readonly (readonly [RegExp, number])[] = [
  [/^m/u, minute],
  [/^h/u, hour],
  [/^j/u, day],
]

const span = /^(\d{1,3}|une?) ?(minutes?|mn?|min|heures?|h|jours?|j) (avant|apres)(?: l action)?$/u
const near =
  /^(?:la |le )?(veille|lendemain)(?: de l action)?(?: (?:a |vers )?(\d{1,2}) ?(?:h ?(\d{2})?|(?<= )(\d{2})))?$/u

/** « la veille », « la veille à 19h », « 2 h avant », « le lendemain » of an action; `undefined` for any other words. */
export const readBeside = (typed: string, { start, end, zone }: Held): Instant | undefined => {
  const words = folded(typed)
  const [, count, unit = '', side] = span.exec(words) ?? []
  if (count !== undefined) {
    const each = units.find(([shape]) => shape.test(unit))?.[1] ?? hour
    const ms = (count.startsWith('un') ? 1 : Number(count)) * each
    return side === 'avant' ? later(start, -ms) : later(end, ms)
  }
  const [, which, hours, after, minutes = after ?? '00'] = near.exec(words) ?? []
  if (which === undefined) return undefined
  const isEve = which === 'veille'
  const at = hours === undefined ? (isEve ? usualHours.eve : usualHours.morrow) : Number(hours)
  if (at > 23 || Number(minutes) > 59) return undefined
  const on = isEve ? plusDays(dayOf(start, zone), -1) : plusDays(dayOf(end, zone), 1)
  return instantAt(on, `${String(at).padStart(2, '0')}:${minutes}`, zone)
}
