import { readCode } from '../src/base/ids.ts'
import { paragraphs } from '../src/base/rich.ts'
import { command, optional, type Message } from '../src/chat/index.ts'
import type { Teammate, Where } from '../src/domain/rights/model.ts'
import { animating } from '../src/domain/rights/unattended.ts'
import { placeField } from '../src/views/fields.ts'
import { areaOf, forThemAlone, inRows, rows, type Here } from '../src/views/here.ts'
import {
  acceptedPage,
  invitationPages,
  mayTakeOut,
  offerPage,
  placeIn,
  teamPage,
  teamsAt,
  teamsHome,
  teamsPage,
  whereOf,
} from '../src/views/team.ts'
import {
  accept,
  askOut,
  askQuit,
  invite,
  listTeams,
  pickOut,
  quit,
  showTeam,
  showTeams,
  takeOut,
  teamPlaceForm,
} from '../src/views/team-presses.ts'

export const equipe = command({
  name: 'equipe',
  fields: { lieu: optional(placeField) },
  for: 'animators',
  aside: true,
  run: async ({ values: { lieu }, ...here }) => {
    if (lieu === undefined) return teamsHome(here)
    const code = lieu.startsWith('i') ? readCode(lieu.slice(1)) : undefined
    return code === undefined
      ? teamsAt(here, lieu)
      : offerPage(here, code, await here.services.team.offer(code))
  },
})

export const teamsPressed = showTeams.does((here) => teamsHome(here))
export const teamPlaceGiven = teamPlaceForm.does(({ values: { lieu }, ...here }) => teamsAt(here, lieu))
export const teamsInPressed = listTeams.does(({ values: { area, skip }, ...here }) => {
  const known = areaOf(here, area)
  return known ? teamsPage(here, known, skip) : teamsHome(here)
})
export const teamPressed = showTeam.does(({ values: { place }, ...here }) => teamPage(here, whereOf(place)))

export const invited = invite.does(async ({ values: { role, place }, ...here }) => {
  const { code, offer } = await here.services.team.invite(role, whereOf(place))
  return invitationPages(here, code, offer)
})

export const acceptPressed = accept.does(async ({ values: { code }, ...here }) => {
  const { offer, was, introducedAs } = await here.services.team.accept(code)
  return acceptedPage(here, offer, was, introducedAs)
})

const mateOf = async (here: Here, where: Where, of: Pick<Teammate, 'person' | 'role'>) =>
  (await here.services.rights.team(where)).find(
    ({ person, role }) => person === of.person && role === of.role,
  )

export const outsPressed = pickOut.does(async ({ values: { place }, ...here }) => {
  const { t, services } = here
  const where = whereOf(place)
  await services.rights.require('see-team', where)
  const others = (await services.rights.team(where)).filter(
    ({ person }) => person !== services.people.known(),
  )
  const shown = (await mayTakeOut(here, where, others)).slice(0, 8)
  return forThemAlone(here, {
    text: t.team.whom,
    ...rows(
      ...inRows(
        shown.map(({ person, role, name }) =>
          askOut.button(t.team.mateLabel(name, role), { role, person, ...placeIn(where) }),
        ),
        2,
      ),
      [showTeam.button(t.team.keep, placeIn(where))],
    ),
  })
})

export const outAsked = askOut.does(
  async ({ values: { role, person, place }, ...here }): Promise<Message> => {
    const { t, services } = here
    const where = whereOf(place)
    await services.rights.require('see-team', where)
    const mate = await mateOf(here, where, { person, role })
    if (!mate) return teamPage(here, where, t.team.notThere)
    const alone = await services.rights.may(`withdraw-${role}`, where)
    return forThemAlone(here, {
      text: alone ? t.team.confirmOut(mate.name, role) : t.team.confirmReplace(mate.name),
      rows: [
        [
          takeOut.button(
            alone ? t.team.yesOut : t.team.yesReplace,
            { role, person, ...placeIn(where) },
            'danger',
          ),
          showTeam.button(t.team.keep, placeIn(where)),
        ],
      ],
    })
  },
)

export const takenOut = takeOut.does(async ({ values: { role, person, place }, ...here }) => {
  const { t, services } = here
  const where = whereOf(place)
  switch (await services.team.withdraw(person, role, where)) {
    case 'withdrawn':
      return teamPage(here, where, t.team.takenOut)
    case 'asked':
      return teamPage(here, where, t.team.asked)
    case 'absent':
      return teamPage(here, where, t.team.notThere)
  }
})

export const quitAsked = askQuit.does(async ({ values: { role, place }, ...here }) => {
  const { t, services } = here
  const found = place && (await services.groups.found(place))
  const sole = (await services.team.sole()).filter(({ id }) => id === place && animating.has(role))
  return forThemAlone(here, {
    text: paragraphs(
      t.team.confirmQuit(role, found?.group.name),
      sole.length > 0 ? t.team.sole(sole.map(({ name }) => name)) : undefined,
    ),
    rows: [
      [
        quit.button(t.team.yesQuit, { role, ...(place && { place }) }, 'danger'),
        showTeams.button(t.team.keep, {}),
      ],
    ],
  })
})

export const hasQuit = quit.does(async ({ values: { role, place }, ...here }) => {
  await here.services.team.leave(role, whereOf(place))
  return forThemAlone(here, {
    text: here.t.team.left,
    rows: [[showTeams.button(here.t.team.back, {})]],
    instead: true,
  })
})
