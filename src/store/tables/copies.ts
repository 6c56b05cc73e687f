import { index, text, uuid } from 'drizzle-orm/pg-core'
import type { BroadcastId, PersonId } from '../../base/ids.ts'
import { house, instant } from './house.ts'
import { shown } from './shown.ts'

/** Delivered messages that are drawn anew when what they show changes. */
export const copies = house.table(
  'copies',
  {
    mark: text().primaryKey(),
    ...shown(),
    platform: text().notNull(),
    addressMark: text().notNull(),
    reader: uuid().$type<PersonId>(),
    /** A part of what that broadcast says. */
    within: uuid().$type<BroadcastId>(),
    /** Address and `ref`. */
    sealed: text().notNull(),
    at: instant().notNull(),
  },
  (table) => [
    index().on(table.action),
    index().on(table.proposal),
    index().on(table.addressMark),
    index().on(table.reader),
  ],
)
