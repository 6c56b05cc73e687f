import { isCity } from './arrondissements.ts'
import type { Atlas } from './atlas.ts'
import type { Communes } from './communes.ts'
import type { Commune } from './model.ts'

export interface PostalCodes {
  /** The most populated first; of Paris, Lyon and Marseille, the arrondissements. */
  communesOf(postalCode: string): readonly Commune[]
  /** The most populated of all. */
  largest(most: number): readonly Commune[]
  /** The most populated of those whose code begins like that. */
  starting(digits: string, most: number): readonly Commune[]
  /** Where a code that is nobody's may lead: the next lower code of the department, and its largest commune. */
  around(postalCode: string, department: string): readonly Commune[]
}

const byPopulation = (one: Commune, other: Commune): number => other.population - one.population

export const createPostalCodes = (atlas: Atlas, communes: Communes): PostalCodes => {
  const rows = new Map<string, number[]>()
  const capitals = new Map<string, number>()
  for (const row of communes.order) {
    const department = atlas.departments[row] ?? ''
    if (!capitals.has(department)) capitals.set(department, row)
    if (isCity(atlas.codes[row] ?? '')) continue
    for (const code of (atlas.postalCodes[row] ?? '').split(' ')) {
      const same = rows.get(code)
      if (same) same.push(row)
      else rows.set(code, [row])
    }
  }
  rows.delete('')
  const codes = [...rows.keys()].toSorted()

  const at = (found: readonly number[]): readonly Commune[] => found.flatMap((row) => communes.at(row) ?? [])
  const communesOf = (code: string): readonly Commune[] => at(rows.get(code) ?? [])

  return {
    communesOf,
    largest: (most) => at(communes.order.slice(0, most)),
    starting: (digits, most) => {
      const fitting = codes.filter((code) => code.startsWith(digits)).flatMap((code) => rows.get(code) ?? [])
      return at([...new Set(fitting)])
        .toSorted(byPopulation)
        .slice(0, most)
    },
    around: (postalCode, department) => {
      const capital = communes.at(capitals.get(department) ?? -1)
      if (department === '75') return capital ? [capital] : []
      const near = communesOf(codes.findLast((code) => code <= postalCode) ?? '')
        .filter((commune) => commune.department === department)
        .slice(0, 3)
      return capital === undefined || near.includes(capital)
        ? near
        : [...near, capital].toSorted(byPopulation)
    },
  }
}
