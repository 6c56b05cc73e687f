import { and, eq, inArray, sql, type SQL } from 'drizzle-orm'
import type { Instant } from '../base/clock.ts'
import type { ActionId, PersonId } from '../base/ids.ts'
import type { Answer, Counts } from '../domain/actions/model.ts'
import type { ActionStore } from '../domain/actions/ports.ts'
import type { Drizzle } from './database.ts'
import { actions, answers } from './tables/actions.ts'
import { people } from './tables/people.ts'

/*
 * The counts of an action change only under its row's lock, and together with the answers they count.
 * Locks are taken in one order everywhere: the person, then actions by their ids.
 */

/** `answer` for an action or a person that is not there: nothing was noted. */
export class AnswerToNothing extends Error {
  constructor(person: PersonId, action: ActionId) {
    super(`No answer noted: person ${person} or action ${action} is gone`)
    this.name = 'AnswerToNothing'
  }
}

const step = (of: Answer, was: Answer | undefined, is: Answer): number =>
  Number(is === of) - Number(was === of)

export const noteAnswer =
  (database: Drizzle): ActionStore['answer'] =>
  (person, action, answer, at) =>
    database.transaction(async (within) => {
      const [whose] = await within
        .select({ id: people.id })
        .from(people)
        .where(eq(people.id, person))
        .for('key share')
      const [counted] = await within
        .select({ yes: actions.yes, maybe: actions.maybe, no: actions.no })
        .from(actions)
        .where(eq(actions.id, action))
        .for('no key update')
      if (!whose || !counted) throw new AnswerToNothing(person, action)
      const [before] = await within
        .select({ answer: answers.answer })
        .from(answers)
        .where(and(eq(answers.person, person), eq(answers.action, action)))
      const was = before?.answer
      await write(within, person, action, answer, at)
      const counts: Counts = {
        yes: counted.yes + step('yes', was, answer),
        maybe: counted.maybe + step('maybe', was, answer),
        no: counted.no + step('no', was, answer),
      }
      if (was !== answer) await within.update(actions).set(counts).where(eq(actions.id, action))
      return { ...(was && { was }), counts }
    })

const write = async (
  within: Drizzle,
  person: PersonId,
  action: ActionId,
  answer: Answer,
  at: Instant,
): Promise<void> => {
  await within
    .insert(answers)
    .values({ person, action, answer, at })
    .onConflictDoUpdate({ target: [answers.person, answers.action], set: { answer, at } })
}

const one = (of: Answer): SQL => sql`(${answers.answer} = ${of})::int`

/** Takes all that a person answered out of the counts; the person's row must be locked. */
export const forgetAnswers = async (within: Drizzle, person: PersonId): Promise<readonly ActionId[]> => {
  const theirs = within.select({ action: answers.action }).from(answers).where(eq(answers.person, person))
  await within
    .select({ id: actions.id })
    .from(actions)
    .where(inArray(actions.id, theirs))
    .orderBy(actions.id)
    .for('no key update')
  await within
    .update(actions)
    .set({
      yes: sql`${actions.yes} - ${one('yes')}`,
      maybe: sql`${actions.maybe} - ${one('maybe')}`,
      no: sql`${actions.no} - ${one('no')}`,
    })
    .from(answers)
    .where(and(eq(answers.person, person), eq(actions.id, answers.action)))
  const gone = await within
    .delete(answers)
    .where(eq(answers.person, person))
    .returning({ action: answers.action })
  return gone.map(({ action }) => action)
}
