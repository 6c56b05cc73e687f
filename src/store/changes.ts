import { and, asc, eq, gt, inArray, lte } from 'drizzle-orm'
import type { Known } from '../domain/changes/model.ts'
import type { ChangeStore } from '../domain/changes/ports.ts'
import { createActionStore } from './actions.ts'
import type { Cipher } from './cipher.ts'
import type { Drizzle } from './database.ts'
import { asWishesFor } from './reminders.ts'
import { answers } from './tables/actions.ts'
import { changes, ownLeads, wishes } from './tables/reminders.ts'

interface Needs {
  readonly database: Drizzle
  readonly cipher: Cipher
}

export const createChangeStore = ({ database, cipher }: Needs): ChangeStore => ({
  ripe: async (before) => {
    const [row] = await database
      .select()
      .from(changes)
      .where(lte(changes.since, before))
      .orderBy(asc(changes.since))
      .limit(1)
      .for('update', { skipLocked: true })
    if (!row) return undefined
    const found = await createActionStore({ database, cipher }).found(row.action)
    if (!found) return undefined
    return {
      action: row.action,
      was: JSON.parse(row.was) as Known,
      is: found.action,
      ...(row.author !== null && { author: row.author }),
      ...(row.after !== null && { after: row.after }),
    }
  },
  concerned: async (action, after, most) => {
    const rows = await database
      .select({ person: answers.person, answer: answers.answer, wishes, own: ownLeads })
      .from(answers)
      .leftJoin(wishes, eq(wishes.person, answers.person))
      .leftJoin(ownLeads, and(eq(ownLeads.person, answers.person), eq(ownLeads.action, answers.action)))
      .where(
        and(
          eq(answers.action, action),
          inArray(answers.answer, ['yes', 'maybe']),
          after === undefined ? undefined : gt(answers.person, after),
        ),
      )
      .orderBy(asc(answers.person))
      .limit(most)
    return rows.map(({ wishes: common, own, ...row }) => ({ ...row, wishes: asWishesFor(common, own) }))
  },
  told: async (action, upTo) => {
    await database.update(changes).set({ after: upTo }).where(eq(changes.action, action))
  },
  close: async (action) => {
    await database.delete(changes).where(eq(changes.action, action))
  },
})
