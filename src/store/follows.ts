import { and, asc, eq, gt, inArray, lte, notExists, sql } from 'drizzle-orm'
import type { Clock, Instant } from '../base/clock.ts'
import type { FollowId } from '../base/ids.ts'
import type { Followed } from '../domain/follows/model.ts'
import type { FollowStore } from '../domain/follows/ports.ts'
import type { Drizzle } from './database.ts'
import { filled, whole } from './rows.ts'
import { followedCalendars, followedItems, follows } from './tables/follows.ts'

interface Needs {
  readonly database: Drizzle
  readonly clock: Clock
}

/** Entries that one statement writes: a calendar may have twice as many. */
const linesAtOnce = 500

export const createFollowStore = ({ database, clock }: Needs): FollowStore => {
  const coming = sql<number>`(
    select count(*)::int from ${followedItems} i
    where i.path = ${followedCalendars.path} and i."end" > ${whole(clock.now())})`

  const finding = () =>
    database
      .select({
        id: follows.id,
        group: follows.group,
        path: follows.path,
        state: followedCalendars.state,
        read: followedCalendars.read,
        skipped: followedCalendars.skipped,
        coming,
      })
      .from(follows)
      .innerJoin(followedCalendars, eq(followedCalendars.path, follows.path))

  /** Those that nobody follows are held first, and looked at once more: somebody may just have begun to. */
  const forgetUnfollowed = (now: Instant): Promise<void> =>
    database.transaction(async (within) => {
      const followed = within.select({ id: follows.id }).from(follows)
      const left = notExists(followed.where(eq(follows.path, followedCalendars.path)))
      const held = await within
        .select({ path: followedCalendars.path })
        .from(followedCalendars)
        .where(and(lte(followedCalendars.next, now), left))
        .for('update', { skipLocked: true })
      if (held.length === 0) return
      const those = inArray(
        followedCalendars.path,
        held.map(({ path }) => path),
      )
      await within.delete(followedCalendars).where(and(those, left))
    })

  const asFollowed = (row: Awaited<ReturnType<typeof finding>>[number]): Followed => filled(row)

  return {
    add: ({ id, group, path }, by, at, most) =>
      database.transaction(async (within) => {
        // Two at a time: the second one counts the first.
        await within.execute(sql`select pg_advisory_xact_lock(hashtext(${`follows ${group}`}))`)
        const own = await within
          .select({ path: follows.path })
          .from(follows)
          .where(eq(follows.group, group))
          .for('update')
        if (own.some((each) => each.path === path)) return 'already'
        if (own.length >= most) return 'full'
        // Held until the group follows it: whoever forgets what nobody follows passes it by.
        await within
          .insert(followedCalendars)
          .values({ path, state: 'new', next: at, skipped: 0 })
          .onConflictDoUpdate({ target: followedCalendars.path, set: { path } })
        await within.insert(follows).values({ id, group, path, since: at, by })
        return 'added'
      }),
    byId: async (id: FollowId) => {
      const [row] = await finding().where(eq(follows.id, id))
      return row && asFollowed(row)
    },
    of: async (group) =>
      (await finding().where(eq(follows.group, group)).orderBy(asc(follows.since), asc(follows.id))).map(
        asFollowed,
      ),
    end: async (id) =>
      (await database.delete(follows).where(eq(follows.id, id)).returning({ id: follows.id })).length > 0,
    due: async (now, most) => {
      await forgetUnfollowed(now)
      const rows = await database
        .select({
          path: followedCalendars.path,
          etag: followedCalendars.etag,
          modified: followedCalendars.modified,
          coming,
        })
        .from(followedCalendars)
        .where(lte(followedCalendars.next, now))
        .orderBy(asc(followedCalendars.next), asc(followedCalendars.path))
        .limit(most)
      return rows.map((row) => filled(row))
    },
    keep: (path, { source, items, skipped, version }, at, next) =>
      database.transaction(async (within) => {
        const [row] = await within
          .update(followedCalendars)
          .set({
            state: 'read',
            read: at,
            next,
            skipped,
            etag: version.etag ?? null,
            modified: version.modified ?? null,
          })
          .where(eq(followedCalendars.path, path))
          .returning({ path: followedCalendars.path })
        // Left while it was read.
        if (!row) return
        await within.delete(followedItems).where(eq(followedItems.path, path))
        for (let from = 0; from < items.length; from += linesAtOnce)
          await within
            .insert(followedItems)
            .values(items.slice(from, from + linesAtOnce).map((item) => ({ path, source, ...item })))
            .onConflictDoNothing()
      }),
    note: async (path, state, at, next) => {
      await database
        .update(followedCalendars)
        .set({ state, next, ...(state === 'read' && { read: at }) })
        .where(eq(followedCalendars.path, path))
    },
    postpone: async (path, next) => {
      await database.update(followedCalendars).set({ next }).where(eq(followedCalendars.path, path))
    },
    items: (path) =>
      database
        .select({
          sourceId: followedItems.sourceId,
          start: followedItems.start,
          end: followedItems.end,
          print: followedItems.print,
        })
        .from(followedItems)
        .where(and(eq(followedItems.path, path), gt(followedItems.end, clock.now()))),
  }
}
