import { sql } from 'drizzle-orm'
import { bigserial, boolean, index, integer, smallint, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { BroadcastId, LetterId, PersonId } from '../../base/ids.ts'
import type { Fate } from '../../engine/letter.ts'
import { house, instant } from './house.ts'

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
    /** When it would have left, but for an electoral silence. */
    planned: instant(),
    /** Somebody carries it until then. */
    held: instant(),
    tries: integer().notNull().default(0),
    /** Whoever carried it before never came back. */
    doubtful: boolean().notNull().default(false),
    closed: instant(),
    fate: text().$type<Fate['is']>(),
    why: text(),
    /** The message that it became, sealed: its `ref`. */
    sealedRef: text(),
    /** One of many that say the same: what it says is kept there. */
    broadcast: uuid().$type<BroadcastId>(),
    /** For whom, within the broadcast: an id of ours. */
    target: text(),
    /** The last pass of the broadcast that it took part in. */
    pass: integer().notNull().default(0),
  },
  (table) => [
    /** One waiting letter a key; a letter that is being carried can no longer be replaced. */
    uniqueIndex()
      .on(table.keyMark)
      .where(sql`closed is null and held is null`),
    index()
      .on(table.platform, table.lane, table.turn)
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
    /** However often a broadcast is written out: one letter a target. */
    uniqueIndex()
      .on(table.broadcast, table.target)
      .where(sql`broadcast is not null`),
    index('letters_silenced_index')
      .on(table.planned)
      .where(sql`closed is null and planned is not null`),
    index('letters_broadcast_open_index')
      .on(table.broadcast)
      .where(sql`closed is null and broadcast is not null`),
  ],
)
