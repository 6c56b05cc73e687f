import { boolean, index, integer, smallint, text, uuid } from 'drizzle-orm/pg-core'
import type { LinkId } from '../../base/ids.ts'
import type { Trouble } from '../../domain/links/model.ts'
import { house, instant } from './house.ts'
import { doer, place } from './roles.ts'

export const links = house.table(
  'links',
  {
    id: uuid().primaryKey().$type<LinkId>(),
    group: place(),
    platform: text().notNull(),
    addressMark: text().notNull().unique(),
    /** Of the chat that it is, or is a topic of. */
    wholeMark: text(),
    sealedKey: text().notNull(),
    sealedTitle: text().notNull(),
    since: instant().notNull(),
    by: doer(),
    trouble: text().$type<Trouble>(),
    announcements: boolean().notNull(),
    actions: boolean().notNull(),
    agenda: boolean().notNull(),
    reminders: boolean().notNull(),
    silent: boolean().notNull(),
    pinned: boolean().notNull(),
    published: boolean().notNull().default(false),
    threads: boolean().notNull().default(false),
    /** Hours of the day. */
    fromHour: smallint().notNull(),
    toHour: smallint().notNull(),
    /** Of the agenda. */
    day: smallint().notNull(),
    hour: smallint().notNull(),
    /** About how many people are there, a mark of the community that they are, and when that was asked. */
    people: integer(),
    crowdMark: text(),
    counted: instant(),
    /** The last agenda that was sent. */
    agendaSent: instant(),
  },
  (table) => [index().on(table.group), index().on(table.wholeMark)],
)
