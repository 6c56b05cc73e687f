import { boolean, index, integer, smallint, text, uuid } from 'drizzle-orm/pg-core'
import type { BroadcastId, PersonId } from '../../base/ids.ts'
import type { Errand, State } from '../../domain/broadcasts/model.ts'
import { house, instant } from './house.ts'
import { people } from './people.ts'

/** One fact that many hear of: its letters are written page by page, while it goes out. */
export const broadcasts = house.table(
  'broadcasts',
  {
    id: uuid().primaryKey().$type<BroadcastId>(),
    /** Nobody, once they are erased. */
    author: uuid()
      .$type<PersonId>()
      .references(() => people.id, { onDelete: 'set null' }),
    /** What is said, sealed JSON. */
    sealedWhat: text().notNull(),
    /** For whom, JSON: ids of ours only. */
    audience: text().notNull(),
    /** The index of its name in `lanes`. */
    lane: smallint().notNull(),
    state: text().notNull().$type<State>(),
    errand: text().notNull().$type<Errand>().default('send'),
    /** How many times all that went out was, or is, gone through again. */
    pass: integer().notNull().default(0),
    /** The key of the last target that has a letter; none yet. */
    cursor: text(),
    /** All targets have letters, or will have none. */
    expanded: boolean().notNull().default(false),
    /** How many targets there were when it began to go out. */
    total: integer(),
    begun: instant().notNull(),
    ended: instant(),
    /** What became of letters that are forgotten. */
    pastDelivered: integer().notNull().default(0),
    pastGone: integer().notNull().default(0),
    pastUncertain: integer().notNull().default(0),
    pastDropped: integer().notNull().default(0),
    /** The author's message that shows how it fares: address and `ref`, sealed JSON. */
    sealedWatch: text(),
  },
  (table) => [index().on(table.state), index().on(table.author)],
)
