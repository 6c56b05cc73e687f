import { rich, type Rich } from '../../base/rich.ts'

const narrow = '\u202F'
const wide = '\u00A0'

/** The spaces that French wants, where ordinary ones were typed. */
const spaced = (words: string): string =>
  words
    .replaceAll(/ (?=[;!?])/g, narrow)
    .replaceAll(/ (?=[:»])/g, wide)
    .replaceAll('« ', `«${wide}`)
    .replaceAll(/(?<=^|\d) (?=(?:km|m|h|min|jours?)(?!\p{L}))/gu, wide)

type Piece = string | number | Rich

/** A sentence: {@link rich}, with French spaces in the words but not in what is interpolated. */
export const say = (words: TemplateStringsArray, ...pieces: readonly Piece[]): Rich =>
  rich(Object.assign(words.map(spaced), { raw: words.raw }), ...pieces)

/** The same for what has no style: labels, titles, bits of sentences. */
export const label = (words: TemplateStringsArray, ...pieces: readonly (string | number)[]): string =>
  words.map((word, at) => `${spaced(word)}${pieces[at] ?? ''}`).join('')

const rules = new Intl.PluralRules('fr')

/** French counts 0 and 1 alike. */
export const plural = <T>(count: number, one: T, other: T): T => (rules.select(count) === 'one' ? one : other)

const joined = (words: readonly string[], last: string): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`

/** `A, B et C` */
export const listed = (words: readonly string[]): string => joined(words, 'et')

/** `A, B ou C` */
export const either = (words: readonly string[]): string => joined(words, 'ou')
