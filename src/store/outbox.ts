import { and, asc, between, eq, getTableColumns, isNull, lt, or, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Instant } from '../base/clock.ts'
import { newId } from '../base/ids.ts'
import { lanes, type Draft, type Letter } from '../engine/letter.ts'
import type { Outbox } from '../engine/ports.ts'
import type { Cipher } from './cipher.ts'
import type { Drizzle } from './database.ts'
import type { Marks } from './marks.ts'
import { answer, createUpkeep, free, isDue, laneOf, spot } from './outbox-upkeep.ts'
import { letters } from './tables/letters.ts'

interface Needs {
  readonly database: Drizzle
  readonly cipher: Cipher
  readonly marks: Marks
}

/** What one statement holds in memory is bounded. */
const atOnce = 1_000

type Row = typeof letters.$inferSelect

type Content = Pick<Draft, 'body' | 'replaces' | 'key'>

/** Of drafts with the same key only the last one is kept, where the first one was. */
const withoutReplaced = (drafts: readonly Draft[]): readonly Draft[] => {
  const kept = new Map<string | symbol, Draft>()
  for (const draft of drafts) kept.set(draft.key ?? Symbol('keyless'), draft)
  return [...kept.values()]
}

const newer = alias(letters, 'newer')
const earlier = alias(letters, 'earlier')

/** Built once, as late as it is needed: to put such a statement together takes longer than the database needs for it. */
const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined
  return () => (made ??= make())
}

export const createOutbox = ({ database, cipher, marks }: Needs): Outbox => {
  const row = ({ to, lane, body, replaces, key, reader, due }: Draft, at: Instant) => {
    const id = newId.letter()
    const content: Content = {
      body,
      ...(replaces !== undefined && { replaces }),
      ...(key !== undefined && { key }),
    }
    return {
      id,
      platform: to.platform,
      sealedTo: cipher.seal(to.key, spot(id, 'to')),
      addressMark: marks.address(to),
      reader: reader ?? null,
      lane: lanes.indexOf(lane),
      sealedContent: cipher.seal(JSON.stringify(content), spot(id, 'content')),
      keyMark: key === undefined ? null : marks.letterKey(key),
      written: at,
      due: due ?? at,
    }
  }

  /** Another letter of the same key waits: this one is out of date. */
  const replaced: SQL = sql`exists (${database
    .select({ one: sql`1` })
    .from(newer)
    .where(
      and(
        eq(newer.keyMark, letters.keyMark),
        isNull(newer.closed),
        isNull(newer.held),
        sql`${newer.id} <> ${letters.id}`,
      ),
    )})`

  const [now, longest] = [sql`${sql.placeholder('now')}::bigint`, sql`${sql.placeholder('until')}::bigint`]

  /** None to the same address, in the same lane, was written before and is open, unless it waits for an hour of its own, as no answer does. */
  const inTurn: SQL = sql`not exists (${database
    .select({ one: sql`1` })
    .from(earlier)
    .where(
      and(
        eq(earlier.addressMark, letters.addressMark),
        eq(earlier.lane, letters.lane),
        lt(earlier.turn, letters.turn),
        isNull(earlier.closed),
        sql`(${earlier.held} is not null or ${earlier.due} <= greatest(${earlier.written}, ${now}) or ${earlier.lane} = ${answer})`,
      ),
    )})`

  const held = {
    held: sql`case when ${replaced} then null else ${longest} end`,
    closed: sql`case when ${replaced} then ${now} end`,
    fate: sql`case when ${replaced} then 'dropped' end`,
    // Held until lately: it was postponed, or whoever carried it never came back.
    tries: sql`${letters.tries} + (${letters.held} is not null)::int`,
    // A letter that is put off is due when it is no longer held; one whose carrier never came back was due before.
    doubtful: sql`coalesce(${letters.held} <> ${letters.due}, false)`,
  }

  const canBeTaken = and(free(now), isDue(now), inTurn)

  const takingOne = once(() =>
    database
      .update(letters)
      .set({ ...held, due: sql`least(${letters.due}, greatest(${letters.written}, ${now}))` })
      .where(
        and(
          eq(letters.id, sql.placeholder('id')),
          or(and(isNull(letters.closed), isNull(letters.held)), and(free(now), isDue(now))),
          inTurn,
        ),
      )
      .returning()
      .prepare('take'),
  )

  const takingNext = once(() => {
    const next = database.$with('next').as(
      database
        .select({ id: letters.id })
        .from(letters)
        .where(
          and(
            eq(letters.platform, sql.placeholder('platform')),
            between(letters.lane, sql.placeholder('from'), sql.placeholder('to')),
            canBeTaken,
          ),
        )
        .orderBy(asc(letters.lane), asc(letters.turn))
        .limit(sql.placeholder('most'))
        .for('update', { skipLocked: true }),
    )
    return database
      .with(next)
      .update(letters)
      .set(held)
      .from(next)
      .where(eq(letters.id, next.id))
      .returning(getTableColumns(letters))
      .prepare('take_next')
  })

  /** A letter of a broadcast has none of its own; where it arrived before, it takes that message's place. */
  const contentOf = ({ id, broadcast, pass, sealedContent, sealedRef }: Row): Content | undefined => {
    if (broadcast !== null)
      return {
        body: { is: 'broadcast', broadcast, pass },
        ...(sealedRef !== null && { replaces: cipher.open(sealedRef, spot(id, 'ref')) }),
      }
    return sealedContent === null
      ? undefined
      : (JSON.parse(cipher.open(sealedContent, spot(id, 'content'))) as Content)
  }

  const opened = (taken: Row): Letter | undefined => {
    const content = taken.closed === null ? contentOf(taken) : undefined
    if (!content) return undefined
    return {
      ...content,
      ...(taken.reader !== null && { reader: taken.reader }),
      id: taken.id,
      to: { platform: taken.platform, key: cipher.open(taken.sealedTo, spot(taken.id, 'to')) },
      lane: laneOf(taken.lane),
      due: taken.due,
      written: taken.written,
      tries: taken.tries,
      ...(taken.doubtful && { doubtful: true }),
      ...(taken.planned !== null && { silenced: true }),
    }
  }

  return {
    put: async (drafts, at) => {
      const rows = withoutReplaced(drafts).map((draft) => row(draft, at))
      const chunks = Array.from({ length: Math.ceil(rows.length / atOnce) }, (_, chunk) =>
        rows.slice(chunk * atOnce, (chunk + 1) * atOnce),
      )
      // As JSON: to put together a statement of thousands of values takes longer than all else.
      for (const chunk of chunks)
        await database.execute(sql`
          insert into porte_voix.letters as l (id, platform, sealed_to, address_mark, reader, lane, sealed_content, key_mark, written, due)
          select d.* from json_to_recordset(${JSON.stringify(chunk)}::text::json) as d (id uuid, platform text, "sealedTo" text,
            "addressMark" text, reader uuid, lane smallint, "sealedContent" text, "keyMark" text, written bigint, due bigint)
          on conflict (key_mark) where closed is null and held is null do update set
            -- The new letter has the turn of the one that it replaces, but an id of its own.
            id = excluded.id, platform = excluded.platform, sealed_to = excluded.sealed_to, address_mark = excluded.address_mark,
            reader = excluded.reader, lane = excluded.lane, sealed_content = excluded.sealed_content, written = excluded.written,
            -- Not ever later: else a steady stream of changes would be told to nobody.
            due = least(l.due, excluded.due), tries = 0`)
      return rows.map(({ id }) => id)
    },

    take: async (id, at, until) => {
      const [taken] = await takingOne().execute({ id, now: at, until })
      return taken && opened(taken)
    },

    takeNext: async (taking) => {
      const [from, to] = [lanes.indexOf(taking.from), lanes.indexOf(taking.to)]
      for (;;) {
        const taken = await takingNext().execute({ ...taking, from, to })
        const inOrder = taken.toSorted((a, b) => a.lane - b.lane || a.turn - b.turn)
        const found = inOrder.map(opened).filter((letter) => letter !== undefined)
        // Those that were out of date are closed now, and others may have been waiting for that.
        if (found.length > 0 || taken.length === 0) return found
      }
    },

    close: async (fates, at) => {
      const rows = [...fates].map(([id, fate]) => ({
        id,
        fate: fate.is,
        why: 'why' in fate ? fate.why : null,
        ref: fate.is === 'delivered' ? cipher.seal(fate.ref, spot(id, 'ref')) : null,
      }))
      await database.execute(sql`
        update porte_voix.letters as l
        set closed = ${at}::bigint, held = null, fate = f.fate, why = f.why, sealed_ref = coalesce(f.ref, l.sealed_ref),
          sealed_content = case when f.fate in ('delivered', 'dropped') then null else l.sealed_content end
        from json_to_recordset(${JSON.stringify(rows)}::text::json) as f (id uuid, fate text, why text, ref text)
        where l.id = f.id and l.closed is null`)
    },

    // As if somebody carried it until then: from now on a newer letter of its key no longer takes its place,
    // but makes it out of date.
    postpone: async (id, until) => {
      await database
        .update(letters)
        .set({ due: until, held: until })
        .where(and(eq(letters.id, id), isNull(letters.closed)))
    },

    putBack: async (id, until) => {
      await database
        .update(letters)
        .set({
          // What may be taken at once is due as before: a clock that is set back meanwhile does not keep it.
          ...(until === undefined ? { held: letters.due } : { due: until, held: until }),
          tries: sql`${letters.tries} - 1`,
        })
        .where(and(eq(letters.id, id), isNull(letters.closed)))
    },

    ...createUpkeep({ database, cipher, marks }),
  }
}
