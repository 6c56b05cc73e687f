import { and, count, eq, isNotNull, isNull, lte } from 'drizzle-orm'
import type { AnnouncementId, PersonId } from '../base/ids.ts'
import type { AnnouncementStore } from '../domain/announcements/ports.ts'
import type { Drizzle } from './database.ts'
import { announcements, votes } from './tables/announcements.ts'

const counted = async (within: Drizzle, id: AnnouncementId, choices: number): Promise<readonly number[]> => {
  const rows = await within
    .select({ choice: votes.choice, people: count() })
    .from(votes)
    .where(eq(votes.announcement, id))
    .groupBy(votes.choice)
  return Array.from({ length: choices }, (_, at) => rows.find(({ choice }) => choice === at)?.people ?? 0)
}

/** Votes, while they are counted; totals, once they are. */
export const createPolls = (
  database: Drizzle,
): Pick<AnnouncementStore, 'openPoll' | 'vote' | 'votes' | 'closePoll' | 'duePolls' | 'votedIn'> => {
  return {
    openPoll: async (id, ends) => {
      await database.update(announcements).set({ pollEnds: ends }).where(eq(announcements.id, id))
    },
    vote: (id, person: PersonId, choice) =>
      database.transaction(async (within) => {
        const [open] = await within
          .select({ id: announcements.id })
          .from(announcements)
          .where(
            and(
              eq(announcements.id, id),
              eq(announcements.stage, 'sent'),
              isNotNull(announcements.pollEnds),
              isNull(announcements.pollTotals),
            ),
          )
          .for('share')
        if (!open) return 'late'
        const [before] = await within
          .select({ choice: votes.choice })
          .from(votes)
          .where(and(eq(votes.announcement, id), eq(votes.person, person)))
        await within
          .insert(votes)
          .values({ announcement: id, person, choice })
          .onConflictDoUpdate({ target: [votes.announcement, votes.person], set: { choice } })
        return before === undefined || before.choice === choice ? 'counted' : 'changed'
      }),
    votes: (id, choices) => counted(database, id, choices),
    closePoll: (id, choices) =>
      database.transaction(async (within) => {
        const [open] = await within
          .select({ id: announcements.id })
          .from(announcements)
          .where(
            and(
              eq(announcements.id, id),
              isNotNull(announcements.pollEnds),
              isNull(announcements.pollTotals),
            ),
          )
          .for('update')
        if (!open) return undefined
        const totals = await counted(within, id, choices)
        await within
          .update(announcements)
          .set({ pollTotals: JSON.stringify(totals) })
          .where(eq(announcements.id, id))
        await within.delete(votes).where(eq(votes.announcement, id))
        return totals
      }),
    duePolls: async (now) => {
      const rows = await database
        .select({ id: announcements.id })
        .from(announcements)
        .where(and(lte(announcements.pollEnds, now), isNull(announcements.pollTotals)))
        .for('update', { skipLocked: true })
      return rows.map(({ id }) => id)
    },
    votedIn: async (person) => {
      const [row] = await database.select({ polls: count() }).from(votes).where(eq(votes.person, person))
      return row?.polls ?? 0
    },
  }
}
