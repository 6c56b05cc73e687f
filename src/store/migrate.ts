import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import type { Drizzle } from './database.ts'

/** A file of the package, wherever this module was compiled to. */
export const packaged = (...path: readonly string[]): string => {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error('No package.json above the store: its migrations cannot be found')
    folder = parent
  }
  return join(folder, ...path)
}

export const migrations = () => ({
  migrationsFolder: packaged('migrations'),
  migrationsSchema: 'porte_voix',
  migrationsTable: 'migrations',
})

/** Any number that no other program on the same database uses. */
const lock = 7_305_471_082

/** Runs the work while no other process runs its own; the database must be one session. */
export const alone = async (database: Drizzle, work: () => Promise<void>): Promise<void> => {
  await database.execute(sql`select pg_advisory_lock(${sql.raw(String(lock))})`)
  try {
    await work()
  } finally {
    await database.execute(sql`select pg_advisory_unlock(${sql.raw(String(lock))})`)
  }
}
