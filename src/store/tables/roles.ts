import { index, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import type { GroupId, PersonId } from '../../base/ids.ts'
import type { GrantedRole } from '../../domain/rights/model.ts'
import { groups } from './groups.ts'
import { house, instant } from './house.ts'
import { people, person } from './people.ts'

/** A group or loop; none: everywhere. */
export const place = () =>
  uuid()
    .$type<GroupId>()
    .references(() => groups.id, { onDelete: 'cascade' })

/** Somebody who did something; the row stays when they are erased, without them. */
export const doer = () =>
  uuid()
    .$type<PersonId>()
    .references(() => people.id, { onDelete: 'set null' })

export const roles = house.table(
  'roles',
  {
    person: person(),
    role: text().notNull().$type<GrantedRole>(),
    group: place(),
    since: instant().notNull(),
    by: doer(),
  },
  (table) => [
    unique('roles_once').on(table.person, table.group, table.role).nullsNotDistinct(),
    index().on(table.group),
  ],
)

export const invitations = house.table(
  'invitations',
  {
    /** Of the code, which is not kept. */
    mark: text().primaryKey(),
    role: text().notNull().$type<GrantedRole>(),
    group: place(),
    by: person(),
    until: instant().notNull(),
    used: instant(),
  },
  (table) => [index().on(table.until), index().on(table.by)],
)

/** One animator of a loop asks that another one be replaced. */
export const replacements = house.table(
  'replacements',
  {
    group: uuid()
      .notNull()
      .$type<GroupId>()
      .references(() => groups.id, { onDelete: 'cascade' }),
    person: person(),
    by: person(),
    at: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.group, table.person] })],
)

export const journal = house.table(
  'journal',
  {
    id: uuid().primaryKey(),
    at: instant().notNull(),
    by: doer(),
    about: doer(),
    group: place(),
    /** What was done. */
    sealed: text().notNull(),
  },
  (table) => [index().on(table.group, table.at), index().on(table.by), index().on(table.about)],
)
