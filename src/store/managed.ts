import { and, asc, eq, gt, inArray, or, sql, type SQL } from 'drizzle-orm'
import type { Instant } from '../base/clock.ts'
import type { GroupId, PersonId } from '../base/ids.ts'
import type { ActionStore } from '../domain/actions/ports.ts'
import type { PlanStore } from '../domain/planning/ports.ts'
import type { Drizzle } from './database.ts'
import { namedFor } from './helpers.ts'
import { actions } from './tables/actions.ts'
import { plans } from './tables/planning.ts'

interface Needs {
  readonly database: Drizzle
  readonly actions: Pick<ActionStore, 'found'>
}

/** What somebody may manage, date by date or series by series. */
export const createManaged = ({
  database,
  actions: found,
}: Needs): Pick<PlanStore, 'managed' | 'managedOnce'> => {
  const ahead = (of: readonly GroupId[], keeper: PersonId, from: Instant): SQL | undefined =>
    and(
      gt(actions.end, from),
      eq(actions.state, 'planned'),
      or(
        eq(plans.keeper, keeper),
        inArray(plans.action, namedFor(database, keeper)),
        of.length === 0 ? sql`false` : inArray(plans.group, [...of]),
      ),
    )

  return {
    managed: async (of, keeper, from, { skip, take, series }) => {
      const rows = await database
        .select({ id: actions.id })
        .from(plans)
        .innerJoin(actions, eq(actions.id, plans.action))
        .where(and(ahead(of, keeper, from), series === undefined ? undefined : eq(plans.series, series)))
        .orderBy(asc(actions.start), asc(actions.id))
        .limit(take)
        .offset(skip)
      const all = await Promise.all(rows.map(({ id }) => found.found(id)))
      return all.filter((each) => each !== undefined)
    },

    managedOnce: async (of, keeper, from, { skip, take }) => {
      const together = sql`partition by coalesce(${plans.series}, ${plans.action})`
      const dates = database
        .select({
          id: actions.id,
          start: actions.start,
          rank: sql<number>`(row_number() over (${together} order by ${actions.start}, ${actions.id}))::int`.as(
            'rank',
          ),
          count: sql<number>`(count(*) over (${together}))::int`.as('count'),
        })
        .from(plans)
        .innerJoin(actions, eq(actions.id, plans.action))
        .where(ahead(of, keeper, from))
        .as('dates')
      const rows = await database
        .select({ id: dates.id, count: dates.count })
        .from(dates)
        .where(eq(dates.rank, 1))
        .orderBy(asc(dates.start), asc(dates.id))
        .limit(take)
        .offset(skip)
      const all = await Promise.all(
        rows.map(async ({ id, count }) => {
          const one = await found.found(id)
          return one && { ...one, others: count - 1 }
        }),
      )
      return all.filter((each) => each !== undefined)
    },
  }
}
