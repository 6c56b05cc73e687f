import { boolean, doublePrecision, index, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { GroupId } from '../../base/ids.ts'
import type { GroupKind, ImportedGroup } from '../../domain/groups/model.ts'
import type { DepartmentCode, Precision } from '../../domain/territory/model.ts'
import { house, instant } from './house.ts'
import { person } from './people.ts'

export const groups = house.table(
  'groups',
  {
    id: uuid().primaryKey().$type<GroupId>(),
    source: text().notNull().$type<ImportedGroup['source']>(),
    sourceId: text().notNull(),
    name: text().notNull(),
    /** The name as lists sort it, without accents or capitals. */
    sortName: text().notNull(),
    kind: text().notNull().$type<GroupKind>(),
    certified: boolean().notNull(),
    active: boolean().notNull(),
    /** Still there at its source. */
    listed: boolean().notNull().default(true),
    department: text().$type<DepartmentCode>(),
    city: text(),
    postalCode: text(),
    lat: doublePrecision(),
    lon: doublePrecision(),
    precision: text().$type<Precision>(),
    url: text(),
    /** Of all that its source says: the same again when nothing changed. */
    fingerprint: text().notNull(),
    seen: instant().notNull(),
  },
  (table) => [
    uniqueIndex().on(table.source, table.sourceId),
    index().on(table.department, table.kind),
    index().on(table.lat),
  ],
)

export const memberships = house.table(
  'memberships',
  {
    person: person(),
    group: uuid()
      .notNull()
      .$type<GroupId>()
      .references(() => groups.id, { onDelete: 'cascade' }),
    since: instant().notNull(),
    /** Wants to be asked in private whether they come to what the group does. */
    asked: boolean().notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.person, table.group] }), index().on(table.group, table.person)],
)
