import { and, asc, inArray, lte } from 'drizzle-orm'
import type { Post, PostStore, Shown } from '../domain/planning/publishing.ts'
import type { Drizzle } from './database.ts'
import { posts } from './tables/planning.ts'

interface Needs {
  readonly database: Drizzle
}

const shownIn = ({ action, proposal, again }: typeof posts.$inferSelect): Shown | undefined => {
  const manner = again ? { again } : {}
  if (action !== null) return { action, ...manner }
  return proposal === null ? undefined : { proposal, ...manner }
}

export const createPostStore = ({ database }: Needs): PostStore => ({
  hold: async ({ link, key, shown, due }) => {
    await database
      .insert(posts)
      .values({ link, key, due, ...shown })
      .onConflictDoNothing()
  },
  take: async (now, most) => {
    const those = database
      .select({ key: posts.key })
      .from(posts)
      .where(lte(posts.due, now))
      .orderBy(asc(posts.due), asc(posts.key))
      .limit(most)
    const rows = await database
      .delete(posts)
      .where(and(lte(posts.due, now), inArray(posts.key, those)))
      .returning()
    return rows.flatMap((row): readonly Post[] => {
      const shown = shownIn(row)
      return shown ? [{ link: row.link, key: row.key, due: row.due, shown }] : []
    })
  },
})
