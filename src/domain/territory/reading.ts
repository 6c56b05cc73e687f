import { wordsOf } from './words.ts'

/** Words that lead up to a place without naming it. */
const leading = new Set(
  (
    'a au aux en dans vers pres autour chez de du des d l le la les ville commune mairie departement dept dpt dep region ' +
    'collectivite j je habite suis c est moi'
  ).split(' '),
)

const trailing = new Set(['france', 'ville', 'cedex'])

/** Nobody writes a place's name in more characters. */
export const longestName = 120

export interface Asked {
  /** Five digits. */
  readonly postalCode?: string
  /** The rest, folded and in full, with spaces between; never empty without a postal code. */
  readonly words: string
}

/** `93 100` and `93100`, `cedex 07` and nothing: what the post office adds. */
const postal = (words: string): Asked => {
  const text = words
    .replaceAll(/\bcedex(?: \d{1,2})?\b/g, '')
    .replaceAll(/\bfr? (?=\d{5}\b)/g, '')
    .replaceAll(/\b(\d{2}) (\d{3})\b/g, '$1$2')
    .trim()
  // A spreadsheet drops the first zero of `01000`.
  const whole = /^(?!99)\d{4}$/.test(text) ? `0${text}` : text
  const code = /\b\d{5}\b/.exec(whole)?.[0]
  return code === undefined
    ? { words: whole }
    : { postalCode: code, words: whole.replace(code, ' ').replaceAll(/ +/g, ' ').trim() }
}

/** « 24 heures », « dans 3 jours », « 20 euros »: so much of something is nowhere. */
const amount =
  /^(?:dans |pendant |depuis )?\d+ (?:h|heures?|min|minutes?|jours?|semaines?|mois|ans?|euros?|fois|personnes?)$/

/** What somebody typed, in its parts; `undefined` when there is nothing to look for in it. */
export const readAsked = (text: string): Asked | undefined => {
  if (text.length > longestName * 4) return undefined
  const asked = postal(wordsOf(text).join(' '))
  const length = asked.words.length
  if (length > longestName || amount.test(asked.words)) return undefined
  return length === 0 && asked.postalCode === undefined ? undefined : asked
}

/** The same words without those that lead up to the place: `dans le 93` gives `le 93`, then `93`. */
export const readings = (asked: string): readonly string[] => {
  const words = asked.split(' ')
  const kept = words.length > 1 && trailing.has(words.at(-1) ?? '') ? words.slice(0, -1) : words
  const all = [asked, ...(kept === words ? [] : [kept.join(' ')])]
  for (let from = 0; from < kept.length - 1 && leading.has(kept[from] ?? ''); from++)
    all.push(kept.slice(from + 1).join(' '))
  return all
}
