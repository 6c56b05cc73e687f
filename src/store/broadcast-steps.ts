import { and, asc, count, eq, isNull, lt, min, sql } from 'drizzle-orm'
import { later, second } from '../base/clock.ts'
import { newId } from '../base/ids.ts'
import type { Audience } from '../domain/broadcasts/model.ts'
import { lasts } from '../domain/announcements/truces.ts'
import type { AudienceKind, Target } from '../domain/broadcasts/ports.ts'
import type { Broadcasting, Step, Stride, Watch } from '../engine/broadcasting.ts'
import type { BroadcastNeeds } from './broadcasts.ts'
import { openedAgain, spot } from './broadcast-rows.ts'
import type { Drizzle } from './database.ts'
import { spot as letterSpot } from './outbox-upkeep.ts'
import { trucesAfter } from './says.ts'
import { stillKnown } from './still-known.ts'
import { broadcasts } from './tables/broadcasts.ts'
import { letters } from './tables/letters.ts'

type Row = typeof broadcasts.$inferSelect

/** Nobody keeps a place among those who conduct for letters that are due later than that; in milliseconds. */
const soon = 30 * second

const distinct = (platforms: readonly string[]): readonly string[] => [...new Set(platforms)]

/** Some of those that arrived before the broadcast was changed. */
const reopen = async (within: Drizzle, row: Row, most: number, { now }: Stride) => {
  if (row.pass === 0) return []
  const behind = within
    .select({ id: letters.id })
    .from(letters)
    .where(and(eq(letters.broadcast, row.id), eq(letters.fate, 'delivered'), lt(letters.pass, row.pass)))
    .orderBy(asc(letters.target))
    .limit(most)
  const opened = await within
    .update(letters)
    .set({ ...openedAgain(now), pass: row.pass })
    .where(sql`${letters.id} in ${behind}`)
    .returning({ platform: letters.platform })
  return opened.map(({ platform }) => platform)
}

/** How a broadcast becomes letters, some at a time. */
export const createSteps = ({
  database,
  audiences,
  cipher,
  marks,
}: BroadcastNeeds): Pick<Broadcasting, 'advance' | 'running' | 'watch' | 'watched'> => {
  const kindOf = (within: Drizzle, audience: Audience): AudienceKind<Audience> =>
    audiences(within)[audience.is]

  const write = async (
    within: Drizzle,
    { id, lane, pass }: Row,
    targets: readonly Target[],
    { now }: Stride,
  ): Promise<void> => {
    const readers = targets.flatMap(({ reader }) => reader ?? [])
    const known = await stillKnown(within, readers)
    const reached = targets.filter(({ reader }) => reader === undefined || known.has(reader))
    if (reached.length === 0) return
    const truces = await trucesAfter(within, now).for('share')
    const rows = reached.map(({ key, address, reader, notBefore = (at) => at }) => {
      const letter = newId.letter()
      const planned = notBefore(now)
      const due = truces.reduce((at, truce) => (lasts(truce, at) ? notBefore(truce.to) : at), planned)
      return {
        id: letter,
        platform: address.platform,
        sealedTo: cipher.seal(address.key, letterSpot(letter, 'to')),
        addressMark: marks.address(address),
        reader: reader ?? null,
        lane,
        written: now,
        due,
        planned: due === planned ? null : planned,
        broadcast: id,
        target: key,
        pass,
      }
    })
    await within.insert(letters).values(rows).onConflictDoNothing()
  }

  /** The next page of the audience. */
  const expand = async (within: Drizzle, row: Row, most: number, stride: Stride): Promise<Step> => {
    const audience = JSON.parse(row.audience) as Audience
    const kind = kindOf(within, audience)
    const targets = await kind.page(audience, row.cursor ?? undefined, most)
    await write(within, row, targets, stride)
    await within
      .update(broadcasts)
      .set({
        cursor: targets.at(-1)?.key ?? row.cursor,
        expanded: targets.length < most,
        ...(row.total === null && { total: await kind.count(audience) }),
      })
      .where(eq(broadcasts.id, row.id))
    return { is: 'wrote', platforms: distinct(targets.map(({ address }) => address.platform)) }
  }

  return {
    advance: (id, stride) =>
      database.transaction(async (within): Promise<Step> => {
        const [row] = await within
          .select()
          .from(broadcasts)
          .where(eq(broadcasts.id, id))
          .for('update', { skipLocked: true })
        if (!row || row.state === 'done') return { is: 'rests' }
        const [open] = await within
          .select({ count: count(), next: min(letters.due) })
          .from(letters)
          .where(and(eq(letters.broadcast, id), isNull(letters.closed)))
        const waiting = open?.count ?? 0
        const waits: Step = {
          is: (open?.next ?? 0) > later(stride.now, soon) ? 'sleeps' : 'waits',
        }
        // What was in somebody's hands when it was paused or cancelled ends, and shows.
        if (row.state !== 'running') return waiting > 0 ? waits : { is: 'rests' }
        const most = Math.min(stride.most, stride.window - waiting)
        if (most <= 0) return waits
        if (!row.expanded) return expand(within, row, most, stride)
        const platforms = await reopen(within, row, most, stride)
        if (platforms.length > 0) return { is: 'wrote', platforms: distinct(platforms) }
        if (waiting > 0) return waits
        await within.update(broadcasts).set({ state: 'done', ended: stride.now }).where(eq(broadcasts.id, id))
        return { is: 'ended' }
      }),

    running: async () => {
      const rows = await database
        .select({ id: broadcasts.id })
        .from(broadcasts)
        .where(eq(broadcasts.state, 'running'))
      return rows.map(({ id }) => id)
    },

    watch: async (id, at) => {
      const sealedWatch = at ? cipher.seal(JSON.stringify(at), spot(id, 'watch')) : null
      await database.update(broadcasts).set({ sealedWatch }).where(eq(broadcasts.id, id))
    },

    watched: async (id) => {
      const [row] = await database
        .select({ sealedWatch: broadcasts.sealedWatch })
        .from(broadcasts)
        .where(eq(broadcasts.id, id))
      if (!row || row.sealedWatch === null) return undefined
      return JSON.parse(cipher.open(row.sealedWatch, spot(id, 'watch'))) as Watch
    },
  }
}
