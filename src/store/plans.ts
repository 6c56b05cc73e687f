import { and, asc, eq, notExists, sql } from 'drizzle-orm'
import { storable } from '../base/text.ts'
import type { Action } from '../domain/actions/model.ts'
import type { Planned } from '../domain/planning/model.ts'
import type { PlanStore } from '../domain/planning/ports.ts'
import type { ActionStore } from '../domain/actions/ports.ts'
import type { Cipher } from './cipher.ts'
import type { Drizzle } from './database.ts'
import { noteChange } from './noting.ts'
import { createHelpers } from './helpers.ts'
import { createManaged } from './managed.ts'
import { columnsOf, insertAction, lockedAction, organiseWith } from './plan-rows.ts'
import { filled } from './rows.ts'
import { actions, answers, organisers } from './tables/actions.ts'
import { groups, memberships } from './tables/groups.ts'
import { helpers, partners, plans } from './tables/planning.ts'

interface Needs {
  readonly database: Drizzle
  readonly cipher: Cipher
  readonly actions: Pick<ActionStore, 'found'>
}

/** Compared as JSON: both sides are plain data, written in the same order. */
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

const venueOf = ({ name, address, city, postalCode, point, online }: Planned['venue']) => [
  name, address, city, postalCode, point?.lat, point?.lon, online,
] // prettier-ignore

const differing = (before: Action, wanted: Partial<Planned>): Partial<Planned> => {
  const { venue, audience, ...rest } = wanted
  const kept = Object.entries(rest).filter(([key, value]) => !same(value, before[key as keyof Action]))
  return {
    ...Object.fromEntries(kept),
    ...(venue && !same(venueOf(venue), venueOf(before.venue)) && { venue }),
    ...(audience !== undefined && audience !== (before.audience ?? 'everyone') && { audience }),
  }
}

/** What somebody who comes must know. */
const matters = (changed: Partial<Planned>): boolean =>
  changed.start !== undefined ||
  changed.end !== undefined ||
  changed.venue !== undefined ||
  changed.zone !== undefined

export const createPlanStore = ({ database, cipher, actions: found }: Needs): PlanStore => ({
  plan: ({ group, keeper, planned }, at) =>
    database.transaction(async (within) => {
      const action = await insertAction(within, group, planned, at)
      await within.insert(plans).values({ action, group, keeper })
      return action
    }),

  kept: async (id) => {
    const [both] = await database
      .select({ plan: plans, offerHours: actions.offerHours })
      .from(plans)
      .innerJoin(actions, eq(actions.id, plans.action))
      .where(eq(plans.action, id))
    const row = both?.plan
    const action = row && (await found.found(id))
    if (!row || !action) return undefined
    const { apart: _, chased: __, ...plan } = row
    return { ...filled({ ...plan, offerHours: both.offerHours }), found: action }
  },

  change: (id, wanted, by, at) =>
    database.transaction(async (within) => {
      const before = await lockedAction(within, id)
      if (!before) return undefined
      const changed = differing(before, wanted)
      if (Object.keys(changed).length === 0) return undefined
      if (matters(changed)) await noteChange(within, eq(actions.id, id), at, by)
      await within
        .update(actions)
        .set({ ...columnsOf(changed), revision: sql`${actions.revision} + 1`, changed: at })
        .where(eq(actions.id, id))
      return { before }
    }),

  callOff: (id, reason, by, at) =>
    database.transaction(async (within) => {
      const before = await lockedAction(within, id)
      if (!before || before.state !== 'planned') return false
      await noteChange(within, eq(actions.id, id), at, by)
      await within
        .update(actions)
        .set({
          state: 'cancelled',
          reason: storable(reason),
          revision: sql`${actions.revision} + 1`,
          changed: at,
        })
        .where(eq(actions.id, id))
      return true
    }),

  ...createManaged({ database, actions: found }),

  chase: (id, since, at) =>
    database.transaction(async (within) => {
      const [row] = await within.select().from(plans).where(eq(plans.action, id)).for('update')
      if (!row || (row.chased !== null && row.chased > since)) return undefined
      await within.update(plans).set({ chased: at }).where(eq(plans.action, id))
      const own = and(eq(organisers.source, groups.source), eq(organisers.sourceId, groups.sourceId))
      const rows = await within
        .select({ person: memberships.person, asked: sql<boolean>`bool_or(${memberships.asked})` })
        .from(memberships)
        .innerJoin(groups, eq(groups.id, memberships.group))
        .innerJoin(organisers, and(own, eq(organisers.action, id)))
        .where(
          notExists(
            within
              .select({ person: answers.person })
              .from(answers)
              .where(and(eq(answers.person, memberships.person), eq(answers.action, id))),
          ),
        )
        .groupBy(memberships.person)
      return {
        silent: rows.length,
        willing: rows.filter(({ asked }) => asked).map(({ person }) => person),
      }
    }),

  keepSeats: async (id, hours) => {
    await database.update(actions).set({ offerHours: hours }).where(eq(actions.id, id))
  },

  handOver: async (id, to) => {
    await database.update(plans).set({ keeper: to }).where(eq(plans.action, id))
  },

  ...createHelpers({ database, cipher }),

  keptBy: async (person) =>
    (await database.$count(plans, eq(plans.keeper, person))) +
    (await database.$count(helpers, eq(helpers.person, person))),

  invite: async (action, group, by, at) => {
    const asked = await database
      .insert(partners)
      .values({ action, group, state: 'asked', by, at })
      .onConflictDoUpdate({
        target: [partners.action, partners.group],
        set: { state: 'asked', by, at },
        setWhere: eq(partners.state, 'refused'),
      })
      .returning({ group: partners.group })
    return asked.length > 0 ? 'asked' : 'already'
  },

  answerInvitation: (action, group, accepts, at) =>
    database.transaction(async (within) => {
      const answered = await within
        .update(partners)
        .set({ state: accepts ? 'accepted' : 'refused', at })
        .where(and(eq(partners.action, action), eq(partners.group, group), eq(partners.state, 'asked')))
        .returning({ group: partners.group })
      if (answered.length === 0) return false
      if (accepts) {
        await organiseWith(within, action, group)
        await within
          .update(actions)
          .set({ revision: sql`${actions.revision} + 1`, changed: at })
          .where(eq(actions.id, action))
      }
      return true
    }),

  partners: (action) =>
    database
      .select({ group: partners.group, name: groups.name, state: partners.state })
      .from(partners)
      .innerJoin(groups, eq(groups.id, partners.group))
      .where(eq(partners.action, action))
      .orderBy(asc(partners.at)),
})
