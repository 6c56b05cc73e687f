import { later, minute, type Instant } from '../../base/clock.ts'
import { clip } from '../../base/text.ts'
import { dayOf, startOfDay, type Zone } from '../../base/zones.ts'
import { NotClear } from '../dates/model.ts'
import { slotsOf } from '../dates/resolve.ts'
import { scan } from '../dates/scan.ts'
import { readTimes } from '../dates/times.ts'
import { longestNeed, mostNeeds, mostWanted, type Need } from './model.ts'

interface During {
  readonly start: Instant
  readonly zone: Zone
}

const onDay = (
  words: string,
  { start, zone }: During,
): { readonly rest: string; readonly span?: Pick<Need, 'start' | 'end'> } => {
  const sentence = scan(words)
  try {
    const times = readTimes(sentence)
    const [slot] = slotsOf(times)
    if (!slot || !times.to) return { rest: words }
    const day = startOfDay(dayOf(start, zone), zone)
    const begins = later(day, slot.minute * minute)
    return { rest: sentence.rest(), span: { start: begins, end: later(begins, (slot.lasts ?? 0) * minute) } }
  } catch (error) {
    if (error instanceof NotClear) return { rest: words }
    throw error
  }
}

/** « 2 personnes au stand 10h–12h », « 1 voiture », « colle »; hours are those of the action's day. */
const readNeed = (line: string, during: During): Need | undefined => {
  const { rest, span } = onDay(line, during)
  const [, count, words] = /^(\d{1,2})\s+(.*)$/u.exec(rest.trim()) ?? [undefined, '1', rest.trim()]
  const wanted = Number(count)
  if (words === undefined || words === '' || wanted < 1 || wanted > mostWanted) return undefined
  return { words: clip(words, longestNeed), wanted, ...span }
}

/** One a line, or between commas. */
export const readNeeds = (text: string, during: During): readonly Need[] =>
  text
    .split(/[\n,;]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .flatMap((line) => readNeed(line, during) ?? [])
    .slice(0, mostNeeds)
