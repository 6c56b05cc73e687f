import type { Rich } from '../src/base/rich.ts'
import { command, type Message, type Reply } from '../src/chat/index.ts'
import type { Taken } from '../src/domain/needs/service.ts'
import { actionPage } from '../src/views/actions.ts'
import { readsAlone, type Here } from '../src/views/here.ts'
import { needWords } from '../src/views/needs-card.ts'
import { wantedPage } from '../src/views/wanted.ts'
import { needsPage } from '../src/views/needs.ts'
import {
  addUsualNeeds,
  giveNeedBack,
  needsForm,
  removeNeed,
  showNeeds,
  showWanted,
  takeNeed,
  takeWanted,
} from '../src/views/needs-presses.ts'

const wordsOf = ({ t }: Here, { is, need, found }: Taken): Rich => {
  const words = needWords(need, found, t, 1)
  switch (is) {
    case 'taken':
      return t.needs.taken(words)
    case 'already':
      return t.needs.already(words)
    case 'full':
      return t.needs.full(words)
    case 'given-back':
      return t.needs.givenBack(words)
    case 'absent':
      return t.needs.absent
  }
}

const reply = async (here: Here, taken: Taken, alone: boolean): Promise<Reply> => {
  const card = { ...(await actionPage(here, taken.found, alone)), instead: true } as const
  const said: Message = { text: wordsOf(here, taken), aside: true }
  return alone && here.can.asides ? [card, said] : [said, card]
}

export const needTaken = takeNeed.does(async ({ values: { need, own }, ...here }) =>
  reply(here, await here.services.needs.take(need), readsAlone(here, own)),
)

export const needGivenBack = giveNeedBack.does(async ({ values: { need, own }, ...here }) =>
  reply(here, await here.services.needs.giveBack(need), readsAlone(here, own)),
)

export const needsShown = showNeeds.does(async ({ values: { action }, ...here }) => ({
  ...(await needsPage(here, action)),
  instead: true,
}))

export const besoins = command({
  name: 'besoins',
  fields: {},
  aside: true,
  run: (here) => wantedPage(here),
})

export const wantedShown = showWanted.does(({ values: { skip }, ...here }) => wantedPage(here, skip))

export const wantedTaken = takeWanted.does(async ({ values: { need, skip }, ...here }) =>
  wantedPage(here, skip, wordsOf(here, await here.services.needs.take(need))),
)

export const usualAdded = addUsualNeeds.does(async ({ values: { action }, ...here }) => {
  const { t, services } = here
  const { found } = await services.plans.kept(action)
  await services.needs.addFrom(action, t.needs.usual[found.action.kind] ?? '')
  const needs = await services.needs.of(action)
  return { ...(await needsPage(here, action, t.needs.added(needs.length))), instead: true }
})

export const needsAdded = needsForm.does(async ({ values, ...here }) => {
  const { action } = values
  const added = await here.services.needs.add(action, values.besoins)
  return { ...(await needsPage(here, action, here.t.needs.added(added))), instead: true }
})

export const needRemoved = removeNeed.does(async ({ values: { need }, ...here }) => ({
  ...(await needsPage(here, await here.services.needs.remove(need))),
  instead: true,
}))
