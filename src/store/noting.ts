import { and, gt, or, sql, type SQL } from 'drizzle-orm'
import type { Instant } from '../base/clock.ts'
import type { PersonId } from '../base/ids.ts'
import { whole, type Drizzle } from './rows.ts'
import { actions } from './tables/actions.ts'
import { changes } from './tables/reminders.ts'

/** An action as its readers know it, as JSON; NULLs are left out as everywhere outside the store. */
const known = sql`json_strip_nulls(json_build_object(
  'name', ${actions.name}, 'start', ${actions.start}, 'end', ${actions.end}, 'zone', ${actions.zone},
  'state', ${actions.state}, 'venue', json_build_object('name', ${actions.venueName}, 'address', ${actions.venueAddress},
  'city', ${actions.venueCity}, 'postalCode', ${actions.venuePostalCode}, 'online', ${actions.online})))::text`

/**
 * To be called before the row is changed, in the same transaction. Only the first of several changes says what readers know; those who
 * were told already are told again. Nothing is written when nobody comes.
 */
export const noteChange = async (
  within: Drizzle,
  where: SQL | undefined,
  at: Instant,
  author?: PersonId,
): Promise<void> => {
  await within
    .insert(changes)
    .select(
      within
        .select({
          action: actions.id,
          since: sql`${whole(at)}`.as('since'),
          was: known.as('was'),
          author: sql`${author ?? null}::uuid`.as('author'),
          after: sql`null::uuid`.as('after'),
        })
        .from(actions)
        .where(and(where, or(gt(actions.yes, 0), gt(actions.maybe, 0), gt(actions.waiting, 0)))),
    )
    .onConflictDoUpdate({ target: changes.action, set: { after: null } })
}
