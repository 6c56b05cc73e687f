import type { Atlas, Former } from './atlas.ts'
import type { Communes } from './communes.ts'
import type { Entry, Names } from './lexicon.ts'
import type { Commune } from './model.ts'
import { heaviestFirst } from './order.ts'
import type { Wide } from './wide.ts'
import { eachInWords } from './words.ts'

/** What was absorbed has no population of its own: little, next to what it was absorbed by. */
const formerWeight = (commune: Commune | undefined): number =>
  Math.min(1_000, Math.floor((commune?.population ?? 0) / 10))

/** Of a mere name, nothing is said to have been so once. */
const absorbed = (commune: Commune, { name, code }: Former): Commune =>
  code === '' ? commune : { ...commune, formerly: name }

/** Everything that has a name, with what it names. An entry is made when it is first asked for. */
export const namesOf = (atlas: Atlas, communes: Communes, wide: readonly Wide[]): Names => {
  const { former } = atlas
  const words = eachInWords(
    wide
      .map(({ name }) => name)
      .concat(
        former.map(({ name }) => name),
        atlas.names,
      ),
  )
  const weights = wide
    .map(({ weight }) => weight)
    .concat(
      former.map(({ of }) => formerWeight(communes.coded(of))),
      atlas.populations,
    )
  const order = heaviestFirst(weights)

  const make = (row: number): Entry | undefined => {
    const name = { words: words[row] ?? '', weight: weights[row] ?? 0 }
    const several = wide[row]
    if (several) return { is: 'wide', areas: several.areas, ...name }
    const once = former[row - wide.length]
    const commune = once ? communes.coded(once.of) : communes.at(row - wide.length - former.length)
    if (!commune) return undefined
    return once
      ? { is: 'former', areas: [absorbed(commune, once)], ...name }
      : { is: 'commune', areas: [commune], ...name }
  }

  const made = new Map<number, Entry>()
  return {
    words: order.map((row) => words[row] ?? ''),
    entry: (at) => {
      const known = made.get(at)
      const entry = known ?? make(order[at] ?? weights.length)
      if (entry && !known) made.set(at, entry)
      return entry
    },
  }
}
