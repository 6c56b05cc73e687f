import type * as Bullmq from 'bullmq'
import { required } from '../base/required.ts'
import { isAway, type Sql } from '../base/sql.ts'
import type { Backend } from './backend.ts'
import { createPool, inTransaction } from './pool.ts'

const { createPostgresBackend, Queue, runMigrations, Worker } = required('bullmq') as typeof Bullmq

/** BullMQ's PostgreSQL back end, on a server or embedded; its tables are brought up to date first. */
export const openOnSql = async (sql: Sql, keptEvents: number): Promise<Backend> => {
  await inTransaction(sql, (client) => runMigrations(client))
  const connection = createPool(sql)
  const shared = { connection }
  return {
    queue: (line) =>
      new Queue(line, { ...shared, streams: { events: { maxLen: keptEvents } } }, createPostgresBackend),
    worker: (line, work, pace) => new Worker(line, work, { ...shared, ...pace }, createPostgresBackend),
    isAway,
    leave: () => {},
    [Symbol.asyncDispose]: () => connection.end(),
  }
}
