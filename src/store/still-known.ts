import { inArray } from 'drizzle-orm'
import type { PersonId } from '../base/ids.ts'
import type { Drizzle } from './database.ts'
import { people } from './tables/people.ts'

/** Those of them who were not erased, nor are while this transaction lasts: what is written for them meanwhile goes with them. */
export const stillKnown = async (
  within: Drizzle,
  ids: readonly PersonId[],
): Promise<ReadonlySet<PersonId>> => {
  if (ids.length === 0) return new Set()
  const rows = await within
    .select({ id: people.id })
    .from(people)
    .where(inArray(people.id, [...ids]))
    .orderBy(people.id)
    .for('key share')
  return new Set(rows.map(({ id }) => id))
}
