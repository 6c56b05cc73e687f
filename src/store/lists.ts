import { and, asc, eq, exists, isNotNull, notExists, sql } from 'drizzle-orm'
import type { AnnouncementStore } from '../domain/announcements/ports.ts'
import { belonging } from './belonging.ts'
import type { Drizzle } from './database.ts'
import { announcements, receipts, relays } from './tables/announcements.ts'
import { groups } from './tables/groups.ts'
import { links } from './tables/links.ts'
import { roles } from './tables/roles.ts'

const one = { one: sql`1` }

/** Groups by name, for those who speak to them. */
export const createLists = (
  database: Drizzle,
): Pick<AnnouncementStore, 'unlinkedNames' | 'unread' | 'unreadCount'> => {
  /** Another group than the one that speaks has a copy or was asked for one, and nobody who works there has said that they read it. */
  const silent = (id: string) => {
    const told = database
      .select(one)
      .from(relays)
      .innerJoin(announcements, eq(announcements.id, relays.announcement))
      .where(
        and(
          sql`${relays.announcement} = ${id}::uuid`,
          eq(relays.group, groups.id),
          sql`${announcements.group} is distinct from ${groups.id}`,
        ),
      )
    const someone = database.select(one).from(roles).where(eq(roles.group, groups.id))
    const read = database
      .select(one)
      .from(receipts)
      .innerJoin(roles, and(eq(roles.person, receipts.person), isNotNull(roles.group)))
      .where(and(sql`${receipts.announcement} = ${id}::uuid`, eq(roles.group, groups.id)))
    return and(exists(told), exists(someone), notExists(read))
  }

  return {
    unlinkedNames: async (where, filter, { skip, take }) => {
      const linked = database.select(one).from(links).where(eq(links.group, groups.id))
      const rows = await database
        .select({ name: groups.name })
        .from(groups)
        .where(and(belonging(database)(where, filter), eq(groups.active, true), notExists(linked)))
        .orderBy(asc(groups.sortName), asc(groups.id))
        .offset(skip)
        .limit(take)
      return rows.map(({ name }) => name)
    },
    unread: async (id, { skip, take }) => {
      const rows = await database
        .select({ name: groups.name })
        .from(groups)
        .where(silent(id))
        .orderBy(asc(groups.sortName), asc(groups.id))
        .offset(skip)
        .limit(take)
      return rows.map(({ name }) => name)
    },
    unreadCount: (id) => database.$count(groups, silent(id)),
  }
}
