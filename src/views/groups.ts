import type { Instant } from '../base/clock.ts'
import type { GroupId } from '../base/ids.ts'
import { bold, lines, paragraphs, type Rich } from '../base/rich.ts'
import { clip } from '../base/text.ts'
import type { Group, GroupFound } from '../domain/groups/model.ts'
import type { Area } from '../domain/territory/model.ts'
import type { Button, Message, Reply } from '../chat/index.ts'
import type { Book } from '../phrases/book.ts'
import { askPlace } from './ask.ts'
import { areaOf, codeOf, forThemAlone, ownIn, page, rows, type Here } from './here.ts'
import {
  askMe,
  itself,
  joinGroup,
  leaveGroup,
  listActions,
  listGroups,
  placeForm,
  showAction,
} from './presses.ts'

export const groupsPerPage = 4

/** Where one creates a group; the movement's site, whatever the import reads. */
const createUrl = 'https://actionpopulaire.fr/groupes/creer/'
export const createGroup = (t: Book): Button => ({ label: t.groups.create, url: createUrl })

const room = { name: 90, city: 40, button: 40 }

const line = (t: Book, found: GroupFound, now: Instant, aboutHere: boolean): Rich => {
  const { group, metres, next, joined } = found
  const about = aboutHere || group.precision === 'about'
  const facts = [
    t.groups.kind(group.kind, group.certified),
    clip(group.city ?? '', room.city),
    metres === undefined ? '' : t.places.distance(metres, about),
    joined ? (group.kind === 'loop' ? t.groups.followed : t.groups.joined) : '',
  ].filter((fact) => fact !== '')
  return lines(
    bold(clip(group.name, room.name)),
    facts.join(' · '),
    next && t.groups.next(next.name, t.dates.start(next.start, next.zone, now)),
  )
}

interface Where {
  readonly area?: string
  readonly skip?: number
}

/** The one button that joins or leaves. */
export const membershipButton = (
  t: Book,
  { group, joined }: Pick<GroupFound, 'group' | 'joined'>,
  where: Where,
): Button => {
  const name = t.groups.short(group.name, room.button)
  const to = { group: group.id, ...where }
  if (group.kind === 'loop')
    return joined
      ? leaveGroup.button(t.groups.unfollow(name), to)
      : joinGroup.button(t.groups.follow(name), to, 'primary')
  return joined
    ? leaveGroup.button(t.groups.leave(name), to)
    : joinGroup.button(t.groups.join(name), to, 'primary')
}

const heading = (t: Book, area: Area): Rich =>
  area.is === 'department'
    ? t.groups.inDepartment(t.places.around(area))
    : t.groups.nearby(t.places.around(area))

/** Four groups, one tap each; the last page adds the loop and the way to create a group. */
export const groupsPage = async (here: Here, area: Area, skip?: number): Promise<Message> => {
  const { t, now, services } = here
  const at = skip ?? 0
  const around = await services.groups.around(area, { skip: at, take: groupsPerPage })
  const { groups, more, beyond } = around
  const code = codeOf(here, area)
  // Pages around a position are those of its commune, which count otherwise: they begin at its first one.
  const where: Where = area.is === 'spot' ? {} : { area: code, skip: at }
  const loop = more ? undefined : around.loop && (await services.groups.found(around.loop.id))
  const about = area.is === 'commune' && area.precision === 'about'
  const earlier = listGroups.button(t.places.earlier, { area: code, skip: Math.max(0, at - groupsPerPage) })
  const later =
    area.is === 'spot'
      ? listGroups.button(t.places.allOf(services.territory.nearest(area.point)), { area: code, skip: 0 })
      : listGroups.button(t.places.later, { area: code, skip: at + groupsPerPage })
  const onward = [
    ...(loop
      ? [membershipButton(t, { ...loop, group: { ...loop.group, name: t.groups.theLoop } }, where)]
      : []),
    ...(more ? [] : [createGroup(t)]),
    listActions.button(t.actions.see, { area: code, ...ownIn(here, true) }),
  ]
  const none = at > 0 ? t.groups.noMore : t.groups.nothing
  return page(
    forThemAlone(here, {
      text: paragraphs(
        heading(t, area),
        beyond && groups.length > 0 ? t.groups.beyond : undefined,
        ...(groups.length > 0 ? groups.map((found) => line(t, found, now, about)) : [none]),
        loop && t.groups.loop(loop.group.name),
        groups.length > 0 && !more ? t.groups.orCreate : undefined,
      ),
      ...rows(
        ...groups.map((found) => [membershipButton(t, found, where)]),
        [...(at > 0 ? [earlier] : []), ...(more ? [later] : []), ...onward].slice(0, 3),
      ),
    }),
    skip,
  )
}

/** The groups that somebody joined, each with the way to leave it. */
export const myGroupsPage = async (here: Here, skip?: number): Promise<Message> => {
  const { t, services } = here
  const mine = await services.groups.mine()
  const at = Math.min(skip ?? 0, Math.max(0, mine.length - 1))
  const start = at - (at % groupsPerPage)
  const shown = mine.slice(start, start + groupsPerPage)
  const find = placeForm.button(mine.length === 0 ? t.groups.find : t.groups.findAnother, { to: 'groups' })
  const text =
    mine.length === 0
      ? t.groups.none
      : paragraphs(t.groups.mine(mine.length), lines(...shown.map((group) => mineLine(t, group))))
  return page(
    forThemAlone(here, {
      text,
      ...rows(...shown.map((group) => [membershipButton(t, { group, joined: true }, { skip: start })]), [
        ...(start > 0 ? [listGroups.button(t.places.earlier, { skip: start - groupsPerPage })] : []),
        ...(start + groupsPerPage < mine.length
          ? [listGroups.button(t.places.later, { skip: start + groupsPerPage })]
          : []),
        find,
      ]),
    }),
    skip,
  )
}

const mineLine = (t: Book, { name, kind, certified, city }: Group): Rich =>
  t.groups.mineLine(
    clip(name, room.name),
    [t.groups.kind(kind, certified), clip(city ?? '', room.city)].filter((fact) => fact !== '').join(' · '),
  )

/** One group, as a link to it shows it. */
export const groupPage = (here: Here, found: GroupFound): Message => {
  const { t, now, services } = here
  const { group, next } = found
  const calendar = services.calendars.ofGroup(group.id)
  return forThemAlone(here, {
    text: paragraphs(
      line(t, found, now, false),
      next ? undefined : t.groups.noNext,
      found.joined ? undefined : t.groups.staysHere,
      found.asked ? t.groups.asking : undefined,
    ),
    ...rows(
      [
        membershipButton(t, found, { area: itself }),
        ...(found.joined
          ? [
              askMe.button(found.asked ? t.groups.askNot : t.groups.askMe, {
                group: group.id,
                on: found.asked ? 0 : 1,
              }),
            ]
          : []),
      ],
      next ? [showAction.button(t.groups.see, { action: next.id, ...ownIn(here, true) })] : [],
      [
        ...(group.url === undefined ? [] : [{ label: t.groups.page, url: group.url }]),
        ...(calendar === undefined ? [] : [{ label: t.calendars.buttons.group, url: calendar }]),
      ],
    ),
  })
}

/** What becomes of the page under a button that joined or left; `undefined` when that page stays as it is. */
export const groupsAfter = async (
  here: Here,
  { group, area, skip }: { readonly group: GroupId; readonly area?: string; readonly skip?: number },
): Promise<Message | undefined> => {
  if (area === itself) {
    const found = await here.services.groups.found(group)
    return found && { ...groupPage(here, found), instead: true }
  }
  if (skip === undefined) return undefined
  if (area === undefined) return myGroupsPage(here, skip)
  const known = areaOf(here, area)
  return known && groupsPage(here, known, skip)
}

/** The groups of whoever asks; where to look for some when there are none. */
export const groupsHome = async (here: Here): Promise<Reply> => {
  const { t, services, place, can } = here
  const ask = { to: 'groups', alone: true } as const
  if ((await services.groups.mine()).length === 0) return askPlace(here, ask, t.groups.none)
  const mine = await myGroupsPage(here)
  return place.kind === 'private' && can.position ? [mine, askPlace(here, ask, undefined, true)] : mine
}
