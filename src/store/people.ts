import { and, eq, gt, inArray, isNull, lte, ne, notExists, or, sql } from 'drizzle-orm'
import type { Clock } from '../base/clock.ts'
import type { PersonId } from '../base/ids.ts'
import type { Door } from '../domain/notices/ports.ts'
import type { Account } from '../domain/people/model.ts'
import type { PeopleStore } from '../domain/people/ports.ts'
import type { Cipher } from './cipher.ts'
import type { Drizzle } from './database.ts'
import { forgetAnswers } from './answers.ts'
import type { Marks } from './marks.ts'
import { stillKnown } from './still-known.ts'
import { forgetTaken } from './taken.ts'
import { forgetUnsent } from './unsent.ts'
import { actions, answers } from './tables/actions.ts'
import { copies } from './tables/copies.ts'
import { broadcasts } from './tables/broadcasts.ts'
import { letters } from './tables/letters.ts'
import { accounts, dialogues, people } from './tables/people.ts'
import { wishes } from './tables/reminders.ts'

interface Needs {
  readonly database: Drizzle
  readonly cipher: Cipher
  readonly marks: Marks
  readonly clock: Clock
}

export const nameSpot = (row: PersonId) => ({ table: 'people', row, column: 'name' })
const keyOf = (row: string) => ({ table: 'accounts', row, column: 'key' })
export const doorOf = (row: string) => ({ table: 'accounts', row, column: 'door' })

export const createPeopleStore = ({ database, cipher, marks, clock }: Needs): PeopleStore => {
  const named = (id: PersonId, sealedName: string | null) =>
    sealedName === null ? {} : { name: cipher.open(sealedName, nameSpot(id)) }

  const doorsOf: PeopleStore['doorsOf'] = async (ids) => {
    const rows = await database
      .select({
        person: accounts.person,
        mark: accounts.mark,
        platform: accounts.platform,
        sealedDoor: accounts.sealedDoor,
      })
      .from(accounts)
      .leftJoin(wishes, and(eq(wishes.person, accounts.person), eq(wishes.platform, accounts.platform)))
      .where(and(inArray(accounts.person, [...ids]), eq(accounts.reachable, true)))
      .orderBy(sql`${wishes.person} is null`, accounts.platform, accounts.mark)
    const doors = new Map<PersonId, Door[]>()
    for (const { person, mark, platform, sealedDoor } of rows) {
      const theirs = doors.get(person) ?? []
      theirs.push({ platform, key: cipher.open(sealedDoor, doorOf(mark)) })
      doors.set(person, theirs)
    }
    return doors
  }

  return {
    byAccount: async (account) => {
      const [row] = await database
        .select({ id: people.id, sealedName: people.sealedName, reachable: accounts.reachable })
        .from(accounts)
        .innerJoin(people, eq(people.id, accounts.person))
        .where(eq(accounts.mark, marks.account(account)))
      if (!row) return undefined
      return {
        id: row.id,
        ...named(row.id, row.sealedName),
        ...(!row.reachable && { closed: true as const }),
      }
    },

    keep: (id, account, door) =>
      database.transaction(async (within) => {
        const mark = marks.account(account)
        await within.insert(people).values({ id, since: clock.now() }).onConflictDoNothing()
        const reached = {
          sealedDoor: cipher.seal(door, doorOf(mark)),
          doorMark: marks.address({ platform: account.platform, key: door }),
          reachable: true,
        }
        // Waits for whoever keeps the same account at this moment, and then finds their person.
        const [row] = await within
          .insert(accounts)
          .values({
            mark,
            person: id,
            platform: account.platform,
            sealedKey: cipher.seal(account.key, keyOf(mark)),
            ...reached,
          })
          .onConflictDoUpdate({ target: accounts.mark, set: reached })
          .returning({ person: accounts.person })
        const kept = row?.person ?? id
        if (kept !== id) {
          const theirs = within.select().from(accounts).where(eq(accounts.person, id))
          await within.delete(people).where(and(eq(people.id, id), notExists(theirs)))
        }
        return kept
      }),

    rename: async (id, name) => {
      const sealedName = name === undefined ? null : cipher.seal(name, nameSpot(id))
      await database
        .update(people)
        .set({ sealedName, ...(name === undefined && { openName: false }) })
        .where(eq(people.id, id))
    },

    openName: async (id, is) => {
      await database.update(people).set({ openName: is }).where(eq(people.id, id))
    },

    news: async (id, on) => {
      await database.update(people).set({ news: on }).where(eq(people.id, id))
    },

    week: async (id, day) => {
      await database
        .update(people)
        .set({ weekDay: day ?? null })
        .where(eq(people.id, id))
    },

    shownOn: async (id) => {
      const rows = await database
        .select({ action: answers.action })
        .from(answers)
        .innerJoin(people, and(eq(people.id, answers.person), people.openName))
        .innerJoin(actions, and(eq(actions.id, answers.action), gt(actions.end, clock.now())))
        .where(and(eq(answers.person, id), eq(answers.answer, 'yes')))
      return rows.map(({ action }) => action)
    },

    still: async (id) => (await stillKnown(database, [id])).has(id),

    kept: async (id) => {
      const rows = await database
        .select({
          since: people.since,
          openName: people.openName,
          news: people.news,
          weekDay: people.weekDay,
          sealedName: people.sealedName,
          mark: accounts.mark,
          platform: accounts.platform,
          sealedKey: accounts.sealedKey,
        })
        .from(people)
        .leftJoin(accounts, eq(accounts.person, people.id))
        .where(eq(people.id, id))
        .orderBy(accounts.platform, accounts.mark)
      const [first] = rows
      if (!first) return undefined
      const theirs = rows.flatMap(({ mark, platform, sealedKey }): Account[] =>
        mark === null || platform === null || sealedKey === null
          ? []
          : [{ platform, key: cipher.open(sealedKey, keyOf(mark)) }],
      )
      return {
        ...named(id, first.sealedName),
        ...(first.openName && { openName: true as const }),
        ...(first.news && { news: true as const }),
        ...(first.weekDay !== null && { weekDay: first.weekDay }),
        since: new Date(first.since),
        accounts: theirs,
      }
    },

    erase: (id) =>
      database.transaction(async (within) => {
        // From here on nothing more can hang on the person: what is being written now is seen below, what comes later fails.
        await within.select({ id: people.id }).from(people).where(eq(people.id, id)).for('update')
        const answered = await forgetAnswers(within, id)
        const freed = await forgetTaken(within, id)
        await forgetUnsent(within, id)
        const theirs = await within
          .select({ mark: accounts.mark, doorMark: accounts.doorMark })
          .from(accounts)
          .where(eq(accounts.person, id))
        const doors = theirs.map((account) => account.doorMark)
        await within.delete(dialogues).where(
          inArray(
            dialogues.accountMark,
            theirs.map((account) => account.mark),
          ),
        )
        await within.delete(letters).where(or(eq(letters.reader, id), inArray(letters.addressMark, doors)))
        await within.delete(copies).where(or(eq(copies.reader, id), inArray(copies.addressMark, doors)))
        await within.update(broadcasts).set({ sealedWatch: null }).where(eq(broadcasts.author, id))
        await within.delete(people).where(eq(people.id, id))
        return [...new Set([...answered, ...freed])]
      }),

    reachable: async (account, is) => {
      await database
        .update(accounts)
        .set({ reachable: is })
        .where(and(eq(accounts.mark, marks.account(account)), ne(accounts.reachable, is)))
    },

    retry: async (account, now, since) => {
      const tried = await database
        .update(accounts)
        .set({ reachable: true, retried: now })
        .where(
          and(
            eq(accounts.mark, marks.account(account)),
            eq(accounts.reachable, false),
            or(isNull(accounts.retried), lte(accounts.retried, since), gt(accounts.retried, now)),
          ),
        )
        .returning({ mark: accounts.mark })
      return tried.length > 0
    },

    doors: async (id) => (await doorsOf([id])).get(id) ?? [],
    doorsOf,

    closed: async (door) => {
      const theirs = await database
        .update(accounts)
        .set({ reachable: false })
        .where(eq(accounts.doorMark, marks.address(door)))
        .returning({ mark: accounts.mark })
      return theirs.length > 0
    },
  }
}
