import { Temporal } from 'temporal-polyfill'
import { plusDays, weekday, type Day } from '../../base/zones.ts'
import { NotClear } from './model.ts'
import type { Scan, Taken } from './scan.ts'
import {
  begin,
  end,
  monthOf,
  monthWord,
  numberOf,
  numberWord,
  rankOf,
  rankWord,
  weekdayOf,
  weekdayWord,
} from './vocabulary.ts'

/** One mention of a day: the days that it may be, and whether another one would do. */
export interface Mention {
  readonly at: number
  readonly end: number
  /** The vaguer ones follow the others. */
  readonly rank: 0 | 1 | 2
  readonly days: readonly Day[]
  fits(day: Day): boolean
  readonly weekday?: number
  /** A date without a year that has just passed. */
  readonly passed?: Day
}

const iso = (year: number, month: number, day: number): Day | undefined => {
  if (month < 1 || month > 12 || day < 1) return undefined
  const of = Temporal.PlainYearMonth.from({ year, month })
  return day > of.daysInMonth ? undefined : (of.toPlainDate({ day }).toString() as Day)
}

const fixed = (found: Taken, rank: Mention['rank'], ...days: readonly Day[]): Mention => ({
  at: found.at,
  end: found.end,
  rank,
  days,
  fits: (day) => days.includes(day),
})

/** How long after it a date without a year is a mistake rather than that of next year. */
const justPassed = 90

const yearOf = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Number(text.length === 2 ? `20${text}` : text)

const noSuchDay = (found: Taken): never => {
  throw new NotClear({ why: 'no-such-day', words: found.typed })
}

const dated = (found: Taken, today: Day, day: number, month: number, year?: number): Mention => {
  if (year !== undefined) return fixed(found, 0, iso(year, month, day) ?? noSuchDay(found))
  const from = Number(today.slice(0, 4))
  const years = [from, from + 1].map((each) => iso(each, month, day))
  const coming = years.find((each) => each !== undefined && each >= today)
  const [thisYear] = years
  const said = weekdayOf(found.groups['wd'] ?? '')
  const next = years[1]
  // Its weekday says that it is the one of next year.
  const nextYear =
    next !== undefined && thisYear !== undefined && said === weekday(next) && said !== weekday(thisYear)
  if (thisYear !== undefined && thisYear < today && !nextYear && thisYear >= plusDays(today, -justPassed))
    return { ...fixed(found, 0, thisYear), passed: thisYear }
  return fixed(found, 0, coming ?? noSuchDay(found))
}

/** « le 28 »: the next day of that number. */
const numbered = (found: Taken, today: Day, day: number): Mention => {
  if (day < 1 || day > 31) return noSuchDay(found)
  const { year, month } = Temporal.PlainDate.from(today)
  const coming = [0, 1, 2].flatMap((ahead) => {
    const of = Temporal.PlainYearMonth.from({ year, month }).add({ months: ahead })
    const at = iso(of.year, of.month, day)
    return at !== undefined && at >= today ? [at] : []
  })
  return fixed(found, 0, coming[0] ?? noSuchDay(found))
}

const ahead = (today: Day, wanted: number): Day => plusDays(today, (wanted - weekday(today) + 7) % 7)
const monday = (today: Day, weeks: number): Day => plusDays(today, 1 - weekday(today) + 7 * weeks)

/** Of a month, its first, …, or last such weekday. */
export const nthOf = (year: number, month: number, nth: number, wanted: number): Day | undefined => {
  const of = Temporal.PlainYearMonth.from({ year, month })
  const first = ahead(of.toPlainDate({ day: 1 }).toString() as Day, wanted)
  const all = [0, 7, 14, 21, 28]
    .map((days) => plusDays(first, days))
    .filter((day) => day.slice(0, 7) === first.slice(0, 7))
  return nth < 0 ? all.at(-1) : all[nth - 1]
}

const onWeekday = (found: Taken, wanted: number, rank: Mention['rank'], days: readonly Day[]): Mention => ({
  ...fixed(found, rank, ...days),
  weekday: wanted,
  fits: rank === 2 ? (day) => weekday(day) === wanted : (day) => days.includes(day),
})

const weekdayMention = (found: Taken, today: Day): Mention => {
  const { name = '', mode, before, after } = found.groups
  const wanted = weekdayOf(name)
  const next = ahead(today, wanted)
  const words = mode ?? ''
  if (/en huit/.test(words))
    return onWeekday(found, wanted, 1, [plusDays(next === today ? plusDays(next, 7) : next, 7)])
  if (/en quinze/.test(words))
    return onWeekday(found, wanted, 1, [plusDays(next === today ? plusDays(next, 7) : next, 14)])
  if (/(?:cette semaine|de la semaine)$/.test(words) || before === 'cette semaine')
    return onWeekday(found, wanted, 1, [plusDays(monday(today, 0), wanted - 1)])
  if (/semaine/.test(words) || before !== undefined)
    return onWeekday(found, wanted, 1, [plusDays(monday(today, 1), wanted - 1)])
  if (/prochain|d'apres|suivant/.test(words)) {
    const first = next === today ? plusDays(next, 7) : next
    return onWeekday(found, wanted, 1, [first, plusDays(first, 7)])
  }
  if (after === undefined && found.text.trim().startsWith('ce ')) return onWeekday(found, wanted, 1, [next])
  return onWeekday(found, wanted, 2, next === today ? [next, plusDays(next, 7)] : [next])
}

const relative: readonly (readonly [string, number])[] = [
  [`apres[- ]?demain`, 2],
  [`surlendemain`, 2],
  [`demain`, 1],
  [`aujourd'? ?hui|auj`, 0],
  [
    `ce (?=soir${end}|midi${end}|matin${end})|(?:cette|cet|ce) (?=apres[- ]?midi${end}|aprem${end}|apm${end}|nuit${end})`,
    0,
  ],
]

const week = `(?:de |en |d')?(?:la |cette )?semaine(?: prochaine| suivante| d'apres|-ci)?`
const digits = `(?<d>1 ?er|\\d{1,2}|premier|${numberWord})`
/** An hour is no day: « samedi 14h », « samedi 14-16h ». */
const noHour = `(?![\\d:]|\\.\\d| ?h${end}| ?h\\d| ?heures?${end}| ?min${end}| ?(?:-|/|et|jusqu'a) ?\\d{1,2} ?(?:h|:|heure)| ?(?:personnes?|places?|tracts?|affiches?|voitures?|euros?|ans|jours?|semaines?|mois)${end})`
const year = `(?:,? (?<y>20\\d\\d)${end})?`

const p = (source: string): RegExp => new RegExp(`${begin}${source}`, 'u')
const named = p(
  `(?:(?:le|ce|au|du) )?(?:(?<wd>${weekdayWord}),? )?(?:le )?${digits} (?:de |d')?(?<mo>${monthWord})${year}`,
)
const isoDate = p(`(?<y>20\\d\\d)-(?<mo>\\d{1,2})-(?<d>\\d{1,2})${end}`)
const numeric = p(
  `(?:(?:le|ce|au|du) )?(?:(?<wd>${weekdayWord}),? )?(?:le )?(?!\\d{1,2}\\.(?:1[3-9]|[2-5]\\d)(?![\\d.]))(?<d>\\d{1,2})(?<s>[/.-])(?<mo>\\d{1,2})(?:\\k<s>(?<y>20\\d\\d|\\d\\d))?${noHour}${end}(?!/)`,
)
const nth = p(
  `(?:le )?(?<rank>${rankWord}) (?<wd>${weekdayWord}) (?:de |d'|du mois de |du mois d')(?<mo>${monthWord})${year}`,
)
const nthNext = p(`(?:le )?(?<rank>${rankWord}) (?<wd>${weekdayWord}) du mois prochain${end}`)
const bare = p(
  `(?:(?:le|ce|au|du) )?(?:(?<wd>${weekdayWord}),? (?:le )?|le )(?<d>\\d{1,2}|1 ?er)${noHour}${end}`,
)
const week2 = p(
  `(?<before>(?:la )?semaine (?:prochaine|suivante)|cette semaine),? (?:le )?(?<name>${weekdayWord})`,
)
const weekdays = p(
  `(?:(?:le|ce|au|du|pour|des) )?(?<name>${weekdayWord})(?: (?<mode>qui vient|prochain|d'apres|suivant|en huit|en quinze|${week}))?${end}`,
)
const inDays = p(`d'?ans (?<n>\\d{1,3}|${numberWord}) (?<unit>jours?|semaines?|mois)${end}`)
const weekend = p(`(?:(?:ce|le|du|au) )?(?:week[- ]?end|we)(?<next> prochain| d'apres| suivant)?${end}`)

const withWeekday = (found: Taken, mention: Mention): readonly Mention[] => {
  const { wd } = found.groups
  return wd === undefined ? [mention] : [mention, onWeekday(found, weekdayOf(wd), 2, mention.days)]
}

const dayNumber = (text: string): number => (/^(?:1 ?er|premier)$/.test(text) ? 1 : numberOf(text))

const later = (found: Taken, today: Day): Mention => {
  const n = numberOf(found.groups['n'] ?? '')
  const unit = found.groups['unit'] ?? ''
  if (unit.startsWith('jour')) {
    // « dans huit jours » is a week, and « quinze jours » two, to most.
    const days = n === 8 ? [7, 8] : n === 15 ? [14, 15] : [n]
    return fixed(found, 0, ...days.map((each) => plusDays(today, each)))
  }
  if (unit.startsWith('semaine')) return fixed(found, 0, plusDays(today, 7 * n))
  return fixed(found, 0, Temporal.PlainDate.from(today).add({ months: n }).toString() as Day)
}

const nextMonth = (today: Day) => Temporal.PlainDate.from(today).toPlainYearMonth().add({ months: 1 })

const nthMention = (found: Taken, today: Day): Mention => {
  const { rank = '', wd = '', mo, y } = found.groups
  const [which, wanted] = [rankOf(rank), weekdayOf(wd)]
  const next = nextMonth(today)
  if (mo === undefined)
    return fixed(found, 0, nthOf(next.year, next.month, which, wanted) ?? noSuchDay(found))
  const from = Number(today.slice(0, 4))
  const years = y === undefined ? [from, from + 1] : [Number(y)]
  const days = years.map((each) => nthOf(each, monthOf(mo), which, wanted))
  return fixed(
    found,
    0,
    days.find((day) => day !== undefined && (y !== undefined || day >= today)) ?? noSuchDay(found),
  )
}

const saturdayOf = (found: Taken, today: Day): Mention => {
  const saturday = weekday(today) === 7 ? plusDays(today, -1) : ahead(today, 6)
  const days = [saturday, plusDays(saturday, 1)]
  const both = found.groups['next'] === undefined ? days : [...days, ...days.map((day) => plusDays(day, 7))]
  return { ...fixed(found, 2, ...both.filter((day) => day >= today)), fits: (day) => weekday(day) > 5 }
}

const group = (found: Taken, name: string): string => found.groups[name] ?? ''

/** Every mention of a day, the most precise first. */
export const readDays = (sentence: Scan, today: Day): readonly Mention[] => {
  const all = (pattern: RegExp, read: (found: Taken) => Mention | readonly Mention[]): readonly Mention[] =>
    sentence.takeAll(pattern).flatMap(read)
  const mentions = [
    ...all(nth, (found) => nthMention(found, today)),
    ...all(nthNext, (found) => nthMention(found, today)),
    ...all(isoDate, (found) =>
      dated(found, today, Number(group(found, 'd')), Number(group(found, 'mo')), yearOf(found.groups['y'])),
    ),
    ...all(named, (found) =>
      withWeekday(
        found,
        dated(
          found,
          today,
          dayNumber(group(found, 'd')),
          monthOf(group(found, 'mo')),
          yearOf(found.groups['y']),
        ),
      ),
    ),
    ...all(numeric, (found) =>
      withWeekday(
        found,
        dated(found, today, Number(group(found, 'd')), Number(group(found, 'mo')), yearOf(found.groups['y'])),
      ),
    ),
    ...all(week2, (found) => weekdayMention(found, today)),
    ...all(bare, (found) => withWeekday(found, numbered(found, today, dayNumber(group(found, 'd'))))),
    ...all(weekdays, (found) => weekdayMention(found, today)),
    ...all(inDays, (found) => later(found, today)),
    ...relative.flatMap(([words, days]) =>
      all(p(`(?:${words})${words.includes('(?=') ? '' : end}`), (found) =>
        fixed(found, 1, plusDays(today, days)),
      ),
    ),
    ...all(weekend, (found) => saturdayOf(found, today)),
  ]
  return mentions.toSorted((one, other) => one.rank - other.rank || one.at - other.at)
}
