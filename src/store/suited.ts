import { and, eq, inArray, sql } from 'drizzle-orm'
import type { PersonId, ProposalId } from '../base/ids.ts'
import type { Drizzle } from './database.ts'
import { suited } from './tables/proposals.ts'

/**
 * Two people become one: where both answered a proposal, the one who stays answered, and what either wanted to hear is wanted.
 * Which proposals count one less.
 */
export const joinSuited = async (
  within: Drizzle,
  from: PersonId,
  to: PersonId,
): Promise<readonly ProposalId[]> => {
  const theirs = within.select({ proposal: suited.proposal }).from(suited).where(eq(suited.person, to))
  const twice = await within
    .delete(suited)
    .where(and(eq(suited.person, from), inArray(suited.proposal, theirs)))
    .returning()
  for (const { proposal, suits, follows } of twice)
    await within
      .update(suited)
      .set({
        follows: sql`${suited.follows} or ${follows}`,
        suits: sql`case when ${suited.suits} < 0 then ${suits}::int else ${suited.suits} end`,
      })
      .where(and(eq(suited.person, to), eq(suited.proposal, proposal)))
  return twice.map(({ proposal }) => proposal)
}
