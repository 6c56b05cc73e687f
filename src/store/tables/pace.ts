import { bigint, doublePrecision, index, integer, primaryKey, text } from 'drizzle-orm/pg-core'
import { house } from './house.ts'

/**
 * How fast letters may leave: one row for a platform, one for each chat written to lately. Milliseconds since 1970 by the database's clock.
 * Unlogged: after a crash it is empty, as for a bot that said nothing for a minute. The function `reserve_slots` reads and writes it.
 */
export const pace = house.table(
  'pace',
  {
    mark: text().primaryKey(),
    /** When the next message would be due if all came evenly. */
    next: doublePrecision().notNull().default(0),
    /** Nothing before, as was said at `since`. */
    held: doublePrecision().notNull().default(0),
    since: doublePrecision().notNull().default(0),
    /** When a letter other than an answer last had a slot. */
    bulk: doublePrecision().notNull().default(0),
    /** When the platform's last slots really were, as far as was told; in no order. */
    log: doublePrecision().array().notNull().default([]),
  },
  (table) => [index().on(table.next)],
)

/** How often a platform refused lately, by half minutes. Unlogged, too. */
export const refusals = house.table(
  'refusals',
  {
    mark: text().notNull(),
    /** Half minutes since 1970 by the database's clock. */
    span: bigint({ mode: 'number' }).notNull(),
    count: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.mark, table.span] })],
)
