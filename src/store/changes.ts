import { and, asc, eq, gt, inArray, lte, ne, sql } from 'drizzle-orm'
import type { Change, Known, Ripe } from '../domain/changes/model.ts'
import type { ChangeStore } from '../domain/changes/ports.ts'
import { createActionStore } from './actions.ts'
import type { Cipher } from './cipher.ts'
import type { Drizzle } from './database.ts'
import { asWishesFor } from './reminders.ts'
import { actions, answers } from './tables/actions.ts'
import { accounts } from './tables/people.ts'
import { plans } from './tables/planning.ts'
import { changes, ownLeads, wishes } from './tables/reminders.ts'

interface Needs {
  readonly database: Drizzle
  readonly cipher: Cipher
}

/** As many are looked at until one is found that nobody else works on. */
const mostTries = 20

export const createChangeStore = ({ database, cipher }: Needs): ChangeStore => {
  const store = createActionStore({ database, cipher })

  /** Dates of one series go together, whoever comes first. */
  const together = sql<string>`coalesce(${plans.series}, ${changes.action})::text`

  /** Nobody else has what goes by that name, until the end of this transaction. */
  const isOurs = async (name: string): Promise<boolean> => {
    const [row] = await database
      .select({ ours: sql<boolean>`pg_try_advisory_xact_lock(hashtext(${`changes ${name}`}))` })
      .from(sql`(values (1)) as one`)
    return row?.ours === true
  }

  const asChange = async ({ action, was, author }: typeof changes.$inferSelect): Promise<Change[]> => {
    const found = await store.found(action)
    return found
      ? [{ action, was: JSON.parse(was) as Known, is: found.action, ...(author !== null && { author }) }]
      : []
  }

  return {
    ripe: async (before): Promise<Ripe | undefined> => {
      const names = await database
        .select({ name: together })
        .from(changes)
        .leftJoin(plans, eq(plans.action, changes.action))
        .where(lte(changes.since, before))
        .orderBy(asc(changes.since))
        .limit(mostTries)
      for (const name of new Set(names.map((each) => each.name))) {
        if (!(await isOurs(name))) continue
        const those = database
          .select({ action: changes.action })
          .from(changes)
          .leftJoin(plans, eq(plans.action, changes.action))
          .where(sql`${together} = ${name}`)
        // Whoever changes one of them meanwhile waits, and writes it down anew.
        const rows = await database
          .select()
          .from(changes)
          .where(and(lte(changes.since, before), inArray(changes.action, those)))
          .for('update')
        // Those of which some have heard are told to the rest first: what changed meanwhile comes after them, from the beginning.
        const [after] = rows.flatMap((row) => (row.after === null ? [] : [row.after])).toSorted()
        const all: Change[] = []
        for (const row of rows) if (row.after === (after ?? null)) all.push(...(await asChange(row)))
        const [first, ...others] = all.toSorted((one, other) => one.is.start - other.is.start)
        if (!first) continue
        return { changes: [first, ...others], ...(after !== undefined && { after }) }
      }
      return undefined
    },
    concerned: async (of, after, mostPeople) => {
      const theirs = and(
        inArray(answers.action, [...of]),
        inArray(answers.answer, ['yes', 'maybe']),
        after === undefined ? undefined : gt(answers.person, after),
      )
      const people = database
        .selectDistinct({ person: answers.person })
        .from(answers)
        .where(theirs)
        .orderBy(asc(answers.person))
        .limit(mostPeople)
      const rows = await database
        .select({
          person: answers.person,
          action: answers.action,
          answer: answers.answer,
          turn: answers.turn,
          wishes,
          own: ownLeads,
        })
        .from(answers)
        .innerJoin(actions, eq(actions.id, answers.action))
        .leftJoin(wishes, eq(wishes.person, answers.person))
        .leftJoin(ownLeads, and(eq(ownLeads.person, answers.person), eq(ownLeads.action, answers.action)))
        .where(and(theirs, inArray(answers.person, people)))
        .orderBy(asc(answers.person), asc(actions.start), asc(actions.id))
      return rows.map(({ wishes: common, own, turn, ...row }) => ({
        ...row,
        waiting: turn !== null,
        wishes: asWishesFor(common, own),
      }))
    },
    isHeard: async (of, but) => {
      const [row] = await database
        .select({ one: sql`1` })
        .from(answers)
        .innerJoin(accounts, and(eq(accounts.person, answers.person), eq(accounts.reachable, true)))
        .where(
          and(
            inArray(answers.action, [...of]),
            inArray(answers.answer, ['yes', 'maybe']),
            ne(answers.person, but),
          ),
        )
        .limit(1)
      return row !== undefined
    },
    told: async (of, upTo) => {
      await database
        .update(changes)
        .set({ after: upTo })
        .where(inArray(changes.action, [...of]))
    },
    close: async (of) => {
      await database.delete(changes).where(inArray(changes.action, [...of]))
    },
  }
}
