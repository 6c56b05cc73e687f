import { index, text, uuid } from 'drizzle-orm/pg-core'
import type { ActionId, BroadcastId, PersonId, ProposalId } from '../../base/ids.ts'
import { actions } from './actions.ts'
import { house, instant } from './house.ts'
import { proposals } from './proposals.ts'

/** Delivered messages that are drawn anew when what they show changes. */
export const copies = house.table(
  'copies',
  {
    mark: text().primaryKey(),
    /** What it shows: an action, */
    action: uuid()
      .$type<ActionId>()
      .references(() => actions.id, { onDelete: 'cascade' }),
    /** or dates that are proposed for one. */
    proposal: uuid()
      .$type<ProposalId>()
      .references(() => proposals.id, { onDelete: 'cascade' }),
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
