import { and, asc, count, eq, inArray, isNull, lte, notExists, sql } from 'drizzle-orm'
import type { Instant } from '../base/clock.ts'
import type { LetterId } from '../base/ids.ts'
import { usualSay, type Candidate, type Relay } from '../domain/announcements/model.ts'
import type { AnnouncementStore } from '../domain/announcements/ports.ts'
import { isEverywhere } from '../domain/rights/model.ts'
import type { Fate } from '../engine/letter.ts'
import { belonging } from './belonging.ts'
import type { Cipher } from './cipher.ts'
import type { Drizzle } from './database.ts'
import { openLink, titleOf } from './links.ts'
import { relays, says } from './tables/announcements.ts'
import { broadcasts } from './tables/broadcasts.ts'
import { groups } from './tables/groups.ts'
import { letters } from './tables/letters.ts'
import { links } from './tables/links.ts'

interface Needs {
  readonly database: Drizzle
  readonly cipher: Cipher
}

export const lineOf = (row: string) => ({ table: 'relays', row, column: 'line' })

interface Carried {
  readonly relay: Pick<typeof relays.$inferSelect, 'fate' | 'why'>
  readonly letter: LetterId | null
  readonly closed: Instant | null
  readonly fate: Fate['is'] | null
  readonly why: string | null
  readonly expanded: boolean | null
}

/** What became of a copy: its letter says so while it is kept. */
const becameOf = ({ relay, letter, closed, fate, why, expanded }: Carried) => {
  if (letter === null)
    // Whoever has no letter once all are written gets none.
    return { fate: relay.fate ?? (expanded ? 'dropped' : 'waiting'), why: relay.why } as const
  // What its author has paused leaves when they go on.
  const rests = fate === 'dropped' && why === 'paused'
  return closed === null || fate === null || rests ? ({ fate: 'waiting' } as const) : { fate, why }
}

/** Each chat's part of an announcement, and the groups' say. */
export const createRelays = ({
  database,
  cipher,
}: Needs): Pick<
  AnnouncementStore,
  'audience' | 'unlinked' | 'relay' | 'relays' | 'turn' | 'delay' | 'dueRelays'
> => {
  const within = belonging(database)

  const sealLines = async (rows: readonly { readonly id: string }[], line: string | undefined) => {
    if (line === undefined) return
    for (const { id } of rows)
      await database
        .update(relays)
        .set({ sealedLine: cipher.seal(line, lineOf(id)) })
        .where(eq(relays.id, id))
  }

  return {
    audience: async (where, filter) => {
      const rows = await database
        .select({
          link: links,
          department: groups.department,
          kind: groups.kind,
          mode: says.mode,
          otherwise: says.otherwise,
        })
        .from(links)
        .leftJoin(groups, eq(groups.id, links.group))
        .leftJoin(says, eq(says.group, links.group))
        .where(isEverywhere(where) && !filter ? undefined : within(where, filter))
        .orderBy(asc(links.id))
      const open = openLink(cipher)
      return rows.map(({ link, department, kind, mode, otherwise }): Candidate => {
        const hasSay = link.group !== null && link.group !== where && kind !== 'loop'
        const say = mode === null || otherwise === null ? usualSay : { mode, otherwise }
        return {
          link: open(link),
          ...(department !== null && { department }),
          ...(hasSay && { say }),
        }
      })
    },
    unlinked: async (where, filter) => {
      const linked = database.select({ id: links.id }).from(links).where(eq(links.group, groups.id))
      const [row] = await database
        .select({ groups: count() })
        .from(groups)
        .where(and(within(where, filter), eq(groups.active, true), notExists(linked)))
      return row?.groups ?? 0
    },
    relay: async (announcement, made) => {
      const rows = made.map((relay) => ({
        announcement,
        link: relay.link,
        group: relay.group ?? null,
        state: relay.state,
        broadcast: relay.broadcast ?? null,
        until: relay.until ?? null,
      }))
      if (rows.length > 0) await database.insert(relays).values(rows).onConflictDoNothing()
    },
    relays: async (id) => {
      const rows = await database
        .select({
          relay: relays,
          platform: links.platform,
          sealedTitle: links.sealedTitle,
          letter: letters.id,
          closed: letters.closed,
          fate: letters.fate,
          why: letters.why,
          expanded: broadcasts.expanded,
        })
        .from(relays)
        .innerJoin(links, eq(links.id, relays.link))
        .leftJoin(broadcasts, eq(broadcasts.id, relays.broadcast))
        .leftJoin(
          letters,
          and(eq(letters.broadcast, relays.broadcast), eq(letters.target, sql`${relays.link}::text`)),
        )
        .where(eq(relays.announcement, id))
        .orderBy(asc(relays.link))
      return rows.map((row): Relay => {
        const { relay, platform, sealedTitle, letter } = row
        const { fate, why } = becameOf(row)
        return {
          link: relay.link,
          ...(relay.group !== null && { group: relay.group }),
          title: cipher.open(sealedTitle, titleOf(relay.link)),
          platform,
          state: relay.state,
          ...(relay.broadcast !== null && { broadcast: relay.broadcast }),
          ...(relay.state === 'sent' && { fate }),
          ...(letter === null && fate === 'delivered' && { old: true as const }),
          ...(why !== null && why !== undefined && { why }),
        }
      })
    },
    turn: async (id, from, { state, broadcast, line, until = null }, { group, links: these }) => {
      if (these?.length === 0) return []
      const turned = await database
        .update(relays)
        .set({ state, until, ...(broadcast !== undefined && { broadcast }) })
        .where(
          and(
            eq(relays.announcement, id),
            eq(relays.state, from),
            group === undefined ? undefined : eq(relays.group, group),
            these === undefined ? undefined : inArray(relays.link, [...these]),
          ),
        )
        .returning({ id: relays.id, link: relays.link })
      await sealLines(turned, line)
      return turned.map(({ link }) => link)
    },
    delay: async (id, { group, links: these }, until, line) => {
      const delayed = await database
        .update(relays)
        .set({ until, state: 'later' })
        .where(
          and(
            eq(relays.announcement, id),
            inArray(relays.state, ['waiting', 'later']),
            group === undefined ? undefined : eq(relays.group, group),
            these === undefined ? undefined : inArray(relays.link, [...these]),
          ),
        )
        .returning({ id: relays.id })
      await sealLines(delayed, line)
      return delayed.length > 0
    },
    dueRelays: async (now) => {
      const rows = await database
        .select({
          announcement: relays.announcement,
          link: relays.link,
          group: relays.group,
          state: relays.state,
          id: relays.id,
          sealedLine: relays.sealedLine,
          silent: links.silent,
          pinned: links.pinned,
          from: links.fromHour,
          to: links.toHour,
          department: groups.department,
        })
        .from(relays)
        .innerJoin(links, eq(links.id, relays.link))
        .leftJoin(groups, eq(groups.id, links.group))
        .where(and(lte(relays.until, now), inArray(relays.state, ['waiting', 'later'])))
        .orderBy(asc(relays.announcement), asc(relays.link))
        .limit(500)
      return rows.map(({ id, group, silent, pinned, from, to, department, sealedLine, ...row }) => ({
        ...row,
        manner: { silent, pinned },
        hours: { from, to },
        ...(group !== null && { group }),
        ...(department !== null && { department }),
        ...(sealedLine !== null && { line: cipher.open(sealedLine, lineOf(id)) }),
      }))
    },
  }
}

/** Chats of one broadcast of an announcement, in the order of their ids. */
export const relayed = (broadcast: string) =>
  and(sql`${relays.broadcast} = ${broadcast}::uuid`, eq(relays.state, 'sent'), isNull(links.trouble))
