import { text } from 'drizzle-orm/pg-core'
import { house, instant } from './house.ts'
import { person } from './people.ts'

/** A code that joins another account to that person, once. */
export const pairings = house.table('pairings', {
  person: person().primaryKey(),
  /** Of the code. */
  mark: text().notNull().unique(),
  until: instant().notNull(),
})
