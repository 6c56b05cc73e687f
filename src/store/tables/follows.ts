import { index, primaryKey, smallint, text, unique, uuid } from 'drizzle-orm/pg-core'
import type { FollowId, GroupId } from '../../base/ids.ts'
import type { ImportedAction } from '../../domain/actions/model.ts'
import type { Followed } from '../../domain/follows/model.ts'
import { groups } from './groups.ts'
import { house, instant } from './house.ts'
import { doer } from './roles.ts'

/** A public calendar of the source that at least one group follows. */
export const followedCalendars = house.table(
  'followed_calendars',
  {
    path: text().primaryKey(),
    state: text().notNull().$type<Followed['state']>(),
    /** When it is to be read again. */
    next: instant().notNull(),
    /** When it was read in full. */
    read: instant(),
    skipped: smallint().notNull(),
    /** What the source called the version that was read. */
    etag: text(),
    modified: text(),
  },
  (table) => [index().on(table.next)],
)

const calendar = () =>
  text()
    .notNull()
    .references(() => followedCalendars.path, { onDelete: 'cascade' })

export const follows = house.table(
  'follows',
  {
    id: uuid().primaryKey().$type<FollowId>(),
    group: uuid()
      .notNull()
      .$type<GroupId>()
      .references(() => groups.id, { onDelete: 'cascade' }),
    path: calendar(),
    since: instant().notNull(),
    by: doer(),
  },
  (table) => [unique('follows_once').on(table.group, table.path), index().on(table.path)],
)

/** What a calendar announces that was not over when it was read. */
export const followedItems = house.table(
  'followed_items',
  {
    path: calendar(),
    source: text().notNull().$type<ImportedAction['source']>(),
    sourceId: text().notNull(),
    start: instant().notNull(),
    end: instant().notNull(),
    print: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.path, table.sourceId] }),
    index().on(table.source, table.sourceId),
  ],
)
