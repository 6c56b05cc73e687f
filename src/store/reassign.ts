import { sql, type SQL } from 'drizzle-orm'
import type { PersonId } from '../base/ids.ts'
import type { Cipher } from './cipher.ts'
import type { Drizzle } from './database.ts'
import { referencesToPeople, type Reference } from './references.ts'
import { sealedColumns } from './rotation.ts'

/** For each key of the table that the column is part of: its other columns. */
const keysWith = async (within: Drizzle, { table, column }: Reference): Promise<readonly string[][]> => {
  const found = await within
    .select({
      columns: sql<string>`array_to_string(array(select a.attname::text from pg_attribute a
        where a.attrelid = i.indrelid and a.attnum = any(i.indkey)), ' ')`,
    })
    .from(sql`pg_index i`)
    .where(sql`i.indrelid = ${table}::regclass and i.indisunique and i.indpred is null`)
  return found
    .map(({ columns }) => columns.split(' '))
    .filter((columns) => columns.includes(column))
    .map((columns) => columns.filter((name) => name !== column))
}

const named = (table: string): SQL => sql.raw(table)

/** What is sealed for a row that bears its person's id opens only under that id. */
const sealAgain = async (within: Drizzle, cipher: Cipher, from: PersonId, to: PersonId): Promise<void> => {
  for (const [table, id, , column, name] of sealedColumns) {
    if (id !== 'person') continue
    const [row] = await within
      .select({ sealed: sql<string>`${named(column)}` })
      .from(named(`porte_voix.${table}`))
      .where(sql`person = ${to}`)
    if (!row) continue
    const spot = (of: PersonId) => ({ table, row: of, column: name })
    const sealed = cipher.seal(cipher.open(row.sealed, spot(from)), spot(to))
    await within.execute(
      sql`update ${named(`porte_voix.${table}`)} set ${named(column)} = ${sealed} where person = ${to}`,
    )
  }
}

/** All rows of one person become another's, but those that the other has already: these stay where they are. */
export const reassign = async (
  within: Drizzle,
  cipher: Cipher,
  from: PersonId,
  to: PersonId,
): Promise<void> => {
  for (const reference of await referencesToPeople(within)) {
    const column = named(reference.column)
    const taken = (await keysWith(within, reference)).map(
      (others) =>
        sql`and not exists (select 1 from ${named(reference.table)} theirs where theirs.${column} = ${to}
          ${sql.join(
            others.map((name) => sql`and theirs.${named(name)} is not distinct from mine.${named(name)}`),
            sql` `,
          )})`,
    )
    await within.execute(
      sql`update ${named(reference.table)} mine set ${column} = ${to}
        where mine.${column} = ${from} ${sql.join(taken, sql` `)}`,
    )
  }
  await sealAgain(within, cipher, from, to)
}
