import { and, eq, exists, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import type { Clock } from '../base/clock.ts'
import type { Keeping } from '../engine/ports.ts'
import type { Cipher } from './cipher.ts'
import type { Drizzle } from './database.ts'
import type { Marks } from './marks.ts'
import { createPeopleStore } from './people.ts'
import { referencesToPeople } from './references.ts'
import { actions, answers, notes } from './tables/actions.ts'
import { announcements } from './tables/announcements.ts'
import { broadcasts } from './tables/broadcasts.ts'
import { people } from './tables/people.ts'
import { helpers, needs, takers } from './tables/planning.ts'
import { ownLeads, reminders } from './tables/reminders.ts'
import { journal } from './tables/roles.ts'

interface Needs {
  readonly database: Drizzle
  readonly cipher: Cipher
  readonly marks: Marks
  readonly clock: Clock
}

/** A few at a time: others wait for what is being deleted. */
const atOnce = 200

/** Whoever has only these is not here for anything. */
const beside = new Set(['accounts', 'wishes', 'mutes', 'pairings'].map((table) => `porte_voix.${table}`))

export const createKeeping = ({ database, cipher, marks, clock }: Needs): Keeping => ({
  answers: (endedBefore) =>
    database.transaction(async (within) => {
      const theirs = within
        .select({ one: sql`1` })
        .from(answers)
        .where(eq(answers.action, actions.id))
      const over = await within
        .select({ id: actions.id })
        .from(actions)
        .where(and(lt(actions.end, endedBefore), exists(theirs)))
        .orderBy(actions.id)
        .limit(atOnce)
        .for('no key update')
      const ids = over.map(({ id }) => id)
      const taken = within.select({ id: needs.id }).from(needs).where(inArray(needs.action, ids))
      await within.delete(takers).where(inArray(takers.need, taken))
      await within.delete(notes).where(inArray(notes.action, ids))
      await within.delete(reminders).where(inArray(reminders.action, ids))
      await within.delete(ownLeads).where(inArray(ownLeads.action, ids))
      await within.delete(helpers).where(inArray(helpers.action, ids))
      const gone = await within
        .delete(answers)
        .where(inArray(answers.action, ids))
        .returning({ person: answers.person })
      return gone.length
    }),

  announcements: async (sentBefore) => {
    const gone = await database
      .delete(announcements)
      .where(
        and(
          inArray(announcements.stage, ['sent', 'withdrawn']),
          lt(announcements.made, sentBefore),
          or(isNull(announcements.due), lt(announcements.due, sentBefore)),
        ),
      )
      .returning({ id: announcements.id })
    // What carried them, and whatever else went to many.
    const carried = await database
      .delete(broadcasts)
      .where(lt(broadcasts.ended, sentBefore))
      .returning({ id: broadcasts.id })
    return gone.length + carried.length
  },

  journal: async (before) => {
    const gone = await database.delete(journal).where(lt(journal.at, before)).returning({ id: journal.id })
    return gone.length
  },

  people: async (knownBefore) => {
    const references = (await referencesToPeople(database)).filter(({ table }) => !beside.has(table))
    const nothing = references.map(
      ({ table, column }) =>
        sql`not exists (select from ${sql.raw(table)} theirs where theirs.${sql.raw(column)} = ${people.id})`,
    )
    const idle = and(
      lt(people.since, knownBefore),
      eq(people.news, false),
      isNull(people.weekDay),
      ...nothing,
    )
    const found = await database.select({ id: people.id }).from(people).where(idle).limit(atOnce)
    let gone = 0
    for (const { id } of found)
      await database.transaction(async (within) => {
        const own = eq(people.id, id)
        await within.select({ id: people.id }).from(people).where(own).for('update')
        // Somebody may have come back meanwhile; nobody can from here on.
        if ((await within.$count(people, and(own, idle))) === 0) return
        await createPeopleStore({ database: within, cipher, marks, clock }).erase(id)
        gone += 1
      })
    return gone
  },
})
