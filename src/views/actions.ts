import { lines, paragraphs, type Rich } from '../base/rich.ts'
import { clip } from '../base/text.ts'
import { dayOf, type Zone } from '../base/zones.ts'
import { actionKinds, type ActionFound } from '../domain/actions/model.ts'
import type { Seen } from '../domain/actions/service.ts'
import type { When } from '../domain/actions/when.ts'
import type { Area } from '../domain/territory/model.ts'
import type { Button, Message } from '../chat/index.ts'
import type { Book } from '../phrases/book.ts'
import { askPlace, type Filters } from './ask.ts'
import { actionCard } from './card.ts'
import { codeOf, forThemAlone, inRows, ownIn, page, rows, zoneOf, zoneOfMine, type Here } from './here.ts'
import { listActions, listGroups, pickKind, placeForm, showAction } from './presses.ts'

export const actionsPerPage = 4
const labelRoom = 32

/** A page of actions: where, which, from which one on, and who reads it. */
export interface Wanted extends Filters {
  readonly where: Area | 'mine'
  readonly skip?: number
  readonly alone: boolean
}

const line = (here: Here, found: ActionFound, number: number, { where, alone }: Wanted): Rich => {
  const { t, now } = here
  const { action, counts, metres, answer } = found
  const about = where !== 'mine' && where.is === 'commune' && where.precision === 'about'
  const facts = [
    clip(action.venue.city ?? '', 40),
    metres === undefined ? '' : t.places.distance(metres, about),
    t.actions.comers(counts),
  ].filter((fact) => fact !== '')
  return lines(
    t.actions.line(number, action.name, t.actions.kinds[action.kind]),
    t.dates.start(action.start, action.zone, now),
    facts.join(' · '),
    alone && answer !== undefined ? t.actions.own(answer) : undefined,
  )
}

const heading = ({ t, now }: Here, { where, kind }: Wanted, seen: Seen, zone: Zone): Rich => {
  const days = seen.days && t.dates.days(seen.days, dayOf(now, zone))
  return lines(
    where === 'mine'
      ? t.actions.heading.mine(days)
      : where.is === 'department'
        ? t.actions.heading.inDepartment(t.places.around(where), days)
        : t.actions.heading.near(t.places.around(where), days),
    kind && t.actions.onlyKind(t.actions.kinds[kind]),
  )
}

const spans = ['today', 'week', 'weekend'] as const

/** What every button of the page carries. */
type Carried = Filters & { readonly area?: string; readonly own?: true; readonly skip: number }

/** From a part of a day to all of it. */
const wholeDay = (t: Book, { when, ...carried }: Carried): readonly Button[] => {
  if (when?.part === undefined) return []
  const { part: _, ...all } = when
  return [listActions.button(t.actions.filters.wholeDay, { ...carried, when: all })]
}

const dateFilters = (t: Book, { when, ...carried }: Carried): readonly Button[] => {
  const current = when?.is === 'span' ? when.span : undefined
  const others = spans
    .filter((span) => span !== current)
    .map((span) =>
      listActions.button(t.actions.filters[span], { ...carried, when: { is: 'span', span } as const }),
    )
  return when === undefined
    ? others
    : [
        ...wholeDay(t, { when, ...carried }),
        listActions.button(t.actions.filters.anyTime, carried),
        ...others,
      ].slice(0, 3)
}

const kindFilter = (t: Book, { kind, skip: _, ...carried }: Carried): Button =>
  kind === undefined
    ? pickKind.button(t.actions.filters.byKind, carried)
    : listActions.button(t.actions.filters.anyKind, { ...carried, skip: 0 })

const elsewhere = (t: Book, { when, kind }: Filters): Button =>
  placeForm.button(t.actions.elsewhere, { to: 'actions', ...(when && { when }), ...(kind && { kind }) })

const emptyPage = (here: Here, wanted: Wanted, head: Rich, carried: Carried): Message => {
  const { t } = here
  const { where, when, kind, skip } = wanted
  const { when: _, ...anyTime } = carried
  const department = where !== 'mine' && where.is === 'commune' ? where.department : undefined
  const why =
    (skip ?? 0) > 0
      ? t.actions.noMore
      : kind
        ? t.actions.nothingOfKind(t.actions.kinds[kind])
        : when
          ? t.actions.nothingThen
          : t.actions.nothing
  return {
    text: paragraphs(head, lines(why, t.actions.tryElse)),
    ...rows(
      [
        ...wholeDay(t, carried),
        ...(when ? [listActions.button(t.actions.filters.anyTime, anyTime)] : []),
        ...(kind ? [kindFilter(t, carried)] : []),
      ],
      department
        ? [listActions.button(t.actions.filters.wholeDepartment, { ...carried, area: department })]
        : [],
      [
        listGroups.button(t.actions.seeGroups, carried.area === undefined ? {} : { area: carried.area }),
        elsewhere(t, wanted),
      ],
    ),
  }
}

/** Of all that goes on in a department, for whoever looks at that. */
const calendarOf = ({ t, services }: Here, { where }: Wanted): readonly Button[] => {
  const address =
    where !== 'mine' && where.is === 'department' ? services.calendars.ofDepartment(where.code) : undefined
  return address === undefined ? [] : [{ label: t.calendars.buttons.department, url: address }]
}

/** Four actions by their names, the dates and kinds to choose among, and the next ones. */
export const actionsPage = async (here: Here, wanted: Wanted): Promise<Message> => {
  const { t, services } = here
  const { where, when, kind, alone } = wanted
  const at = wanted.skip ?? 0
  const zone = where === 'mine' ? await zoneOfMine(here) : zoneOf(here, where)
  const filters: Filters = { ...(when && { when }), ...(kind && { kind }) }
  const seen = await services.actions.look({ where, zone, ...filters }, { skip: at, take: actionsPerPage })
  const own = ownIn(here, alone)
  const carried: Carried = {
    ...(where === 'mine' ? {} : { area: codeOf(here, where) }),
    ...filters,
    ...own,
    skip: 0,
  }
  const head = heading(here, wanted, seen, zone)
  const shown = (message: Message): Message =>
    page(alone ? forThemAlone(here, message) : message, wanted.skip)
  if (seen.actions.length === 0) return shown(emptyPage(here, wanted, head, carried))
  const buttons = seen.actions.map(({ action }, index) =>
    showAction.button(clip(t.actions.numbered(at + index + 1, action.name), labelRoom), {
      action: action.id,
      ...own,
    }),
  )
  return shown({
    text: paragraphs(head, ...seen.actions.map((found, index) => line(here, found, at + index + 1, wanted))),
    ...rows(
      ...inRows(buttons, 2),
      [
        ...(at > 0
          ? [listActions.button(t.actions.earlier, { ...carried, skip: Math.max(0, at - actionsPerPage) })]
          : []),
        ...(seen.more
          ? [listActions.button(t.actions.later, { ...carried, skip: at + actionsPerPage })]
          : []),
      ],
      dateFilters(t, carried),
      [kindFilter(t, carried), elsewhere(t, wanted)],
      calendarOf(here, wanted),
    ),
  })
}

/** All the kinds there are, under the same list. */
export const kindsPage = (
  here: Here,
  carried: { readonly area?: string; readonly when?: When; readonly own?: true },
): Message => {
  const { t } = here
  const kinds = actionKinds.map((kind) =>
    listActions.button(t.actions.kinds[kind], { ...carried, kind, skip: 0 }),
  )
  const back = listActions.button(t.actions.filters.back, { ...carried, skip: 0 })
  const message: Message = { text: t.actions.chooseKind, rows: inRows([...kinds, back], 3), instead: true }
  return carried.own ? forThemAlone(here, message) : message
}

/** The card of an action for this place: with the answer of whoever asks when they alone read it. */
export const actionPage = async (here: Here, found: ActionFound, alone: boolean): Promise<Message> => {
  const entitled = alone && (await here.services.attendance.may(found.action))
  const calendar = here.services.calendars.ofAction(found.action.id)
  const inChat = here.place.kind !== 'private'
  const card = actionCard(here.t, found, {
    now: here.now,
    alone,
    inChat,
    entitled,
    ...(calendar !== undefined && { calendar }),
  })
  return alone ? forThemAlone(here, card) : card
}

/** What the groups of whoever asks organise; where to look when they have none. For their eyes only. */
export const actionsHome = async (
  here: Here,
  { skip, ...filters }: Filters & { readonly skip?: number },
): Promise<Message> => {
  const { t, services } = here
  const ask = { to: 'actions', alone: true, ...filters } as const
  if ((await services.groups.mine()).length === 0) return askPlace(here, ask, t.groups.none)
  return actionsPage(here, {
    where: 'mine',
    alone: true,
    ...filters,
    ...(skip !== undefined && { skip }),
  })
}
