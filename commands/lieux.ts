import { choicePage, placePage } from '../src/views/places.ts'
import { inOrder } from '../src/views/namesakes.ts'
import { choosePlace, placeForm } from '../src/views/presses.ts'
import { readsAlone } from '../src/views/here.ts'

export const placeGiven = placeForm.does(({ values: { lieu, ...aim }, ...here }) =>
  placePage(here, lieu, { ...aim, alone: true }),
)

export const placesTurned = choosePlace.does(async ({ values: { asked, skip, own, ...to }, ...here }) => {
  const aim = { ...to, alone: readsAlone(here, own) }
  const found = here.services.territory.find(asked)
  return found.is === 'several'
    ? choicePage(here, { asked, areas: await inOrder(here, found.areas, aim.alone), skip }, aim)
    : placePage(here, asked, aim)
})
