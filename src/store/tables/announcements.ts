import { index, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core'
import type { ActionId, AnnouncementId, BroadcastId, GroupId, LinkId, PictureId } from '../../base/ids.ts'
import type { Drawing } from '../../domain/announcements/model.ts'
import type { RelayState, Say, Stage } from '../../domain/announcements/model.ts'
import { actions } from './actions.ts'
import { groups } from './groups.ts'
import type { TargetFate } from '../../domain/broadcasts/model.ts'
import { house, instant } from './house.ts'
import { links } from './links.ts'
import { person } from './people.ts'
import { doer, place } from './roles.ts'

/** What stands in announcements; shared by those that come back. */
export const pictures = house.table(
  'pictures',
  {
    id: uuid().primaryKey().$type<PictureId>(),
    /** Its bytes as base64. */
    sealed: text().notNull(),
    drawing: text().notNull().$type<Drawing>(),
    made: instant().notNull(),
  },
  (table) => [index().on(table.made)],
)

export const announcements = house.table(
  'announcements',
  {
    id: uuid().primaryKey().$type<AnnouncementId>(),
    author: doer(),
    group: place(),
    /** JSON. */
    sealedText: text().notNull(),
    stage: text().notNull().$type<Stage>(),
    made: instant().notNull(),
    due: instant(),
    /** JSON: a rule of dates, and a zone. */
    repeats: text(),
    agreed: doer(),
    /** Its card stands under the words. */
    action: uuid()
      .$type<ActionId>()
      .references(() => actions.id, { onDelete: 'set null' }),
    /** JSON: a question and its choices. */
    sealedPoll: text(),
    /** Votes are counted until then. */
    pollEnds: instant(),
    /** JSON: how many chose each; once it is over, all that is left of the votes. */
    pollTotals: text(),
    picture: uuid()
      .$type<PictureId>()
      .references(() => pictures.id, { onDelete: 'set null' }),
    sealedAlt: text(),
    /** JSON: which groups, and through what. */
    filter: text(),
    /** « la veille » of its action, in its author's words, and when that action was when `due` was worked out. */
    beside: text(),
    besideStart: instant(),
    besideEnd: instant(),
    /** Its copies for members who asked for them. */
    privately: uuid().$type<BroadcastId>(),
  },
  (table) => [
    index().on(table.stage, table.due),
    index().on(table.author),
    index().on(table.pollEnds),
    index().on(table.picture),
    index().on(table.privately),
  ],
)

const announcement = () =>
  uuid()
    .notNull()
    .$type<AnnouncementId>()
    .references(() => announcements.id, { onDelete: 'cascade' })

export const relays = house.table(
  'relays',
  {
    /** What its line is sealed under. */
    id: uuid().notNull().defaultRandom(),
    announcement: announcement(),
    link: uuid()
      .notNull()
      .$type<LinkId>()
      .references(() => links.id, { onDelete: 'cascade' }),
    group: place(),
    state: text().notNull().$type<RelayState>(),
    broadcast: uuid().$type<BroadcastId>(),
    /** What the group added. */
    sealedLine: text(),
    until: instant(),
    /** What became of the copy, once its letter is forgotten. */
    fate: text().$type<TargetFate>(),
    why: text(),
  },
  (table) => [
    primaryKey({ columns: [table.announcement, table.link] }),
    index().on(table.broadcast, table.link),
    index().on(table.until),
  ],
)

export const says = house.table('says', {
  group: uuid()
    .primaryKey()
    .$type<GroupId>()
    .references(() => groups.id, { onDelete: 'cascade' }),
  mode: text().notNull().$type<Say['mode']>(),
  otherwise: text().notNull().$type<Say['otherwise']>(),
})

export const receipts = house.table(
  'receipts',
  { announcement: announcement(), person: person(), at: instant().notNull() },
  (table) => [primaryKey({ columns: [table.announcement, table.person] }), index().on(table.person)],
)

/** Which of its choices somebody chose: an index, which means nothing without the words. Gone once the poll is over. */
export const votes = house.table(
  'votes',
  { announcement: announcement(), person: person(), choice: smallint().notNull() },
  (table) => [primaryKey({ columns: [table.announcement, table.person] }), index().on(table.person)],
)

/** Electoral silence: no campaign message leaves meanwhile. */
export const truces = house.table(
  'truces',
  {
    from: instant().primaryKey(),
    to: instant().notNull(),
    by: doer(),
  },
  (table) => [index().on(table.to)],
)
