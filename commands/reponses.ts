import { given } from '../src/base/given.ts'
import { actionPage } from '../src/views/actions.ts'
import { choosePage, comersPage, takeOffPage } from '../src/views/comers.ts'
import { forThemAlone, readsAlone } from '../src/views/here.ts'
import {
  bring,
  chooseComer,
  noteForm,
  pickChosen,
  pickComer,
  sayCame,
  takeOff,
  whoComes,
} from '../src/views/presses.ts'

export const brought = bring.does(async ({ values: { action, guests, own }, ...here }) => {
  const { found, changed } = await here.services.actions.answer(action, 'yes', { guests })
  if (!changed) return { text: here.t.answers.already, aside: true }
  const card = await actionPage(here, found, readsAlone(here, own))
  return [
    { text: here.t.answers.broughtAlong(guests), aside: true },
    { ...card, instead: true },
  ]
})

export const noted = noteForm.does(async ({ values: { action, mot }, ...here }) => {
  const answer = (await here.services.actions.found(action))?.answer
  if (answer === undefined || answer === 'no') return forThemAlone(here, { text: here.t.answers.noteRefused })
  await here.services.actions.answer(action, answer, { note: mot })
  return forThemAlone(here, { text: here.t.answers.noteTaken })
})

export const comersAsked = whoComes.does(({ values: { action, skip }, ...here }) =>
  comersPage(here, action, skip),
)

export const cameSaid = sayCame.does(async ({ values: { action, came }, ...here }) => {
  await here.services.actions.came(action, came === 1)
  const said = came === 1 ? here.t.notices.cameYes : here.t.notices.cameNo
  return forThemAlone(here, { text: said, instead: true })
})

export const comerPicked = pickComer.does(({ values: { action, skip }, ...here }) =>
  takeOffPage(here, action, skip),
)

export const choosing = pickChosen.does(({ values: { action, skip }, ...here }) =>
  choosePage(here, action, given({ skip })),
)

export const comerChosen = chooseComer.does(async ({ values: { action, person }, ...here }) =>
  choosePage(here, action, {
    said: here.t.answers.choosing[await here.services.attendance.choose(action, person)],
  }),
)

export const takenOff = takeOff.does(async ({ values: { action, person }, ...here }) => {
  const became = await here.services.attendance.withdraw(action, person)
  const { done, unheard, absent } = here.t.answers.takeOff
  const text = { withdrawn: done, unheard, absent }[became]
  return [forThemAlone(here, { text }), await comersPage(here, action, 0)]
})
