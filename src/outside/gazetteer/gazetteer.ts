import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { Atlas, Former } from '../../domain/territory/atlas.ts'
import { createGazetteerOf } from '../../domain/territory/gazetteer.ts'
import type { Commune, CommuneCode, DepartmentCode, Point } from '../../domain/territory/model.ts'
import { heaviestFirst } from '../../domain/territory/order.ts'
import type { Gazetteer } from '../../domain/territory/ports.ts'
import type { Columns } from './columns.ts'
import { gazetteerFile } from './file.ts'

const communesOf = (columns: Columns, centres: ReadonlyMap<string, Point>): readonly Commune[] => {
  const codes = columns.codes.split(' ')
  const names = columns.names.split('\n')
  const departments = columns.departments.split(' ')
  const postalCodes = columns.postalCodes.split('\n')
  return heaviestFirst(columns.populations).map((row) => {
    const code = codes[row] ?? ''
    const lat = columns.latitudes[row] ?? undefined
    const lon = columns.longitudes[row] ?? undefined
    const centre = centres.get(code)
    const point = centre ?? (lat === undefined || lon === undefined ? undefined : { lat, lon })
    const postal = postalCodes[row] ?? ''
    const commune: { -readonly [Key in keyof Commune]: Commune[Key] } = {
      is: 'commune',
      code: code as CommuneCode,
      name: names[row] ?? '',
      department: (departments[row] ?? '') as DepartmentCode,
      postalCodes: postal === '' ? [] : postal.split(' '),
      population: columns.populations[row] ?? 0,
      precision: centre || columns.exact[row] === '1' ? 'exact' : 'about',
    }
    if (point) commune.point = point
    return commune
  })
}

const formerOf = (columns: Columns): readonly Former[] => {
  const of = columns.formerOf.split(' ')
  const codes = columns.formerCodes.split(' ')
  return columns.formerNames
    .split('\n')
    .map((name, row) => ({ name, of: (of[row] ?? '') as CommuneCode, code: codes[row] ?? '' }))
}

const readAtlas = (centres: ReadonlyMap<string, Point>): Atlas => {
  const columns = JSON.parse(gunzipSync(readFileSync(gazetteerFile())).toString()) as Columns
  return { communes: communesOf(columns, centres), former: formerOf(columns) }
}

interface Needs {
  /** From `fetchCentres`: they take the place of the points of the file, and are exact. */
  readonly centres?: ReadonlyMap<string, Point>
}

/** The territory from the committed file; throws when that file is missing or broken. Make one, and keep it. */
export const createGazetteer = ({ centres = new Map<string, Point>() }: Needs = {}): Gazetteer =>
  createGazetteerOf(readAtlas(centres))
