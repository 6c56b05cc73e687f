import { folded } from '../../base/text.ts'

/** How people shorten the words of a place's name. */
const inFull = new Map([
  ['st', 'saint'],
  ['ste', 'sainte'],
  ['sts', 'saints'],
  ['stes', 'saintes'],
  ['s', 'sur'],
  ['ss', 'sous'],
  ['lez', 'les'],
  ['nd', 'notre dame'],
])

const shortened = new RegExp(`\\b(?:${[...inFull.keys()].join('|')})\\b`, 'g')

const small = /\b(?:a|aux?|d|de|des|du|en|et|l|la|les?|sous|sur)\b/g

/** `s/` and `s/s`, as on envelopes. */
const unslashed = (text: string): string =>
  text.replaceAll(/\bs\s*\/\s*s\b/giu, ' sous ').replaceAll(/\bs\s*\//giu, ' sur ')

const spelled = (text: string): string =>
  (text.includes('/') ? unslashed(text) : text).replaceAll('&', ' et ')

const complete = (text: string): string => text.replaceAll(shortened, (word) => inFull.get(word) ?? word)

const split = (text: string): readonly string[] => text.split(' ').filter((word) => word !== '')

/** The words of a name, folded and in full: `St-Ouen s/ Seine` gives `saint ouen sur seine`. */
export const wordsOf = (text: string): readonly string[] => split(complete(folded(spelled(text))))

/** A letter to {@link folded}, and none in the name of a French place. */
const apart = '\u4E00'

/** What {@link wordsOf} gives for each name, joined by spaces; all at once, since that is ten times faster. */
export const eachInWords = (names: readonly string[]): readonly string[] =>
  complete(folded(spelled(names.join(apart)))).split(new RegExp(` ?${apart} ?`))

/** The same of a name that is being typed: its last word may be short for another, or only begun (`st`: saint, Strasbourg). */
export const typedWordsOf = (text: string): readonly (readonly string[])[] => {
  const words = split(folded(spelled(text)))
  const last = words.at(-1)
  const whole = split(complete(words.join(' ')))
  return last !== undefined && inFull.has(last)
    ? [whole, [...split(complete(words.slice(0, -1).join(' '))), last]]
    : [whole]
}

/** The words without their spaces: `LHay les roses` and `L’Haÿ-les-Roses` have the same key. */
export const keyOf = (words: string): string => words.replaceAll(' ', '')

/** The key of the words that matter: `Aix provence` and `Aix-en-Provence` have the same. */
export const looseKeyOf = (words: string): string => keyOf(words.replaceAll(small, '')) || keyOf(words)
