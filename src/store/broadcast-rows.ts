import { and, eq, isNull, lte, or, sql } from 'drizzle-orm'
import type { Instant } from '../base/clock.ts'
import type { BroadcastId } from '../base/ids.ts'
import type { Audience, Broadcast, What } from '../domain/broadcasts/model.ts'
import type { Fate } from '../engine/letter.ts'
import { laneOf } from './outbox-upkeep.ts'
import type { Cipher } from './cipher.ts'
import type { broadcasts } from './tables/broadcasts.ts'
import { letters } from './tables/letters.ts'

export const spot = (row: BroadcastId, column: 'what' | 'watch') => ({ table: 'broadcasts', row, column })

type Row = typeof broadcasts.$inferSelect

const urgencyOf = (rank: number): Broadcast['urgency'] => {
  const lane = laneOf(rank)
  if (lane === 'answer' || lane === 'refresh') throw new RangeError(`No broadcast goes by the lane ${lane}`)
  return lane
}

export const opened = (cipher: Cipher, row: Row): Broadcast => ({
  id: row.id,
  audience: JSON.parse(row.audience) as Audience,
  what: JSON.parse(cipher.open(row.sealedWhat, spot(row.id, 'what'))) as What,
  urgency: urgencyOf(row.lane),
  state: row.state,
  errand: row.errand,
  pass: row.pass,
  begun: row.begun,
  ...(row.author !== null && { author: row.author }),
  ...(row.ended !== null && { ended: row.ended }),
})

/** What became of those of its letters that are forgotten. */
export const pastOf = (row: Row | undefined): Readonly<Record<Fate['is'] | 'all', number>> => {
  const {
    pastDelivered: delivered = 0,
    pastGone: gone = 0,
    pastUncertain: uncertain = 0,
    pastDropped: dropped = 0,
  } = row ?? {}
  return { delivered, gone, uncertain, dropped, all: delivered + gone + uncertain + dropped }
}

/** A letter that leaves once more, as if it never had been carried. */
export const openedAgain = (at: Instant) => ({
  closed: null,
  fate: null,
  why: null,
  held: null,
  due: at,
  planned: null,
  tries: 0,
  doubtful: false,
})

/** Nobody has it in their hands: it waits, or was put off (then it is due when it is no longer held). */
export const atRest = (now: Instant) =>
  and(isNull(letters.closed), or(isNull(letters.held), lte(letters.held, now), eq(letters.held, letters.due)))

export const dropped = (at: Instant, why: 'paused' | null) => ({
  closed: at,
  held: null,
  fate: 'dropped' as const,
  why,
})

export const isPaused = sql`${letters.fate} = 'dropped' and ${letters.why} = 'paused'`
