import { isCity } from './arrondissements.ts'
import type { Atlas } from './atlas.ts'
import { pointAt, type Communes } from './communes.ts'
import type { Commune, Point } from './model.ts'

const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** On the sphere of radius 1: the larger the product of two, the closer their points. */
const vector = ({ lat, lon }: Point): readonly [x: number, y: number, z: number] => {
  const parallel = Math.cos(radians(lat))
  return [parallel * Math.cos(radians(lon)), parallel * Math.sin(radians(lon)), Math.sin(radians(lat))]
}

/**
 * The commune whose point is the closest, among those whose point is exact: an approximate one is often that of the village
 * next door. In Paris, Lyon and Marseille, the arrondissement. A scan is right everywhere on the sphere, and fast enough.
 */
export const createNearest = (atlas: Atlas, communes: Communes): ((point: Point) => Commune) => {
  const rows: number[] = []
  const points: number[] = []
  atlas.codes.forEach((code, row) => {
    const point = atlas.exact[row] === '1' && !isCity(code) ? pointAt(atlas, row) : undefined
    if (!point) return
    rows.push(row)
    points.push(...vector(point))
  })
  const vectors = Float64Array.from(points)
  return (point) => {
    const [x, y, z] = vector(point)
    let closest = -Infinity
    let at = 0
    for (let next = 0; next < vectors.length; next += 3) {
      const closeness = x * (vectors[next] ?? 0) + y * (vectors[next + 1] ?? 0) + z * (vectors[next + 2] ?? 0)
      if (closeness > closest) {
        closest = closeness
        at = next / 3
      }
    }
    const nearest = communes.at(rows[at] ?? -1)
    if (!nearest) throw new Error('No commune has an exact point')
    return nearest
  }
}
