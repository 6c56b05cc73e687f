import { and, asc, eq, exists, inArray, isNotNull, ne, or, sql } from 'drizzle-orm'
import type { AnnouncementStore } from '../domain/announcements/ports.ts'
import type { Drizzle } from './database.ts'
import { actions } from './tables/actions.ts'
import { announcements } from './tables/announcements.ts'

/** Announcements that wait, and whose action is no longer what it was. */
export const createStrays = (database: Drizzle): Pick<AnnouncementStore, 'strays'> => ({
  strays: async () => {
    const moved = and(
      isNotNull(announcements.beside),
      or(ne(actions.start, announcements.besideStart), ne(actions.end, announcements.besideEnd)),
    )
    const otherwise = database
      .select({ one: sql`1` })
      .from(actions)
      .where(and(eq(actions.id, announcements.action), or(ne(actions.state, 'planned'), moved)))
    const rows = await database
      .select({ id: announcements.id })
      .from(announcements)
      .where(and(inArray(announcements.stage, ['asking', 'holding']), exists(otherwise)))
      .orderBy(asc(announcements.id))
      .for('update', { skipLocked: true })
    return rows.map(({ id }) => id)
  },
})
