import { sql } from 'drizzle-orm'
import type { Drizzle } from './database.ts'

/** A column that says whose a row is. */
export interface Reference {
  readonly table: string
  readonly column: string
}

/** All columns that name a person, asked of the database itself: no table that comes is left out. Ordered; tables with their schema. */
export const referencesToPeople = (within: Drizzle): Promise<readonly Reference[]> =>
  within
    .select({ table: sql<string>`c.conrelid::regclass::text`, column: sql<string>`a.attname::text` })
    .from(sql`pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]`)
    .where(sql`c.contype = 'f' and c.confrelid = 'porte_voix.people'::regclass`)
    .orderBy(sql`1, 2`)
