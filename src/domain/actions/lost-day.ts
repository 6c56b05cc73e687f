import { months, readWhen } from './when.ts'
import { weekdays } from '../dates/vocabulary.ts'

const before = [
  `(?:avant[- ]?)?hier(?: (?:matin|midi|soir|apres[- ]midi))?`,
  `(?:le )?(?:${weekdays.join('|')}|mois|week[- ]?end|we) dernier`,
  `(?:la )?semaine derniere`,
]
const weekdayBefore = `(?:(?:${weekdays.join('|')}) )?`
/** Slashes alone: `75-93` and `99-04` are places to whoever writes them. */
const numbers = String.raw`${weekdayBefore}(?:le )?[0-3]?\d/\d{1,2}(?:/(?:\d{4}|\d{2}))?`
const named = String.raw`${weekdayBefore}(?:le )?[0-3]?\d(?:er)? (?:${months.map((each) => each.source.slice(1, -1)).join('|')})`

/** Without accents and as long as before, so that what is found has its place in both. */
const unaccented = (text: string): string =>
  Array.from(text, (each) => each.normalize('NFD').slice(0, each.length)).join('')

const lost = new RegExp(
  String.raw`(?<=^|\s)(?:${[...before, numbers, named].join('|')})(?=$|\s|[,.!?])`,
  'iu',
)

/** A day that is over whenever it is said, or in no calendar, where people ask for days to come. */
export const spotLostDay = (
  sentence: string,
): { readonly value: string; readonly rest: string } | undefined => {
  const said = sentence.normalize('NFC')
  const found = lost.exec(unaccented(said))
  if (!found) return undefined
  const end = found.index + found[0].length
  const value = said.slice(found.index, end)
  if (readWhen(value)) return undefined
  const rest = said.slice(0, found.index) + said.slice(end)
  return {
    value,
    rest: rest.replaceAll(/\s+/g, ' ').replaceAll(/^[\s,.!?]+|[\s,.!?]+$/g, ''),
  }
}
