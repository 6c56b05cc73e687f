import { editsBetween, lettersOf, mayBeWithin } from './closeness.ts'
import type { Commune, Department } from './model.ts'
import { keyOf, looseKeyOf } from './words.ts'

/** A name, and what it names. */
export interface Entry {
  /** `wide`: a department, a region, a country. `former`: a commune that is now part of another. */
  readonly is: 'wide' | 'commune' | 'former'
  /** Folded and in full, with spaces between. */
  readonly words: string
  readonly areas: readonly (Commune | Department)[]
  /** How likely somebody is to mean it: about its population. */
  readonly weight: number
}

/** Names by row, the heaviest first. */
export interface Names {
  readonly words: readonly string[]
  readonly entry: (row: number) => Entry | undefined
}

export interface Near {
  readonly entry: Entry
  readonly edits: number
}

export type Keep = (entry: Entry) => boolean

/** Names by their words, which are folded, in full, with spaces between. All look-ups give the heaviest first. */
export interface Lexicon {
  exactly(words: string): readonly Entry[]
  /** With the same words that matter, whatever the articles and prepositions. */
  loosely(words: string): readonly Entry[]
  /** Names that begin with these whole words and go on. */
  opening(words: string, most: number, keep?: Keep): readonly Entry[]
  /** Names that begin with these letters. */
  starting(words: string, most: number, keep?: Keep): readonly Entry[]
  /** Names with a later word that begins with these letters. */
  inside(words: string, most: number, keep?: Keep): readonly Entry[]
  /** Names at most so many edits away. */
  near(words: string, edits: number, keep?: Keep): readonly Near[]
}

const always: Keep = () => true

/** Rows by a key that several may share: each row of a key tells the next. */
const indexed = (keys: readonly string[]) => {
  const first = new Map<string, number>()
  const next = new Int32Array(keys.length).fill(-1)
  for (let row = keys.length - 1; row >= 0; row--) {
    const key = keys[row] ?? ''
    next[row] = first.get(key) ?? -1
    first.set(key, row)
  }
  return (key: string): readonly number[] => {
    const rows: number[] = []
    for (let row = first.get(key) ?? -1; row !== -1; row = next[row] ?? -1) rows.push(row)
    return rows
  }
}

/** All names in one string, a line each: `indexOf` then finds the heaviest of any beginning in microseconds. */
const searchable = (names: readonly string[]) => {
  const text = `\n${names.join('\n')}\n`
  const starts = new Uint32Array(names.length)
  let start = 1
  names.forEach((name, row) => {
    starts[row] = start
    start += name.length + 1
  })
  const rowOf = (offset: number): number => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return low
  }
  return function* (needle: string): Generator<number> {
    let last = -1
    for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + 1)) {
      const row = rowOf(at + 1)
      if (row !== last) yield row
      last = row
    }
  }
}

export const createLexicon = ({ words, entry }: Names): Lexicon => {
  const keys = words.map(keyOf)
  const letters = Int32Array.from(keys, lettersOf)
  const lengths = Uint8Array.from(keys, (key) => key.length)
  const exact = indexed(keys)
  const loose = indexed(words.map(looseKeyOf))
  const inWords = searchable(words)
  const inKeys = searchable(keys)

  const entries = (rows: readonly number[]): readonly Entry[] => rows.flatMap((row) => entry(row) ?? [])

  const some = (rows: Iterable<number>, most: number, keep: Keep = always): readonly Entry[] => {
    const found: Entry[] = []
    for (const row of rows) {
      const one = entry(row)
      if (one && keep(one)) found.push(one)
      if (found.length >= most) break
    }
    return found
  }

  return {
    exactly: (asked) => entries(exact(keyOf(asked))),
    loosely: (asked) => entries(loose(looseKeyOf(asked))),
    opening: (asked, most, keep) => some(inWords(`\n${asked} `), most, keep),
    starting: (asked, most, keep) => some(inKeys(`\n${keyOf(asked)}`), most, keep),
    inside: (asked, most, keep) => some(inWords(` ${asked}`), most, keep),
    near: (asked, edits, keep = always) => {
      const key = keyOf(asked)
      const own = lettersOf(key)
      const found: Near[] = []
      for (let row = 0; row < keys.length; row++) {
        if (Math.abs((lengths[row] ?? 0) - key.length) > edits) continue
        if (!mayBeWithin(own, letters[row] ?? 0, edits)) continue
        const between = editsBetween(key, keys[row] ?? '', edits)
        const one = between <= edits ? entry(row) : undefined
        if (one && keep(one)) found.push({ entry: one, edits: between })
      }
      return found
    },
  }
}
