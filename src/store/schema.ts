import {
  bigint,
  bigserial,
  boolean,
  doublePrecision,
  index,
  integer,
  pgSchema,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'
import type { Instant } from '../base/clock.ts'
import type { ActionId, GroupId, LetterId, PersonId } from '../base/ids.ts'
import type { Zone } from '../base/zones.ts'
import type { Action, ActionKind, Answer } from '../domain/actions/model.ts'
import type { GroupKind, ImportedGroup } from '../domain/groups/model.ts'
import type { DepartmentCode, Precision } from '../domain/territory/model.ts'
import type { Fate } from '../engine/letter.ts'

/**
 * All our tables, in a schema of their own: the queue's bear names like `job` and `meta`.
 *
 * `sealed…` columns are encrypted (cipher.ts); `…mark` columns are what one looks up instead (marks.ts).
 * Instants are whole milliseconds since 1970, as everywhere else in the house.
 */
export const house = pgSchema('porte_voix')

const instant = () => bigint({ mode: 'number' }).$type<Instant>()

/** What the store itself must remember, sealed. */
export const secrets = house.table('secrets', {
  name: text().primaryKey(),
  sealed: text().notNull(),
})

export const people = house.table('people', {
  id: uuid().primaryKey().$type<PersonId>(),
  sealedName: text(),
  since: instant().notNull(),
})

const person = () =>
  uuid()
    .notNull()
    .$type<PersonId>()
    .references(() => people.id, { onDelete: 'cascade' })

export const accounts = house.table(
  'accounts',
  {
    mark: text().primaryKey(),
    person: person(),
    platform: text().notNull(),
    sealedKey: text().notNull(),
    sealedDoor: text().notNull(),
    doorMark: text().notNull(),
    reachable: boolean().notNull().default(true),
  },
  (table) => [index().on(table.person)],
)

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
  },
  (table) => [primaryKey({ columns: [table.person, table.group] }), index().on(table.group)],
)

export const actions = house.table(
  'actions',
  {
    id: uuid().primaryKey().$type<ActionId>(),
    source: text().$type<ImportedGroup['source']>(),
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
  },
  (table) => [primaryKey({ columns: [table.person, table.action] }), index().on(table.action)],
)

export const imports = house.table('imports', {
  key: text().primaryKey(),
  /** JSON. */
  value: text().notNull(),
})

export const inbox = house.table('inbox', { mark: text().primaryKey(), at: instant().notNull() }, (table) => [
  index().on(table.at),
])

export const letters = house.table(
  'letters',
  {
    id: uuid().primaryKey().$type<LetterId>(),
    /** The order in which letters were written. */
    turn: bigserial({ mode: 'number' }).notNull(),
    platform: text().notNull(),
    sealedTo: text().notNull(),
    addressMark: text().notNull(),
    /** Perhaps somebody who is not known, or no longer. */
    reader: uuid().$type<PersonId>(),
    /** The index of its name in `lanes`. */
    lane: smallint().notNull(),
    /** Body, `replaces` and `key`; nothing once the letter has arrived or was dropped. */
    sealedContent: text(),
    keyMark: text(),
    written: instant().notNull(),
    due: instant().notNull(),
    /** Somebody carries it until then. */
    held: instant(),
    tries: integer().notNull().default(0),
    closed: instant(),
    fate: text().$type<Fate['is']>(),
    why: text(),
    sealedRef: text(),
  },
  (table) => [
    /** One waiting letter a key; a letter that is being carried can no longer be replaced. */
    uniqueIndex()
      .on(table.keyMark)
      .where(sql`closed is null and held is null`),
    index()
      .on(table.lane, table.turn)
      .where(sql`closed is null`),
    index()
      .on(table.addressMark, table.turn)
      .where(sql`closed is null`),
    index()
      .on(table.closed)
      .where(sql`closed is not null`),
    index()
      .on(table.reader)
      .where(sql`reader is not null`),
  ],
)

export const dialogues = house.table(
  'dialogues',
  { accountMark: text().primaryKey(), sealed: text().notNull(), until: instant().notNull() },
  (table) => [index().on(table.until)],
)

export const copies = house.table(
  'copies',
  {
    mark: text().primaryKey(),
    action: uuid()
      .notNull()
      .$type<ActionId>()
      .references(() => actions.id, { onDelete: 'cascade' }),
    platform: text().notNull(),
    addressMark: text().notNull(),
    reader: uuid().$type<PersonId>(),
    /** Address and `ref`. */
    sealed: text().notNull(),
    at: instant().notNull(),
  },
  (table) => [index().on(table.action), index().on(table.addressMark), index().on(table.reader)],
)
