import { sql } from 'drizzle-orm'
import { boolean, index, integer, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core'
import type { ActionId, GroupId, PersonId } from '../../base/ids.ts'
import type { Zone } from '../../base/zones.ts'
import { actions } from './actions.ts'
import { groups } from './groups.ts'
import { house, instant } from './house.ts'
import { person } from './people.ts'

const action = () =>
  uuid()
    .notNull()
    .$type<ActionId>()
    .references(() => actions.id, { onDelete: 'cascade' })

/** How somebody wants to be told; no row: as everybody is. */
export const wishes = house.table('wishes', {
  person: person().primaryKey(),
  /** JSON: how long before, each as `Lead` has it. */
  leads: text().notNull(),
  /** Minutes since midnight; the same twice: no quiet hours. */
  quietFrom: smallint().notNull(),
  quietTo: smallint().notNull(),
  /** On whose clocks these are; none: where the action is. */
  zone: text().$type<Zone>(),
  /** All of one day's reminders in one message. */
  digest: boolean().notNull(),
  /** Where they want to hear, when they have several accounts. */
  platform: text(),
})

/** Of one action alone, instead of how they are reminded of others. */
export const ownLeads = house.table(
  'own_leads',
  {
    person: person(),
    action: action(),
    /** JSON: how long before, each as `Lead` has it. */
    leads: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.person, table.action] }), index().on(table.action)],
)

export const mutes = house.table(
  'mutes',
  {
    person: person(),
    group: uuid()
      .notNull()
      .$type<GroupId>()
      .references(() => groups.id, { onDelete: 'cascade' }),
  },
  (table) => [primaryKey({ columns: [table.person, table.group] }), index().on(table.group)],
)

/** What is owed to somebody who answered: one of a kind, however often it is worked out. */
export const reminders = house.table(
  'reminders',
  {
    person: person(),
    action: action(),
    kind: text().notNull(),
    due: instant().notNull(),
    sent: instant(),
  },
  (table) => [
    primaryKey({ columns: [table.person, table.action, table.kind] }),
    // In the order in which they are told: on an evening tens of thousands are due at the same instant.
    index('reminders_owed')
      .on(table.due, table.person, table.action, table.kind)
      .where(sql`sent is null`),
    index().on(table.action),
  ],
)

/** An action that its readers knew otherwise: one row until they have been told, however often it changes meanwhile. */
export const changes = house.table(
  'changes',
  {
    action: action().primaryKey(),
    since: instant().notNull(),
    /** JSON: the action as it was told last. */
    was: text().notNull(),
    /** Whoever changed it, and knows. */
    author: uuid().$type<PersonId>(),
    /** Everybody up to that person has been told. */
    after: uuid().$type<PersonId>(),
  },
  (table) => [index().on(table.since)],
)

/** What came of an action, in numbers. */
export const outcomes = house.table('outcomes', {
  action: action().primaryKey(),
  people: integer(),
  tracts: integer(),
  doors: integer(),
  contacts: integer(),
  at: instant().notNull(),
})

/** The secret address of somebody's calendar. */
export const feeds = house.table(
  'feeds',
  {
    person: person().primaryKey(),
    /** Of the secret. */
    mark: text().notNull(),
    sealed: text().notNull(),
    since: instant().notNull(),
  },
  (table) => [index().on(table.mark)],
)
