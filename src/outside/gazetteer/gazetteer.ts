import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { Atlas, Former } from '../../domain/territory/atlas.ts'
import { createGazetteerOf } from '../../domain/territory/gazetteer.ts'
import type { CommuneCode, Point } from '../../domain/territory/model.ts'
import type { Gazetteer } from '../../domain/territory/ports.ts'
import type { Columns } from './columns.ts'
import { gazetteerFile } from './file.ts'

const formerOf = (columns: Columns): readonly Former[] => {
  const of = columns.formerOf.split(' ')
  const codes = columns.formerCodes.split(' ')
  return columns.formerNames
    .split('\n')
    .map((name, row) => ({ name, of: (of[row] ?? '') as CommuneCode, code: codes[row] ?? '' }))
}

const readAtlas = (): Atlas => {
  const columns = JSON.parse(gunzipSync(readFileSync(gazetteerFile())).toString()) as Columns
  const { populations, latitudes, longitudes, exact } = columns
  return {
    codes: columns.codes.split(' '),
    names: columns.names.split('\n'),
    departments: columns.departments.split(' '),
    postalCodes: columns.postalCodes.split('\n'),
    populations,
    latitudes,
    longitudes,
    exact,
    former: formerOf(columns),
  }
}

/** True centres take the place of the points of the file. */
const centred = (atlas: Atlas, centres: ReadonlyMap<string, Point>): Atlas => {
  const of = atlas.codes.map((code) => centres.get(code))
  return {
    ...atlas,
    latitudes: of.map((centre, row) => centre?.lat ?? atlas.latitudes[row] ?? null),
    longitudes: of.map((centre, row) => centre?.lon ?? atlas.longitudes[row] ?? null),
    exact: of.map((centre, row) => (centre ? '1' : (atlas.exact[row] ?? '0'))).join(''),
  }
}

interface Needs {
  /** From `fetchCentres`: they take the place of the points of the file, and are exact. */
  readonly centres?: ReadonlyMap<string, Point>
}

/** The territory from the committed file; throws when that file is missing or broken. Make one, and keep it. */
export const createGazetteer = ({ centres }: Needs = {}): Gazetteer =>
  createGazetteerOf(centres ? centred(readAtlas(), centres) : readAtlas())
