import { patiences, readPlaces, sayHours, ways, type Filter } from '../src/domain/announcements/filter.ts'
import type { AnnouncementId } from '../src/base/ids.ts'
import type { GroupKind } from '../src/domain/groups/model.ts'
import type { Message, Reply } from '../src/chat/index.ts'
import { previewPages } from '../src/views/announcements.ts'
import { audiencePage, namesPage } from '../src/views/composing.ts'
import { previewThere as previewAsThere } from '../src/views/preview-there.ts'
import {
  altForm,
  compose,
  pictureForm,
  placesForm,
  pollForm,
  previewThere,
  showList,
  type turns,
} from '../src/views/composing-presses.ts'
import { forThemAlone, type Here } from '../src/views/here.ts'

type Turn = (typeof turns)[number]

const toggled = (kinds: readonly GroupKind[] = [], kind: GroupKind): readonly GroupKind[] =>
  kinds.includes(kind) ? kinds.filter((each) => each !== kind) : [...kinds, kind]

/** No, then only those, then only the others. */
const nextCertified = (is: boolean | undefined): boolean | undefined =>
  is === undefined ? true : is ? false : undefined

const turned = (
  { certified, ...filter }: Filter,
  turn: Exclude<Turn, 'no-poll' | 'no-picture' | 'no-date'>,
): Filter => {
  const same = { ...filter, ...(certified !== undefined && { certified }) }
  switch (turn) {
    case 'certified': {
      const next = nextCertified(certified)
      return { ...filter, ...(next !== undefined && { certified: next }) }
    }
    case 'way':
      return { ...same, way: ways[(ways.indexOf(same.way ?? 'both') + 1) % ways.length] ?? 'both' }
    case 'patience': {
      const at = patiences.findIndex((hours) => hours === (same.patience ?? sayHours))
      return { ...same, patience: patiences[(at + 1) % patiences.length] ?? sayHours }
    }
    case 'local':
    case 'thematic':
    case 'functional':
    case 'loop':
      return { ...same, kinds: toggled(same.kinds, turn) }
  }
}

const page = async (here: Here, id: AnnouncementId, instead: boolean): Promise<Message> => {
  const { announcements, rights } = here.services
  const { group, filter } = await announcements.found(id)
  const place = await rights.require('announce', group ?? 'everywhere')
  const everywhere = place === 'everywhere'
  const shown = audiencePage(here, id, filter, { wide: everywhere || place.kind === 'loop', everywhere })
  return instead ? { ...shown, instead: true } : shown
}

export const composed = compose.does(
  async ({ values: { announcement: id, turn }, ...here }): Promise<Reply> => {
    const { announcements } = here.services
    if (turn === undefined) return page(here, id, false)
    if (turn === 'no-poll') return previewPages(here, await announcements.pose(id, undefined))
    if (turn === 'no-date') return previewPages(here, await announcements.unschedule(id))
    if (turn === 'no-picture') return previewPages(here, await announcements.illustrate(id, undefined))
    const { filter = {} } = await announcements.found(id)
    await announcements.narrow(id, turned(filter, turn))
    return page(here, id, true)
  },
)

export const placesChosen = placesForm.does(async ({ values: { announcement: id, lieux }, ...here }) => {
  const { announcements, rights, territory } = here.services
  const { group, filter = {} } = await announcements.found(id)
  const place = await rights.require('announce', group ?? 'everywhere')
  const read = readPlaces(lieux ?? '', territory, place === 'everywhere' ? undefined : place.department)
  if (read.is === 'unclear')
    return {
      text: [],
      form: placesForm.questionnaire(
        here.t,
        { announcement: id },
        { lieux: lieux ?? '' },
        here.t.composing.unclearPlace(read.words),
      ),
    }
  await announcements.narrow(id, { ...filter, places: read.places })
  return page(here, id, false)
})

export const pollPosed = pollForm.does(async ({ values: { announcement, question, reponses }, ...here }) =>
  previewPages(here, await here.services.announcements.pose(announcement, { question, choices: reponses })),
)

export const pictureJoined = pictureForm.does(
  async ({ values: { announcement, image, description }, ...here }) =>
    previewPages(here, await here.services.announcements.illustrate(announcement, image, description)),
)

export const pictureDescribed = altForm.does(async ({ values: { announcement, description }, ...here }) =>
  previewPages(here, await here.services.announcements.describe(announcement, description)),
)

export const namesShown = showList.does(({ values: { announcement, list, skip }, ...here }) =>
  namesPage(here, announcement, list, skip),
)

export const previewedThere = previewThere.does(
  async ({ values: { announcement: id, on }, ...here }): Promise<Reply> => {
    const { t, services } = here
    const { previewSent, previewNobody } = t.composing
    if ((await services.announcements.previewOn(id, on)) === 'told')
      return forThemAlone(here, { text: previewSent(on) })
    const looks = here.elsewhere.get(on)
    if (!looks) return forThemAlone(here, { text: previewNobody(on) })
    return previewAsThere(here, await services.announcements.found(id), on, looks)
  },
)
