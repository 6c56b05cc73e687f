import { command } from '../src/chat/index.ts'
import { forThemAlone } from '../src/views/here.ts'
import { askErase, eraseAll, eraseNothing } from '../src/views/presses.ts'
import { askErasePage } from '../src/views/settings.ts'

export const effacer = command({
  name: 'effacer',
  fields: {},
  aside: true,
  run: (here) => askErasePage(here),
})

export const eraseAsked = askErase.does((here) => askErasePage(here))

export const erased = eraseAll.does(async (here) => {
  // While it is known what they answered: the cards that counted it are drawn anew.
  await here.services.proposals.leave()
  await here.services.rides.leaveAll()
  await here.services.team.leaveAll()
  await here.services.people.erase()
  return forThemAlone(here, { text: here.t.privacy.erased, instead: true })
})

export const nothingErased = eraseNothing.does((here) =>
  forThemAlone(here, { text: here.t.privacy.kept, instead: true }),
)
