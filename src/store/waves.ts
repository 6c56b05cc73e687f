import { and, asc, count, eq, inArray, isNotNull, or, sql } from 'drizzle-orm'
import type { Clock } from '../base/clock.ts'
import type { AnnouncementStore } from '../domain/announcements/ports.ts'
import type { Cipher } from './cipher.ts'
import type { Drizzle } from './database.ts'
import type { Fate } from '../engine/letter.ts'
import { isPaused, pastOf } from './broadcast-rows.ts'
import { lineOf } from './relays.ts'
import { silentFor } from './silences.ts'
import { countSubscribers } from './subscribers.ts'
import { announcements, relays } from './tables/announcements.ts'
import { broadcasts } from './tables/broadcasts.ts'
import { letters } from './tables/letters.ts'

interface Needs {
  readonly database: Drizzle
  readonly cipher: Cipher
  readonly clock: Clock
}

/** Its author paused it: it leaves when they go on. */
const rests = sql<boolean | null>`(${isPaused})`

/** The broadcasts of an announcement: those of its chats, and that of its members. */
export const createWaves = ({
  database,
  cipher,
  clock,
}: Needs): Pick<AnnouncementStore, 'waves' | 'ofBroadcast' | 'members' | 'copies' | 'flow' | 'silent'> => ({
  silent: (of) => silentFor(database, of, clock.now()),
  members: (where, filter) => countSubscribers(database, { where, ...(filter && { filter }) }),
  copies: async (privately) => {
    const [of] = await database.select().from(broadcasts).where(eq(broadcasts.id, privately))
    const rows = await database
      .select({ fate: letters.fate, rests, people: count() })
      .from(letters)
      .where(eq(letters.broadcast, privately))
      .groupBy(letters.fate, rests)
    const now = (is: Fate['is']): number =>
      rows.find((row) => row.fate === is && row.rests !== true)?.people ?? 0
    const past = pastOf(of)
    const [delivered, gone, uncertain, dropped] = (
      ['delivered', 'gone', 'uncertain', 'dropped'] as const
    ).map((is) => now(is) + past[is]) as [number, number, number, number]
    const written = rows.reduce((all, { people }) => all + people, 0) + past.all
    const total = of?.expanded ? written : Math.max(written, of?.total ?? 0)
    return { total, delivered, gone, uncertain, left: total - delivered - gone - uncertain - dropped }
  },
  waves: async (id) => {
    const rows = await database
      .selectDistinctOn([relays.broadcast], {
        broadcast: relays.broadcast,
        id: relays.id,
        sealedLine: relays.sealedLine,
      })
      .from(relays)
      .where(and(eq(relays.announcement, id), isNotNull(relays.broadcast)))
      .orderBy(asc(relays.broadcast), asc(relays.link))
    const [of] = await database
      .select({ privately: announcements.privately })
      .from(announcements)
      .where(eq(announcements.id, id))
    const own = of?.privately ? [{ broadcast: of.privately, privately: true as const }] : []
    const chats = rows.flatMap(({ broadcast, id: row, sealedLine }) =>
      broadcast === null
        ? []
        : [{ broadcast, ...(sealedLine !== null && { line: cipher.open(sealedLine, lineOf(row)) }) }],
    )
    return [...chats, ...own]
  },
  flow: async (id) => {
    const ofChats = database
      .select({ broadcast: relays.broadcast })
      .from(relays)
      .where(and(eq(relays.announcement, id), isNotNull(relays.broadcast)))
    const own = database
      .select({ broadcast: announcements.privately })
      .from(announcements)
      .where(and(eq(announcements.id, id), isNotNull(announcements.privately)))
    const rows = await database
      .selectDistinct({ state: broadcasts.state })
      .from(broadcasts)
      .where(
        and(
          or(inArray(broadcasts.id, ofChats), inArray(broadcasts.id, own)),
          or(
            eq(broadcasts.state, 'paused'),
            and(eq(broadcasts.state, 'running'), eq(broadcasts.errand, 'send')),
          ),
        ),
      )
    if (rows.length === 0) return undefined
    return rows.some(({ state }) => state === 'paused') ? 'paused' : 'running'
  },
  ofBroadcast: async (id) => {
    const [row] = await database
      .select({ announcement: relays.announcement })
      .from(relays)
      .where(eq(relays.broadcast, id))
      .limit(1)
    if (row) return row.announcement
    const [own] = await database
      .select({ id: announcements.id })
      .from(announcements)
      .where(eq(announcements.privately, id))
    return own?.id
  },
})
