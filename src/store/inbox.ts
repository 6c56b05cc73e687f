import { lt } from 'drizzle-orm'
import type { Inbox } from '../engine/ports.ts'
import type { Drizzle } from './database.ts'
import type { Marks } from './marks.ts'
import { inbox } from './tables/letters.ts'

interface Needs {
  readonly database: Drizzle
  readonly marks: Marks
}

export const createInbox = ({ database, marks }: Needs): Inbox => ({
  first: async (platform, update, at) => {
    const added = await database
      .insert(inbox)
      .values({ mark: marks.update(platform, update), at })
      .onConflictDoNothing()
      .returning({ at: inbox.at })
    return added.length > 0
  },
  forget: async (before) =>
    (await database.delete(inbox).where(lt(inbox.at, before)).returning({ at: inbox.at })).length,
})
