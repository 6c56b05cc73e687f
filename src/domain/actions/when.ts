import { Temporal } from 'temporal-polyfill'
import { plusDays, weekday, type Day } from '../../base/zones.ts'
import { weekdays } from '../dates/vocabulary.ts'
import { letters, parts, readPart, type Part } from './parts.ts'

/** Their order is what buttons carry: new ones come last. */
export const spans = [
  'today',
  'tomorrow',
  'after-tomorrow',
  'week',
  'weekend',
  'next-week',
  'next-weekend',
  'month',
] as const
export type NamedSpan = (typeof spans)[number]

/** Which days somebody means; relative ones are those of the day when they are asked for. */
type Which =
  | { readonly is: 'span'; readonly span: NamedSpan }
  /** 1 is Monday; `next`: never today. */
  | { readonly is: 'weekday'; readonly weekday: number; readonly next?: true }
  /** Without a year or a month: the next such day. */
  | { readonly is: 'date'; readonly day: number; readonly month?: number; readonly year?: number }

/** Of one day, at most a part: « demain soir ». */
export type When = Which & { readonly part?: Part }

/** Both included. */
export interface Days {
  readonly from: Day
  readonly to: Day
  /** Where one day is meant, and only a part of it. */
  readonly part?: Part
}

const ways: Readonly<Record<NamedSpan, RegExp>> = {
  today: /^(?:aujourd'? ?hui|auj)$/,
  tomorrow: /^demain$/,
  'after-tomorrow': /^apres[ -]?demain$/,
  week: /^(?:(?:cette|la) )?semaine(?:[ -]ci)?$/,
  weekend: /^(?:(?:ce|le) )?(?:week[ -]?end|we)(?:[ -]ci)?$/,
  'next-week': /^(?:la )?semaine prochaine$/,
  'next-weekend': /^(?:le )?(?:week[ -]?end|we) prochain$/,
  month: /^(?:ce )?mois(?:[ -]ci)?$/,
}

/** As people write them, without accents; January first. */
export const months = [
  /^janv(?:ier)?$/,
  /^fevr?(?:ier)?$/,
  /^mars$/,
  /^avr(?:il)?$/,
  /^mai$/,
  /^juin$/,
  /^juil(?:let)?$/,
  /^aout$/,
  /^sept(?:embre)?$/,
  /^oct(?:obre)?$/,
  /^nov(?:embre)?$/,
  /^dec(?:embre)?$/,
]

const plainly = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/[.,]$/, '')

/** Such a day exists in some year. */
const possible = (day: number, month: number, year?: number): boolean =>
  month >= 1 &&
  month <= 12 &&
  day >= 1 &&
  day <= Temporal.PlainYearMonth.from({ year: year ?? 2024, month }).daysInMonth

const dated = (day: string, month?: number, year?: string): When | undefined => {
  const full = year === undefined ? undefined : Number(year.length === 2 ? `20${year}` : year)
  if (month === undefined)
    return Number(day) >= 1 && Number(day) <= 31 ? { is: 'date', day: Number(day) } : undefined
  if (!possible(Number(day), month, full)) return undefined
  return { is: 'date', day: Number(day), month, ...(full !== undefined && { year: full }) }
}

const readSpan = (text: string): When | undefined => {
  const span = spans.find((each) => ways[each].test(text))
  return span && { is: 'span', span }
}

const readWeekday = (text: string): When | undefined => {
  const said = /^(?:(?:ce|le) )?([a-z]+)( prochain)?$/.exec(text)
  const at = weekdays.findIndex((name) => name === said?.[1])
  return at < 0 ? undefined : { is: 'weekday', weekday: at + 1, ...(said?.[2] && { next: true as const }) }
}

const onWeekday = `(?:(?:${weekdays.join('|')}) )?`
const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/
const numeric = new RegExp(`^${onWeekday}(?:le )?(\\d{1,2})[/.-](\\d{1,2})(?:[/.-](\\d{4}|\\d{2}))?$`)
const worded = new RegExp(`^${onWeekday}(?:le )?(\\d{1,2})(?:er)? ([a-z]+)\\.?(?: (\\d{4}))?$`)
const bare = new RegExp(`^(?:le|${weekdays.join('|')}) (?:le )?(\\d{1,2})(?:er)?$`)

const readDate = (text: string): When | undefined => {
  const [, isoYear, isoMonth, isoDay] = iso.exec(text) ?? []
  if (isoYear && isoMonth && isoDay) return dated(isoDay, Number(isoMonth), isoYear)
  const [, day, month, year] = numeric.exec(text) ?? []
  if (day && month) return dated(day, Number(month), year)
  const [, first, name, ofYear] = worded.exec(text) ?? []
  const at = name ? months.findIndex((each) => each.test(name)) : -1
  if (first && at >= 0) return dated(first, at + 1, ofYear)
  const [, alone] = bare.exec(text) ?? []
  return alone ? dated(alone) : undefined
}

const readDays = (said: string): When | undefined => readSpan(said) ?? readWeekday(said) ?? readDate(said)

const single: readonly NamedSpan[] = ['today', 'tomorrow', 'after-tomorrow']

const readPartOfDay = (said: string): When | undefined => {
  const read = readPart(said)
  const when = read && readDays(read.day)
  return when && (when.is !== 'span' || single.includes(when.span)) ? { ...when, part: read.part } : undefined
}

/** What people write for a day, a part of it or some days, in French; `undefined` when it is none. */
export const readWhen = (text: string): When | undefined => {
  const said = plainly(text)
  return readDays(said) ?? readPartOfDay(said)
}

const two = (of: number): string => String(of).padStart(2, '0')

const writeDays = (when: When): string => {
  switch (when.is) {
    case 'span':
      return `=${spans.indexOf(when.span)}`
    case 'weekday':
      return `=j${when.weekday}${when.next ? '+' : ''}`
    case 'date':
      if (when.month === undefined) return `le ${when.day}`
      return `${two(when.day)}/${two(when.month)}${when.year === undefined ? '' : `/${when.year}`}`
  }
}

/** What {@link readWritten} reads back: at most 11 bytes. */
export const writeWhen = (when: When): string =>
  `${writeDays(when)}${when.part === undefined ? '' : letters[when.part]}`

const withPart = /^(=.+|le \d+|[\d/]+)([mdas])$/

/** What {@link writeWhen} wrote, or what people write. */
export const readWritten = (text: string): When | undefined => {
  const [, days, letter] = withPart.exec(text) ?? []
  const part = parts.find((each) => letters[each] === letter)
  const when = days === undefined ? undefined : readWrittenDays(days)
  return when && part ? { ...when, part } : readWrittenDays(text)
}

const readWrittenDays = (text: string): When | undefined => {
  const [, at, day, next] = /^=(?:(\d)|j([1-7])(\+)?)$/.exec(text) ?? []
  if (day !== undefined)
    return { is: 'weekday', weekday: Number(day), ...(next !== undefined && { next: true as const }) }
  const span = at === undefined ? undefined : spans[Number(at)]
  return span ? { is: 'span', span } : readWhen(text)
}

const longest = 7

/** The longest part of a sentence that says when; the rest is what remains of it. */
export const spotWhen = (sentence: string): { readonly value: string; readonly rest: string } | undefined => {
  const said = sentence.trim().split(/\s+/).slice(0, 40)
  for (let size = Math.min(longest, said.length); size > 0; size -= 1)
    for (let at = 0; at + size <= said.length; at += 1) {
      const value = said.slice(at, at + size).join(' ')
      if (readWhen(value)) return { value, rest: said.toSpliced(at, size).join(' ') }
    }
  return undefined
}

const untilSunday = (from: Day): Day => plusDays(from, 7 - weekday(from))

const spanDays = (span: NamedSpan, today: Day): Days => {
  const sunday = untilSunday(today)
  switch (span) {
    case 'today':
      return { from: today, to: today }
    case 'tomorrow':
      return { from: plusDays(today, 1), to: plusDays(today, 1) }
    case 'after-tomorrow':
      return { from: plusDays(today, 2), to: plusDays(today, 2) }
    case 'week':
      return { from: today, to: sunday }
    case 'weekend':
      return { from: weekday(today) === 7 ? today : plusDays(sunday, -1), to: sunday }
    case 'next-week':
      return { from: plusDays(sunday, 1), to: plusDays(sunday, 7) }
    case 'next-weekend':
      return { from: plusDays(sunday, 6), to: plusDays(sunday, 7) }
    case 'month':
      return {
        from: today,
        to: monthOf(today)
          .toPlainDate({ day: monthOf(today).daysInMonth })
          .toString() as Day,
      }
  }
}

const monthOf = (of: Day): Temporal.PlainYearMonth => Temporal.PlainDate.from(of).toPlainYearMonth()

/** The first day from today on that has this number, in this month when there is one. */
const nextDate = (today: Day, day: number, month?: number): Day => {
  let at = monthOf(today)
  const fits = (): boolean =>
    (month === undefined || at.month === month) &&
    day <= at.daysInMonth &&
    (at.toPlainDate({ day: Math.min(day, at.daysInMonth) }).toString() as Day) >= today
  while (!fits()) at = at.add({ months: 1 })
  return at.toPlainDate({ day }).toString() as Day
}

/** Weeks begin on Monday; what is left of them counts. */
export const daysOf = (when: When, today: Day): Days => ({
  ...wholeDaysOf(when, today),
  ...(when.part && { part: when.part }),
})

const wholeDaysOf = (when: When, today: Day): Days => {
  switch (when.is) {
    case 'span':
      return spanDays(when.span, today)
    case 'weekday': {
      const ahead = (when.weekday - weekday(today) + 7) % 7
      const from = plusDays(today, ahead === 0 && when.next ? 7 : ahead)
      return { from, to: from }
    }
    case 'date': {
      const { day, month, year } = when
      const from =
        year !== undefined && month !== undefined
          ? (Temporal.PlainDate.from({ year, month, day }).toString() as Day)
          : nextDate(today, day, month)
      return { from, to: from }
    }
  }
}
