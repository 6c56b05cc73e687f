import { index, text, unique, uuid } from 'drizzle-orm/pg-core'
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
