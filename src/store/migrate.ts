import { sql } from 'drizzle-orm'
import type { Drizzle } from './database.ts'
import { packaged } from './package.ts'

export const migrations = () => ({
  migrationsFolder: packaged('migrations'),
  migrationsSchema: 'porte_voix',
  migrationsTable: 'migrations',
})

/** Any number that no other program on the same database uses. */
const lock = sql.raw('7305471082')

/** Runs the work while no other process runs its own; the database must be one session. */
export const alone = async (database: Drizzle, work: () => Promise<void>): Promise<void> => {
  await database.execute(sql`select pg_advisory_lock(${lock})`)
  try {
    await work()
  } finally {
    await database.execute(sql`select pg_advisory_unlock(${lock})`)
  }
}
