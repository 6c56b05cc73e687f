import { and, asc, eq, gt, inArray, sql, type SQL } from 'drizzle-orm'
import { newId, type ActionId, type PersonId } from '../base/ids.ts'
import { storable } from '../base/text.ts'
import type { ActionFound, ImportedAction } from '../domain/actions/model.ts'
import type { ActionStore } from '../domain/actions/ports.ts'
import type { Page } from '../domain/groups/ports.ts'
import { asAction, asRow, organisedBy } from './action-rows.ts'
import { noteAnswer, shown } from './answers.ts'
import type { Cipher } from './cipher.ts'
import type { Drizzle } from './database.ts'
import { matching } from './action-search.ts'
import { invited } from './audience.ts'
import { metresTo } from './geography.ts'
import { noteChange } from './noting.ts'
import { namedOn } from './named.ts'
import { needsOf } from './taken.ts'
import { fingerprint } from './rows.ts'
import { placeAmong, standingOf } from './seats.ts'
import { actions, answers, organisers } from './tables/actions.ts'

const none = sql`null::double precision`.mapWith(Number)

const one: Page = { skip: 0, take: 1 }

/** More than anybody ever answers. */
const all: Page = { skip: 0, take: 1_000 }

const ownOf = (own: typeof answers.$inferSelect, place: number | null) => {
  const standing = standingOf(own, place)
  return {
    answer: own.answer,
    ...(own.guests > 0 && { guests: own.guests }),
    ...(standing && { standing }),
  }
}

interface Wanted {
  readonly where: SQL | undefined
  readonly metres?: SQL<number>
  readonly page: Page
}

interface Needs {
  readonly database: Drizzle
  readonly cipher: Cipher
}

export const createActionStore = ({ database, cipher }: Needs): ActionStore => {
  /** Which ones come first, and only then all about them. */
  const finding = (person: PersonId | undefined, { where, metres = none, page }: Wanted) => {
    const found = database
      .select({ id: actions.id, metres: metres.as('metres') })
      .from(actions)
      .where(where)
      .orderBy(asc(actions.start), asc(actions.id))
      .limit(page.take)
      .offset(page.skip)
      .as('found')
    return database
      .select({ action: actions, by: organisedBy, metres: found.metres, own: answers, place: placeAmong })
      .from(found)
      .innerJoin(actions, eq(actions.id, found.id))
      .leftJoin(
        answers,
        person === undefined ? sql`false` : and(eq(answers.action, actions.id), eq(answers.person, person)),
      )
      .orderBy(asc(actions.start), asc(actions.id))
  }

  type Found = Awaited<ReturnType<typeof finding>>[number]

  const asFound = ({ action, by, metres, own, place }: Found): ActionFound => ({
    action: asAction(action, by),
    counts: shown(action),
    ...(metres !== null && { metres }),
    ...(own && ownOf(own, place)),
  })

  return {
    found: async (id, person) => {
      const [row] = await finding(person, { where: eq(actions.id, id), page: one })
      if (!row) return undefined
      const needs = await needsOf(database, id, person)
      const named = await namedOn(database, cipher, id)
      return {
        ...asFound(row),
        ...(needs.length > 0 && { needs }),
        ...(named.length > 0 && { named }),
      }
    },
    search: async (search, person) => {
      const metres = search.near && metresTo(actions, search.near.point)
      const wanted = {
        where: matching(database, search, person),
        page: search.page,
        ...(metres && { metres }),
      }
      return (await finding(person, wanted)).map(asFound)
    },
    mayCome: async (id, person) => {
      const where = and(eq(actions.id, id), invited(person))
      return (await database.select({ id: actions.id }).from(actions).where(where)).length > 0
    },
    answer: noteAnswer(database, cipher),
    came: async (person, action, did) => {
      await database
        .update(answers)
        .set({ came: did })
        .where(and(eq(answers.person, person), eq(answers.action, action), eq(answers.answer, 'yes')))
    },
    answeredBy: async (person, from) => {
      const theirs = database
        .select({ action: answers.action })
        .from(answers)
        .where(eq(answers.person, person))
      const where = and(inArray(actions.id, theirs), gt(actions.end, from))
      return (await finding(person, { where, page: all })).map(asFound)
    },
    keepImported: (action, at) =>
      database.transaction(async (within) => {
        const { source, sourceId, state } = action
        const row = asRow(action)
        const print = fingerprint(row, action.organisers)
        const differs = sql`${actions.fingerprint} <> ${print} or ${actions.state} <> ${state}`
        const own = and(eq(actions.source, source), eq(actions.sourceId, sourceId))
        await noteChange(within, and(own, sql`(${differs})`), at)
        const kept = { ...row, state, fingerprint: print }
        const [after] = await within
          .insert(actions)
          .values({ id: newId.action(), source, sourceId, ...kept, changed: at })
          .onConflictDoUpdate({
            target: [actions.source, actions.sourceId],
            set: {
              ...kept,
              revision: sql`${actions.revision} + (${differs})::int`,
              changed: sql`case when ${differs} then excluded.changed else ${actions.changed} end`,
            },
          })
          .returning({
            id: actions.id,
            revision: actions.revision,
            added: sql<boolean>`xmax = 0`,
            // A statement sees its tables as they were when it began.
            before: sql<number | null>`(
              select old.revision from ${actions} old
              where old.source = ${source} and old.source_id = ${sourceId})`,
          })
        if (!after) throw new Error('An action was neither added nor changed')
        if (after.before === after.revision) return { id: after.id, was: 'same' as const }
        if (!after.added) await within.delete(organisers).where(eq(organisers.action, after.id))
        await organise(within, after.id, action)
        return { id: after.id, was: after.added ? ('added' as const) : ('changed' as const) }
      }),
    bySource: async (source, sourceId) => {
      const where = and(eq(actions.source, source), eq(actions.sourceId, sourceId))
      const [row] = await finding(undefined, { where, page: one })
      return row && asAction(row.action, row.by)
    },
    setState: (id, state, at) =>
      database.transaction(async (within) => {
        const where = and(eq(actions.id, id), sql`${actions.state} <> ${state}`)
        await noteChange(within, where, at)
        await within
          .update(actions)
          .set({ state, revision: sql`${actions.revision} + 1`, changed: at })
          .where(where)
      }),
  }
}

const organise = async (within: Drizzle, action: ActionId, { source, organisers: by }: ImportedAction) => {
  const rows = by.map(({ sourceId, name }, rank) => ({
    action,
    rank,
    source,
    sourceId,
    name: storable(name),
  }))
  if (rows.length > 0) await within.insert(organisers).values(rows)
}
