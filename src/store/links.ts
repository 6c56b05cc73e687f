import { and, asc, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import type { Link, Settings } from '../domain/links/model.ts'
import type { LinkStore } from '../domain/links/ports.ts'
import { isEverywhere, type Where } from '../domain/rights/model.ts'
import type { Cipher } from './cipher.ts'
import type { Drizzle } from './database.ts'
import type { Marks } from './marks.ts'
import { links } from './tables/links.ts'

interface Needs {
  readonly database: Drizzle
  readonly cipher: Cipher
  readonly marks: Marks
}

type Row = typeof links.$inferSelect

export const linkKey = (row: string) => ({ table: 'links', row, column: 'key' })
export const titleOf = (row: string) => ({ table: 'links', row, column: 'title' })

const asColumns = ({ from, to, ...settings }: Settings) => ({ ...settings, fromHour: from, toHour: to })

const asSettings = (row: Row): Settings => ({
  announcements: row.announcements,
  actions: row.actions,
  agenda: row.agenda,
  reminders: row.reminders,
  silent: row.silent,
  pinned: row.pinned,
  published: row.published,
  threads: row.threads,
  from: row.fromHour,
  to: row.toHour,
  day: row.day,
  hour: row.hour,
})

/** What says of which chat a place is a part, as a topic is: a key begins with its chat's own, and a stroke. */
const wholeOf = (marks: Marks, platform: string, key: string): string =>
  marks.other(`whole ${platform} ${key.split('/', 1)[0] ?? key}`)

/** Marks the links of before there was such a mark; one that an older process adds meanwhile is read as it is. */
export const markWholes = async ({ database, cipher, marks }: Needs): Promise<void> => {
  const unmarked = () => database.select().from(links).where(isNull(links.wholeMark)).limit(500)
  for (let rows = await unmarked(); rows.length > 0; rows = await unmarked())
    for (const { id, platform, sealedKey } of rows)
      await database
        .update(links)
        .set({ wholeMark: wholeOf(marks, platform, cipher.open(sealedKey, linkKey(id))) })
        .where(and(eq(links.id, id), eq(links.sealedKey, sealedKey)))
}

export const openLink =
  (cipher: Cipher) =>
  (row: Row): Link => ({
    id: row.id,
    ...(row.group !== null && { group: row.group }),
    address: { platform: row.platform, key: cipher.open(row.sealedKey, linkKey(row.id)) },
    title: cipher.open(row.sealedTitle, titleOf(row.id)),
    since: row.since,
    ...(row.trouble !== null && { trouble: row.trouble }),
    ...(row.people !== null &&
      row.crowdMark !== null && { crowd: { people: row.people, of: row.crowdMark } }),
    settings: asSettings(row),
  })

export const placedAt = (where: Where) => (isEverywhere(where) ? isNull(links.group) : eq(links.group, where))

export const createLinkStore = ({ database, cipher, marks }: Needs): LinkStore => {
  const opened = openLink(cipher)
  const one = (row: Row | undefined): Link | undefined => row && opened(row)
  const here = (address: Link['address']) => eq(links.addressMark, marks.address(address))

  return {
    put: (link, by) =>
      database.transaction(async (within) => {
        const mark = marks.address(link.address)
        // Two at a time: the second one sees the first.
        await within.execute(sql`select pg_advisory_xact_lock(hashtext(${mark}))`)
        const [before] = await within.select().from(links).where(eq(links.addressMark, mark))
        const id = before?.id ?? link.id
        const row = {
          group: link.group ?? null,
          platform: link.address.platform,
          addressMark: mark,
          wholeMark: wholeOf(marks, link.address.platform, link.address.key),
          sealedKey: cipher.seal(link.address.key, linkKey(id)),
          sealedTitle: cipher.seal(link.title, titleOf(id)),
          trouble: null,
          by,
        }
        const [kept] = await within
          .insert(links)
          .values({ id, since: link.since, ...row, ...asColumns(link.settings) })
          .onConflictDoUpdate({ target: links.id, set: row })
          .returning()
        if (!kept) throw new Error('A link was neither added nor changed')
        const was = before
          ? (before.group ?? undefined) === link.group
            ? ('same' as const)
            : ('other' as const)
          : ('new' as const)
        return { link: opened(kept), was }
      }),
    byId: async (id) => one((await database.select().from(links).where(eq(links.id, id)))[0]),
    at: async (address) => one((await database.select().from(links).where(here(address)))[0]),
    of: async (where) =>
      (
        await database.select().from(links).where(placedAt(where)).orderBy(asc(links.since), asc(links.id))
      ).map(opened),
    set: async (id, settings) => {
      await database.update(links).set(asColumns(settings)).where(eq(links.id, id))
    },
    end: async (id) =>
      (await database.delete(links).where(eq(links.id, id)).returning({ id: links.id })).length > 0,
    trouble: async (address, why) =>
      one(
        (
          await database
            .update(links)
            .set({ trouble: why })
            .where(and(here(address), isNull(links.trouble)))
            .returning()
        )[0],
      ),
    switchOff: async (address, what) =>
      one(
        (
          await database
            .update(links)
            .set({ [what]: false })
            .where(and(here(address), eq(links[what], true)))
            .returning()
        )[0],
      ),
    mend: async (addresses) => {
      const all = addresses.map((address) => marks.address(address))
      if (all.length > 0)
        await database.update(links).set({ trouble: null }).where(inArray(links.addressMark, all))
    },
    within: async (platform, start) =>
      (
        await database
          .select()
          .from(links)
          .where(
            and(
              eq(links.platform, platform),
              or(eq(links.wholeMark, wholeOf(marks, platform, start)), isNull(links.wholeMark)),
            ),
          )
      )
        .map((row) => opened(row).address)
        .filter(({ key }) => key.startsWith(start)),
    uncounted: async (platforms, since, most) =>
      (
        await database
          .select()
          .from(links)
          .where(
            and(
              inArray(links.platform, [...platforms]),
              isNull(links.trouble),
              or(isNull(links.counted), lt(links.counted, since)),
            ),
          )
          .orderBy(sql`${links.counted} nulls first`, asc(links.id))
          .limit(most)
      ).map(opened),
    counted: async (id, crowd, at) => {
      const known =
        crowd === undefined
          ? { people: null, crowdMark: null }
          : crowd !== 'same' && { people: crowd.people, crowdMark: marks.other(`crowd ${crowd.of}`) }
      await database
        .update(links)
        .set({ counted: at, ...known })
        .where(eq(links.id, id))
    },
    move: async (from, key) => {
      const to = { platform: from.platform, key }
      const [row] = await database.select().from(links).where(here(from))
      if (!row) return
      // Somebody linked the new chat already: that one stays.
      const [there] = await database.select({ id: links.id }).from(links).where(here(to))
      if (there) await database.delete(links).where(eq(links.id, row.id))
      else
        await database
          .update(links)
          .set({
            addressMark: marks.address(to),
            wholeMark: wholeOf(marks, to.platform, key),
            sealedKey: cipher.seal(key, linkKey(row.id)),
            trouble: null,
          })
          .where(eq(links.id, row.id))
    },
  }
}
