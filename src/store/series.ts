import { and, asc, eq, gte, lt } from 'drizzle-orm'
import { newId, type ActionId } from '../base/ids.ts'
import type { Day } from '../base/zones.ts'
import type { Rule } from '../domain/dates/model.ts'
import type { Series } from '../domain/planning/model.ts'
import type { SeriesStore } from '../domain/planning/ports.ts'
import type { Drizzle } from './database.ts'
import { insertAction } from './plan-rows.ts'
import { filled } from './rows.ts'
import { actions } from './tables/actions.ts'
import { plans, series } from './tables/planning.ts'

const asSeries = (row: typeof series.$inferSelect): Series => ({
  ...filled({ keeper: row.keeper }),
  id: row.id,
  group: row.group,
  rule: JSON.parse(row.rule) as Rule,
  template: JSON.parse(row.template) as Series['template'],
  made: row.made,
})

export const createSeriesStore = ({ database }: { readonly database: Drizzle }): SeriesStore => ({
  begin: async ({ group, keeper, rule, template }, made) => {
    const id = newId.series()
    await database.insert(series).values({
      id,
      group,
      keeper: keeper ?? null,
      rule: JSON.stringify(rule),
      template: JSON.stringify(template),
      made,
    })
    return id
  },
  get: async (id) => {
    const [row] = await database.select().from(series).where(eq(series.id, id))
    return row && asSeries(row)
  },
  behind: async (day, most) => {
    const rows = await database
      .select({ id: series.id })
      .from(series)
      .where(and(eq(series.ended, false), lt(series.made, day)))
      .orderBy(asc(series.made))
      .limit(most)
    return rows.map(({ id }) => id)
  },
  make: (id, occurrences, made, at) =>
    database.transaction(async (within) => {
      const [row] = await within.select().from(series).where(eq(series.id, id)).for('no key update')
      if (!row || row.ended) return []
      const there = await within.select({ day: plans.day }).from(plans).where(eq(plans.series, id))
      const known = new Set(there.map(({ day }) => day))
      const fresh: ActionId[] = []
      for (const { day, planned } of occurrences) {
        if (known.has(day)) continue
        const action = await insertAction(within, row.group, planned, at)
        await within.insert(plans).values({ action, group: row.group, keeper: row.keeper, series: id, day })
        fresh.push(action)
      }
      if (made > row.made) await within.update(series).set({ made }).where(eq(series.id, id))
      return fresh
    }),
  end: async (id, until) => {
    const [row] = await database.select().from(series).where(eq(series.id, id))
    if (!row) return
    const rule: Rule = { ...(JSON.parse(row.rule) as Rule), until }
    await database
      .update(series)
      .set({ ended: true, rule: JSON.stringify(rule) })
      .where(eq(series.id, id))
  },
  retell: async (id, { rule, template, made }) => {
    await database
      .update(series)
      .set({ rule: JSON.stringify(rule), template: JSON.stringify(template), made })
      .where(eq(series.id, id))
  },
  occurrences: async (id, from: Day) => {
    const rows = await database
      .select({
        action: plans.action,
        group: plans.group,
        keeper: plans.keeper,
        series: plans.series,
        day: plans.day,
        start: actions.start,
      })
      .from(plans)
      .innerJoin(actions, eq(actions.id, plans.action))
      .where(
        and(eq(plans.series, id), eq(plans.apart, false), gte(plans.day, from), eq(actions.state, 'planned')),
      )
      .orderBy(asc(plans.day))
    return rows.map((row) => filled(row))
  },
  setApart: async (action) => {
    await database.update(plans).set({ apart: true }).where(eq(plans.action, action))
  },
})
