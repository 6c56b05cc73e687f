import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { isZone } from '../../../src/base/zones.ts'
import { constituencies } from '../../../src/domain/territory/abroad.ts'
import { countries } from '../../../src/domain/territory/countries.ts'
import { departmentOfPrefix, frenchDepartments } from '../../../src/domain/territory/departments.ts'
import { regions } from '../../../src/domain/territory/regions.ts'
import { wordsOf } from '../../../src/domain/territory/words.ts'
import type { CodedCommune } from '../../../src/outside/gazetteer/sources.ts'

const { resolve } = createRequire(import.meta.url)

const read = (name: string): unknown =>
  JSON.parse(readFileSync(resolve(`@etalab/decoupage-administratif/data/${name}.json`), 'utf8'))

const departements = read('departements') as readonly {
  readonly code: string
  readonly nom: string
  readonly region: string
}[]

const folded = (name: string): string => wordsOf(name).join(' ')

describe('the departments', () => {
  const all = frenchDepartments()

  it('are those of the geographic code, by the same names', () => {
    const ours = all.map(({ code, name }) => `${code} ${folded(name)}`)
    const theirs = departements.map(({ code, nom }) => `${code} ${folded(nom)}`)
    expect(ours.toSorted()).toEqual(theirs.toSorted())
  })

  it('are said with the right small words', () => {
    const kinds: readonly (readonly [within: RegExp, name: RegExp])[] = [
      [/^dans l’[AEHIOUYÎÉ]/, /^(?!.*-et-)[AEHIOUYÎÉ]/],
      [/^dans le [^AEIOUYÎÉ]/, /^[^AEIOUYÎÉ]/],
      [/^dans la [^AEIOUYÎÉ]/, /^[^AEIOUYÎÉ]/],
      [/^dans les .*s\b/, /s\b/],
      [/^en [A-ZÎÉ]/, /./],
      [/^à [A-Z]/, /^(Paris|La Réunion|Mayotte|Saint-|Wallis|Île de Clipperton)/],
    ]
    const wrong = all.filter(
      ({ within, name }) => !kinds.some(([start, end]) => start.test(within) && end.test(name)),
    )
    expect(wrong).toEqual([])
    const unlike = all.filter(({ within, name, code }) => !within.endsWith(name) && code !== '989')
    expect(unlike).toEqual([])
    expect(all.filter(({ within, name }) => /'/.test(within + name))).toEqual([])
  })

  it('whose names have « et » inside are said with « en », but for the islands', () => {
    const joined = all.filter(({ name }) => name.includes('-et-') && !/^(Saint-Pierre|Wallis)/.test(name))
    expect(joined).not.toEqual([])
    expect(joined.filter(({ within }) => !within.startsWith('en '))).toEqual([])
  })

  it('are where most of the postal codes that begin like them are', () => {
    const strays = (read('communes') as readonly CodedCommune[])
      .filter(({ type }) => type === 'commune-actuelle')
      .flatMap(({ code: own, departement = own.slice(0, 3), codesPostaux = [] }) =>
        codesPostaux.filter((code) => departmentOfPrefix(code) !== departement),
      )
    // Seventeen are known to be delivered from the department next door; Clipperton's begins like no department.
    expect(new Set(strays).size).toBeLessThanOrEqual(18)
    expect(departmentOfPrefix('20199')).toBe('2A')
    expect(departmentOfPrefix('20200')).toBe('2B')
  })
})

describe('the regions', () => {
  it('hold the departments that the geographic code says', () => {
    const theirs = new Map<string, string[]>()
    for (const { code, region } of departements) theirs.set(region, [...(theirs.get(region) ?? []), code])
    const ours = new Set(regions().map(({ codes }) => codes.toSorted().join(' ')))
    const missing = [...theirs.values()]
      .map((codes) => codes.toSorted().join(' '))
      .filter((codes) => codes.includes(' ') && !ours.has(codes))
    expect(missing).toEqual([])
  })

  it('hold only departments that exist, under names that are folded', () => {
    const known = new Set<string>(frenchDepartments().map(({ code }) => code))
    expect(regions().filter(({ codes }) => codes.some((code) => !known.has(code)))).toEqual([])
    expect(regions().filter(({ name }) => folded(name) !== name)).toEqual([])
  })
})

const beginning = (name: string): string => folded(name).replaceAll(' ', '').slice(0, 4)

describe('the countries', () => {
  const all = countries()

  it('each belong to one constituency that exists', () => {
    const known = new Set<string>(constituencies().map(({ code }) => code))
    expect(all.filter(({ constituency }) => !known.has(constituency))).toEqual([])
    expect(new Set(all.map(({ iso }) => iso)).size).toBe(all.length)
  })

  it('are in a zone that this Node knows', () => {
    expect(all.filter(({ zone }) => !isZone(zone))).toEqual([])
    expect(constituencies().filter(({ zone }) => !isZone(zone))).toEqual([])
  })

  it('are called by the French name of their code', () => {
    const names = new Intl.DisplayNames('fr', { type: 'region' })
    const odd = all
      .filter(({ iso, names: ours }) => !ours.map(beginning).includes(beginning(names.of(iso) ?? '')))
      .map(({ iso }) => iso)
    // Intl says « État de la Cité du Vatican », « R.A.S. chinoise de Hong Kong », « R.A.S. chinoise de Macao ».
    expect(odd.toSorted()).toEqual(['HK', 'MO', 'VA'])
  })
})
