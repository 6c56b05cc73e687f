import { minute } from '../base/clock.ts'
import { isAway, type Rows, type Sql } from '../base/sql.ts'
import { fair, inFull, refusalSpan, refusalSpans, termsOf, type Pace, type Slot } from '../engine/pace.ts'
import { QueueUnavailable } from '../engine/unavailable.ts'

interface Needs {
  readonly sql: Sql
  readonly mark: (name: string) => string
}

const slots = ({ rows }: Rows): readonly Slot[] =>
  rows.map(({ verdict, in_ms: text, place, at }) => {
    const inMs = Math.max(0, Number(text))
    if (verdict !== 'go') return { is: 'wait', inMs, on: verdict === 'chat' ? 'chat' : 'platform' }
    return { is: 'go', inMs, ...(place !== null && { ticket: { place: Number(place), at: Number(at) } }) }
  })

/** The same arithmetic as on Redis, in a function of the database: one round trip, under the rows' locks. */
export const createPaceOnSql = ({ sql, mark }: Needs): Pace => {
  const markOf = (platform: string, chat?: string): string =>
    mark(chat === undefined ? platform : `${platform} ${chat}`)

  const ask: Sql['ask'] = async (text, values) => {
    try {
      return await sql.ask(text, values)
    } catch (error) {
      throw isAway(error) ? new QueueUnavailable({ cause: error }) : error
    }
  }

  return {
    reserve: async (wish) => {
      const { each, ahead, far, bulk, most, cycle, catchUp } = termsOf(wish)
      const letters = each.map(({ overall, chat }) => ({
        chat: chat ? markOf(wish.platform, chat.key) : null,
        per: overall,
        chat_per: chat?.per ?? 0,
        burst: chat?.burst ?? 1,
      }))
      const told = await ask(
        'select verdict, in_ms, place, at from porte_voix.reserve_slots($1, $2, $3, $4, $5, $6, $7, $8, $9)',
        [markOf(wish.platform), JSON.stringify(letters), ahead, far, bulk, fair, most, cycle, catchUp],
      )
      return inFull(slots(told), wish)
    },
    late: async (platform, { place, at }, ms) => {
      await ask(
        place === 0
          ? 'update porte_voix.pace set next = next + $2::float8 where mark = $1'
          : 'update porte_voix.pace set log[$3::int] = log[$3::int] + $2::float8 where mark = $1 and abs(log[$3::int] - $4::float8) < 0.01',
        [markOf(platform), ms, ...(place === 0 ? [] : [place, at])],
      )
    },
    hold: async ({ platform, chat }, ms) => {
      await ask(
        `insert into porte_voix.pace as p (mark, held, since)
         select $1, now + $2::float8, now from (select extract(epoch from clock_timestamp())::float8 * 1000 as now) as clock
         on conflict (mark) do update set since = excluded.since,
           held = greatest(case when p.since > excluded.since + 1000 then 0 else p.held end, excluded.held)`,
        [markOf(platform, chat), ms],
      )
    },
    refused: async (platform, times) => {
      const { rows } = await ask(
        `with now as (select floor(extract(epoch from clock_timestamp()) / $3::int)::bigint as span),
         noted as (
           insert into porte_voix.refusals as r (mark, span, count)
           select $1, span, $2::int from now where $2::int > 0
           on conflict (mark, span) do update set count = r.count + excluded.count
           returning r.count - $2::int as before)
         select $2::int + coalesce(sum(r.count) filter (where r.span <> now.span), 0)
           + coalesce((select before from noted), sum(r.count) filter (where r.span = now.span), 0) as sum
         from now left join porte_voix.refusals r on r.mark = $1 and r.span > now.span - $4::int`,
        [markOf(platform), times, refusalSpan, refusalSpans],
      )
      return Number(rows[0]?.['sum'])
    },
    forget: async () => {
      await ask(
        `delete from porte_voix.refusals
         where span <= floor(extract(epoch from clock_timestamp()) / $1::int)::bigint - $2::int`,
        [refusalSpan, refusalSpans],
      )
      await ask(
        `delete from porte_voix.pace
         where greatest(next, held) < extract(epoch from clock_timestamp())::float8 * 1000 - $1::float8`,
        [10 * minute],
      )
    },
    [Symbol.asyncDispose]: async () => {},
  }
}
