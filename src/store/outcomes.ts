import { and, asc, desc, eq, exists, gte, inArray, lte, notExists, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Instant } from '../base/clock.ts'
import type { OutcomeStore } from '../domain/outcomes/ports.ts'
import { ofGroup } from './action-search.ts'
import type { Drizzle } from './database.ts'
import { filled } from './rows.ts'
import { actions, organisers } from './tables/actions.ts'
import { groups } from './tables/groups.ts'
import { outcomes } from './tables/reminders.ts'
import { roles } from './tables/roles.ts'

/** Its organisers were asked, and somebody answered. */
const isCounted = sql`coalesce(${outcomes.people}, ${outcomes.tracts}, ${outcomes.doors}, ${outcomes.contacts}) is not null`

const sum = (of: PgColumn) => sql<number>`coalesce(sum(${of}), 0)`.mapWith(Number)

/** Over in that time, and took place. */
const overIn = ({ from, to }: { readonly from: Instant; readonly to: Instant }) =>
  and(gte(actions.end, from), lte(actions.end, to), eq(actions.state, 'planned'))

export const createOutcomeStore = ({ database }: { readonly database: Drizzle }): OutcomeStore => ({
  unasked: async (over, most) => {
    const looked = database
      .select({ one: sql`1` })
      .from(organisers)
      .innerJoin(groups, and(eq(groups.source, organisers.source), eq(groups.sourceId, organisers.sourceId)))
      .innerJoin(roles, eq(roles.group, groups.id))
      .where(eq(organisers.action, actions.id))
    const known = database
      .select({ one: sql`1` })
      .from(outcomes)
      .where(eq(outcomes.action, actions.id))
    const rows = await database
      .select({ id: actions.id })
      .from(actions)
      .where(and(overIn(over), notExists(known), exists(looked)))
      .orderBy(asc(actions.end), asc(actions.id))
      .limit(most)
    return rows.map(({ id }) => id)
  },
  uncounted: async (of, over, most) => {
    if (of.length === 0) return []
    const own = database
      .select({ action: organisers.action })
      .from(organisers)
      .innerJoin(groups, and(eq(groups.source, organisers.source), eq(groups.sourceId, organisers.sourceId)))
      .where(inArray(groups.id, [...of]))
    const counted = database
      .select({ one: sql`1` })
      .from(outcomes)
      .where(and(eq(outcomes.action, actions.id), isCounted))
    const rows = await database
      .select({ id: actions.id })
      .from(actions)
      .where(and(overIn(over), inArray(actions.id, own), notExists(counted)))
      .orderBy(desc(actions.end), desc(actions.id))
      .limit(most)
    return rows.map(({ id }) => id)
  },
  ask: async (action, at) => {
    const asked = await database
      .insert(outcomes)
      .values({ action, at })
      .onConflictDoNothing()
      .returning({ action: outcomes.action })
    return asked.length > 0
  },
  keep: async (action, { people, tracts, doors, contacts }, at) => {
    const row = {
      people: people ?? null,
      tracts: tracts ?? null,
      doors: doors ?? null,
      contacts: contacts ?? null,
      at,
    }
    await database
      .insert(outcomes)
      .values({ action, ...row })
      .onConflictDoUpdate({ target: outcomes.action, set: row })
  },
  of: async (action) => {
    const [row] = await database
      .select({
        people: outcomes.people,
        tracts: outcomes.tracts,
        doors: outcomes.doors,
        contacts: outcomes.contacts,
      })
      .from(outcomes)
      .where(eq(outcomes.action, action))
    return row && filled(row)
  },
  totals: async (of, since) => {
    // In the zone of the action: a month ends at its own midnight.
    const month = sql<string>`to_char(to_timestamp(${actions.start} / 1000.0) at time zone ${actions.zone}, 'YYYY-MM')`
    const where =
      'department' in of
        ? eq(actions.department, of.department)
        : inArray(actions.id, ofGroup(database, of.group))
    return database
      .select({
        month: month.as('month'),
        actions: sql<number>`count(*)`.mapWith(Number),
        people: sum(outcomes.people),
        tracts: sum(outcomes.tracts),
        doors: sum(outcomes.doors),
        contacts: sum(outcomes.contacts),
      })
      .from(outcomes)
      .innerJoin(actions, eq(actions.id, outcomes.action))
      .where(and(where, gte(actions.start, since), isCounted))
      .groupBy(sql`1`)
      .orderBy(asc(sql`1`))
  },
})
