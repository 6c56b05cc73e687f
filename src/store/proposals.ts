import { and, asc, count, eq, gt, gte, inArray, isNull, lt, lte, or, sql } from 'drizzle-orm'
import type { ProposalId } from '../base/ids.ts'
import type { About, Proposal, Suits, Tally } from '../domain/proposals/model.ts'
import type { ProposalStore } from '../domain/proposals/ports.ts'
import type { Span } from '../domain/planning/model.ts'
import type { Cipher } from './cipher.ts'
import type { Drizzle } from './database.ts'
import { nameSpot } from './people.ts'
import { people } from './tables/people.ts'
import { proposals, suited } from './tables/proposals.ts'

interface Needs {
  readonly database: Drizzle
  readonly cipher: Cipher
}

const said = gte(suited.suits, 0)

const placesIn = (bits: number, dates: number): readonly number[] =>
  Array.from({ length: dates }, (_, at) => at).filter((at) => (bits >> at) & 1)

const asSuits = (bits: number, dates: number): Suits => {
  if (bits < 0) return undefined
  return bits === 0 ? 'none' : placesIn(bits, dates)
}

const asProposal = (row: typeof proposals.$inferSelect): Proposal => ({
  id: row.id,
  group: row.group,
  ...(row.keeper !== null && { keeper: row.keeper }),
  about: JSON.parse(row.about) as About,
  dates: JSON.parse(row.dates) as readonly Span[],
  zone: row.zone,
  until: row.until,
  over: row.over,
  ...(row.date !== null && { made: { date: row.date, ...(row.action !== null && { action: row.action }) } }),
})

/** As many rows as there are ways to answer, however many people did. */
const tallied = async (within: Drizzle, id: ProposalId, dates: number): Promise<Tally> => {
  const ways = await within
    .select({ suits: suited.suits, people: count() })
    .from(suited)
    .where(and(eq(suited.proposal, id), said))
    .groupBy(suited.suits)
  const sum = (of: typeof ways): number => of.reduce((all, each) => all + each.people, 0)
  return {
    dates: Array.from({ length: dates }, (_, at) => sum(ways.filter(({ suits }) => (suits >> at) & 1))),
    none: sum(ways.filter(({ suits }) => suits === 0)),
    people: sum(ways),
  }
}

const datesIn = (row: typeof proposals.$inferSelect): number => asProposal(row).dates.length

/** Only totals are left of who said what. The row must be locked. */
const sumUp = async (within: Drizzle, row: typeof proposals.$inferSelect): Promise<void> => {
  if (row.totals !== null) return
  const totals = JSON.stringify(await tallied(within, row.id, datesIn(row)))
  await within.update(proposals).set({ totals }).where(eq(proposals.id, row.id))
  await within.delete(suited).where(eq(suited.proposal, row.id))
}

export const createProposalStore = ({ database, cipher }: Needs): ProposalStore => ({
  add: async ({ about, dates, ...proposal }) => {
    const ends = dates.reduce((last, { end }) => (end > last ? end : last), proposal.until)
    await database
      .insert(proposals)
      .values({ ...proposal, about: JSON.stringify(about), dates: JSON.stringify(dates), ends })
  },

  found: async (id) => {
    const [row] = await database.select().from(proposals).where(eq(proposals.id, id))
    if (!row) return undefined
    const tally =
      row.totals === null ? await tallied(database, id, datesIn(row)) : (JSON.parse(row.totals) as Tally)
    return { proposal: asProposal(row), tally }
  },

  answer: (id, person, date, now) =>
    database.transaction(async (within) => {
      const [open] = await within
        .select()
        .from(proposals)
        .where(and(eq(proposals.id, id), eq(proposals.over, false), gt(proposals.until, now)))
        .for('share')
      if (!open) return 'late'
      const bit = date === 'none' ? 0 : 1 << date
      const [row] = await within
        .insert(suited)
        .values({ proposal: id, person, suits: bit })
        .onConflictDoUpdate({
          target: [suited.proposal, suited.person],
          // A second tap takes the first one back; what remains of nothing is nothing said.
          set: {
            suits:
              date === 'none'
                ? sql`case when ${suited.suits} = 0 then -1 else 0 end`
                : sql`case when ${suited.suits} < 0 then ${bit}::int
                    else coalesce(nullif(${suited.suits} # ${bit}::int, 0), -1) end`,
          },
        })
        .returning({ suits: suited.suits })
      await within
        .delete(suited)
        .where(
          and(
            eq(suited.proposal, id),
            eq(suited.person, person),
            lt(suited.suits, 0),
            eq(suited.follows, false),
          ),
        )
      return { suits: asSuits(row?.suits ?? -1, datesIn(open)) }
    }),

  follow: (id, person) =>
    database.transaction(async (within) => {
      const [open] = await within
        .select({ id: proposals.id })
        .from(proposals)
        .where(and(eq(proposals.id, id), isNull(proposals.date)))
        .for('share')
      if (!open) return 'late'
      const [row] = await within
        .insert(suited)
        .values({ proposal: id, person, suits: -1, follows: true })
        .onConflictDoUpdate({
          target: [suited.proposal, suited.person],
          set: { follows: sql`not ${suited.follows}` },
        })
        .returning({ follows: suited.follows })
      await within
        .delete(suited)
        .where(
          and(
            eq(suited.proposal, id),
            eq(suited.person, person),
            lt(suited.suits, 0),
            eq(suited.follows, false),
          ),
        )
      return row?.follows ?? false
    }),

  answers: async (id, { skip, take }) => {
    const [found] = await database.select().from(proposals).where(eq(proposals.id, id))
    const rows = await database
      .select({ person: suited.person, suits: suited.suits, sealedName: people.sealedName })
      .from(suited)
      .innerJoin(people, eq(people.id, suited.person))
      .where(and(eq(suited.proposal, id), said))
      .orderBy(sql`${suited.suits} = 0`, asc(suited.person))
      .limit(take)
      .offset(skip)
    return rows.flatMap(({ person, suits: bits, sealedName }) => {
      const suits = found && asSuits(bits, datesIn(found))
      if (suits === undefined) return []
      return [{ suits, ...(sealedName !== null && { name: cipher.open(sealedName, nameSpot(person)) }) }]
    })
  },

  open: async (groups, keeper, now, most) => {
    const rows = await database
      .select()
      .from(proposals)
      .where(
        and(
          isNull(proposals.date),
          gt(proposals.ends, now),
          or(
            eq(proposals.keeper, keeper),
            groups.length === 0 ? undefined : inArray(proposals.group, [...groups]),
          ),
        ),
      )
      .orderBy(asc(proposals.until), asc(proposals.id))
      .limit(most)
    return rows.map(asProposal)
  },

  close: async (id) =>
    (
      await database
        .update(proposals)
        .set({ over: true })
        .where(and(eq(proposals.id, id), eq(proposals.over, false)))
        .returning({ id: proposals.id })
    ).length > 0,

  due: async (now, most) => {
    const rows = await database
      .select({ id: proposals.id })
      .from(proposals)
      .where(and(eq(proposals.over, false), lte(proposals.until, now)))
      .orderBy(asc(proposals.until))
      .limit(most)
    return rows.map(({ id }) => id)
  },

  settle: async (id, date) =>
    (
      await database
        .update(proposals)
        .set({ over: true, date })
        .where(and(eq(proposals.id, id), isNull(proposals.date)))
        .returning({ id: proposals.id })
    ).length > 0,

  made: (id, action) =>
    database.transaction(async (within) => {
      const [row] = await within.update(proposals).set({ action }).where(eq(proposals.id, id)).returning()
      if (!row) return []
      const following = await within
        .select({ person: suited.person })
        .from(suited)
        .where(and(eq(suited.proposal, id), suited.follows))
      await sumUp(within, row)
      return following.map(({ person }) => person)
    }),

  forgetPerson: async (person) => {
    const gone = await database
      .delete(suited)
      .where(eq(suited.person, person))
      .returning({ proposal: suited.proposal })
    return gone.map(({ proposal }) => proposal)
  },

  answeredBy: (person) => database.$count(suited, eq(suited.person, person)),

  forget: (overBefore, endedBefore) =>
    database.transaction(async (within) => {
      const old = await within
        .delete(proposals)
        .where(lt(proposals.ends, endedBefore))
        .returning({ id: proposals.id })
      const over = await within
        .select()
        .from(proposals)
        .where(and(eq(proposals.over, true), isNull(proposals.totals), lt(proposals.until, overBefore)))
        .limit(100)
        .for('update')
      for (const row of over) await sumUp(within, row)
      return old.length + over.length
    }),
})
