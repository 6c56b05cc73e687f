import { Temporal } from 'temporal-polyfill'
import type { Day } from '../../base/zones.ts'
import type { DepartmentCode } from '../territory/model.ts'

/** Gregorian Easter (Meeus, Jones and Butcher). */
export const easter = (year: number): Temporal.PlainDate => {
  const a = year % 19
  const [b, c] = [Math.floor(year / 100), year % 100]
  const [d, e] = [Math.floor(b / 4), b % 4]
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const [i, k] = [Math.floor(c / 4), c % 4]
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return new Temporal.PlainDate(year, Math.floor(n / 31), (n % 31) + 1)
}

/** Labour code, article L3133-1. */
const everywhere = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25']

/** The abolition of slavery where it is kept (law of 30 June 1983, decree of 23 November 1983), and other local days. */
const local: Readonly<Record<string, readonly string[]>> = {
  '971': ['05-27'],
  '972': ['05-22'],
  '973': ['06-10'],
  '974': ['12-20'],
  '976': ['04-27'],
  '977': ['10-09'],
  '978': ['05-28'],
  '988': ['09-24'],
}

/** Good Friday and Saint Stephen's day stay holidays in Alsace and Moselle (order of 16 August 1892). */
const alsaceMoselle = ['57', '67', '68']

/** Counted from Easter: its Monday, Ascension Day, Whit Monday. */
const movable = [1, 39, 50]

export const isHoliday = (day: Day, department?: DepartmentCode): boolean => {
  const date = day.slice(5)
  if (everywhere.includes(date) || (department !== undefined && local[department]?.includes(date)))
    return true
  const fromEaster = easter(Number(day.slice(0, 4))).until(Temporal.PlainDate.from(day)).days
  if (movable.includes(fromEaster)) return true
  return (
    department !== undefined && alsaceMoselle.includes(department) && (fromEaster === -2 || date === '12-26')
  )
}
