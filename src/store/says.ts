import { asc, count, eq, gt } from 'drizzle-orm'
import { usualSay } from '../domain/announcements/model.ts'
import type { AnnouncementStore } from '../domain/announcements/ports.ts'
import type { Drizzle } from './database.ts'
import { receipts, says, truces } from './tables/announcements.ts'

/** What groups do with what others announce, and who said that they had read it. */
export const createSays = (
  database: Drizzle,
): Pick<
  AnnouncementStore,
  'say' | 'setSay' | 'receive' | 'received' | 'truce' | 'setTruce' | 'endTruce'
> => ({
  truce: async (at) => {
    const [row] = await database
      .select({ from: truces.from, to: truces.to })
      .from(truces)
      .where(gt(truces.to, at))
      .orderBy(asc(truces.from))
      .limit(1)
    return row
  },
  setTruce: async ({ from, to }, by) => {
    await database
      .insert(truces)
      .values({ from, to, by })
      .onConflictDoUpdate({ target: truces.from, set: { to, by } })
  },
  endTruce: async ({ from }) => {
    await database.delete(truces).where(eq(truces.from, from))
  },
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
