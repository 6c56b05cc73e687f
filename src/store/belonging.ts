import { and, eq, inArray, ne, or, sql, type SQL } from 'drizzle-orm'
import type { Filter, FilterPlace } from '../domain/announcements/filter.ts'
import { isEverywhere, type Where } from '../domain/rights/model.ts'
import type { Drizzle } from './database.ts'
import { isWithin } from './geography.ts'
import { groups } from './tables/groups.ts'

/** Who says that they meet in a commune means its surroundings, too; a position without a name is about right. */
const besideCommune = 1_500

const isAt = (place: FilterPlace): SQL | undefined => {
  if (place.is === 'department') return eq(groups.department, place.code)
  const { name, postalCodes, point, metres } = place
  if (metres !== undefined && point) return isWithin(groups, point, metres)
  return or(
    sql`lower(${groups.city}) = lower(${name})`,
    postalCodes.length > 0 ? inArray(groups.postalCode, [...postalCodes]) : undefined,
    point && isWithin(groups, point, besideCommune),
  )
}

const fits = ({ kinds, certified, places }: Filter): SQL | undefined =>
  and(
    kinds && inArray(groups.kind, [...kinds]),
    certified === undefined ? undefined : eq(groups.certified, certified),
    places && or(...places.map(isAt)),
  )

/** Groups that belong to a place: itself, unless only some are meant, and those of a loop's department that fit. */
export const belonging =
  (database: Drizzle) =>
  (where: Where, filter: Filter = {}): SQL | undefined => {
    if (isEverywhere(where)) return and(eq(groups.listed, true), fits(filter))
    const department = database
      .select({ department: groups.department })
      .from(groups)
      .where(and(eq(groups.id, where), eq(groups.kind, 'loop')))
    const some = fits(filter)
    return or(
      some ? undefined : eq(groups.id, where),
      and(eq(groups.listed, true), ne(groups.kind, 'loop'), inArray(groups.department, department), some),
    )
  }
