import { and, desc, eq, lte } from 'drizzle-orm'
import type { Draft } from '../domain/planning/model.ts'
import type { DraftStore } from '../domain/planning/ports.ts'
import type { Cipher } from './cipher.ts'
import type { Drizzle } from './database.ts'
import { drafts } from './tables/planning.ts'

interface Needs {
  readonly database: Drizzle
  readonly cipher: Cipher
}

const spot = (row: string) => ({ table: 'drafts', row, column: 'sealed' })

export const createDraftStore = ({ database, cipher }: Needs): DraftStore => {
  const opened = (row: { readonly id: string; readonly sealed: string }): Draft =>
    JSON.parse(cipher.open(row.sealed, spot(row.id))) as Draft
  return {
    get: async (id, person) => {
      const [row] = await database
        .select()
        .from(drafts)
        .where(and(eq(drafts.id, id), eq(drafts.person, person)))
      return row && opened(row)
    },
    put: async (draft, person, until) => {
      const sealed = cipher.seal(JSON.stringify(draft), spot(draft.id))
      await database
        .insert(drafts)
        .values({ id: draft.id, person, sealed, until })
        .onConflictDoUpdate({ target: drafts.id, set: { sealed, until } })
    },
    end: async (id, person) => {
      const gone = await database
        .delete(drafts)
        .where(and(eq(drafts.id, id), eq(drafts.person, person)))
        .returning({ id: drafts.id })
      return gone.length > 0
    },
    of: async (person) =>
      (await database.select().from(drafts).where(eq(drafts.person, person)).orderBy(desc(drafts.until))).map(
        opened,
      ),
    forget: async (before) =>
      (await database.delete(drafts).where(lte(drafts.until, before)).returning({ id: drafts.id })).length,
  }
}
