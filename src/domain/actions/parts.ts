import { instantAt, plusDays, startOfDay, type Day, type Zone } from '../../base/zones.ts'
import type { Instant } from '../../base/clock.ts'

/** Their order is nowhere stored: buttons carry {@link letters}. */
export const parts = ['morning', 'noon', 'afternoon', 'evening'] as const
export type Part = (typeof parts)[number]

/** On the wall of the place; what goes on in between counts, so that « midi » meets both ends of lunch. */
const hours: Readonly<Record<Part, { readonly from?: string; readonly to?: string }>> = {
  morning: { to: '12:00' },
  noon: { from: '11:30', to: '14:00' },
  afternoon: { from: '12:00', to: '18:00' },
  evening: { from: '18:00' },
}

export const letters: Readonly<Record<Part, string>> = {
  morning: 'm',
  noon: 'd',
  afternoon: 'a',
  evening: 's',
}

const ways: Readonly<Record<Part, RegExp>> = {
  morning: /^(?:matin|matinee)$/,
  noon: /^midi$/,
  afternoon: /^(?:apres[ -]?midi|aprem)$/,
  evening: /^(?:soir|soiree)$/,
}

const wordOf = '(?:matin|matinee|apres[ -]?midi|aprem|midi|soir|soiree)'
const hourOf = String.raw`(?:[01]?\d|2[0-3]) ?(?:h|heures?|:)(?: ?[0-5]\d)?`
const today = new RegExp(`^(?:ce|cet|cette) (${wordOf})$`)
const after = new RegExp(`^(.+?),? (?:(?:au|le|en|a|vers|dans l'|dans la|des) ?)?(${wordOf}|${hourOf})$`)

/** The part that an hour belongs to: whoever says one looks around it. */
const around = (hour: number): Part => {
  if (hour < 12) return 'morning'
  if (hour < 14) return 'noon'
  return hour < 18 ? 'afternoon' : 'evening'
}

const named = (word: string): Part =>
  parts.find((each) => ways[each].test(word)) ?? around(Number.parseInt(word, 10))

/** The part of a day at the end of what was said, and the day before it; without accents or capitals. */
export const readPart = (said: string): { readonly day: string; readonly part: Part } | undefined => {
  const [, now] = today.exec(said) ?? []
  if (now) return { day: "aujourd'hui", part: named(now) }
  const [, day, word] = after.exec(said) ?? []
  return day && word ? { day, part: named(word) } : undefined
}

/** From the first instant on, up to the last one; the whole days where no part was said. */
export const boundsOf = (
  { from, to, part }: { readonly from: Day; readonly to: Day; readonly part?: Part },
  zone: Zone,
): { readonly from: Instant; readonly to: Instant } => {
  const within = part === undefined ? {} : hours[part]
  return {
    from: within.from === undefined ? startOfDay(from, zone) : instantAt(from, within.from, zone),
    to: within.to === undefined ? startOfDay(plusDays(to, 1), zone) : instantAt(to, within.to, zone),
  }
}
