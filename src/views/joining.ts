import { paragraphs } from '../base/rich.ts'
import { clip } from '../base/text.ts'
import type { AnnouncementId } from '../base/ids.ts'
import type { Message } from '../chat/index.ts'
import { announceDo, joinAction, pickAction } from './announcement-presses.ts'
import { forThemAlone, inRows, page, rows, type Here } from './here.ts'

const actionsAtOnce = 8

/** Which action's card is to stand under a draft? The soonest first, a page at a time. */
export const joinPage = async (
  here: Here,
  id: AnnouncementId,
  skip: number | undefined,
): Promise<Message> => {
  const { t, services } = here
  const at = skip ?? 0
  const { poll, action } = await services.announcements.found(id)
  const found = await services.announcements.joinable(id, { skip: at, take: actionsAtOnce + 1 })
  const to = (from: number) => ({ announcement: id, skip: from })
  const shown = forThemAlone(here, {
    text:
      found.length === 0
        ? t.announcements.noAction
        : paragraphs(t.announcements.whichAction, poll && t.announcements.insteadOfPoll),
    ...rows(
      ...inRows(
        found
          .slice(0, actionsAtOnce)
          .map(({ action: each }) =>
            joinAction.button(
              clip(t.announcements.actionOn(each.name, t.dates.short(each.start, each.zone)), 60),
              { announcement: id, action: each.id },
            ),
          ),
        2,
      ),
      [
        ...(at > 0 ? [pickAction.button(t.actions.earlier, to(Math.max(0, at - actionsAtOnce)))] : []),
        ...(found.length > actionsAtOnce ? [pickAction.button(t.actions.later, to(at + actionsAtOnce))] : []),
      ],
      [
        action
          ? joinAction.button(t.announcements.withoutAction, { announcement: id })
          : announceDo.button(t.announcements.backToDraft, { announcement: id, does: 'preview' }),
      ],
    ),
  })
  return page(shown, skip)
}
