import { given } from '../src/base/given.ts'
import type { ActionId } from '../src/base/ids.ts'
import { lines, type Rich } from '../src/base/rich.ts'
import { clip } from '../src/base/text.ts'
import { command, type Message } from '../src/chat/index.ts'
import type { Group } from '../src/domain/groups/model.ts'
import { actionPage } from '../src/views/actions.ts'
import { helpersPage } from '../src/views/helpers.ts'
import { forThemAlone, rows, type Here } from '../src/views/here.ts'
import { gatherPage, handOverPage, keepSeatsPage, managePage, partnersPage } from '../src/views/manage.ts'
import { datesPage, managedPage } from '../src/views/managed.ts'
import {
  answerPartner,
  askHandOver,
  askHelpers,
  askKeepSeats,
  askPartner,
  callOffForm,
  callOffSeriesForm,
  changeAction,
  chaseUp,
  gather,
  handOver,
  keepSeats,
  listDates,
  listManaged,
  manageAction,
  nameHelper,
  openingForm,
  partnerForm,
  remindNow,
  removeHelper,
  planAgain,
  repostCard,
  showPartners,
  turnPicks,
} from '../src/views/manage-presses.ts'
import { draftPage } from '../src/views/plan-draft.ts'
import { postedWords } from '../src/views/posted.ts'

const mostGroups = 8
const instead = (message: Message): Message => ({ ...message, instead: true })

export const gerer = command({
  name: 'gerer',
  fields: {},
  for: 'animators',
  aside: true,
  run: (here) => managedPage(here),
})

export const managedPressed = listManaged.does(({ values: { skip }, ...here }) =>
  managedPage(here, skip ?? 0),
)

export const datesListed = listDates.does(({ values: { action, skip }, ...here }) =>
  datesPage(here, action, skip ?? 0),
)

export const managePressed = manageAction.does(async ({ values: { action }, ...here }) =>
  instead(await managePage(here, await here.services.plans.kept(action))),
)

export const changePressed = changeAction.does(async ({ values: { action, reach }, ...here }) => {
  const { plans } = here.services
  const { id } = await plans.edit(action, reach)
  return instead(draftPage(here, await plans.outlook(id)))
})

export const againPressed = planAgain.does(async ({ values: { action }, ...here }) => {
  const { plans } = here.services
  const { id } = await plans.again(action)
  return draftPage(here, await plans.outlook(id))
})

const calledOffPage = async (here: Here, text: Rich, action: ActionId): Promise<Message> => {
  const { buttons } = here.t.managing
  const plans = (await here.services.plans.groups()).length > 0
  return forThemAlone(here, {
    text,
    ...rows([
      ...(plans ? [planAgain.button(buttons.again, { action })] : []),
      listManaged.button(buttons.back, { skip: 0 }),
    ]),
    instead: true,
  })
}

export const calledOff = callOffForm.does(async ({ values: { action, raison }, ...here }) => {
  const off = await here.services.plans.callOff(action, raison)
  return calledOffPage(here, here.t.managing.calledOff(off.action.name, off.heard), action)
})

export const seriesCalledOff = callOffSeriesForm.does(async ({ values: { action, raison }, ...here }) => {
  const { count, heard } = await here.services.plans.callOffSeries(action, raison)
  return calledOffPage(here, here.t.managing.calledOffMany(count, heard), action)
})

export const handOverAsked = askHandOver.does(async ({ values: { action }, ...here }) =>
  handOverPage(here, await here.services.plans.organised(action)),
)

export const handedOver = handOver.does(async ({ values: { action, to }, ...here }) => {
  const { name } = await here.services.plans.handOver(action, to)
  return forThemAlone(here, {
    text: here.t.managing.handedOver(name),
    ...rows([listManaged.button(here.t.managing.buttons.back, { skip: 0 })]),
    instead: true,
  })
})

export const helpersAsked = askHelpers.does(({ values: { action, skip }, ...here }) =>
  helpersPage(here, action, given({ skip })),
)

export const helperNamed = nameHelper.does(async ({ values: { action, person }, ...here }) => {
  await here.services.plans.nameHelper(action, person)
  return helpersPage(here, action, { again: 'again' })
})

export const helperRemoved = removeHelper.does(async ({ values: { action, person }, ...here }) => {
  await here.services.plans.removeHelper(action, person)
  return helpersPage(here, action, { again: 'again' })
})

export const keepSeatsAsked = askKeepSeats.does(async ({ values: { action }, ...here }) =>
  keepSeatsPage(here, await here.services.plans.organised(action)),
)

export const seatsKept = keepSeats.does(async ({ values: { action, hours }, ...here }) => {
  return keepSeatsPage(here, await here.services.plans.keepSeats(action, hours))
})

export const opened = openingForm.does(async ({ values: { action, departement, tous }, ...here }) => {
  const kept = await here.services.openings.plan(action, given({ department: departement, everyone: tous }))
  return gatherPage(here, kept)
})

export const gathering = gather.does(async ({ values: { action }, ...here }) =>
  gatherPage(here, await here.services.plans.organised(action)),
)

export const picksTurned = turnPicks.does(async ({ values: { action, on }, ...here }) => {
  await here.services.attendance.pick(action, on === 1)
  return gatherPage(here, await here.services.plans.organised(action))
})

export const chasedUp = chaseUp.does(async ({ values: { action }, ...here }) => {
  const { t, services } = here
  const chased = await services.chasing.chase(action)
  if (chased === 'lately') return { text: t.managing.chasedLately, aside: true }
  const { chats, silent, asked } = chased
  return forThemAlone(here, { text: t.managing.chased(silent, chats, asked) })
})

export const reminded = remindNow.does(async ({ values: { action }, ...here }) => {
  const { t, services } = here
  const called = await services.chasing.remind(action)
  return { text: called === 'lately' ? t.managing.calledLately : t.managing.called(called), aside: true }
})

export const partnersShown = showPartners.does(async ({ values: { action }, ...here }) =>
  partnersPage(here, await here.services.plans.organised(action)),
)

/** The groups at a place, but the one that asks. */
const groupsAt = async ({ services }: Here, words: string, own: Group['id']): Promise<readonly Group[]> => {
  const found = services.territory.find(words)
  const areas = found.is === 'one' ? [found.area] : found.is === 'several' ? found.areas.slice(0, 1) : []
  const [area] = areas
  if (!area) return []
  const { groups, loop } = await services.groups.around(area, { skip: 0, take: mostGroups })
  return [...groups.map(({ group }) => group), ...(loop ? [loop] : [])].filter(({ id }) => id !== own)
}

export const partnerLooked = partnerForm.does(async ({ values: { action, groupe }, ...here }) => {
  const { t } = here
  const { group } = await here.services.plans.organised(action)
  const found = await groupsAt(here, groupe, group)
  const ways = [
    partnerForm.button(t.managing.buttons.elsewhere, { action }),
    manageAction.button(t.managing.buttons.backTo, { action }),
  ]
  return forThemAlone(here, {
    text: found.length === 0 ? t.managing.noPartner : t.managing.whichPartner,
    ...rows(
      ...found.slice(0, 4).map(({ id, name }) => [askPartner.button(clip(name, 40), { action, group: id })]),
      ways,
    ),
    instead: true,
  })
})

export const partnerAsked = askPartner.does(async ({ values: { action, group }, ...here }) => {
  const { t, services } = here
  const found = await services.groups.found(group)
  const asked = await services.plans.invite(action, group)
  const name = found?.group.name ?? ''
  return forThemAlone(here, {
    text: {
      asked: t.managing.asked,
      already: t.managing.alreadyAsked,
      nobody: t.managing.nobodyThere,
    }[asked](name),
    ...rows([manageAction.button(t.managing.buttons.backTo, { action })]),
    instead: true,
  })
})

export const partnerAnswered = answerPartner.does(async ({ values: { action, group, yes }, ...here }) => {
  const { t, services } = here
  const answered = await services.plans.answerInvitation(action, group, yes === 1)
  const found = await services.actions.found(action)
  if (answered === 'already') return forThemAlone(here, { text: t.managing.answeredAlready, instead: true })
  return forThemAlone(here, {
    text:
      yes === 1
        ? lines(t.managing.accepted(found?.action.name ?? ''), postedWords(here, answered))
        : t.managing.refused,
    instead: true,
  })
})

/** In a chat: at its bottom. In private: at the bottom of every chat of the groups that organise it. */
export const reposted = repostCard.does(async ({ values: { action }, ...here }) => {
  const { t, services, place } = here
  if (place.kind !== 'private') {
    const { found } = await services.plans.kept(action)
    const card = await actionPage(here, found, false)
    return [
      { text: t.managing.reposted, aside: true },
      { ...card, supersedes: { action, says: t.managing.moved(found.action.name) } },
    ]
  }
  return { text: postedWords(here, await services.plans.repost(action)) }
})
