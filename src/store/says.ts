import { and, asc, count, eq, gt, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import type { Instant } from '../base/clock.ts'
import { usualSay } from '../domain/announcements/model.ts'
import type { AnnouncementStore } from '../domain/announcements/ports.ts'
import type { Truce } from '../domain/announcements/truces.ts'
import type { Drizzle } from './database.ts'
import { receipts, says, truces } from './tables/announcements.ts'
import { letters } from './tables/letters.ts'

/** Silences that last at that instant, or will. */
export const trucesAfter = (database: Drizzle, at: Instant) =>
  database
    .select({ from: truces.from, to: truces.to })
    .from(truces)
    .where(gt(truces.to, at))
    .orderBy(asc(truces.from))

/** Not called off or changed, and not before this transaction ends: letters that it puts off are found then. */
export const standing = async (within: Drizzle, { from, to }: Truce): Promise<boolean> =>
  (
    await within
      .select({ from: truces.from })
      .from(truces)
      .where(and(eq(truces.from, from), eq(truces.to, to)))
      .for('share')
  ).length > 0

/** Due as if there were no silence; where one lasts, whoever takes such a letter puts it off once more, and so where a chat takes none at that hour. */
const unsilence = (within: Drizzle) =>
  within
    .update(letters)
    .set({ due: sql`${letters.planned}` })
    .where(and(isNull(letters.closed), isNotNull(letters.planned)))

/** What groups do with what others announce, and who said that they had read it. */
export const createSays = (
  database: Drizzle,
): Pick<
  AnnouncementStore,
  'say' | 'setSay' | 'receive' | 'received' | 'truce' | 'truces' | 'setTruce' | 'endTruce'
> => ({
  truce: async (at) => {
    const [row] = await trucesAfter(database, at).limit(1)
    return row
  },
  truces: (at) => trucesAfter(database, at),
  setTruce: ({ from, to }, by) =>
    database.transaction(async (within) => {
      // Two at once: the second one sees the first.
      await within.execute(sql`select pg_advisory_xact_lock(hashtext('porte_voix.truces'))`)
      await within.delete(truces).where(and(lt(truces.from, to), gt(truces.to, from)))
      await within.insert(truces).values({ from, to, by })
      await unsilence(within)
    }),
  endTruce: ({ from }) =>
    database.transaction(async (within) => {
      const gone = await within.delete(truces).where(eq(truces.from, from)).returning({ from: truces.from })
      await unsilence(within)
      return gone.length > 0
    }),
  say: async (group) => {
    const [row] = await database
      .select({ mode: says.mode, otherwise: says.otherwise })
      .from(says)
      .where(eq(says.group, group))
    return row ?? usualSay
  },
  setSay: async (group, say) => {
    await database
      .insert(says)
      .values({ group, ...say })
      .onConflictDoUpdate({ target: says.group, set: say })
  },
  receive: async (announcement, person, at) =>
    (
      await database
        .insert(receipts)
        .values({ announcement, person, at })
        .onConflictDoNothing()
        .returning({ at: receipts.at })
    ).length > 0,
  received: async (id) => {
    const [row] = await database
      .select({ people: count() })
      .from(receipts)
      .where(eq(receipts.announcement, id))
    return row?.people ?? 0
  },
})
