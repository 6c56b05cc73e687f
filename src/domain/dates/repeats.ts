import type { Day } from '../../base/zones.ts'
import { readDays } from './days.ts'
import { NotClear, type Rule } from './model.ts'
import { scan, type Scan } from './scan.ts'
import { begin, end, numberOf, numberWord, rankOf, rankWord, weekdayOf, weekdayWord } from './vocabulary.ts'

/** How it comes back, without the hour. */
export interface Repeat extends Pick<
  Rule,
  'every' | 'step' | 'weekdays' | 'nths' | 'until' | 'except' | 'skipsHolidays'
> {
  readonly from?: Day
  /** « du lundi au vendredi » may also be those of one week. */
  readonly orOneWeek?: true
  /** « le mardi 19h » may also be the next one alone. */
  readonly orOnce?: true
}

const several = (one: string): string => `${one}(?:(?:,| et|, et)(?: les| le)? ${one})*`
const days = several(weekdayWord)
const p = (source: string): RegExp => new RegExp(`${begin}${source}`, 'u')

const everyOther = [
  p(`(?:un|une) (?<wd>${weekdayWord}) sur (?:deux|2)${end}`),
  p(`(?:tous )?(?:les )?(?<wd2>${weekdayWord}) toutes les (?:deux|2) semaines${end}`),
  p(
    `(?:toutes les (?:deux|2) semaines|tous les (?:quinze|15) jours|une semaine sur (?:deux|2)|une fois tous les (?:quinze|15) jours),? (?:le )?(?<wd>${days})`,
  ),
  p(
    `(?:le |tous les )?(?<wd>${weekdayWord}),? (?:tous les (?:quinze|15) jours|une semaine sur (?:deux|2))${end}`,
  ),
] as const
const everyN = p(`(?:tous les |toutes les )(?<n>\\d{1,2}|${numberWord}) semaines,? (?:le )?(?<wd>${days})`)
const ofMonth = p(
  `(?<each>tous les |chaque |les |le )?(?<ranks>${several(rankWord)}) (?<wd>${weekdayWord}) (?:du|de chaque|de tous les|des|par) mois${end}(?! (?:prochain|suivant|dernier))`,
)
const weekly = [
  p(
    `(?:tous les|chaque|toutes les semaines,? (?:le )?|chaque semaine,? (?:le )?|les) ?(?<wd>${days})(?: de chaque semaine)?`,
  ),
  p(`le (?<wd>${weekdayWord}),? (?:chaque semaine|toutes les semaines|de chaque semaine)${end}`),
] as const
const daily = p(
  `(?:tous les jours|chaque jour|quotidiennement)${end}(?<but> (?:de la semaine|ouvres?|sauf le dimanche)${end})?`,
)
const workdays = p(`du (?<a>${weekdayWord}) au (?<b>${weekdayWord})`)
const maybeWeekly = p(
  `le (?<wd>${weekdayWord})(?= (?:a |de |vers |des )?\\d{1,2} ?(?:h|:)| (?:a )?midi| matin| soir| apres)`,
)

const noHolidays = p(`,? ?(?:sauf|hors|excepte)(?: les)? (?:jours? )?(?:feries?)${end}`)
const unknownExcept = p(
  `(?:sauf|hors|excepte)(?: les| pendant les| aux)? (?:vacances(?: scolaires)?|mois|ete)`,
)
const date = `[^,;]*?\\d[^,;hH]*?`
const untilDay = p(
  `,? ?jusqu'(?:au|a la|a|en) (?<day>(?:${weekdayWord} )?(?:le )?${date})(?=,|;| de \\d| a \\d| sauf|$)`,
)
const fromDay = p(
  `,? ?(?:a partir du|a compter du|des le|depuis le) (?<day>(?:${weekdayWord} )?(?:le )?${date})(?=,|;| de \\d| a \\d| sauf| jusqu|$)`,
)
const exceptDays = p(
  `,? ?(?:sauf|hors|excepte) (?:le |les |du )?(?<day>(?:${weekdayWord} )?\\d[^;]*?)(?=;| jusqu| a partir|$)`,
)

const weekdaysIn = (words: string): readonly number[] =>
  [...new Set(words.match(new RegExp(weekdayWord, 'gu'))?.map(weekdayOf) ?? [])].toSorted(
    (one, other) => one - other,
  )

const ranksIn = (words: string): readonly number[] =>
  words.match(new RegExp(rankWord, 'gu'))?.map(rankOf) ?? []

type Core = Pick<Repeat, 'every' | 'step' | 'weekdays' | 'nths' | 'orOnce' | 'orOneWeek'>

const readCore = (sentence: Scan): Core | undefined => {
  const month = sentence.take(ofMonth)
  if (month) {
    const { each, ranks = '', wd = '' } = month.groups
    const nths = ranksIn(ranks)
    const one = (each === undefined || each === 'le ') && nths.length === 1
    return { every: 'month', step: 1, weekdays: weekdaysIn(wd), nths, ...(one && { orOnce: true as const }) }
  }
  for (const pattern of everyOther) {
    const found = sentence.take(pattern)
    if (found)
      return { every: 'week', step: 2, weekdays: weekdaysIn(found.groups['wd'] ?? found.groups['wd2'] ?? '') }
  }
  const step = sentence.take(everyN)
  if (step)
    return {
      every: 'week',
      step: numberOf(step.groups['n'] ?? ''),
      weekdays: weekdaysIn(step.groups['wd'] ?? ''),
    }
  const day = sentence.take(daily)
  if (day) {
    if (day.groups['but'] === undefined) return { every: 'day', step: 1, weekdays: [] }
    const most = /dimanche/.test(day.text) ? 6 : 5
    return { every: 'week', step: 1, weekdays: Array.from({ length: most }, (_, at) => at + 1) }
  }
  const span = sentence.take(workdays)
  if (span) {
    const [first, last] = [weekdayOf(span.groups['a'] ?? ''), weekdayOf(span.groups['b'] ?? '')]
    if (first >= last) throw new NotClear({ why: 'several-days' })
    return {
      every: 'week',
      step: 1,
      weekdays: Array.from({ length: last - first + 1 }, (_, at) => first + at),
      orOneWeek: true,
    }
  }
  for (const pattern of weekly) {
    const found = sentence.take(pattern)
    if (found) return { every: 'week', step: 1, weekdays: weekdaysIn(found.groups['wd'] ?? '') }
  }
  const perhaps = sentence.take(maybeWeekly)
  return perhaps && { every: 'week', step: 1, weekdays: weekdaysIn(perhaps.groups['wd'] ?? ''), orOnce: true }
}

/** A day written inside a rule: exactly one, nothing beside it. */
const oneDay = (words: string, today: Day): Day => {
  const inside = scan(words)
  const [first, ...others] = readDays(inside, today)
  const wrong = others.find(
    (each) => each.weekday === undefined || !first || !first.days.some((day) => each.fits(day)),
  )
  if (!first || first.days.length !== 1 || wrong || inside.rest() !== '')
    throw new NotClear({ why: 'words', words })
  return first.days[0] ?? today
}

export const readRepeat = (sentence: Scan, today: Day): Repeat | undefined => {
  const refused = sentence.left(unknownExcept)
  if (refused !== undefined) throw new NotClear({ why: 'words', words: refused })
  const core = readCore(sentence)
  if (!core) return undefined
  const skips = sentence.take(noHolidays) !== undefined
  const dayOf = (pattern: RegExp): Day | undefined => {
    const found = sentence.take(pattern)
    return found && oneDay(found.groups['day'] ?? '', today)
  }
  const from = dayOf(fromDay)
  const until = dayOf(untilDay)
  const exceptions = sentence.take(exceptDays)
  const except = (exceptions?.groups['day'] ?? '')
    .split(/,| et (?:le )?/)
    .filter((each) => each.trim() !== '')
    .map((each) => oneDay(each.trim(), today))
  const { orOnce, orOneWeek, ...rest } = core
  const plain = !skips && !from && !until && except.length === 0
  return {
    ...rest,
    except,
    ...(orOnce && plain && { orOnce }),
    ...(orOneWeek && plain && { orOneWeek }),
    ...(skips && { skipsHolidays: true as const }),
    ...(from && { from }),
    ...(until && { until }),
  }
}
