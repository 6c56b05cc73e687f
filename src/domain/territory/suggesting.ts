import type { Entry, Lexicon } from './lexicon.ts'
import type { Commune, Department, Found } from './model.ts'
import type { PostalCodes } from './postal.ts'
import { longestName } from './reading.ts'
import { typedWordsOf } from './words.ts'

type Place = Commune | Department

interface Needs {
  readonly lexicon: Lexicon
  readonly postalCodes: PostalCodes
  readonly find: (text: string) => Found
}

const areasOf = (found: Found): readonly Place[] => {
  switch (found.is) {
    case 'one':
      return [found.area]
    case 'several':
      return found.areas
    case 'none':
      return found.nearly
  }
}

const heaviestFirst = (one: Entry, other: Entry): number => other.weight - one.weight

/** What somebody who is typing may have in mind: one place, not all those of a region. */
const isOne = ({ areas }: Entry): boolean => areas.length === 1

/** Exact names first; but a village (« Mont ») after the three largest places that begin like it. */
const withExact = (exact: readonly Entry[], begun: readonly Entry[]): readonly Entry[] => {
  const light = (begun[0]?.weight ?? 0) > 10 * (exact[0]?.weight ?? 0)
  return light ? [...begun.slice(0, 3), ...exact, ...begun] : [...exact, ...begun]
}

const some = (ways: readonly string[], search: (words: string) => readonly Entry[]): readonly Entry[] =>
  ways.flatMap(search).toSorted(heaviestFirst)

/** What is called so or begins so, then what has a word that begins so; failing that, what it may mean. */
export const createSuggesting =
  ({ lexicon, postalCodes, find }: Needs) =>
  (typed: string, most: number): readonly Place[] => {
    if (typed.length > longestName || most <= 0) return []
    const ways = typedWordsOf(typed).map((words) => words.join(' '))
    if (ways[0] === '') return typed.trim() === '' ? postalCodes.largest(most) : []
    const digits = /^[\d ]+$/.test(typed.trim()) ? typed.replaceAll(' ', '') : ''

    const places = new Map<string, Place>()
    const sources: readonly (() => readonly Place[])[] = [
      () => {
        const begun = some(ways, (words) => lexicon.starting(words, most, isOne))
        const exact = some(ways, (words) => lexicon.exactly(words))
        return withExact(exact, begun).flatMap(({ areas }) => areas)
      },
      () => (digits === '' ? [] : postalCodes.starting(digits, most)),
      () => some(ways, (words) => lexicon.inside(words, most, isOne)).flatMap(({ areas }) => areas),
      () => (places.size === 0 ? areasOf(find(typed)) : []),
    ]
    for (const source of sources) {
      if (places.size >= most) break
      for (const place of source()) if (!places.has(place.code)) places.set(place.code, place)
    }
    return [...places.values()].slice(0, most)
  }
