import { hour, later, minute, type Instant } from '../../base/clock.ts'
import { clip } from '../../base/text.ts'
import { dayOf, plusDays, startOfDay, type Day, type Zone } from '../../base/zones.ts'
import { NotClear } from '../dates/model.ts'
import { slotsOf } from '../dates/resolve.ts'
import { scan } from '../dates/scan.ts'
import { readTimes } from '../dates/times.ts'
import { Refusal } from '../refusal.ts'
import { longestNeed, mostNeeds, mostWanted, type Need } from './model.ts'

interface During {
  readonly start: Instant
  readonly end: Instant
  readonly zone: Zone
}

type Hours = Pick<Required<Need>, 'start' | 'end'>

/** For setting up and putting away. */
const beside = hour

const touches = ({ start, end }: Hours, action: Hours): boolean =>
  end >= later(action.start, -beside) && start <= later(action.end, beside)

const onDay = (
  words: string,
  { start, end, zone }: During,
): { readonly rest: string; readonly span?: Hours } => {
  const sentence = scan(words)
  try {
    const times = readTimes(sentence)
    const [slot] = slotsOf(times)
    if (!slot || !times.to) return { rest: words }
    const first = dayOf(start, zone)
    const on = (day: Day): Hours => {
      const begins = later(startOfDay(day, zone), slot.minute * minute)
      return { start: begins, end: later(begins, (slot.lasts ?? 0) * minute) }
    }
    // After midnight is the day after.
    const spans = [first, plusDays(first, 1)].map(on)
    return { rest: sentence.rest(), span: spans.find((span) => touches(span, { start, end })) ?? on(first) }
  } catch (error) {
    if (error instanceof NotClear) return { rest: words }
    throw error
  }
}

/** « 2 personnes au stand 10h–12h », « 1 voiture », « colle »; hours are those of the action's day, or of the night that follows. */
const readNeed = (line: string, during: During): Need | undefined => {
  const { rest, span } = onDay(line, during)
  const [, count, words] = /^(\d{1,2})\s+(.*)$/u.exec(rest.trim()) ?? [undefined, '1', rest.trim()]
  const wanted = Number(count)
  if (words === undefined || words === '' || wanted < 1 || wanted > mostWanted) return undefined
  if (span && !touches(span, during))
    throw new Refusal('need-outside', { words: line, ...span, action: during })
  return { words: clip(words, longestNeed), wanted, ...span }
}

/** One a line, or between commas. Refuses hours that have nothing to do with the action. */
export const readNeeds = (text: string, during: During): readonly Need[] =>
  text
    .split(/[\n,;]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .flatMap((line) => readNeed(line, during) ?? [])
    .slice(0, mostNeeds)
