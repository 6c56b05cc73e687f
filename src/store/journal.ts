import { randomUUID } from 'node:crypto'
import { count, desc, eq, isNull, or } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { PersonId } from '../base/ids.ts'
import type { Doing, JournalStore } from '../domain/rights/journal.ts'
import { isEverywhere } from '../domain/rights/model.ts'
import type { Cipher } from './cipher.ts'
import type { Drizzle } from './database.ts'
import { nameSpot } from './people.ts'
import { people } from './tables/people.ts'
import { journal } from './tables/roles.ts'

interface Needs {
  readonly database: Drizzle
  readonly cipher: Cipher
}

const spot = (row: string) => ({ table: 'journal', row, column: 'sealed' })

const doers = alias(people, 'doers')
const others = alias(people, 'others')

export const createJournalStore = ({ database, cipher }: Needs): JournalStore => {
  const called = (person: PersonId | null, sealedName: string | null) =>
    person === null || sealedName === null ? undefined : cipher.open(sealedName, nameSpot(person))

  return {
    add: async ({ at, by, about, where, doing }) => {
      const id = randomUUID()
      await database.insert(journal).values({
        id,
        at,
        by: by ?? null,
        about: about ?? null,
        group: isEverywhere(where) ? null : where,
        sealed: cipher.seal(JSON.stringify(doing), spot(id)),
      })
    },
    read: async (where, skip, take) => {
      const rows = await database
        .select({ entry: journal, byName: doers.sealedName, aboutName: others.sealedName })
        .from(journal)
        .leftJoin(doers, eq(doers.id, journal.by))
        .leftJoin(others, eq(others.id, journal.about))
        .where(isEverywhere(where) ? isNull(journal.group) : eq(journal.group, where))
        .orderBy(desc(journal.at), desc(journal.id))
        .limit(take)
        .offset(skip)
      return rows.map(({ entry, ...names }) => {
        const byName = called(entry.by, names.byName)
        const aboutName = called(entry.about, names.aboutName)
        return {
          at: entry.at,
          where,
          doing: JSON.parse(cipher.open(entry.sealed, spot(entry.id))) as Doing,
          ...(entry.by !== null && { by: entry.by }),
          ...(entry.about !== null && { about: entry.about }),
          ...(byName !== undefined && { byName }),
          ...(aboutName !== undefined && { aboutName }),
        }
      })
    },
    naming: async (person) => {
      const [row] = await database
        .select({ entries: count() })
        .from(journal)
        .where(or(eq(journal.by, person), eq(journal.about, person)))
      return row?.entries ?? 0
    },
  }
}
