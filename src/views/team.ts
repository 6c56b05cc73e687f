import type { GroupId } from '../base/ids.ts'
import { lines, paragraphs, type Rich } from '../base/rich.ts'
import { clip } from '../base/text.ts'
import {
  mostAnimators,
  type GrantedRole,
  type Held,
  type Teammate,
  type Where,
} from '../domain/rights/model.ts'
import type { Offer } from '../domain/rights/team.ts'
import type { Area } from '../domain/territory/model.ts'
import type { Button, Message } from '../chat/index.ts'
import { showTruce } from './announcement-presses.ts'
import { areaOf, codeOf, forThemAlone, inRows, page, rows, type Here } from './here.ts'
import {
  accept,
  askQuit,
  invite,
  listTeams,
  pickOut,
  showJournal,
  showTeam,
  showTeams,
  teamPlaceForm,
} from './team-presses.ts'

const perPage = 8

export const whereOf = (place: GroupId | undefined): Where => place ?? 'everywhere'
export const placeIn = (where: Where): { readonly place?: GroupId } =>
  where === 'everywhere' ? {} : { place: where }

const nameOf = (place: Offer['place']): string | undefined =>
  place === 'everywhere' ? undefined : place.name

const placeLabel = ({ t }: Here, name: string | undefined): string => clip(name ?? t.team.everywhere, 40)

/** Roles without a group are of everywhere: one button for both. */
const placesOf = (here: Here, held: readonly Held[]): readonly Button[] => {
  const wide = held.some(({ group }) => group === undefined)
  return [
    ...(wide ? [showTeam.button(placeLabel(here, undefined), {})] : []),
    ...held.flatMap(({ group }) =>
      group ? [showTeam.button(placeLabel(here, group.name), { place: group.id })] : [],
    ),
  ]
}

/** Those who look after more than one place look it up. */
const looksAround = (held: readonly Held[]): boolean =>
  held.some(({ role }) => role === 'operator' || role === 'coordination' || role === 'loop-animator')

/** What whoever asks may do, and where. */
export const teamsHome = async (here: Here): Promise<Message> => {
  const { t, services } = here
  const held = await services.rights.mine()
  if (held.length === 0) return forThemAlone(here, { text: t.team.none })
  return forThemAlone(here, {
    text: paragraphs(
      t.team.heading,
      lines(...held.slice(0, 20).map(({ role, group }) => t.team.role(role, group?.name))),
      held.some(({ role }) => role === 'operator') ? t.team.operatorHint : undefined,
    ),
    ...rows(
      ...inRows(placesOf(here, held).slice(0, perPage), 2),
      looksAround(held) ? [teamPlaceForm.button(t.team.choosePlace, {}, 'primary')] : [],
    ),
  })
}

/** The loop and the groups of an area, each a button to its team. */
export const teamsPage = async (here: Here, area: Area, skip?: number): Promise<Message> => {
  const { t, services } = here
  const at = skip ?? 0
  const { groups, loop, more } = await services.groups.around(area, { skip: at, take: perPage - 1 })
  const found = [...(loop ? [loop] : []), ...groups.map(({ group }) => group)]
  const code = codeOf(here, area)
  return page(
    forThemAlone(here, {
      text: paragraphs(t.team.at(t.places.around(area)), found.length === 0 ? t.team.nothingAt : undefined),
      ...rows(
        ...inRows(
          found.map(({ id, name }) => showTeam.button(t.groups.short(name, 40), { place: id })),
          2,
        ),
        [
          ...(at > 0
            ? [listTeams.button(t.places.earlier, { area: code, skip: Math.max(0, at - perPage + 1) })]
            : []),
          ...(more ? [listTeams.button(t.places.later, { area: code, skip: at + perPage - 1 })] : []),
          teamPlaceForm.button(t.places.elsewhere, {}),
        ],
      ),
    }),
    skip,
  )
}

/** The teams at the place that a text means. */
export const teamsAt = async (here: Here, asked: string): Promise<Message> => {
  const { t, services } = here
  const known = areaOf(here, asked.replace(/^=/, ''))
  const found = known ? ({ is: 'one', area: known } as const) : services.territory.find(asked)
  switch (found.is) {
    case 'one':
      return teamsPage(here, found.area)
    case 'several':
      return forThemAlone(here, {
        text: t.team.several(asked),
        ...rows(
          ...inRows(
            found.areas
              .slice(0, perPage)
              .map((area) => listTeams.button(t.places.short(area), { area: area.code })),
            2,
          ),
        ),
      })
    case 'none':
      return forThemAlone(here, {
        text: t.team.unknownPlace(asked),
        rows: [[teamPlaceForm.button(t.places.elsewhere, {})]],
      })
  }
}

const mateLine = (here: Here, { person, name, role, since }: Teammate): Rich => {
  const { t, now, services } = here
  return t.team.mate(name, role, t.dates.day(since, now), person === services.people.known())
}

const invitable: readonly GrantedRole[] = ['coordination', 'loop-animator', 'animator', 'manager']

/** Who has which role at a place, and what whoever asks may change of it. */
export const teamPage = async (here: Here, where: Where, said?: Rich): Promise<Message> => {
  const { t, services } = here
  const { rights, people } = services
  const place = await rights.require('see-team', where)
  const mates = await rights.team(where)
  const to = placeIn(where)
  const animators = mates.filter(({ role }) => role === 'animator').length
  const full = animators >= mostAnimators
  const invites: Button[] = []
  for (const role of invitable)
    if (!(role === 'animator' && full) && (await rights.may(`invite-${role}`, where)))
      invites.push(invite.button(t.team.invite[role], { role, ...to }))
  const own = mates.filter(({ person }) => person === people.known())
  const others = mates.length > own.length
  const removes =
    others &&
    (
      await mayTakeOut(
        here,
        where,
        mates.filter(({ person }) => person !== people.known()),
      )
    ).length > 0
  return forThemAlone(here, {
    text: paragraphs(
      said,
      t.team.of(nameOf(place) ?? t.team.everywhere),
      mates.length === 0 ? t.team.nobody : lines(...mates.slice(0, 12).map((mate) => mateLine(here, mate))),
      place !== 'everywhere' && place.kind !== 'loop' && animators === 1 ? t.team.binome : undefined,
    ),
    ...rows(
      invites,
      [
        ...(removes ? [pickOut.button(t.team.takeOut, to)] : []),
        ...own.map(({ role }) => askQuit.button(t.team.quit, { role, ...to })).slice(0, 1),
      ],
      [
        ...((await rights.may('read-journal', where)) ? [showJournal.button(t.team.journal, to)] : []),
        ...((await rights.may('set-truce', where))
          ? [showTruce.button(t.announcements.truce.button, {})]
          : []),
        showTeams.button(t.team.back, {}),
      ],
    ),
  })
}

/** Those of a team whose role whoever asks may take, or ask to be taken. */
export const mayTakeOut = async (
  { services }: Here,
  where: Where,
  mates: readonly Teammate[],
): Promise<readonly Teammate[]> => {
  const { rights } = services
  const replaces = await rights.may('replace', where)
  const allowed = new Map<GrantedRole, boolean>()
  for (const role of invitable)
    allowed.set(role, (await rights.may(`withdraw-${role}`, where)) || (role === 'loop-animator' && replaces))
  return mates.filter(({ role }) => allowed.get(role) === true)
}

/** Two messages: what to do with it, and what to pass on. */
export const invitationPages = (here: Here, code: string, { role, place }: Offer): readonly Message[] => {
  const { t } = here
  const name = nameOf(place)
  const door = { text: t.team.typeCode(`i${code}`), door: `i${code}` }
  return [
    forThemAlone(here, { text: t.team.invited(role, name) }),
    forThemAlone(here, { text: t.team.ticket(role, name, door) }),
  ]
}

/** What accepting means; nothing is given before it is confirmed. */
export const offerPage = (here: Here, code: string, { role, place }: Offer): Message => {
  const { t } = here
  return forThemAlone(here, {
    text: paragraphs(t.team.offered(role, nameOf(place)), t.team.may(role), t.team.duties),
    rows: [[accept.button(t.team.accept, { code }, 'success'), showTeams.button(t.team.decline, {})]],
  })
}

export const acceptedPage = (
  here: Here,
  { role, place }: Offer,
  was: 'granted' | 'already',
  introducedAs: string | undefined,
): Message => {
  const { t } = here
  const where: Where = place === 'everywhere' ? place : place.id
  return forThemAlone(here, {
    text: paragraphs(
      was === 'granted' ? t.team.accepted(role, nameOf(place)) : t.team.alreadyHas,
      was === 'granted' ? t.team.may(role) : undefined,
      introducedAs === undefined ? undefined : t.team.knownAs(introducedAs),
      was === 'granted' ? t.team.next(role) : undefined,
    ),
    rows: [[showTeam.button(t.team.team, placeIn(where), 'primary')]],
    instead: true,
  })
}
