import { Temporal } from 'temporal-polyfill'
import { hour, minute, type Instant } from '../../base/clock.ts'
import { moment, type Rich } from '../../base/rich.ts'
import { dayOf, paris, plusDays, sameHour, wall, weekday, type Day, type Zone } from '../../base/zones.ts'
import type { Part } from '../../domain/actions/parts.ts'
import type { Days } from '../../domain/actions/when.ts'
import type { Rule } from '../../domain/dates/model.ts'
import { label, listed, say } from './typography.ts'
import { hourOf } from './zones.ts'

export const weekdays = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche']
const months = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
]
const shortMonths = [
  'janv.',
  'févr.',
  'mars',
  'avr.',
  'mai',
  'juin',
  'juil.',
  'août',
  'sept.',
  'oct.',
  'nov.',
  'déc.',
]

/** Beyond that many days, a date says its year. */
const farAway = 122

const daysBetween = (from: Day, to: Day): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).total('days')

/** `samedi 28 novembre`, with the year when it is not the one that everybody thinks of. */
const dayWords = (of: Day, today: Day): string => {
  const { day, month, year } = Temporal.PlainDate.from(of)
  const name = weekdays[weekday(of) - 1] ?? ''
  const date = `${name} ${day === 1 ? '1er' : day} ${months[month - 1] ?? ''}`
  return Math.abs(daysBetween(today, of)) > farAway ? `${date} ${year}` : date
}

/** `demain samedi 28 novembre`: true the day it is said, and still clear the day after. */
const relativeDay = (of: Day, today: Day): string => {
  const words = dayWords(of, today)
  if (of === today) return label`aujourd’hui ${words}`
  return of === plusDays(today, 1) ? label`demain ${words}` : words
}

const time = (at: Instant, zone: Zone): string =>
  wall(at, zone).toPlainTime().toString({ smallestUnit: 'minute' })

const withHour = (words: string, at: Instant, zone: Zone): string =>
  sameHour(at, zone, paris) ? words : label`${words}, ${hourOf(zone)}`

interface Lasting {
  readonly start: Instant
  readonly end: Instant
  readonly zone: Zone
  readonly now: Instant
}

/** `samedi 28 novembre, de 14:00 à 16:00` */
const interval = ({ start, end, zone, now }: Lasting): string => {
  const today = dayOf(now, zone)
  const [from, to] = [dayOf(start, zone), dayOf(end, zone)]
  const first = dayWords(from, today)
  if (end <= start) return label`${first} à ${time(start, zone)}`
  if (from === to) return label`${first}, de ${time(start, zone)} à ${time(end, zone)}`
  return label`du ${first} à ${time(start, zone)} au ${dayWords(to, today)} à ${time(end, zone)}`
}

/** `1 h 30`, `3 jours` */
const duration = (ms: number): string => {
  const hours = Math.floor(ms / hour)
  const minutes = Math.round((ms % hour) / minute)
  if (hours >= 48) return label`${Math.round(hours / 24)} jours`
  if (hours === 0) return label`${minutes} min`
  return minutes === 0 ? label`${hours} h` : `${label`${hours} h`}\u00A0${String(minutes).padStart(2, '0')}`
}

/** On the hour of the place, and on that of Paris when it is another. */
const when = (lasting: Lasting): Rich => {
  const { start, end, zone, now } = lasting
  const lasts = end > start ? say` (${duration(end - start)})` : []
  if (sameHour(start, zone, paris)) return say`${moment(start, interval(lasting))}${lasts}`
  const elsewhere = label`${dayWords(dayOf(start, paris), dayOf(now, paris))} à ${time(start, paris)}, heure de Paris`
  return say`${interval(lasting)}, ${hourOf(zone)}${lasts}\nsoit ${moment(start, elsewhere)}`
}

/** What holds no more, beside what does: neither how far away nor how long. `samedi 28 novembre, de 14:00 à 16:00` */
const was = (lasting: Lasting): string => {
  const { start, zone } = lasting
  return sameHour(start, zone, paris) ? interval(lasting) : label`${interval(lasting)}, ${hourOf(zone)}`
}

/** With all that could be mistaken: the weekday, the year, whose hour. */
const full = ({ start, end, zone }: Omit<Lasting, 'now'>): string => {
  const day = (at: Instant): string => {
    const of = dayOf(at, zone)
    const words = dayWords(of, of)
    return label`${words} ${wall(at, zone).year}`
  }
  const [from, to] = [day(start), day(end)]
  const hours =
    end <= start
      ? label`${from} à ${time(start, zone)}`
      : from === to
        ? label`${from}, de ${time(start, zone)} à ${time(end, zone)}`
        : label`du ${from} à ${time(start, zone)} au ${to} à ${time(end, zone)}`
  return label`${hours} (${hourOf(zone)})`
}

const nths: Readonly<Record<number, string>> = {
  1: 'premier',
  2: 'deuxième',
  3: 'troisième',
  4: 'quatrième',
  5: 'cinquième',
  [-1]: 'dernier',
}

/** `3 mars` */
const dayOfMonth = (of: Day): string =>
  label`${Number(of.slice(8))} ${months[Number(of.slice(5, 7)) - 1] ?? ''}`

/** `tous les mardis à 19:00`, `le premier samedi de chaque mois à 10:00` */
const rule = ({
  every,
  step,
  weekdays: on,
  nths: ranks,
  time: at,
  until,
  except,
  skipsHolidays,
}: Rule): string => {
  const names = listed(on.map((each) => `${weekdays[each - 1] ?? ''}${every === 'month' ? '' : 's'}`))
  const which = listed((ranks ?? []).map((rank) => nths[rank] ?? ''))
  const [days, each] =
    every === 'day'
      ? ['tous les jours', '']
      : every === 'month'
        ? [label`le ${which} ${names} de chaque mois`, '']
        : [label`tous les ${names}`, step > 1 ? label`, toutes les ${step} semaines` : '']
  const limits = [
    until === undefined ? '' : label`, jusqu’au ${dayOfMonth(until)} ${until.slice(0, 4)}`,
    except.length === 0 ? '' : label`, sauf le ${listed(except.map(dayOfMonth))}`,
    skipsHolidays ? ', sauf les jours fériés' : '',
  ]
  return label`${days}${each} à ${at}${limits.join('')}`
}

const partsOfDay: Readonly<Record<Part, string>> = {
  morning: 'le matin',
  noon: 'à midi',
  afternoon: 'l’après-midi',
  evening: 'le soir',
}

export const dates = {
  /** `10:00–12:00` */
  hours: (start: Instant, end: Instant, zone: Zone): string => label`${time(start, zone)}–${time(end, zone)}`,
  when,
  was,
  full,
  rule,
  /** For a button: `samedi 28 novembre, 02:30 (UTC+1)` where the hour comes twice that night. */
  short: (start: Instant, zone: Zone): string => {
    const at = wall(start, zone)
    const other = [hour, -hour].some((by) => time((start + by) as Instant, zone) === time(start, zone))
    const words = label`${dayWords(dayOf(start, zone), dayOf(start, zone))} à ${time(start, zone)}`
    return other ? label`${words} (UTC${at.offset})` : words
  },
  /** For a button that says more than a date: `sam. 28 nov.` */
  brief: (start: Instant, zone: Zone): string => {
    const of = dayOf(start, zone)
    const { day, month } = Temporal.PlainDate.from(of)
    return label`${weekdays[weekday(of) - 1]?.slice(0, 3) ?? ''}. ${day === 1 ? '1er' : day} ${shortMonths[month - 1] ?? ''}`
  },
  /** For a line of a list: `demain samedi 28 novembre à 14:00`. */
  start: (start: Instant, zone: Zone, now: Instant): string =>
    withHour(label`${relativeDay(dayOf(start, zone), dayOf(now, zone))} à ${time(start, zone)}`, start, zone),
  /** `du samedi 28 novembre au dimanche 29 novembre`, `demain jeudi 26 novembre, le soir` */
  days: ({ from, to, part }: Days, today: Day): string => {
    if (from !== to) return label`du ${dayWords(from, today)} au ${dayWords(to, today)}`
    return part === undefined
      ? relativeDay(from, today)
      : label`${relativeDay(from, today)}, ${partsOfDay[part]}`
  },
  /** `2026-11`: `novembre 2026` */
  month: (month: string): string => label`${months[Number(month.slice(5)) - 1] ?? ''} ${month.slice(0, 4)}`,
  /** `demain jeudi 26 novembre à 18:00`, without the hour of Paris. */
  at: (at: Instant, zone: Zone, now: Instant): string =>
    label`${relativeDay(dayOf(at, zone), dayOf(now, zone))} à ${time(at, zone)}`,
  /** `ce jeudi 26 novembre à 22:00`, after « jusqu’à » or « avant ». */
  until: (at: Instant, zone: Zone, now: Instant): string => {
    const [of, today] = [dayOf(at, zone), dayOf(now, zone)]
    return label`${of === today ? label`ce ${dayWords(of, today)}` : relativeDay(of, today)} à ${time(at, zone)}`
  },
  /** `lundi 30 novembre` */
  fullDay: (of: Day, today: Day): string => dayWords(of, today),
  /** Somebody is known since that day. */
  day: (at: Instant, now: Instant): string => dayWords(dayOf(at, paris), dayOf(now, paris)),
}
