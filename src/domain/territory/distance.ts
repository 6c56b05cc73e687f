import type { Point } from './model.ts'

/** What counts as near, in metres. */
export const nearby = 30_000

const earthRadius = 6_371_008.8

const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Metres along the great circle (haversine, mean Earth radius of the IUGG). */
export const metresBetween = (one: Point, other: Point): number => {
  const lat = Math.sin(radians(other.lat - one.lat) / 2) ** 2
  const lon = Math.sin(radians(other.lon - one.lon) / 2) ** 2
  const half = lat + Math.cos(radians(one.lat)) * Math.cos(radians(other.lat)) * lon
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(half)))
}
