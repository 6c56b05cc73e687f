import { and, asc, eq, gt, gte, isNotNull, isNull, lte, or, sql } from 'drizzle-orm'
import type { Comer, Lapsed, Moved } from '../domain/answers/model.ts'
import type { AnswerStore } from '../domain/answers/ports.ts'
import { noteSpot } from './answers.ts'
import type { Cipher } from './cipher.ts'
import type { Drizzle } from './database.ts'
import { nameSpot } from './people.ts'
import { locked, placeAmong, promote, relieve, standingOf, store } from './seats.ts'
import { actions, answers, notes } from './tables/actions.ts'
import { people } from './tables/people.ts'

interface Needs {
  readonly database: Drizzle
  readonly cipher: Cipher
}

/** More at once are in the list of who comes. */
const mostMoved = 20

export const createAnswerStore = ({ database, cipher }: Needs): AnswerStore => ({
  limit: async (action, seats) => {
    await database
      .update(actions)
      .set({ capacity: seats ?? null, revision: sql`${actions.revision} + 1` })
      .where(eq(actions.id, action))
  },

  fill: (action, at) =>
    database.transaction(async (within) => {
      const row = await locked(within, action)
      if (!row) return []
      const { counts, promoted } = await promote(within, row, at)
      if (promoted.length > 0) await store(within, action, counts)
      return promoted
    }),

  pick: async (action, on) => {
    await database.update(actions).set({ picks: on }).where(eq(actions.id, action))
  },

  choose: (action, person, at) =>
    database.transaction(async (within) => {
      const row = await locked(within, action)
      const own = and(eq(answers.action, action), eq(answers.person, person))
      const [answer] = await within.select().from(answers).where(own)
      if (!row || answer?.answer !== 'yes') return 'absent'
      // Elsewhere the queue says who is next.
      if (!row.picks || row.state !== 'planned' || row.end <= at) return 'absent'
      if (answer.turn === null) return 'already'
      const seats = 1 + answer.guests
      if (row.capacity !== null && row.yes + seats > row.capacity) return 'full'
      await within.update(answers).set({ turn: null, confirmBy: null, promoted: at }).where(own)
      await store(within, action, { ...row, yes: row.yes + seats, waiting: row.waiting - 1 })
      return 'chosen'
    }),

  fillable: async (now, most) => {
    const rows = await database
      .select({ id: actions.id })
      .from(actions)
      .where(
        and(
          gt(actions.waiting, 0),
          gt(actions.end, now),
          eq(actions.state, 'planned'),
          eq(actions.picks, false),
          or(isNull(actions.capacity), gt(actions.capacity, actions.yes)),
        ),
      )
      .limit(most)
    return rows.map(({ id }) => id)
  },

  lapsing: async (now, most) => {
    const rows = await database
      .selectDistinct({ action: answers.action })
      .from(answers)
      .where(lte(answers.confirmBy, now))
      .limit(most)
    return rows.map(({ action }) => action)
  },

  lapse: (action, now) =>
    database.transaction(async (within) => {
      const row = await locked(within, action)
      if (!row) return { lapsed: [], promoted: [] }
      const gone = await within
        .delete(answers)
        .where(and(eq(answers.action, action), lte(answers.confirmBy, now)))
        .returning({ person: answers.person, guests: answers.guests })
      if (gone.length > 0)
        await relieve(
          within,
          action,
          gone.map(({ person }) => person),
        )
      const freed = gone.reduce((sum, { guests }) => sum + 1 + guests, 0)
      const { counts, promoted } = await promote(within, { ...row, yes: row.yes - freed }, now)
      if (gone.length > 0) await store(within, action, counts)
      return { lapsed: gone.map(({ person }): Lapsed => ({ person, action })), promoted }
    }),

  moved: async (action, since): Promise<Moved> => {
    const rows = await database
      .select({
        person: answers.person,
        answer: answers.answer,
        confirmBy: answers.confirmBy,
        sealedName: people.sealedName,
      })
      .from(answers)
      .innerJoin(people, eq(people.id, answers.person))
      .where(
        and(
          eq(answers.action, action),
          or(
            and(eq(answers.answer, 'yes'), isNull(answers.turn), gte(answers.promoted, since)),
            and(eq(answers.answer, 'no'), gte(answers.at, since)),
          ),
        ),
      )
      .orderBy(asc(answers.at), asc(answers.person))
      .limit(mostMoved)
    const those = rows.map(({ person, answer, confirmBy, sealedName }) => ({
      answer,
      ...(sealedName !== null && { name: cipher.open(sealedName, nameSpot(person)) }),
      ...(confirmBy !== null && { until: confirmBy }),
    }))
    return {
      seated: those.flatMap(({ answer, ...each }) => (answer === 'yes' ? [each] : [])),
      left: those.flatMap(({ answer, ...each }) => (answer === 'no' ? [each] : [])),
    }
  },

  notesBy: async (person) => {
    const rows = await database.select().from(notes).where(eq(notes.person, person)).orderBy(asc(notes.id))
    return rows.map(({ id, sealed }) => cipher.open(sealed, noteSpot(id)))
  },

  arrived: async (action) => {
    const [row] = await database
      .select({
        did: sql<number>`count(*) filter (where ${answers.came})`.mapWith(Number),
        didNot: sql<number>`count(*) filter (where not ${answers.came})`.mapWith(Number),
      })
      .from(answers)
      .where(eq(answers.action, action))
    return row ?? { did: 0, didNot: 0 }
  },

  comers: async (action, { skip, take, only }) => {
    const rows = await database
      .select({
        person: answers.person,
        sealedName: people.sealedName,
        answer: answers.answer,
        guests: answers.guests,
        turn: answers.turn,
        confirmBy: answers.confirmBy,
        place: placeAmong,
        note: notes.id,
        sealedNote: notes.sealed,
      })
      .from(answers)
      .innerJoin(people, eq(people.id, answers.person))
      .leftJoin(notes, and(eq(notes.person, answers.person), eq(notes.action, answers.action)))
      .where(and(eq(answers.action, action), only && isNotNull(answers.turn)))
      .orderBy(
        sql`case when ${answers.answer} = 'yes' and ${answers.turn} is null then 0
          when ${answers.answer} = 'yes' then 1 when ${answers.answer} = 'maybe' then 2 else 3 end`,
        asc(answers.turn),
        asc(answers.at),
        asc(answers.person),
      )
      .limit(take)
      .offset(skip)
    return rows.map(({ person, sealedName, answer, guests, note, sealedNote, place, ...row }): Comer => {
      const standing = standingOf({ answer, ...row }, place)
      return {
        person,
        answer,
        guests,
        ...(sealedName !== null && { name: cipher.open(sealedName, nameSpot(person)) }),
        ...(note !== null && sealedNote !== null && { note: cipher.open(sealedNote, noteSpot(note)) }),
        ...(standing && { standing }),
      }
    })
  },
})
