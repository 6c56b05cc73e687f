import { clip, length } from '../base/text.ts'
import type { AnnouncementId, GroupId } from '../base/ids.ts'
import { picture as pictureOf, type Message, type Reply } from '../chat/index.ts'
import { longestAnnouncement, type Announcement } from '../domain/announcements/model.ts'
import { announceElsewhere } from './announcement-presses.ts'
import { previewPages } from './announcements.ts'
import { forThemAlone, inRows, type Here } from './here.ts'
import { whereOf } from './team.ts'

const pictureField = pictureOf()

/** Under one message. */
const mostRows = 5

interface Place {
  readonly id?: GroupId
  readonly name: string
}

const placesOf = async ({ t, services }: Here): Promise<readonly Place[]> => [
  ...(await services.rights.groupsFor('announce')).map(({ id, name }) => ({ id, name })),
  ...((await services.rights.may('announce', 'everywhere')) ? [{ name: t.announcements.everywhere }] : []),
]

/** The preview, with the other places in whose name it could be said. */
const proposed = async (here: Here, draft: Announcement): Promise<readonly Message[]> => {
  const pages = await previewPages(here, draft)
  const others = (await placesOf(here)).filter(({ id }) => id !== draft.group).slice(0, 6)
  const last = pages.at(-1)
  if (!last || others.length === 0) return pages
  const buttons = others.map(({ id, name }) =>
    announceElsewhere.button(clip(here.t.announcements.insteadFor(name), 40), {
      announcement: draft.id,
      ...(id && { group: id }),
    }),
  )
  const before = last.rows ?? []
  return [...pages.slice(0, -1), { ...last, rows: [...before, ...inRows(buttons, 3)].slice(0, mostRows) }]
}

/** Somebody's message, handed on to be announced. `undefined` for whoever may announce nowhere. */
export const relayPages = async (here: Here, typed: string, picture?: string): Promise<Reply | undefined> => {
  const { t, services } = here
  const [place] = await placesOf(here)
  if (!place) return undefined
  if (length(typed) > longestAnnouncement)
    return forThemAlone(here, { text: t.announcements.tooLong(longestAnnouncement) })
  const { announcements } = services
  const draft = await announcements.draft(whereOf(place.id), typed)
  if (picture === undefined) return proposed(here, draft)
  const image = pictureField.read(picture)
  if (image) return proposed(here, await announcements.illustrate(draft.id, image))
  return [forThemAlone(here, { text: t.composing.noPicture }), ...(await proposed(here, draft))]
}

/** The same words in the name of another place. */
export const elsewherePages = async (
  here: Here,
  id: AnnouncementId,
  group: GroupId | undefined,
): Promise<Reply> => {
  return proposed(here, await here.services.announcements.elsewhere(id, whereOf(group)))
}
