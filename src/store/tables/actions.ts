import { sql } from 'drizzle-orm'
import {
  boolean,
  doublePrecision,
  index,
  integer,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { ActionId } from '../../base/ids.ts'
import type { Zone } from '../../base/zones.ts'
import type { Action, ActionKind, Answer, ImportedAction } from '../../domain/actions/model.ts'
import type { DepartmentCode } from '../../domain/territory/model.ts'
import { house, instant } from './house.ts'
import { person } from './people.ts'

export const actions = house.table(
  'actions',
  {
    id: uuid().primaryKey().$type<ActionId>(),
    source: text().$type<ImportedAction['source']>(),
    sourceId: text(),
    name: text().notNull(),
    kind: text().notNull().$type<ActionKind>(),
    description: text().notNull(),
    start: instant().notNull(),
    end: instant().notNull(),
    zone: text().notNull().$type<Zone>(),
    department: text().$type<DepartmentCode>(),
    venueName: text(),
    venueAddress: text(),
    venueCity: text(),
    venuePostalCode: text(),
    lat: doublePrecision(),
    lon: doublePrecision(),
    online: text(),
    state: text().notNull().$type<Action['state']>(),
    url: text(),
    revision: integer().notNull().default(1),
    /** Of all that its source says but the state: the same again when nothing changed. */
    fingerprint: text().notNull(),
    changed: instant().notNull(),
    /** How many of each answer: kept in step under the row's lock, whoever answers or leaves. */
    yes: integer().notNull().default(0),
    maybe: integer().notNull().default(0),
    no: integer().notNull().default(0),
    /** How many people wait for a seat. */
    waiting: integer().notNull().default(0),
    /** The most who may come; none: as many as want. `yes` never goes beyond it. */
    capacity: integer(),
    /** How many hours a freed seat is kept for whoever is next; none: as usual. */
    offerHours: smallint(),
    /** Who may come; none: everybody. */
    audience: text().$type<NonNullable<Action['audience']>>(),
    /** Its organisers choose who comes: whoever says yes waits until then. */
    picks: boolean().notNull().default(false),
    /** Why it was called off. */
    reason: text(),
  },
  (table) => [
    uniqueIndex().on(table.source, table.sourceId),
    index().on(table.end),
    index().on(table.department, table.end),
    index().on(table.lat),
  ],
)

/** Groups by their source's identifier: one may be known before it is imported, or never be. */
export const organisers = house.table(
  'organisers',
  {
    action: uuid()
      .notNull()
      .$type<ActionId>()
      .references(() => actions.id, { onDelete: 'cascade' }),
    rank: smallint().notNull(),
    source: text().notNull(),
    sourceId: text().notNull(),
    name: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.action, table.rank] }), index().on(table.source, table.sourceId)],
)

export const answers = house.table(
  'answers',
  {
    person: person(),
    action: uuid()
      .notNull()
      .$type<ActionId>()
      .references(() => actions.id, { onDelete: 'cascade' }),
    answer: text().notNull().$type<Answer>(),
    at: instant().notNull(),
    /** Who comes along; each takes a seat. */
    guests: smallint().notNull().default(0),
    /** Their turn among those who wait for a seat; they have none. */
    turn: integer(),
    /** They have a seat, which goes to the next one unless they say by then that they want it. */
    confirmBy: instant(),
    /** When a seat for which they had waited was given to them. */
    promoted: instant(),
    /** What they said afterwards. */
    came: boolean(),
  },
  (table) => [
    primaryKey({ columns: [table.person, table.action] }),
    index().on(table.action, table.person),
    index()
      .on(table.action, table.turn)
      .where(sql`turn is not null`),
    index()
      .on(table.confirmBy)
      .where(sql`confirm_by is not null`),
  ],
)

/** What somebody lets the organisers know: at most one an answer. */
export const notes = house.table(
  'notes',
  {
    id: uuid().primaryKey(),
    person: person(),
    action: uuid()
      .notNull()
      .$type<ActionId>()
      .references(() => actions.id, { onDelete: 'cascade' }),
    sealed: text().notNull(),
  },
  (table) => [uniqueIndex().on(table.person, table.action), index().on(table.action)],
)
