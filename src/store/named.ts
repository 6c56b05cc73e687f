import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm'
import type { ActionId } from '../base/ids.ts'
import type { Cipher } from './cipher.ts'
import type { Drizzle } from './database.ts'
import { nameSpot } from './people.ts'
import { answers } from './tables/actions.ts'
import { people } from './tables/people.ts'

/** What a card has room for. */
const most = 6

/** Of those who have a seat, the names of those who said that chats of many may see it; the first to answer first. */
export const namedOn = async (
  database: Drizzle,
  cipher: Cipher,
  action: ActionId,
): Promise<readonly string[]> => {
  const rows = await database
    .select({ id: people.id, sealedName: people.sealedName })
    .from(answers)
    .innerJoin(people, and(eq(people.id, answers.person), people.openName, isNotNull(people.sealedName)))
    .where(and(eq(answers.action, action), eq(answers.answer, 'yes'), isNull(answers.turn)))
    .orderBy(asc(answers.at), asc(answers.person))
    .limit(most)
  return rows.flatMap(({ id, sealedName }) =>
    sealedName === null ? [] : [cipher.open(sealedName, nameSpot(id))],
  )
}
