import { metresBetween } from '../../domain/territory/distance.ts'
import type { Point, Precision } from '../../domain/territory/model.ts'
import type { Sources } from './sources.ts'

/** What is known of a commune or a municipal arrondissement before it has a point. */
export interface Located {
  readonly code: string
  readonly name: string
  readonly department: string
  readonly postalCodes: readonly string[]
  /** Names that GeoNames may still use: its own, and that of the former commune whose code it kept. */
  readonly names: readonly string[]
}

export interface Placed {
  readonly point: Point
  readonly precision: Precision
}

export const grouped = <Item>(
  items: readonly Item[],
  keysOf: (item: Item) => readonly string[],
): Map<string, Item[]> => {
  const groups = new Map<string, Item[]>()
  for (const item of items)
    for (const key of keysOf(item)) {
      const group = groups.get(key)
      if (group) group.push(item)
      else groups.set(key, [item])
    }
  return groups
}

type Circle = readonly Located[]

/** Those around a commune, the closest first: by postal code, by union of communes, by department. */
export const circlesOf = (
  communes: readonly Located[],
  unions: Sources['unions'],
): ((commune: Located) => Iterable<Circle>) => {
  const unionOf = new Map<string, string>()
  unions.forEach(({ membres }, at) => membres.forEach(({ code }) => unionOf.set(code, `union ${at}`)))
  const keysOf = ({ code, department, postalCodes }: Located): readonly (readonly string[])[] => [
    postalCodes,
    [unionOf.get(code) ?? `alone ${code}`],
    [`department ${department}`],
  ]
  const members = grouped(communes, (commune) => keysOf(commune).flat())
  return function* (commune) {
    for (const keys of keysOf(commune)) {
      const around = new Set(keys.flatMap((key) => members.get(key) ?? []))
      around.delete(commune)
      yield [...around]
    }
  }
}

const pointsOf = (communes: Circle, known: ReadonlyMap<string, Placed>): readonly Point[] =>
  communes.flatMap(({ code }) => known.get(code)?.point ?? [])

const mean = (points: readonly Point[]): Point => {
  const sum = (of: (point: Point) => number): number => points.reduce((all, point) => all + of(point), 0)
  return { lat: sum(({ lat }) => lat) / points.length, lon: sum(({ lon }) => lon) / points.length }
}

/** The mean of the known points of the closest circle that has any. */
export const guessFrom = (
  circles: Iterable<Circle>,
  known: ReadonlyMap<string, Placed>,
): Point | undefined => {
  for (const circle of circles) {
    const points = pointsOf(circle, known)
    if (points.length > 0) return mean(points)
  }
  return undefined
}

/** GeoNames gives a few communes the place of a namesake: in Europe, neighbours are never all that far. */
export const isFarFromNeighbours = (
  { code }: Located,
  [postal = [], union = []]: Iterable<Circle>,
  known: ReadonlyMap<string, Placed>,
): boolean => {
  const own = known.get(code)
  if (!own || code >= '97') return false
  const neighbours = pointsOf([...postal, ...union], known)
  return neighbours.length > 0 && neighbours.every((point) => metresBetween(point, own.point) > 20_000)
}
