import { paris, type Zone } from '../../base/zones.ts'
import { createAbroad } from './abroad.ts'
import type { Atlas } from './atlas.ts'
import { createCommunes } from './communes.ts'
import { departmentOfPrefix, territoryOf } from './departments.ts'
import { zoneApart } from './islands.ts'
import { createLexicon } from './lexicon.ts'
import type { Commune, Department, DepartmentCode } from './model.ts'
import { namesOf } from './names.ts'
import { createNearest } from './nearest.ts'
import type { Gazetteer } from './ports.ts'
import { createPostalCodes, type PostalCodes } from './postal.ts'
import { createSearch } from './search.ts'
import { createSuggesting } from './suggesting.ts'
import { allDepartments, wideNames } from './wide.ts'
import { wordsOf } from './words.ts'

const homeOf = (postalCodes: PostalCodes, postalCode: string, city = ''): DepartmentCode | undefined => {
  const communes = postalCodes.communesOf(postalCode)
  const key = wordsOf(city).join('')
  const named = communes.filter(({ name }) => wordsOf(name).join('') === key)
  const departments = new Set((named.length > 0 ? named : communes).map(({ department }) => department))
  if (departments.size > 1) return undefined
  const [only] = departments
  return only ?? (/^\d{5}$/.test(postalCode) ? (departmentOfPrefix(postalCode) as DepartmentCode) : undefined)
}

/**
 * What a text means, from the surest to the vaguest: exact name, arrondissement, name without its small words, name with a
 * department (`Montreuil 93`), beginning of a name, typo. « Paris » alone is the commune, since it has a point and
 * distances are what people look for; « 75 » is the department. A name that several places have gives them all, departments
 * first, then by population; a department a hundred times more populated than its namesakes (« La Réunion ») comes alone.
 */
export const createGazetteerOf = (atlas: Atlas): Gazetteer => {
  const departments = allDepartments()
  const byCode = new Map<string, Department>(departments.map((one) => [one.code, one]))
  const department = (code: string): Department | undefined => byCode.get(code.toUpperCase())
  const communes = createCommunes(atlas)
  const commune = (code: string): Commune | undefined => communes.coded(code)
  const lexicon = createLexicon(namesOf(atlas, communes, wideNames(departments, atlas)))
  const postalCodes = createPostalCodes(atlas, communes)
  const find = createSearch({ lexicon, postalCodes, commune, department })
  const abroad = createAbroad()

  const zoneOf = (code: DepartmentCode | undefined, country = ''): Zone => {
    const foreign = abroad.country(country)?.zone as Zone | undefined
    // A constituency spans continents: the country, when known, says more.
    if (code?.startsWith('99-') && foreign) return foreign
    const home = code ?? territoryOf(country)
    return (home === undefined ? undefined : department(home)?.zone) ?? foreign ?? paris
  }

  return {
    find,
    suggest: createSuggesting({ lexicon, postalCodes, find }),
    commune,
    department,
    departments: () => departments,
    nearest: createNearest(atlas, communes),
    zoneOf,
    zoneAt: ({ code, department: of }) => zoneApart(code) ?? zoneOf(of),
    abroad: (country) => department(abroad.country(country)?.constituency ?? ''),
    departmentOf: (postalCode, city) => homeOf(postalCodes, postalCode.replaceAll(' ', ''), city),
    communesOf: (postalCode) => postalCodes.communesOf(postalCode.replaceAll(' ', '')),
  }
}
