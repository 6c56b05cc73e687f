import {
  and,
  asc,
  eq,
  exists,
  gt,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  ne,
  not,
  or,
  sql,
  type SQL,
} from 'drizzle-orm'
import { minute, type Instant } from '../base/clock.ts'
import type { BroadcastId, LetterId } from '../base/ids.ts'
import { kept, lanes, longestDelay, type Fate, type Lane } from '../engine/letter.ts'
import type { Outbox } from '../engine/ports.ts'
import type { Cipher } from './cipher.ts'
import type { Drizzle } from './database.ts'
import type { Marks } from './marks.ts'
import { standing } from './says.ts'
import { announcements, relays } from './tables/announcements.ts'
import { broadcasts } from './tables/broadcasts.ts'
import { letters } from './tables/letters.ts'

interface Needs {
  readonly database: Drizzle
  readonly cipher: Cipher
  readonly marks: Marks
}

export const spot = (row: LetterId, column: 'to' | 'content' | 'ref') => ({ table: 'letters', row, column })

export const laneOf = (rank: number): Lane => {
  const lane = lanes[rank]
  if (!lane) throw new RangeError(`No lane ${rank}`)
  return lane
}

/** No carrier holds a letter for longer: whoever seems to has set the clock back since. In milliseconds. */
const longestHold = 5 * minute

/** It was put off, and not planned, until an instant that is too far away to be true: the clock was set back since. */
const isPutOffTooFar = (now: Instant | SQL) =>
  and(eq(letters.held, letters.due), sql`${letters.held} > ${now} + ${longestDelay}::bigint`)

/** Nobody carries it. One that was put off is held until it is due. */
export const free = (now: Instant | SQL) =>
  and(
    isNull(letters.closed),
    or(
      isNull(letters.held),
      lte(letters.held, now),
      // Given back at once: whenever that was, it was due already.
      and(eq(letters.held, letters.due), lte(letters.held, letters.written)),
      isPutOffTooFar(now),
      and(ne(letters.held, letters.due), sql`${letters.held} > ${now} + ${longestHold}::bigint`),
    ),
  )

export const answer = lanes.indexOf('answer')

/** Kept for whoever heard the question for longer than that lasts: the clock was set back since. */
const isKeptTooLong = (now: Instant | SQL) =>
  and(eq(letters.lane, answer), isNull(letters.held), sql`${letters.due} > ${now} + ${kept}::bigint`)

/** A letter that was due when it was written is due, whatever the clock says since. */
export const isDue = (now: Instant | SQL) =>
  or(lte(letters.due, now), lte(letters.due, letters.written), isPutOffTooFar(now), isKeptTooLong(now))

/** It became a copy of an announcement that was not taken back: it may be corrected or withdrawn yet. Or it is paused, and may leave yet. */
const needed = (database: Drizzle) => {
  const one = { one: sql`1` }
  const inChat = database
    .select(one)
    .from(relays)
    .innerJoin(announcements, eq(announcements.id, relays.announcement))
    .where(and(eq(relays.broadcast, letters.broadcast), eq(announcements.stage, 'sent')))
  const alone = database
    .select(one)
    .from(announcements)
    .where(and(eq(announcements.privately, letters.broadcast), eq(announcements.stage, 'sent')))
  return sql`(${letters.fate} = 'delivered' and (${exists(inChat)} or ${exists(alone)}) or ${letters.fate} = 'dropped' and ${letters.why} is not distinct from 'paused')`
}

interface Forgotten {
  readonly broadcast: BroadcastId | null
  readonly fate: Fate['is'] | null
}

/** Accounts count what is forgotten: how many, and what became of them. */
const keepSums = async (within: Drizzle, forgotten: readonly Forgotten[]): Promise<void> => {
  const sums = new Map<BroadcastId, Record<Fate['is'], number>>()
  for (const { broadcast, fate } of forgotten) {
    if (broadcast === null || fate === null) continue
    const sum = sums.get(broadcast) ?? { delivered: 0, gone: 0, uncertain: 0, dropped: 0 }
    sums.set(broadcast, { ...sum, [fate]: sum[fate] + 1 })
  }
  for (const [id, { delivered, gone, uncertain, dropped }] of sums)
    await within
      .update(broadcasts)
      .set({
        pastDelivered: sql`${broadcasts.pastDelivered} + ${delivered}`,
        pastGone: sql`${broadcasts.pastGone} + ${gone}`,
        pastUncertain: sql`${broadcasts.pastUncertain} + ${uncertain}`,
        pastDropped: sql`${broadcasts.pastDropped} + ${dropped}`,
      })
      .where(eq(broadcasts.id, id))
}

/** What the outbox does with many letters at once, and knows about them. */
export const createUpkeep = ({
  database,
  cipher,
  marks,
}: Needs): Pick<
  Outbox,
  'next' | 'pressing' | 'silence' | 'abandon' | 'oldest' | 'move' | 'broadcasting' | 'forget'
> => ({
  next: async (platform) => {
    const [found] = await database
      .select({
        at: sql<Instant | null>`min(greatest(
          case when ${letters.due} > ${letters.written} then ${letters.due} else 0 end,
          case when ${letters.held} > ${letters.written} then ${letters.held} end))`.mapWith(letters.due),
      })
      .from(letters)
      .where(and(eq(letters.platform, platform), isNull(letters.closed)))
    return found?.at ?? undefined
  },

  pressing: async (now) => {
    const rows = await database
      .selectDistinct({ platform: letters.platform })
      .from(letters)
      .where(and(free(now), isDue(now)))
    return rows.map(({ platform }) => platform)
  },

  // In nobody's hands: it is in no other letter's way.
  silence: (id, truce, until) =>
    database.transaction(async (within) => {
      const planned = sql`coalesce(${letters.planned}, ${letters.due})`
      const lasts = await standing(within, truce)
      await within
        .update(letters)
        .set({ held: null, ...(lasts && { due: until, planned }) })
        .where(and(eq(letters.id, id), isNull(letters.closed)))
    }),

  abandon: async (to, why, at) => {
    const ended = await database
      .update(letters)
      .set({ closed: at, fate: 'gone', why, sealedContent: null })
      .where(
        and(
          eq(letters.addressMark, marks.address(to)),
          isNull(letters.closed),
          free(at),
          gt(letters.lane, answer),
        ),
      )
      .returning({ id: letters.id })
    return ended.length
  },

  oldest: async (now) => {
    const since = sql`case when ${letters.lane} = ${answer} then ${letters.written} else ${letters.due} end`
    const rows = await database
      .select({ lane: letters.lane, at: sql<Instant>`min(${since})`.mapWith(letters.due) })
      .from(letters)
      .where(and(isNull(letters.closed), sql`${since} <= ${now}`))
      .groupBy(letters.lane)
    return new Map(rows.map(({ lane, at }) => [laneOf(lane), at]))
  },

  move: (from, key) =>
    database.transaction(async (within) => {
      const waiting = await within
        .select({ id: letters.id })
        .from(letters)
        .where(and(eq(letters.addressMark, marks.address(from)), isNull(letters.closed)))
        .for('update')
      for (const { id } of waiting)
        await within
          .update(letters)
          .set({
            sealedTo: cipher.seal(key, spot(id, 'to')),
            addressMark: marks.address({ platform: from.platform, key }),
          })
          .where(eq(letters.id, id))
    }),

  broadcasting: async (to) => {
    const [open] = await database
      .select({ id: letters.id })
      .from(letters)
      .where(
        and(eq(letters.addressMark, marks.address(to)), isNull(letters.closed), isNotNull(letters.broadcast)),
      )
      .limit(1)
    return open !== undefined
  },

  forget: (closedBefore, copiesBefore) =>
    database.transaction(async (within) => {
      const old = and(
        isNotNull(letters.closed),
        lt(letters.closed, closedBefore),
        or(lt(letters.closed, copiesBefore), isNull(letters.broadcast), not(needed(within))),
      )
      // As everybody who changes a broadcast and its letters: first the broadcast. Of several, in the order of their ids.
      await within
        .select({ id: broadcasts.id })
        .from(broadcasts)
        .where(
          inArray(
            broadcasts.id,
            within
              .selectDistinct({ id: letters.broadcast })
              .from(letters)
              .where(and(old, isNotNull(letters.broadcast))),
          ),
        )
        .orderBy(asc(broadcasts.id))
        .for('update')
      // Accounts of announcements outlive the letters.
      await within
        .update(relays)
        .set({ fate: sql`${letters.fate}`, why: sql`${letters.why}` })
        .from(letters)
        .where(
          and(old, eq(relays.broadcast, letters.broadcast), eq(sql`${relays.link}::text`, letters.target)),
        )
      const forgotten = await within
        .delete(letters)
        .where(old)
        .returning({ broadcast: letters.broadcast, fate: letters.fate })
      await keepSums(within, forgotten)
      return forgotten.length
    }),
})
