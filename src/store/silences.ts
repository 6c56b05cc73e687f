import { and, eq, gt, inArray, isNull } from 'drizzle-orm'
import { minute, type Clock, type Instant } from '../base/clock.ts'
import type { BroadcastId } from '../base/ids.ts'
import type { Silences } from '../engine/ports.ts'
import type { Drizzle } from './database.ts'
import { letters } from './tables/letters.ts'
import { silences } from './tables/silences.ts'
import { whole } from './rows.ts'

/** Whoever is silent is tried every ten seconds, or whenever a call gives up. What is older nobody looks after any more. In milliseconds. */
const lasting = 2 * minute

export const createSilences = ({
  database,
  clock,
}: {
  readonly database: Drizzle
  readonly clock: Clock
}): Silences => ({
  note: async (platform, is) => {
    if (!is) {
      await database.delete(silences).where(eq(silences.platform, platform))
      return
    }
    const at = clock.now()
    await database
      .insert(silences)
      .values({ platform, at })
      .onConflictDoUpdate({ target: silences.platform, set: { at } })
  },
})

/** Platforms that are silent now, and for which letters of these broadcasts wait. */
export const silentFor = async (
  database: Drizzle,
  of: readonly BroadcastId[],
  now: Instant,
): Promise<readonly string[]> => {
  if (of.length === 0) return []
  const rows = await database
    .selectDistinct({ platform: silences.platform })
    .from(silences)
    .innerJoin(letters, eq(letters.platform, silences.platform))
    .where(
      and(gt(silences.at, whole(now - lasting)), inArray(letters.broadcast, [...of]), isNull(letters.closed)),
    )
    .orderBy(silences.platform)
  return rows.map(({ platform }) => platform)
}
