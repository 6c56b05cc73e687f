import { tolerance } from './closeness.ts'
import type { Entry, Keep, Lexicon, Near } from './lexicon.ts'
import type { Commune, Department } from './model.ts'
import { keyOf } from './words.ts'

/** Steps from the surest to the vaguest; each gives nothing or the names that fit. */
export interface Finding {
  /** The same words: `l ain` is not Lain. */
  strictly(words: string, keep?: Keep): readonly Entry[]
  exactly(words: string, keep?: Keep): readonly Entry[]
  loosely(words: string, keep?: Keep): readonly Entry[]
  opening(words: string, keep?: Keep): readonly Entry[]
  guesses(words: string, keep?: Keep): readonly Entry[]
  /** Communes whose names come closest, when nothing fits. */
  nearly(words: string): readonly Commune[]
}

const always: Keep = () => true

const mostProposed = 25

const isAbroad = ({ areas }: Entry): boolean => areas.every(({ code }) => code.startsWith('99-'))

/** A thousand times more people are worth one typo more; no region weighs more than a city, and a place abroad is not guessed at first. */
const cost = (entry: Entry, edits: number): number =>
  edits + (isAbroad(entry) ? 1 : 0) - 0.35 * Math.log10(Math.min(Math.max(entry.weight, 1), 500_000) / 1_000)

/** What somebody who typed no number may have meant: no arrondissement, nor several departments at once. */
const plausible =
  (words: string, keep: Keep): Keep =>
  (entry) =>
    entry.areas.length === 1 && (/\d/.test(words) || !/\d/.test(entry.words)) && keep(entry)

/** Three typos are believed of a town, two of a village. */
const mostBelieved = 2.5

/** Of names that were guessed, those that are about as likely as the best. */
const likely = (near: readonly Near[]): readonly Entry[] => {
  const priced = near
    .map(({ entry, edits }) => ({ entry, price: cost(entry, edits) }))
    .filter(({ price }) => price <= mostBelieved)
    .toSorted((one, other) => one.price - other.price)
  const best = priced[0]?.price ?? 0
  return priced.filter(({ price }) => price <= best + 0.5).map(({ entry }) => entry)
}

const people = (entries: readonly Entry[]): number =>
  entries.reduce((most, { weight }) => Math.max(most, weight), 0)

export const createFinding = (lexicon: Lexicon): Finding => {
  /** Everywhere called that, not only where most people are. */
  const namesakes = (entries: readonly Entry[], keep: Keep): readonly Entry[] => [
    ...new Set(entries.flatMap(({ words }) => lexicon.exactly(words)).filter(keep)),
  ]

  /** `Boulogne` is a village, but most people who say so mean Boulogne-Billancourt or Boulogne-sur-Mer. */
  const withProminent = (words: string, found: readonly Entry[], keep: Keep): readonly Entry[] => {
    if (found.length === 0 || found.some(({ is }) => is === 'wide')) return found
    const least = Math.max(10_000, 5 * people(found))
    return [...lexicon.opening(words, 5, keep).filter(({ weight }) => weight >= least), ...found]
  }

  return {
    strictly: (words, keep = always) => {
      const same = lexicon.exactly(words).filter((entry) => entry.words === words && keep(entry))
      return withProminent(words, same, keep)
    },
    exactly: (words, keep = always) => withProminent(words, lexicon.exactly(words).filter(keep), keep),
    loosely: (words, keep = always) => withProminent(words, lexicon.loosely(words).filter(keep), keep),
    opening: (words, keep = always) => {
      const found = lexicon.opening(words, mostProposed, keep)
      return found.filter(({ weight }) => weight * 50 >= people(found))
    },
    guesses: (words, keep = always) => {
      const key = keyOf(words)
      if (!/[a-z]{3}/.test(key)) return []
      const near = lexicon.near(words, tolerance(key.length), plausible(words, keep))
      const begun = lexicon
        .starting(words, mostProposed, plausible(words, keep))
        .map((entry) => ({ entry, edits: 1 }))
      return namesakes(likely([...near, ...begun]).slice(0, mostProposed), keep)
    },
    nearly: (words) => {
      const key = keyOf(words)
      if (!/[a-z]{3}/.test(key)) return []
      const near = lexicon
        .near(words, Math.min(tolerance(key.length) + 1, 3), ({ is }) => is !== 'wide')
        .toSorted((one, other) => cost(one.entry, one.edits) - cost(other.entry, other.edits))
      return near.slice(0, 5).flatMap(({ entry }) => entry.areas.filter((area) => area.is === 'commune'))
    },
  }
}

/** The island is a thousand times more than the village of the same name: nobody means the village without saying where. */
export const withoutEclipsed = (entries: readonly Entry[]): readonly Entry[] => {
  const wide = entries.filter(({ is }) => is === 'wide')
  const others = entries.filter(({ is }) => is === 'commune')
  return wide.length > 0 && people(wide) >= 100 * people(others) ? wide : entries
}

const kinds: readonly Entry['is'][] = ['wide', 'commune', 'former']

/** The widest first, then communes of today by population, then those that absorbed what was asked for. */
export const placesOf = (entries: readonly Entry[]): readonly (Commune | Department)[] => {
  const byWeight = entries.toSorted((one, other) => other.weight - one.weight)
  const sorted = kinds.flatMap((kind) => byWeight.filter(({ is }) => is === kind))
  const places = new Map<string, Commune | Department>()
  for (const area of sorted.flatMap(({ areas }) => areas))
    if (!places.has(area.code)) places.set(area.code, area)
  return [...places.values()]
}
