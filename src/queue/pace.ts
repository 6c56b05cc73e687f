import type { Log } from '../base/log.ts'
import type { Sql } from '../base/sql.ts'
import type { Pace } from '../engine/pace.ts'
import { complaints } from './complaints.ts'
import type { QueuePlace } from './queue.ts'

export interface PaceNeeds {
  /** Names of chats are kept as marks only. */
  readonly mark: (name: string) => string
  readonly log: Log
}

/** Counts where the queue is: on Redis, by Redis's clock, or in our own tables, by the database's. */
export const createPace = async ({
  where,
  mark,
  log,
}: PaceNeeds & { readonly where: QueuePlace }): Promise<Pace> => {
  if ('redis' in where) {
    const { openPaceOnRedis } = await import('./pace-on-redis.ts')
    return openPaceOnRedis({ url: where.redis, house: where.house, mark, complain: complaints(log) })
  }
  const { createPaceOnSql } = await import('./pace-on-sql.ts')
  return createPaceOnSql({ sql: where.sql satisfies Sql, mark })
}
