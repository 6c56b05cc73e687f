import { and, asc, desc, eq, inArray, lte, type SQL } from 'drizzle-orm'
import type { Clock } from '../base/clock.ts'
import type { Rich } from '../base/rich.ts'
import type { Announcement } from '../domain/announcements/model.ts'
import type { AnnouncementStore } from '../domain/announcements/ports.ts'
import { openedBy, sealAlt, sealPoll, spot } from './announcement-rows.ts'
import type { Cipher } from './cipher.ts'
import type { Drizzle } from './database.ts'
import { createLists } from './lists.ts'
import { createPolls } from './polls.ts'
import { createRelays } from './relays.ts'
import { createSays } from './says.ts'
import { createStrays } from './strays.ts'
import { announcements } from './tables/announcements.ts'
import { createUnsent } from './unsent.ts'
import { createWaves } from './waves.ts'

interface Needs {
  readonly database: Drizzle
  readonly cipher: Cipher
  readonly clock: Clock
}

export const createAnnouncementStore = ({ database, cipher, clock }: Needs): AnnouncementStore => {
  const opened = openedBy(cipher)
  const sealed = (id: string, text: Rich): string => cipher.seal(JSON.stringify(text), spot(id))
  const set = async (id: string, columns: Partial<typeof announcements.$inferInsert>): Promise<void> => {
    await database
      .update(announcements)
      .set(columns)
      .where(eq(announcements.id, id as typeof announcements.$inferSelect.id))
  }

  const newest = async (where: SQL | undefined, take: number): Promise<readonly Announcement[]> => {
    const rows = await database
      .select()
      .from(announcements)
      .where(where)
      .orderBy(desc(announcements.made), desc(announcements.id))
      .limit(take)
    return rows.map(opened)
  }

  return {
    put: async ({ id, author, group, text, stage, made, due, repeats, action, poll, picture, filter }) => {
      await database.insert(announcements).values({
        id,
        author: author ?? null,
        group: group ?? null,
        sealedText: sealed(id, text),
        stage,
        made,
        due: due ?? null,
        repeats: repeats ? JSON.stringify(repeats) : null,
        action: action ?? null,
        sealedPoll: sealPoll(cipher, id, poll),
        picture: picture?.id ?? null,
        sealedAlt: sealAlt(cipher, id, picture?.alt),
        filter: filter ? JSON.stringify(filter) : null,
      })
    },
    byId: async (id) => {
      const [row] = await database.select().from(announcements).where(eq(announcements.id, id))
      return row && opened(row)
    },
    step: async (id, from, to, { due, agreed } = {}) => {
      const stepped = await database
        .update(announcements)
        .set({ stage: to, ...(due !== undefined && { due }), ...(agreed && { agreed }) })
        .where(and(eq(announcements.id, id), inArray(announcements.stage, [...from])))
        .returning({ id: announcements.id })
      return stepped.length > 0
    },
    write: (id, text) => set(id, { sealedText: sealed(id, text) }),
    join: (id, action) => set(id, { action: action ?? null }),
    ask: (id, poll) => set(id, { sealedPoll: sealPoll(cipher, id, poll) }),
    illustrate: (id, picture) =>
      set(id, { picture: picture?.id ?? null, sealedAlt: sealAlt(cipher, id, picture?.alt) }),
    narrow: (id, filter) => set(id, { filter: filter ? JSON.stringify(filter) : null }),
    goPrivately: (id, broadcast) => set(id, { privately: broadcast }),
    plan: (id, { due, repeats, beside }) =>
      set(id, {
        due: due ?? null,
        repeats: repeats ? JSON.stringify(repeats) : null,
        beside: beside?.words ?? null,
        besideStart: beside?.start ?? null,
        besideEnd: beside?.end ?? null,
      }),
    due: async (now) => {
      const rows = await database
        .select({ id: announcements.id })
        .from(announcements)
        .where(and(eq(announcements.stage, 'holding'), lte(announcements.due, now)))
        .orderBy(asc(announcements.due), asc(announcements.id))
        .for('update', { skipLocked: true })
      return rows.map(({ id }) => id)
    },
    of: (author, take) => newest(eq(announcements.author, author), take),
    drafts: (author, take) =>
      newest(and(eq(announcements.author, author), eq(announcements.stage, 'draft')), take),
    ...createLists(database),
    ...createPolls(database),
    ...createStrays(database),
    ...createRelays({ database, cipher }),
    ...createWaves({ database, cipher, clock }),
    ...createSays(database),
    ...createUnsent(database),
  }
}
