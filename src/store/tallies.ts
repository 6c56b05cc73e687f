import { and, count, eq, gte, not } from 'drizzle-orm'
import type { PersonId, ProposalId } from '../base/ids.ts'
import type { Span } from '../domain/planning/model.ts'
import type { About, Proposal, Suits, Tally } from '../domain/proposals/model.ts'
import type { Drizzle } from './database.ts'
import { proposals, suited } from './tables/proposals.ts'

/** They said something; others only want to hear which date it is. */
export const said = gte(suited.suits, 0)

const placesIn = (bits: number, dates: number): readonly number[] =>
  Array.from({ length: dates }, (_, at) => at).filter((at) => (bits >> at) & 1)

export const asSuits = (bits: number, dates: number): Suits => {
  if (bits < 0) return undefined
  return bits === 0 ? 'none' : placesIn(bits, dates)
}

export const asProposal = (row: typeof proposals.$inferSelect): Proposal => ({
  id: row.id,
  group: row.group,
  ...(row.keeper !== null && { keeper: row.keeper }),
  about: JSON.parse(row.about) as About,
  dates: JSON.parse(row.dates) as readonly Span[],
  zone: row.zone,
  until: row.until,
  over: row.over,
  ...(row.dropped && { dropped: true }),
  ...(row.date !== null && { made: { date: row.date, ...(row.action !== null && { action: row.action }) } }),
})

/** As many rows as there are ways to answer, however many people did. */
export const tallied = async (within: Drizzle, id: ProposalId, dates: number): Promise<Tally> => {
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

export const datesIn = (row: typeof proposals.$inferSelect): number => asProposal(row).dates.length

/** Only totals are left of who said what, and who wants to hear which date it is. The row must be locked. */
export const sumUp = async (within: Drizzle, row: typeof proposals.$inferSelect): Promise<void> => {
  if (row.totals !== null) return
  const totals = JSON.stringify(await tallied(within, row.id, datesIn(row)))
  await within.update(proposals).set({ totals }).where(eq(proposals.id, row.id))
  const of = eq(suited.proposal, row.id)
  await within.delete(suited).where(and(of, not(suited.follows)))
  await within.update(suited).set({ suits: -1 }).where(of)
}

/** The same, and of those who wanted to hear of it: who they were. */
export const sumUpAll = async (
  within: Drizzle,
  row: typeof proposals.$inferSelect,
): Promise<readonly PersonId[]> => {
  await sumUp(within, row)
  const following = await within
    .delete(suited)
    .where(eq(suited.proposal, row.id))
    .returning({ person: suited.person })
  return following.map(({ person }) => person)
}
