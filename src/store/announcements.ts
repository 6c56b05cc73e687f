import { and, asc, desc, eq, inArray, lte } from 'drizzle-orm'
import type { Rich } from '../base/rich.ts'
import type { Announcement } from '../domain/announcements/model.ts'
import type { Repeats } from '../domain/announcements/repeats.ts'
import type { AnnouncementStore } from '../domain/announcements/ports.ts'
import type { Cipher } from './cipher.ts'
import type { Drizzle } from './database.ts'
import { createRelays } from './relays.ts'
import { createSays } from './says.ts'
import { filled } from './rows.ts'
import { announcements } from './tables/announcements.ts'

interface Needs {
  readonly database: Drizzle
  readonly cipher: Cipher
}

const spot = (row: string) => ({ table: 'announcements', row, column: 'text' })

export const createAnnouncementStore = ({ database, cipher }: Needs): AnnouncementStore => {
  const opened = ({
    sealedText,
    agreed: _,
    repeats,
    ...row
  }: typeof announcements.$inferSelect): Announcement => ({
    ...filled(row),
    ...(repeats !== null && { repeats: JSON.parse(repeats) as Repeats }),
    text: JSON.parse(cipher.open(sealedText, spot(row.id))) as Rich,
  })
  const sealed = (id: string, text: Rich): string => cipher.seal(JSON.stringify(text), spot(id))

  return {
    put: async ({ id, author, group, text, stage, made, due, repeats, action }) => {
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
    write: async (id, text) => {
      await database
        .update(announcements)
        .set({ sealedText: sealed(id, text) })
        .where(eq(announcements.id, id))
    },
    join: async (id, action) => {
      await database
        .update(announcements)
        .set({ action: action ?? null })
        .where(eq(announcements.id, id))
    },
    plan: async (id, { due, repeats }) => {
      await database
        .update(announcements)
        .set({ due: due ?? null, repeats: repeats ? JSON.stringify(repeats) : null })
        .where(eq(announcements.id, id))
    },
    due: async (now) => {
      const rows = await database
        .select({ id: announcements.id })
        .from(announcements)
        .where(and(eq(announcements.stage, 'holding'), lte(announcements.due, now)))
        .orderBy(asc(announcements.due), asc(announcements.id))
        .for('update', { skipLocked: true })
      return rows.map(({ id }) => id)
    },
    of: async (author, take) => {
      const rows = await database
        .select()
        .from(announcements)
        .where(eq(announcements.author, author))
        .orderBy(desc(announcements.made), desc(announcements.id))
        .limit(take)
      return rows.map(opened)
    },
    ...createRelays({ database, cipher }),
    ...createSays(database),
  }
}
