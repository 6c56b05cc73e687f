import { lines, paragraphs, type Rich } from '../base/rich.ts'
import type { AnnouncementId } from '../base/ids.ts'
import type { Announcement } from '../domain/announcements/model.ts'
import type { Page } from '../domain/announcements/lists.ts'
import type { Filter } from '../domain/announcements/filter.ts'
import { sayHours } from '../domain/announcements/filter.ts'
import { isDescribed } from '../domain/announcements/parts.ts'
import type { GroupKind } from '../domain/groups/model.ts'
import type { Button, Message } from '../chat/index.ts'
import type { Book } from '../phrases/book.ts'
import { announceDo } from './announcement-presses.ts'
import {
  altForm,
  compose,
  pictureForm,
  placesForm,
  pollForm,
  showList,
  type lists,
} from './composing-presses.ts'
import { forThemAlone, inRows, rows, type Here } from './here.ts'

/** What stands in a draft besides its words. */
export const partsSaid = (t: Book, draft: Announcement): Rich =>
  paragraphs(
    draft.poll && t.composing.withPoll(draft.poll),
    draft.picture &&
      (draft.picture.alt === undefined ? t.composing.undescribed : t.composing.described(draft.picture.alt)),
    draft.filter && t.composing.filter(draft.filter),
  )

/** Ways to add to a draft, and to narrow it. */
export const partsButtons = ({ t }: Here, draft: Announcement): readonly Button[] => {
  const { id: announcement, poll, picture } = draft
  return [
    poll
      ? compose.button(t.composing.withoutPoll, { announcement, turn: 'no-poll' })
      : pollForm.button(t.composing.poll, { announcement }),
    picture && isDescribed(draft)
      ? compose.button(t.composing.withoutPicture, { announcement, turn: 'no-picture' })
      : picture
        ? altForm.button(t.composing.describe, { announcement }, 'primary')
        : pictureForm.button(t.composing.picture, { announcement }),
    compose.button(t.composing.audience, { announcement }),
  ]
}

const shown: readonly GroupKind[] = ['local', 'thematic', 'functional']

/** Whom it is for. `wide`: for more than one group. */
export const audiencePage = (
  here: Here,
  id: AnnouncementId,
  filter: Filter | undefined,
  { wide, everywhere }: { readonly wide: boolean; readonly everywhere: boolean },
): Message => {
  const { t } = here
  const kinds = everywhere ? [...shown, 'loop' as const] : shown
  const turn = (label: string, of: Parameters<typeof compose.button>[1]['turn']): Button =>
    compose.button(label, { announcement: id, ...(of && { turn: of }) })
  return forThemAlone(here, {
    text: t.composing.audienceHeading(filter),
    ...rows(
      ...(wide
        ? inRows(
            kinds.map((kind) => turn(t.composing.kind(kind, filter?.kinds?.includes(kind) ?? false), kind)),
            2,
          )
        : []),
      [
        ...(wide ? [turn(t.composing.certified(filter?.certified), 'certified')] : []),
        turn(t.composing.way(filter?.way), 'way'),
      ],
      wide
        ? [
            placesForm.button(t.composing.places, { announcement: id }),
            turn(t.composing.patience(filter?.patience ?? sayHours), 'patience'),
          ]
        : [],
      [announceDo.button(t.composing.done, { announcement: id, does: 'preview' }, 'primary')],
    ),
  })
}

const namesAtOnce = 25

type List = (typeof lists)[number]

const linesOf = async (here: Here, announcement: AnnouncementId, list: List, skip: number) => {
  const { t, services } = here
  const named = ({ shown: names, more }: Page<string>) => ({ of: names.map(t.composing.lists.name), more })
  switch (list) {
    case 'unlinked':
      return named(await services.announcements.unlinkedGroups(announcement, skip, namesAtOnce))
    case 'unread':
      return named(await services.announcements.unread(announcement, skip, namesAtOnce))
    case 'unreached': {
      const all = await services.announcements.unreached(announcement)
      const of = all
        .slice(skip, skip + namesAtOnce)
        .map(({ title, platform, state, why }) =>
          t.announcements.relayLine(title, platform, state, undefined, why),
        )
      return { of, more: all.length > skip + namesAtOnce }
    }
  }
}

/** Groups or chats, by name. */
export const namesPage = async (
  here: Here,
  announcement: AnnouncementId,
  list: List,
  skip: number,
): Promise<Message> => {
  const { t } = here
  const words = t.composing.lists
  const headings = {
    unlinked: words.unlinkedHeading,
    unread: words.unreadHeading,
    unreached: words.unreachedHeading,
  }
  const { of, more } = await linesOf(here, announcement, list, skip)
  const at = (to: number) => ({ announcement, list, skip: to })
  return forThemAlone(here, {
    text: paragraphs(headings[list], of.length === 0 ? words.none : lines(...of)),
    ...rows([
      ...(skip > 0 ? [showList.button(t.places.earlier, at(Math.max(0, skip - namesAtOnce)))] : []),
      ...(more ? [showList.button(t.places.later, at(skip + namesAtOnce))] : []),
    ]),
  })
}
