import { constituencies, everywhereAbroad } from './abroad.ts'
import { isCity } from './arrondissements.ts'
import type { Atlas } from './atlas.ts'
import { countries } from './countries.ts'
import { frenchDepartments } from './departments.ts'
import type { Department } from './model.ts'
import { regions } from './regions.ts'

/** A name for one department or several, a country's included. */
export interface Wide {
  readonly name: string
  readonly areas: readonly Department[]
  readonly weight: number
}

/** Sorted as people list them. */
export const allDepartments = (): readonly Department[] => [...frenchDepartments(), ...constituencies()]

/** Departments of one commune, whose name then means the commune: it has a point, and people look for what is near. */
const oneCommune = new Set<string>(['75', '977', '978'])

/** As heavy as a town: a name that a village shares with a country means the country. */
const abroadWeight = 20_000

/** `01` is also called `1`, and `99-04` `99 4`. */
const codeNames = ({ code }: Department): readonly string[] => {
  if (code.startsWith('0')) return [code, code.slice(1)]
  return code.startsWith('99-0') ? [code, `99 ${code.slice(4)}`] : [code]
}

const peopleOf = (atlas: Atlas): ReadonlyMap<string, number> => {
  const people = new Map<string, number>()
  atlas.populations.forEach((population, row) => {
    const department = atlas.departments[row] ?? ''
    // A city's arrondissements count already.
    if (!isCity(atlas.codes[row] ?? '')) people.set(department, (people.get(department) ?? 0) + population)
  })
  return people
}

export const wideNames = (departments: readonly Department[], atlas: Atlas): readonly Wide[] => {
  const byCode = new Map<string, Department>(departments.map((department) => [department.code, department]))
  const people = peopleOf(atlas)
  const wide = (name: string, areas: readonly Department[]): Wide => ({
    name,
    areas,
    weight: areas.reduce((sum, { code }) => sum + (people.get(code) ?? abroadWeight), 0),
  })
  const coded = (name: string, codes: readonly string[]): Wide =>
    wide(
      name,
      codes.flatMap((code) => byCode.get(code) ?? []),
    )
  const everywhere = departments.filter(({ code }) => code.startsWith('99-'))
  return [
    ...departments.flatMap((department) => {
      const names = oneCommune.has(department.code) ? [] : [department.name]
      return [...names, ...codeNames(department)].map((name) => wide(name, [department]))
    }),
    ...regions().map(({ name, codes }) => coded(name, codes)),
    ...countries().flatMap(({ names, constituency }) => names.map((name) => coded(name, [constituency]))),
    ...everywhereAbroad.map((name) => wide(name, everywhere)),
  ]
}
