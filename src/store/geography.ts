import { and, between, isNotNull, sql, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Point } from '../domain/territory/model.ts'

interface Located {
  readonly lat: PgColumn
  readonly lon: PgColumn
}

/** Mean radius of the IUGG, in metres: the distance is that of domain/territory/distance.ts. */
const earthRadius = 6_371_008.8

const degrees = (metres: number): number => ((metres / earthRadius) * 180) / Math.PI

const number = (value: number): SQL => sql`${value}::double precision`

/** Metres along the great circle; NULL for what has no position. */
export const metresTo = ({ lat, lon }: Located, point: Point): SQL<number> => {
  const halfLat = sql`sin(radians(${lat} - ${number(point.lat)}) / 2)`
  const halfLon = sql`sin(radians(${lon} - ${number(point.lon)}) / 2)`
  const across = number(Math.cos((point.lat * Math.PI) / 180))
  const chord = sql`sqrt(${halfLat} ^ 2 + ${across} * cos(radians(${lat})) * ${halfLon} ^ 2)`
  return sql`${number(2 * earthRadius)} * asin(least(1, ${chord}))`.mapWith(Number)
}

/** Within that many metres; a band of latitudes, which an index knows, leaves few distances to compute. */
export const isWithin = (of: Located, point: Point, metres: number): SQL | undefined => {
  const band = degrees(metres)
  return and(
    between(of.lat, point.lat - band, point.lat + band),
    sql`${metresTo(of, point)} <= ${number(metres)}`,
  )
}

export const hasPosition = ({ lat, lon }: Located): SQL | undefined => and(isNotNull(lat), isNotNull(lon))
