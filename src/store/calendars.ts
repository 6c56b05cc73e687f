import { randomBytes } from 'node:crypto'
import { and, asc, eq, gt, inArray, isNull, lt, ne, sql, type SQL } from 'drizzle-orm'
import type { PersonId } from '../base/ids.ts'
import type { Entry, Scope } from '../domain/calendars/model.ts'
import type { CalendarStore } from '../domain/calendars/ports.ts'
import { asAction, organisedBy } from './action-rows.ts'
import type { Cipher } from './cipher.ts'
import { onProgrammeOf } from './action-search.ts'
import type { Drizzle } from './database.ts'
import type { Marks } from './marks.ts'
import { actions, answers } from './tables/actions.ts'
import { groups } from './tables/groups.ts'
import { feeds } from './tables/reminders.ts'

interface Needs {
  readonly database: Drizzle
  readonly cipher: Cipher
  readonly marks: Marks
}

const spot = (row: PersonId) => ({ table: 'feeds', row, column: 'sealed' })

export const createCalendarStore = ({ database, cipher, marks }: Needs): CalendarStore => {
  const markOf = (secret: string): string => marks.other(`calendar ${secret}`)

  const within = (scope: Scope): SQL | undefined => {
    // Whoever knows these addresses may be anybody: what is not open to everybody is not told to everybody.
    const open = isNull(actions.audience)
    switch (scope.is) {
      case 'person':
        return inArray(answers.answer, ['yes', 'maybe'])
      case 'department':
        return and(eq(actions.department, scope.department), open)
      case 'action':
        return eq(actions.id, scope.action)
      case 'group':
        return and(onProgrammeOf(database, scope.group), open)
    }
  }

  return {
    secretOf: async (person) => {
      const [row] = await database.select().from(feeds).where(eq(feeds.person, person))
      return row && cipher.open(row.sealed, spot(person))
    },
    renew: async (person, at) => {
      const secret = `p${randomBytes(24).toString('base64url')}`
      const row = { mark: markOf(secret), sealed: cipher.seal(secret, spot(person)), since: at }
      await database
        .insert(feeds)
        .values({ person, ...row })
        .onConflictDoUpdate({ target: feeds.person, set: row })
      return secret
    },
    revoke: async (person) => {
      const gone = await database
        .delete(feeds)
        .where(eq(feeds.person, person))
        .returning({ person: feeds.person })
      return gone.length > 0
    },
    whose: async (secret) => {
      const [row] = await database
        .select({ person: feeds.person })
        .from(feeds)
        .where(eq(feeds.mark, markOf(secret)))
      return row?.person
    },
    entries: async (scope, from, to, most) => {
      const mine = scope.is === 'person'
      const rows = await database
        .select({ action: actions, by: organisedBy, answer: answers.answer, turn: answers.turn })
        .from(actions)
        .leftJoin(
          answers,
          mine ? and(eq(answers.action, actions.id), eq(answers.person, scope.person)) : sql`false`,
        )
        .where(
          and(within(scope), gt(actions.end, from), lt(actions.start, to), ne(actions.state, 'withdrawn')),
        )
        .orderBy(asc(actions.start), asc(actions.id))
        .limit(most)
      return rows.map(({ action, by, answer, turn }): Entry => ({
        action: asAction(action, by),
        changed: action.changed,
        ...(answer !== null && { answer }),
        ...(turn !== null && { waiting: true }),
      }))
    },
    nameOf: async (scope) => {
      if (scope.is === 'department') return scope.department
      if (scope.is !== 'group') return undefined
      const [row] = await database
        .select({ name: groups.name })
        .from(groups)
        .where(eq(groups.id, scope.group))
      return row?.name
    },
  }
}
