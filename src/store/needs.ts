import { and, asc, eq, inArray, or, sql } from 'drizzle-orm'
import { newId, type NeedId } from '../base/ids.ts'
import { storable } from '../base/text.ts'
import { mostNeeds, type NeedFound } from '../domain/needs/model.ts'
import type { NeedStore } from '../domain/needs/ports.ts'
import { matching, onProgrammesOf } from './action-search.ts'
import type { Cipher } from './cipher.ts'
import type { Drizzle } from './database.ts'
import { nameSpot } from './people.ts'
import { filled } from './rows.ts'
import { needsOf } from './taken.ts'
import { actions, answers } from './tables/actions.ts'
import { people } from './tables/people.ts'
import { needs, takers } from './tables/planning.ts'

interface Wants {
  readonly database: Drizzle
  readonly cipher: Cipher
}

const takenOf = (database: Drizzle, id: NeedId): Promise<number> =>
  database.$count(takers, eq(takers.need, id))

/** Whoever has this row alone takes and gives back. */
const locked = async (within: Drizzle, id: NeedId) => {
  const [row] = await within.select().from(needs).where(eq(needs.id, id)).for('no key update')
  return row
}

const asFound = (
  { rank: _, ...row }: typeof needs.$inferSelect,
  taken: number,
  mine: boolean,
): NeedFound => ({ ...filled(row), taken, mine })

export const createNeedStore = ({ database, cipher }: Wants): NeedStore => {
  return {
    of: (action, person) => needsOf(database, action, person),
    add: (action, wanted) =>
      database.transaction(async (within) => {
        await within
          .select({ id: actions.id })
          .from(actions)
          .where(eq(actions.id, action))
          .for('no key update')
        const there = await within.select({ rank: needs.rank }).from(needs).where(eq(needs.action, action))
        const next = Math.max(-1, ...there.map(({ rank }) => rank)) + 1
        const fresh = wanted.slice(0, Math.max(0, mostNeeds - there.length)).map((need, at) => ({
          id: newId.need(),
          action,
          rank: next + at,
          words: storable(need.words),
          wanted: need.wanted,
          start: need.start ?? null,
          end: need.end ?? null,
        }))
        if (fresh.length > 0) await within.insert(needs).values(fresh)
        return fresh.length
      }),
    take: (id, person, at) =>
      database.transaction(async (within) => {
        const row = await locked(within, id)
        if (!row) return undefined
        const taken = await takenOf(within, id)
        const mine = await within.$count(takers, and(eq(takers.need, id), eq(takers.person, person)))
        if (mine > 0) return { is: 'already', need: asFound(row, taken, true) }
        if (taken >= row.wanted) return { is: 'full', need: asFound(row, taken, false) }
        await within.insert(takers).values({ need: id, person, at })
        return { is: 'taken', need: asFound(row, taken + 1, true) }
      }),
    giveBack: (id, person) =>
      database.transaction(async (within) => {
        const row = await locked(within, id)
        if (!row) return undefined
        const gone = await within
          .delete(takers)
          .where(and(eq(takers.need, id), eq(takers.person, person)))
          .returning({ at: takers.at })
        const need = asFound(row, await takenOf(within, id), false)
        return { is: gone.length > 0 ? 'given-back' : 'absent', need }
      }),
    remove: (id) =>
      database.transaction(async (within) => {
        const row = await locked(within, id)
        if (!row) return undefined
        const had = await within.select({ person: takers.person }).from(takers).where(eq(takers.need, id))
        await within.delete(needs).where(eq(needs.id, id))
        return { action: row.action, words: row.words, takers: had.map(({ person }) => person) }
      }),
    takers: async (action) => {
      const rows = await database
        .select({ need: takers.need, person: takers.person, sealedName: people.sealedName })
        .from(takers)
        .innerJoin(needs, eq(needs.id, takers.need))
        .innerJoin(people, eq(people.id, takers.person))
        .where(eq(needs.action, action))
        .orderBy(asc(needs.rank), asc(takers.at))
      return rows.map(({ need, person, sealedName }) => ({
        need,
        ...(sealedName !== null && { name: cipher.open(sealedName, nameSpot(person)) }),
      }))
    },
    wanted: async (person, from, page) => {
      const taken = sql<number>`(select count(*) from ${takers} t where t.need = ${needs.id})`.mapWith(Number)
      const answered = database.select({ action: answers.action }).from(answers)
      const theirs = and(eq(answers.person, person), inArray(answers.answer, ['yes', 'maybe']))
      const rows = await database
        .select({ need: needs, taken })
        .from(needs)
        .innerJoin(actions, eq(actions.id, needs.action))
        .where(
          and(
            matching(database, { from, page }, person),
            or(onProgrammesOf(database, person), inArray(actions.id, answered.where(theirs))),
            sql`${taken} < ${needs.wanted}`,
            sql`not exists (select 1 from ${takers} t where t.need = ${needs.id} and t.person = ${person})`,
          ),
        )
        .orderBy(asc(actions.start), asc(actions.id), asc(needs.rank))
        .limit(page.take)
        .offset(page.skip)
      return rows.map(({ need, taken: count }) => asFound(need, count, false))
    },
    takenBy: (person) => database.$count(takers, eq(takers.person, person)),
  }
}
