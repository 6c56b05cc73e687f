import { asc, eq, inArray, sql } from 'drizzle-orm'
import type { ActionId, PersonId } from '../base/ids.ts'
import type { NeedFound } from '../domain/needs/model.ts'
import type { Drizzle } from './database.ts'
import { filled } from './rows.ts'
import { needs, takers } from './tables/planning.ts'

/** What an action lacks, in its order. */
export const needsOf = async (
  database: Drizzle,
  action: ActionId,
  person: PersonId | undefined,
): Promise<readonly NeedFound[]> => {
  const rows = await database
    .select({
      need: needs,
      taken: sql<number>`(select count(*) from ${takers} t where t.need = ${needs.id})`.mapWith(Number),
      mine:
        person === undefined
          ? sql<boolean>`false`
          : sql<boolean>`exists (select 1 from ${takers} t where t.need = ${needs.id} and t.person = ${person})`,
    })
    .from(needs)
    .where(eq(needs.action, action))
    .orderBy(asc(needs.rank))
  return rows.map(({ need: { rank: _, ...need }, taken, mine }) => ({ ...filled(need), taken, mine }))
}

/** Everything that a person had taken is free again; the actions whose readers see it. */
export const forgetTaken = async (within: Drizzle, person: PersonId): Promise<readonly ActionId[]> => {
  const gone = await within.delete(takers).where(eq(takers.person, person)).returning({ need: takers.need })
  if (gone.length === 0) return []
  const rows = await within
    .selectDistinct({ action: needs.action })
    .from(needs)
    .where(
      inArray(
        needs.id,
        gone.map(({ need }) => need),
      ),
    )
  return rows.map(({ action }) => action)
}
