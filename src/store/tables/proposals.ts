import { boolean, index, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core'
import type { ActionId, GroupId, PersonId, ProposalId } from '../../base/ids.ts'
import type { Zone } from '../../base/zones.ts'
import { actions } from './actions.ts'
import { groups } from './groups.ts'
import { house, instant } from './house.ts'
import { people, person } from './people.ts'

/** Dates for one action, of which a group says which suit it. */
export const proposals = house.table(
  'proposals',
  {
    id: uuid().primaryKey().$type<ProposalId>(),
    group: uuid()
      .notNull()
      .$type<GroupId>()
      .references(() => groups.id, { onDelete: 'cascade' }),
    keeper: uuid()
      .$type<PersonId>()
      .references(() => people.id, { onDelete: 'set null' }),
    /** JSON: what the action will be. */
    about: text().notNull(),
    /** JSON: from when to when each would last, the first first. */
    dates: text().notNull(),
    zone: text().notNull().$type<Zone>(),
    /** Answers are taken until then, */
    until: instant().notNull(),
    /** or no more. */
    over: boolean().notNull().default(false),
    /** When the last of its dates ends. */
    ends: instant().notNull(),
    /** Which of its dates it is, by its place; */
    date: smallint(),
    /** and the action that was made. */
    action: uuid()
      .$type<ActionId>()
      .references(() => actions.id, { onDelete: 'set null' }),
    /** None of them. */
    dropped: boolean().notNull().default(false),
    /** JSON: how many said what; once answers are forgotten. */
    totals: text(),
  },
  (table) => [
    index().on(table.group),
    index().on(table.keeper),
    index().on(table.over, table.until),
    index().on(table.ends),
  ],
)

/** What suits somebody: a bit for each date, 0 when none does, -1 when they said nothing. */
export const suited = house.table(
  'suited',
  {
    proposal: uuid()
      .notNull()
      .$type<ProposalId>()
      .references(() => proposals.id, { onDelete: 'cascade' }),
    person: person(),
    suits: smallint().notNull(),
    /** They hear in private which date it is. */
    follows: boolean().notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.proposal, table.person] }), index().on(table.person)],
)
