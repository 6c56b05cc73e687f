import { bigint, pgSchema, text } from 'drizzle-orm/pg-core'
import type { Instant } from '../../base/clock.ts'

/**
 * All our tables, in a schema of their own: the queue's bear names like `job` and `meta`.
 *
 * `sealed…` columns are encrypted (cipher.ts); `…mark` columns are what one looks up instead (marks.ts).
 * Instants are whole milliseconds since 1970, as everywhere else in the house.
 */
export const house = pgSchema('porte_voix')

export const instant = () => bigint({ mode: 'number' }).$type<Instant>()

/** What the store itself must remember, sealed. */
export const secrets = house.table('secrets', {
  name: text().primaryKey(),
  sealed: text().notNull(),
})

/** Who writes on each platform for all who share these tables, and when it was last seen, by the database's clock. */
export const bots = house.table('bots', {
  platform: text().primaryKey(),
  /** A digest of the part of its token that is not secret. */
  bot: text().notNull(),
  seen: instant().notNull(),
})

export const imports = house.table('imports', {
  key: text().primaryKey(),
  /** JSON. */
  value: text().notNull(),
})
