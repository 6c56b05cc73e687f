import { and, asc, eq, gt, isNull, lt, or } from 'drizzle-orm'
import type { WeekStore } from '../domain/weeks/ports.ts'
import type { Cipher } from './cipher.ts'
import type { Drizzle } from './database.ts'
import { openLink } from './links.ts'
import { links } from './tables/links.ts'

interface Needs {
  readonly database: Drizzle
  readonly cipher: Cipher
}

export const createWeekStore = ({ database, cipher }: Needs): WeekStore => ({
  due: async ({ slots, sentBefore, after, most }) => {
    const rows = await database
      .select()
      .from(links)
      .where(
        and(
          eq(links.agenda, true),
          isNull(links.trouble),
          after && gt(links.id, after),
          or(...slots.map(({ day, hour }) => and(eq(links.day, day), eq(links.hour, hour)))),
          or(isNull(links.agendaSent), lt(links.agendaSent, sentBefore)),
        ),
      )
      .orderBy(asc(links.id))
      .limit(most)
      .for('update', { skipLocked: true })
    return rows.map(openLink(cipher))
  },
  sent: async (id, at) => {
    await database.update(links).set({ agendaSent: at }).where(eq(links.id, id))
  },
})
