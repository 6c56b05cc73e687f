import type { Rich } from '../src/base/rich.ts'
import type { Message, Reply } from '../src/chat/index.ts'
import type { Taken } from '../src/domain/needs/service.ts'
import { actionPage } from '../src/views/actions.ts'
import { readsAlone, type Here } from '../src/views/here.ts'
import { needWords } from '../src/views/needs-card.ts'
import { needsPage } from '../src/views/needs.ts'
import { giveNeedBack, needsForm, removeNeed, showNeeds, takeNeed } from '../src/views/needs-presses.ts'

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

export const needsAdded = needsForm.does(async ({ values: { action, besoins }, ...here }) => {
  const added = await here.services.needs.add(action, besoins)
  return { ...(await needsPage(here, action, here.t.needs.added(added))), instead: true }
})

export const needRemoved = removeNeed.does(async ({ values: { need }, ...here }) => ({
  ...(await needsPage(here, await here.services.needs.remove(need))),
  instead: true,
}))
