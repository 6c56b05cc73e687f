import { countries } from './countries.ts'
import { constituencies, everywhereAbroad } from './abroad.ts'
import { isCity } from './arrondissements.ts'
import { frenchDepartments } from './departments.ts'
import type { Entry, Names } from './lexicon.ts'
import type { Commune, CommuneCode, Department } from './model.ts'
import { heaviestFirst } from './order.ts'
import { regions } from './regions.ts'
import { eachInWords } from './words.ts'

/** A commune that is part of another today. */
export interface Former {
  readonly name: string
  /** The commune of today. */
  readonly of: CommuneCode
  /** The code it had, which may be that of the commune of today; empty for a mere name. */
  readonly code: string
}

/** What the gazetteer is made from. */
export interface Atlas {
  /** The most populated first. */
  readonly communes: readonly Commune[]
  readonly former: readonly Former[]
}

/** Sorted as people list them. */
export const allDepartments = (): readonly Department[] => [...frenchDepartments(), ...constituencies()]

/** Departments of one commune, whose name then means the commune: it has a point, and people look for what is near. */
const oneCommune = new Set<string>(['75', '977', '978'])

/** As heavy as a town: a name that a village shares with a country means the country. */
const abroadWeight = 20_000

/** An entry whose name is not yet in words. */
type Named = Omit<Entry, 'words'> & { readonly name: string }

const wide = (name: string, areas: readonly Department[], weight: number): Named => ({
  is: 'wide',
  name,
  areas,
  weight,
})

/** `01` is also called `1`, and `99-04` has no dash once folded. */
const codeNames = ({ code }: Department): readonly string[] =>
  code.startsWith('0')
    ? [code, code.slice(1)]
    : code.startsWith('99-0')
      ? [code, `99 ${code.slice(4)}`]
      : [code]

const wideNames = (departments: readonly Department[], communes: readonly Commune[]): readonly Named[] => {
  const byCode = new Map<string, Department>(departments.map((department) => [department.code, department]))
  const of = (codes: readonly string[]): readonly Department[] =>
    codes.flatMap((code) => byCode.get(code) ?? [])
  const population = new Map<string, number>()
  for (const { code, department, population: people } of communes)
    // Its arrondissements count already.
    if (!isCity(code)) population.set(department, (population.get(department) ?? 0) + people)
  const weigh = (areas: readonly Department[]): number =>
    areas.reduce((sum, { code }) => sum + (population.get(code) ?? abroadWeight), 0)

  const named = departments.flatMap((department) => {
    const names = oneCommune.has(department.code) ? [] : [department.name]
    return [...names, ...codeNames(department)].map((name) => wide(name, [department], weigh([department])))
  })
  const together = regions().map(({ name, codes }) => wide(name, of(codes), weigh(of(codes))))
  const abroad = countries().flatMap(({ names, constituency }) =>
    names.map((name) => wide(name, of([constituency]), abroadWeight)),
  )
  const everywhere = departments.filter(({ code }) => code.startsWith('99-'))
  return [
    ...named,
    ...together,
    ...abroad,
    ...everywhereAbroad.map((name) => wide(name, everywhere, weigh(everywhere))),
  ]
}

const ofToday = (commune: Commune): Omit<Entry, 'words'> => ({
  is: 'commune',
  areas: [commune],
  weight: commune.population,
})

/** Of a mere name, nothing is said to have been so once. */
const absorbed = (commune: Commune, { name, code }: Former): Omit<Entry, 'words'> => ({
  is: 'former',
  areas: [code === '' ? commune : { ...commune, formerly: name }],
  weight: Math.min(1_000, Math.floor(commune.population / 10)),
})

/** Everything that has a name, with what it names. An entry is made when it is first asked for: most never are. */
export const namesOf = (atlas: Atlas, departments: readonly Department[]): Names => {
  const { communes } = atlas
  const byCode = new Map<string, Commune>(communes.map((commune) => [commune.code, commune]))
  const wideOnes = wideNames(departments, communes)
  const former = atlas.former.flatMap((one): readonly Named[] => {
    const commune = byCode.get(one.of)
    return commune ? [{ ...absorbed(commune, one), name: one.name }] : []
  })
  const others = [...wideOnes, ...former]
  const words = eachInWords([...others.map(({ name }) => name), ...communes.map(({ name }) => name)])
  const weights = [...others.map(({ weight }) => weight), ...communes.map(({ population }) => population)]
  const order = heaviestFirst(weights)
  const made = new Map<number, Entry>()
  const make = (at: number): Entry | undefined => {
    const row = order[at] ?? weights.length
    const other = others[row]
    const commune = communes[row - others.length]
    const bare = other ?? (commune && ofToday(commune))
    return bare && { is: bare.is, words: words[row] ?? '', areas: bare.areas, weight: bare.weight }
  }
  return {
    words: order.map((row) => words[row] ?? ''),
    entry: (at) => {
      const known = made.get(at)
      const entry = known ?? make(at)
      if (entry && !known) made.set(at, entry)
      return entry
    },
  }
}
