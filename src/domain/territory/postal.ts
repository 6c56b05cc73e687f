import { isCity } from './arrondissements.ts'
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

const nextLower = (sorted: readonly string[], code: string): string | undefined =>
  sorted.findLast((one) => one <= code)

/** From communes that come the most populated first. */
export const createPostalCodes = (communes: readonly Commune[]): PostalCodes => {
  const byCode = new Map<string, Commune[]>()
  const largest = new Map<string, Commune>()
  for (const commune of communes) {
    if (!largest.has(commune.department)) largest.set(commune.department, commune)
    if (isCity(commune.code)) continue
    for (const code of commune.postalCodes) {
      const same = byCode.get(code)
      if (same) same.push(commune)
      else byCode.set(code, [commune])
    }
  }
  const codes = [...byCode.keys()].toSorted()

  return {
    communesOf: (postalCode) => byCode.get(postalCode) ?? [],
    largest: (most) => communes.slice(0, most),
    starting: (digits, most) => {
      const fitting = codes
        .filter((code) => code.startsWith(digits))
        .flatMap((code) => byCode.get(code) ?? [])
      return [...new Set(fitting)].toSorted(byPopulation).slice(0, most)
    },
    around: (postalCode, department) => {
      const capital = largest.get(department)
      if (department === '75') return capital ? [capital] : []
      const lower = nextLower(codes, postalCode) ?? ''
      const near = (byCode.get(lower) ?? [])
        .filter((commune) => commune.department === department)
        .slice(0, 3)
      const all = capital === undefined || near.includes(capital) ? near : [...near, capital]
      return all.toSorted(byPopulation)
    },
  }
}
