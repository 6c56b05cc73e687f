import { folded } from '../base/text.ts'
import type { Commune, Department, Found } from '../domain/territory/model.ts'
import type { Button, Message, PressButton } from '../chat/index.ts'
import { actionsPage } from './actions.ts'
import type { Aim } from './ask.ts'
import { longestPlace } from './fields.ts'
import { groupsPage } from './groups.ts'
import { areaChosen, forThemAlone, inRows, ownIn, page, rows, type Here } from './here.ts'
import { inOrder } from './namesakes.ts'
import { choosePlace, listActions, listGroups, placeForm } from './presses.ts'

const perPage = 8

/** More than this does not fit into the button that turns the page. */
const longestAsked = 12

const toward = (here: Here, label: string, code: string, { to, alone, when, kind }: Aim): PressButton => {
  switch (to) {
    case 'groups':
      return listGroups.button(label, { area: code, skip: 0 })
    case 'actions':
      return listActions.button(label, {
        area: code,
        ...(when && { when }),
        ...(kind && { kind }),
        skip: 0,
        ...ownIn(here, alone),
      })
  }
}

type Areas = readonly (Commune | Department)[]

const choices = (here: Here, areas: Areas, aim: Aim): readonly (readonly Button[])[] =>
  inRows(
    areas.map((area) => toward(here, here.t.places.short(area), area.code, aim)),
    2,
  )

/** Which of the places of one name, or of one postal code? */
export const choicePage = (
  here: Here,
  { asked, areas, skip }: { readonly asked: string; readonly areas: Areas; readonly skip?: number },
  aim: Aim,
): Message => {
  const { t } = here
  const at = skip ?? 0
  const shown = areas.slice(at, at + perPage)
  const again = folded(asked)
  const turns = Buffer.byteLength(again) <= longestAsked
  const turn = (label: string, to: number): Button =>
    choosePlace.button(label, {
      to: aim.to,
      asked: again,
      ...(aim.when && { when: aim.when }),
      ...(aim.kind && { kind: aim.kind }),
      skip: to,
      ...ownIn(here, aim.alone),
    })
  const cut = areas.length > perPage && !turns
  const message: Message = {
    text: t.places.several(asked, areas.length, shown.map(t.places.areaName), cut),
    ...rows(
      ...choices(here, shown, aim),
      turns
        ? [
            ...(at > 0 ? [turn(t.places.earlier, Math.max(0, at - perPage))] : []),
            ...(at + perPage < areas.length ? [turn(t.places.later, at + perPage)] : []),
          ]
        : [],
    ),
  }
  return page(aim.alone ? forThemAlone(here, message) : message, skip)
}

const nonePage = (here: Here, asked: string, nearly: Areas, aim: Aim): Message => {
  const { t } = here
  const shown = nearly.slice(0, 4)
  const again = placeForm.button(t.places.elsewhere, {
    to: aim.to,
    ...(aim.when && { when: aim.when }),
    ...(aim.kind && { kind: aim.kind }),
  })
  const message: Message = {
    text: t.places.none(asked, shown.map(t.places.areaName)),
    ...rows(...choices(here, shown, aim), [again]),
  }
  return aim.alone ? forThemAlone(here, message) : message
}

const meant = (here: Here, asked: string): Found => {
  const area = areaChosen(here, asked)
  if (area) return { is: 'one', area }
  // What is longer is no place, however long one searches.
  return asked.length > longestPlace ? { is: 'none', nearly: [] } : here.services.territory.find(asked)
}

/** What somebody aims at, at the place that a text means; a choice when it means several. */
export const placePage = async (here: Here, asked: string, aim: Aim): Promise<Message> => {
  const found = meant(here, asked)
  switch (found.is) {
    case 'one':
      return aim.to === 'groups'
        ? groupsPage(here, found.area)
        : actionsPage(here, { ...aim, where: found.area })
    case 'several':
      return choicePage(here, { asked, areas: await inOrder(here, found.areas, aim.alone) }, aim)
    case 'none':
      return nonePage(here, asked, found.nearly, aim)
  }
}

/** The place that a button names is no longer on the map: the map was renewed since. */
export const goneArea = (here: Here, aim: Aim): Message =>
  forThemAlone(here, {
    text: here.t.places.gone,
    rows: [[placeForm.button(here.t.places.elsewhere, { to: aim.to })]],
  })
