import { and, asc, eq, gt, inArray, isNull, lt, lte, not, or, sql } from 'drizzle-orm'
import type { PersonId, ProposalId } from '../base/ids.ts'
import type { Tally } from '../domain/proposals/model.ts'
import type { ProposalStore } from '../domain/proposals/ports.ts'
import type { Cipher } from './cipher.ts'
import type { Drizzle } from './database.ts'
import { nameSpot } from './people.ts'
import { whole } from './rows.ts'
import { people } from './tables/people.ts'
import { proposals, suited } from './tables/proposals.ts'
import { asProposal, asSuits, datesIn, said, sumUp, sumUpAll, tallied } from './tallies.ts'

interface Needs {
  readonly database: Drizzle
  readonly cipher: Cipher
}

/** An action may still be made of it. */
const undecided = and(isNull(proposals.date), not(proposals.dropped))

/** Who said nothing, and wants to hear nothing, is not kept. */
const dropEmpty = async (within: Drizzle, id: ProposalId, person: PersonId): Promise<void> => {
  await within
    .delete(suited)
    .where(and(eq(suited.proposal, id), eq(suited.person, person), not(said), not(suited.follows)))
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
      await dropEmpty(within, id, person)
      return { suits: asSuits(row?.suits ?? -1, datesIn(open)) }
    }),

  follow: (id, person) =>
    database.transaction(async (within) => {
      const [open] = await within
        .select({ id: proposals.id })
        .from(proposals)
        .where(and(eq(proposals.id, id), undecided))
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
      await dropEmpty(within, id, person)
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
          undecided,
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

  close: async (id, now) =>
    (
      await database
        .update(proposals)
        .set({ over: true, until: sql`least(${proposals.until}, ${whole(now)})` })
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
        .where(and(eq(proposals.id, id), undecided))
        .returning({ id: proposals.id })
    ).length > 0,

  made: (id, action) =>
    database.transaction(async (within) => {
      const [row] = await within.update(proposals).set({ action }).where(eq(proposals.id, id)).returning()
      return row ? sumUpAll(within, row) : []
    }),

  drop: (id) =>
    database.transaction(async (within) => {
      const [row] = await within
        .update(proposals)
        .set({ over: true, dropped: true })
        .where(and(eq(proposals.id, id), undecided))
        .returning()
      return row && sumUpAll(within, row)
    }),

  forgetPerson: async (person) => {
    const gone = await database
      .delete(suited)
      .where(eq(suited.person, person))
      .returning({ proposal: suited.proposal })
    return gone.map(({ proposal }) => proposal)
  },

  answeredBy: async (person) => {
    const own = eq(suited.person, person)
    return {
      answers: await database.$count(suited, and(own, said)),
      follows: await database.$count(suited, and(own, suited.follows)),
    }
  },

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
