import { editsBetween } from '../territory/closeness.ts'
import type { Unclear } from './model.ts'
import { weekdays } from './vocabulary.ts'

const dateWords = [
  ...weekdays,
  'janvier', 'fevrier', 'avril', 'juillet', 'septembre', 'octobre', 'novembre', 'decembre',
  'demain', 'aujourdhui', 'prochain',
] // prettier-ignore

/** Real words that are close to one of these. */
const innocent = new Set([
  'avis',
  'avoir',
  'romain',
  'germain',
  'lundis',
  'mande',
  'demande',
  'main',
  'prochaine',
  'prochains',
])

const fold = (word: string): string =>
  word
    .normalize('NFD')
    .replaceAll(/[\p{M}'’-]/gu, '')
    .toLowerCase()

/** A word that was certainly meant to be one of a date. */
export const typoIn = (rest: string): Extract<Unclear, { why: 'typo' }> | undefined => {
  for (const word of rest.split(/[\s,;.:()]+/)) {
    const plain = fold(word)
    if (plain.length < 4 || plain.length > 14 || innocent.has(plain)) continue
    const most = plain.length < 8 ? 1 : 2
    const meant = dateWords.find(
      (each) =>
        Math.abs(each.length - plain.length) <= most &&
        (each[0] === plain[0] || (plain.length > 4 && each.endsWith(plain))) &&
        editsBetween(plain, each, most) <= most &&
        plain !== each &&
        plain !== `${each}s`,
    )
    if (meant !== undefined) return { why: 'typo', word, meant }
  }
  return undefined
}
