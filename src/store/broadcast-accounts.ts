import { and, asc, eq, gt, sql, type SQL } from 'drizzle-orm'
import { minute } from '../base/clock.ts'
import type { BroadcastStore } from '../domain/broadcasts/ports.ts'
import type { TargetFate } from '../domain/broadcasts/model.ts'
import type { BroadcastNeeds } from './broadcasts.ts'
import { isPaused, opened, pastOf } from './broadcast-rows.ts'
import { whole } from './rows.ts'
import { silentFor } from './silences.ts'
import { broadcasts } from './tables/broadcasts.ts'
import { letters } from './tables/letters.ts'

const lately = minute / 2

const count = (of: SQL) => sql<number>`(count(*) filter (where ${of}))::int`.mapWith(Number)

/** It has arrived, and must be changed or taken away now. */
const behind = sql`${letters.pass} < ${broadcasts.pass}`

const fateOf = sql<TargetFate>`case
  when ${letters.closed} is null or (${isPaused}) or (${letters.fate} = 'delivered' and ${behind}) then 'waiting'
  else ${letters.fate} end`

const sum = (rows: readonly { readonly count: number }[]): number =>
  rows.reduce((all, each) => all + each.count, 0)

/** What became of the letters of a broadcast. */
export const createAccounts = ({
  database,
  cipher,
}: BroadcastNeeds): Pick<BroadcastStore, 'progress' | 'account'> => ({
  progress: async (id, now) => {
    const [row] = await database.select().from(broadcasts).where(eq(broadcasts.id, id))
    if (!row) return undefined
    const counted = await database
      .select({
        fate: fateOf,
        why: letters.why,
        count: count(sql`true`),
        lately: count(sql`${letters.fate} <> 'dropped' and ${letters.closed} > ${whole(now - lately)}`),
      })
      .from(letters)
      .innerJoin(broadcasts, eq(broadcasts.id, letters.broadcast))
      .where(eq(letters.broadcast, id))
      .groupBy(fateOf, letters.why)
    const past = pastOf(row)
    const of = (fate: Exclude<TargetFate, 'waiting'>) =>
      sum(counted.filter((each) => each.fate === fate)) + past[fate]
    const written = sum(counted) + past.all
    const all = row.expanded ? written : Math.max(written, row.total ?? written)
    const ended = { delivered: of('delivered'), gone: of('gone'), uncertain: of('uncertain') }
    const dropped = of('dropped')
    const silent = await silentFor(database, [id], now)
    return {
      broadcast: opened(cipher, row),
      ...((row.total !== null || row.expanded) && { total: all }),
      ...ended,
      dropped,
      whys: counted
        .flatMap(({ fate, why, count: many }) => (fate === 'gone' ? [[why ?? 'refused', many] as const] : []))
        .toSorted(([, one], [, other]) => other - one),
      ...(silent.length > 0 && { silent }),
      left: all - ended.delivered - ended.gone - ended.uncertain - dropped,
      lately: {
        count: counted.reduce((many, each) => many + each.lately, 0),
        ofMs: Math.max(1, Math.min(lately, now - row.begun)),
      },
    }
  },

  account: async (id, { fate, after, take }) => {
    const rows = await database
      .select({
        target: sql<string>`${letters.target}`,
        platform: letters.platform,
        fate: fateOf,
        why: letters.why,
      })
      .from(letters)
      .innerJoin(broadcasts, eq(broadcasts.id, letters.broadcast))
      .where(
        and(
          eq(letters.broadcast, id),
          after === undefined ? undefined : gt(letters.target, after),
          fate && sql`${fateOf} = ${fate}`,
        ),
      )
      .orderBy(asc(letters.target))
      .limit(take)
    return rows.map(({ why, ...row }) => ({ ...row, ...(row.fate === 'gone' && why !== null && { why }) }))
  },
})
