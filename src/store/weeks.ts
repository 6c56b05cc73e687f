import { and, asc, eq, gt, inArray, isNull, lt, or } from 'drizzle-orm'
import type { OwnWeek, WeekStore } from '../domain/weeks/ports.ts'
import type { Cipher } from './cipher.ts'
import type { Drizzle } from './database.ts'
import { openLink } from './links.ts'
import { links } from './tables/links.ts'
import { people } from './tables/people.ts'
import { wishes } from './tables/reminders.ts'

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
  dueFor: async ({ days, sentBefore, after, most }) => {
    const rows = await database
      .select({ person: people.id, day: people.weekDay })
      .from(people)
      .where(
        and(
          inArray(people.weekDay, [...days]),
          after && gt(people.id, after),
          or(isNull(people.weekSent), lt(people.weekSent, sentBefore)),
        ),
      )
      .orderBy(asc(people.id))
      .limit(most)
      .for('update', { skipLocked: true })
    if (rows.length === 0) return []
    const ids = rows.map(({ person }) => person)
    const wanted = await database.select().from(wishes).where(inArray(wishes.person, ids))
    const by = new Map(wanted.map((row) => [row.person, row]))
    return rows.flatMap(({ person, day }): OwnWeek[] => {
      const own = by.get(person)
      return day === null
        ? []
        : [
            {
              person,
              day,
              ...(own && { quiet: { from: own.quietFrom, to: own.quietTo } }),
              ...(own?.zone && { zone: own.zone }),
            },
          ]
    })
  },
  sentTo: async (person, at) => {
    await database.update(people).set({ weekSent: at }).where(eq(people.id, person))
  },
  sent: async (id, at) => {
    await database.update(links).set({ agendaSent: at }).where(eq(links.id, id))
  },
})
