import type { Atlas } from './atlas.ts'
import type { Commune, CommuneCode, DepartmentCode, Point } from './model.ts'
import { heaviestFirst } from './order.ts'

/** The communes of an atlas; each is made when it is first asked for. */
export interface Communes {
  /** Rows of the atlas, the most populated first. */
  readonly order: readonly number[]
  at(row: number): Commune | undefined
  /** By its code, or by one that it absorbed: it then says so in `formerly`. */
  coded(code: string): Commune | undefined
}

const rowOf = (codes: readonly string[], code: string): number | undefined => {
  let low = 0
  let high = codes.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = codes[middle] ?? ''
    if (found === code) return middle
    if (found < code) low = middle + 1
    else high = middle - 1
  }
  return undefined
}

export const pointAt = ({ latitudes, longitudes }: Atlas, row: number): Point | undefined => {
  const lat = latitudes[row] ?? undefined
  const lon = longitudes[row] ?? undefined
  return lat === undefined || lon === undefined ? undefined : { lat, lon }
}

const read = (atlas: Atlas, row: number): Commune | undefined => {
  const code = atlas.codes[row]
  if (code === undefined) return undefined
  const point = pointAt(atlas, row)
  const postalCodes = atlas.postalCodes[row] ?? ''
  return {
    is: 'commune',
    code: code as CommuneCode,
    name: atlas.names[row] ?? '',
    department: (atlas.departments[row] ?? '') as DepartmentCode,
    postalCodes: postalCodes === '' ? [] : postalCodes.split(' '),
    population: atlas.populations[row] ?? 0,
    ...(point && { point }),
    precision: atlas.exact[row] === '1' ? 'exact' : 'about',
  }
}

export const createCommunes = (atlas: Atlas): Communes => {
  const made = new Map<number, Commune>()
  const former = new Map(atlas.former.map((one) => [one.code, one]))

  const at = (row: number): Commune | undefined => {
    const known = made.get(row)
    const commune = known ?? read(atlas, row)
    if (commune && !known) made.set(row, commune)
    return commune
  }

  const coded = (code: string): Commune | undefined => {
    const row = rowOf(atlas.codes, code)
    if (row !== undefined) return at(row)
    const once = code === '' ? undefined : former.get(code)
    const today = once && coded(once.of)
    return today && { ...today, formerly: once.name }
  }

  return { order: heaviestFirst(atlas.populations), at, coded }
}
