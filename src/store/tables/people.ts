import { boolean, index, smallint, text, uuid } from 'drizzle-orm/pg-core'
import type { PersonId } from '../../base/ids.ts'
import { house, instant } from './house.ts'

export const people = house.table('people', {
  id: uuid().primaryKey().$type<PersonId>(),
  sealedName: text(),
  /** Chats of many may show it too: they said so. */
  openName: boolean().notNull().default(false),
  /** What their groups announce comes to them in private, too: they asked for it. */
  news: boolean().notNull().default(false),
  /** The day on which the week of their groups comes to them, 1 is Monday; none: it does not. */
  weekDay: smallint(),
  weekSent: instant(),
  since: instant().notNull(),
})

/** Rows that go when the person does. */
export const person = () =>
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
    /** When it was last tried again although nothing arrived there. */
    retried: instant(),
  },
  (table) => [index().on(table.person), index().on(table.doorMark)],
)

export const dialogues = house.table(
  'dialogues',
  { accountMark: text().primaryKey(), sealed: text().notNull(), until: instant().notNull() },
  (table) => [index().on(table.until)],
)
