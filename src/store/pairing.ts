import { and, eq, gt, inArray, ne } from 'drizzle-orm'
import { instant, type Instant } from '../base/clock.ts'
import type { PersonId } from '../base/ids.ts'
import type { PairingStore } from '../domain/pairing/ports.ts'
import { forgetAnswers } from './answers.ts'
import type { Cipher } from './cipher.ts'
import type { Drizzle } from './database.ts'
import type { Marks } from './marks.ts'
import { createPeopleStore, nameSpot } from './people.ts'
import { reassign } from './reassign.ts'
import { joinSuited } from './suited.ts'
import { copies } from './tables/copies.ts'
import { letters } from './tables/letters.ts'
import { pairings } from './tables/pairings.ts'
import { accounts, dialogues, people } from './tables/people.ts'

interface Needs {
  readonly database: Drizzle
  readonly cipher: Cipher
  readonly marks: Marks
}

/** Both rows, in the order in which everybody locks people. */
const locked = async (within: Drizzle, ...of: readonly PersonId[]): Promise<void> => {
  await within
    .select({ id: people.id })
    .from(people)
    .where(inArray(people.id, [...of]))
    .orderBy(people.id)
    .for('update')
}

export const createPairingStore = ({ database, cipher, marks }: Needs): PairingStore => {
  const worth = (code: string, now: Instant) =>
    and(eq(pairings.mark, marks.other(`pairing ${code}`)), gt(pairings.until, now))

  /**
   * What each had said of themselves. The name that is kept is that of whoever made the code; without one, the other's. What either asked for
   * is asked for; that chats of many may show a name was said of that name alone.
   */
  const joined = async (within: Drizzle, from: PersonId, to: PersonId): Promise<void> => {
    const rows = await within
      .select()
      .from(people)
      .where(inArray(people.id, [from, to]))
    const of = (id: PersonId) => rows.find((row) => row.id === id)
    const [gone, stays] = [of(from), of(to)]
    if (!gone || !stays) return
    const renamed = stays.sealedName === null ? gone.sealedName : null
    const sent = [gone.weekSent, stays.weekSent].filter((at) => at !== null)
    await within
      .update(people)
      .set({
        ...(renamed !== null && {
          sealedName: cipher.seal(cipher.open(renamed, nameSpot(from)), nameSpot(to)),
        }),
        openName: stays.sealedName === null ? gone.openName || stays.openName : stays.openName,
        news: gone.news || stays.news,
        weekDay: stays.weekDay ?? gone.weekDay,
        weekSent: sent.length > 0 ? instant(Math.max(...sent)) : null,
      })
      .where(eq(people.id, to))
  }

  return {
    offer: async (person, code, until) => {
      const row = { mark: marks.other(`pairing ${code}`), until }
      await database
        .insert(pairings)
        .values({ person, ...row })
        .onConflictDoUpdate({ target: pairings.person, set: row })
    },

    offered: async (code, now) => {
      const rows = await database
        .select({ person: people.id, sealedName: people.sealedName, platform: accounts.platform })
        .from(pairings)
        .innerJoin(people, eq(people.id, pairings.person))
        .innerJoin(accounts, eq(accounts.person, people.id))
        .where(worth(code, now))
        .orderBy(accounts.platform)
      const [first] = rows
      if (!first) return undefined
      const { person, sealedName } = first
      return {
        person,
        platforms: rows.map(({ platform }) => platform),
        ...(sealedName !== null && { name: cipher.open(sealedName, nameSpot(person)) }),
      }
    },

    pair: (code, account, door, now) =>
      database.transaction(async (within) => {
        const [used] = await within
          .delete(pairings)
          .where(worth(code, now))
          .returning({ person: pairings.person })
        if (!used) return { is: 'unknown' }
        const to = used.person
        const store = createPeopleStore({ database: within, cipher, marks, clock: { now: () => now } })
        const from = (await store.byAccount(account))?.id
        if (from === undefined || from === to) {
          await store.keep(to, account, door)
          return { is: 'paired', with: to, changed: [], recounted: [] }
        }
        await locked(within, from, to)
        await joined(within, from, to)
        const recounted = await joinSuited(within, from, to)
        await reassign(within, cipher, from, to)
        await within.update(letters).set({ reader: to }).where(eq(letters.reader, from))
        await within.update(copies).set({ reader: to }).where(eq(copies.reader, from))
        // What is left is what both had; it is taken out of the counts.
        const changed = await forgetAnswers(within, from)
        await within.delete(people).where(eq(people.id, from))
        return { is: 'paired', with: to, changed, recounted }
      }),

    part: (account) =>
      database.transaction(async (within) => {
        const mark = marks.account(account)
        const [own] = await within.select().from(accounts).where(eq(accounts.mark, mark))
        if (!own) return false
        await locked(within, own.person)
        const [other] = await within
          .select({ mark: accounts.mark })
          .from(accounts)
          .where(and(eq(accounts.person, own.person), ne(accounts.mark, mark)))
          .limit(1)
        if (!other) return false
        await within.delete(letters).where(eq(letters.addressMark, own.doorMark))
        await within.delete(copies).where(eq(copies.addressMark, own.doorMark))
        await within.delete(dialogues).where(eq(dialogues.accountMark, mark))
        await within.delete(accounts).where(eq(accounts.mark, mark))
        return true
      }),
  }
}
