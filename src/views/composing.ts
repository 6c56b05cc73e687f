import { paragraphs, type Rich } from '../base/rich.ts'
import type { AnnouncementId } from '../base/ids.ts'
import type { Announcement } from '../domain/announcements/model.ts'
import type { Filter } from '../domain/announcements/filter.ts'
import { isDescribed } from '../domain/announcements/parts.ts'
import type { GroupKind } from '../domain/groups/model.ts'
import type { Button, Message } from '../chat/index.ts'
import { announceDo } from './announcement-presses.ts'
import { altForm, compose, pictureForm, placesForm, pollForm } from './composing-presses.ts'
import { forThemAlone, inRows, rows, type Here } from './here.ts'

/** What stands in a draft besides its words. */
export const partsSaid = ({ t }: Here, draft: Announcement): Rich =>
  paragraphs(
    draft.poll && t.composing.withPoll(draft.poll.choices.length),
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
      wide ? [placesForm.button(t.composing.places, { announcement: id })] : [],
      [announceDo.button(t.composing.done, { announcement: id, does: 'preview' }, 'primary')],
    ),
  })
}
