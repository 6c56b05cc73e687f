import { boolean, index, integer, primaryKey, smallint, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type {
  ActionId,
  DraftId,
  GroupId,
  LinkId,
  NeedId,
  PersonId,
  RideId,
  SeriesId,
} from '../../base/ids.ts'
import type { Day } from '../../base/zones.ts'
import type { Opening } from '../../domain/planning/model.ts'
import { actions } from './actions.ts'
import { groups } from './groups.ts'
import { house, instant } from './house.ts'
import { links } from './links.ts'
import { people, person } from './people.ts'
import { shown } from './shown.ts'

const action = () =>
  uuid()
    .notNull()
    .$type<ActionId>()
    .references(() => actions.id, { onDelete: 'cascade' })

const group = () =>
  uuid()
    .notNull()
    .$type<GroupId>()
    .references(() => groups.id, { onDelete: 'cascade' })

/** Somebody, as long as they are known. */
const somebody = () =>
  uuid()
    .$type<PersonId>()
    .references(() => people.id, { onDelete: 'set null' })

/** What somebody is about to plan or change. */
export const drafts = house.table(
  'drafts',
  {
    id: uuid().primaryKey().$type<DraftId>(),
    person: person(),
    /** JSON of all that they said. */
    sealed: text().notNull(),
    until: instant().notNull(),
  },
  (table) => [index().on(table.person), index().on(table.until)],
)

export const series = house.table(
  'series',
  {
    id: uuid().primaryKey().$type<SeriesId>(),
    group: group(),
    keeper: somebody(),
    /** JSON: how it comes back. */
    rule: text().notNull(),
    /** JSON: what each occurrence is. */
    template: text().notNull(),
    /** Occurrences up to that day were made. */
    made: text().notNull().$type<Day>(),
    /** Nothing more is to be made. */
    ended: boolean().notNull().default(false),
  },
  (table) => [index().on(table.ended, table.made)],
)

/** Actions that were planned here, and by whom they are looked after. */
export const plans = house.table(
  'plans',
  {
    action: action().primaryKey(),
    group: group(),
    /** Whoever planned it, or took it over. */
    keeper: somebody(),
    series: uuid()
      .$type<SeriesId>()
      .references(() => series.id, { onDelete: 'set null' }),
    /** Which of the series; kept when it is moved. */
    day: text().$type<Day>(),
    /** Changed alone: changes of the series leave it as it is. */
    apart: boolean().notNull().default(false),
    /** When its organisers last asked those who had not answered. */
    chased: instant(),
  },
  (table) => [index().on(table.group), index().on(table.keeper), uniqueIndex().on(table.series, table.day)],
)

/** Whoever was named to look after one action with its organisers, and nothing else. */
export const helpers = house.table(
  'helpers',
  { action: action(), person: person(), at: instant().notNull() },
  (table) => [primaryKey({ columns: [table.action, table.person] }), index().on(table.person)],
)

/** From then on others may come to an action as well. */
export const openings = house.table(
  'openings',
  {
    action: action(),
    audience: text().notNull().$type<Opening['audience']>(),
    at: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.action, table.audience] }), index().on(table.at)],
)

/** Groups that were asked to organise with. */
export const partners = house.table(
  'partners',
  {
    action: action(),
    group: group(),
    state: text().notNull().$type<'asked' | 'accepted' | 'refused'>(),
    by: somebody(),
    at: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.action, table.group] }), index().on(table.group)],
)

/** What an action lacks: people for some time, or things. */
export const needs = house.table(
  'needs',
  {
    id: uuid().primaryKey().$type<NeedId>(),
    action: action(),
    rank: smallint().notNull(),
    words: text().notNull(),
    wanted: integer().notNull(),
    start: instant(),
    end: instant(),
  },
  (table) => [index().on(table.action)],
)

export const takers = house.table(
  'takers',
  {
    need: uuid()
      .notNull()
      .$type<NeedId>()
      .references(() => needs.id, { onDelete: 'cascade' }),
    person: person(),
    at: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.need, table.person] }), index().on(table.person)],
)

/** Seats in a car, offered or asked for; one a person and action. Gone after the action. */
export const rides = house.table(
  'rides',
  {
    id: uuid().primaryKey().$type<RideId>(),
    action: action(),
    person: person(),
    is: text().notNull().$type<'offer' | 'wish'>(),
    seats: smallint().notNull(),
    /** From where, and when. */
    sealed: text().notNull(),
    /** Of a wish: the offer that takes it. */
    offer: uuid().$type<RideId>(),
    /** The driver said yes. */
    agreed: boolean().notNull().default(false),
    at: instant().notNull(),
  },
  (table) => [
    uniqueIndex().on(table.action, table.person),
    index().on(table.person),
    index().on(table.offer),
  ],
)

const link = () =>
  uuid()
    .notNull()
    .$type<LinkId>()
    .references(() => links.id, { onDelete: 'cascade' })

/** Linked chats whose server wants each action among the platform's own events. */
export const mirrorings = house.table('mirrorings', { link: link().primaryKey() })

export const mirrors = house.table(
  'mirrors',
  {
    link: link(),
    action: action(),
    /** Of the action, when the event was last brought in step. */
    revision: integer().notNull(),
    /** The platform's name of the event; none: there is no such event. */
    ref: text(),
  },
  (table) => [primaryKey({ columns: [table.link, table.action] }), index().on(table.action)],
)

/** What a chat is to be shown once it takes messages, and no electoral silence lasts. */
export const posts = house.table(
  'posts',
  {
    link: link(),
    key: text().notNull(),
    ...shown(),
    again: boolean().notNull().default(false),
    due: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.link, table.key] }),
    index().on(table.due),
    uniqueIndex().on(table.action, table.link),
    uniqueIndex().on(table.proposal, table.link),
  ],
)

/** Chats that were reminded of an action of their group: once each time that it is planned at. */
export const chatReminders = house.table(
  'chat_reminders',
  {
    link: link(),
    action: action(),
    start: instant().notNull(),
    at: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.link, table.action, table.start] }), index().on(table.action)],
)
