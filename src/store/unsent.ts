import { and, eq, inArray, isNull, lt, or } from 'drizzle-orm'
import type { PersonId } from '../base/ids.ts'
import type { AnnouncementStore } from '../domain/announcements/ports.ts'
import type { Drizzle } from './database.ts'
import { announcements } from './tables/announcements.ts'

/** Nobody but their author can send them: they go when their author does. */
export const forgetUnsent = async (within: Drizzle, author: PersonId): Promise<void> => {
  await within
    .delete(announcements)
    .where(
      and(
        eq(announcements.author, author),
        inArray(announcements.stage, ['draft', 'asking', 'holding', 'cancelled']),
      ),
    )
}

/** Announcements that never left. Their pictures are forgotten like any that stands nowhere. */
export const createUnsent = (database: Drizzle): Pick<AnnouncementStore, 'forget'> => ({
  forget: async (before) => {
    const gone = await database
      .delete(announcements)
      .where(
        and(
          inArray(announcements.stage, ['draft', 'asking', 'cancelled']),
          lt(announcements.made, before),
          or(isNull(announcements.due), lt(announcements.due, before)),
        ),
      )
      .returning({ id: announcements.id })
    return gone.length
  },
})
