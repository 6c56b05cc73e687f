import { and, asc, eq, lte, sql } from 'drizzle-orm'
import type { OpeningStore } from '../domain/planning/ports.ts'
import type { Drizzle } from './database.ts'
import { lockedAction } from './plan-rows.ts'
import { actions } from './tables/actions.ts'
import { openings } from './tables/planning.ts'

export const createOpeningStore = ({ database }: { readonly database: Drizzle }): OpeningStore => ({
  of: (action) =>
    database
      .select({ audience: openings.audience, at: openings.at })
      .from(openings)
      .where(eq(openings.action, action))
      .orderBy(asc(openings.at)),
  keep: (action, all) =>
    database.transaction(async (within) => {
      await within.delete(openings).where(eq(openings.action, action))
      if (all.length > 0) await within.insert(openings).values(all.map((each) => ({ action, ...each })))
    }),
  due: async (now, most) => {
    const rows = await database
      .selectDistinct({ action: openings.action })
      .from(openings)
      .innerJoin(actions, and(eq(actions.id, openings.action), eq(actions.state, 'planned')))
      .where(lte(openings.at, now))
      .limit(most)
    return rows.map(({ action }) => action)
  },
  open: (action, now) =>
    database.transaction(async (within) => {
      const before = await lockedAction(within, action)
      const due = await within
        .delete(openings)
        .where(and(eq(openings.action, action), lte(openings.at, now)))
        .returning({ audience: openings.audience })
      const widest = due.some(({ audience }) => audience === 'everyone') ? 'everyone' : due[0]?.audience
      // Organisers may have opened it themselves meanwhile; nothing is ever narrowed.
      if (widest === undefined || before?.audience === undefined || before.audience === widest) return false
      await within
        .update(actions)
        .set({
          audience: widest === 'everyone' ? null : widest,
          revision: sql`${actions.revision} + 1`,
          changed: now,
        })
        .where(eq(actions.id, action))
      return true
    }),
})
