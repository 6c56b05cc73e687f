import { and, asc, eq, isNull } from 'drizzle-orm'
import type { PersonId } from '../base/ids.ts'
import type { PlanStore } from '../domain/planning/ports.ts'
import type { Cipher } from './cipher.ts'
import type { Drizzle } from './database.ts'
import { nameSpot } from './people.ts'
import { answers } from './tables/actions.ts'
import { people } from './tables/people.ts'
import { helpers } from './tables/planning.ts'

interface Needs {
  readonly database: Drizzle
  readonly cipher: Cipher
}

const seated = and(eq(answers.answer, 'yes'), isNull(answers.turn))

/** Whoever was named and comes no more has nothing to do with it. */
const coming = and(eq(answers.action, helpers.action), eq(answers.person, helpers.person), seated)

/** The actions that somebody was named for, and comes to. */
export const namedFor = (database: Drizzle, person: PersonId) =>
  database
    .select({ id: helpers.action })
    .from(helpers)
    .innerJoin(answers, coming)
    .where(eq(helpers.person, person))

type Helping = Pick<PlanStore, 'nameHelper' | 'removeHelper' | 'helpers' | 'helps'>

/** Whoever was named to look after one action with its organisers. */
export const createHelpers = ({ database, cipher }: Needs): Helping => ({
  nameHelper: async (id, person, at) => {
    const comes = and(eq(answers.action, id), eq(answers.person, person), seated)
    return database.transaction(async (within) => {
      const [answer] = await within.select({ at: answers.at }).from(answers).where(comes).for('share')
      if (!answer) return false
      await within.insert(helpers).values({ action: id, person, at }).onConflictDoNothing()
      return true
    })
  },

  removeHelper: async (id, person) => {
    const gone = await database
      .delete(helpers)
      .where(and(eq(helpers.action, id), eq(helpers.person, person)))
      .returning({ person: helpers.person })
    return gone.length > 0
  },

  helpers: async (id) => {
    const rows = await database
      .select({ person: helpers.person, sealedName: people.sealedName })
      .from(helpers)
      .innerJoin(people, eq(people.id, helpers.person))
      .innerJoin(answers, coming)
      .where(eq(helpers.action, id))
      .orderBy(asc(helpers.at))
    return rows.map(({ person, sealedName }) => ({
      person,
      ...(sealedName !== null && { name: cipher.open(sealedName, nameSpot(person)) }),
    }))
  },

  helps: async (id, person) => {
    const rows = await database
      .select({ at: helpers.at })
      .from(helpers)
      .innerJoin(answers, coming)
      .where(and(eq(helpers.action, id), eq(helpers.person, person)))
    return rows.length > 0
  },
})
