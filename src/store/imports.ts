import { eq } from 'drizzle-orm'
import type { ImportStore } from '../domain/imports/ports.ts'
import type { Drizzle } from './database.ts'
import { imports } from './tables/house.ts'

export const createImportStore = ({ database }: { readonly database: Drizzle }): ImportStore => ({
  load: async (key) => {
    const [row] = await database.select().from(imports).where(eq(imports.key, key))
    return row && (JSON.parse(row.value) as unknown)
  },
  save: async (key, value) => {
    const saved = { value: JSON.stringify(value ?? null) }
    await database
      .insert(imports)
      .values({ key, ...saved })
      .onConflictDoUpdate({ target: imports.key, set: saved })
  },
})
