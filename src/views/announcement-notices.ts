import { later, minute, type Instant } from '../base/clock.ts'
import type { Zone } from '../base/zones.ts'
import type { ActionId, AnnouncementId, GroupId } from '../base/ids.ts'
import { bold, paragraphs, type Rich } from '../base/rich.ts'
import type { Account } from '../domain/announcements/model.ts'
import type { ActionFound } from '../domain/actions/model.ts'
import type { DepartmentCode } from '../domain/territory/model.ts'
import type { Group } from '../domain/groups/model.ts'
import type { AnnouncementNotice } from '../domain/notices/announcements.ts'
import type { Message } from '../chat/index.ts'
import type { Book } from '../phrases/book.ts'
import { announceDo, decideRelay, lineForm, received } from './announcement-presses.ts'
import { previewMessage } from './preview.ts'
import { partsSaid } from './composing.ts'
import { accountPage } from './announcement-account.ts'

export interface AnnouncementTelling {
  readonly t: Book
  readonly now: Instant
  readonly group: (id: GroupId) => Promise<Group | undefined>
  readonly action: (id: ActionId) => Promise<ActionFound | undefined>
  readonly account: (id: AnnouncementId) => Promise<Account | undefined>
  readonly zoneOf: (department: DepartmentCode | undefined) => Zone
}

/** Their words are the announcement's own; who reads them is told why. */
export const announcementMessage = async (
  notice: AnnouncementNotice,
  { t, now, group, action, account: find, zoneOf }: AnnouncementTelling,
): Promise<Message | undefined> => {
  const account = await find(notice.announcement)
  if (!account) return undefined
  const { announcement } = account
  const { id, stage, text } = announcement
  const place = announcement.group && (await group(announcement.group))
  const from = place?.name ?? t.announcements.everywhere
  const joined = announcement.action && (await action(announcement.action))
  const said = paragraphs(text, joined && t.announcements.joined(joined.action.name))
  const forGroup = async (words: (from: string, group: string) => Rich, of: GroupId): Promise<Rich> =>
    paragraphs(words(from, (await group(of))?.name ?? ''), said, t.announcements.becauseRole)
  const { due, repeats } = announcement
  const plan =
    due !== undefined && due > later(now, minute)
      ? t.announcements.leaves(
          t.dates.start(due, zoneOf(place?.department), now),
          repeats && t.dates.rule(repeats.rule),
        )
      : undefined
  switch (notice.is) {
    case 'announced':
      return accountPage(t, account)
    case 'agreement-asked':
      if (stage !== 'asking') return undefined
      return {
        text: paragraphs(
          t.announcements.agreement(from),
          said,
          partsSaid(t, announcement),
          plan,
          t.announcements.becauseRole,
        ),
        rows: [
          [
            announceDo.button(t.announcements.agree, { announcement: id, does: 'agree' }, 'success'),
            announceDo.button(t.announcements.refuse, { announcement: id, does: 'refuse' }, 'danger'),
          ],
        ],
      }
    case 'agreed':
      if (stage !== 'holding') return undefined
      return {
        text: paragraphs(
          plan ? t.announcements.agreedToPlan : t.announcements.agreedTold,
          plan,
          t.announcements.becauseAuthor,
        ),
        rows: [[announceDo.button(t.announcements.stop, { announcement: id, does: 'drop' }, 'danger')]],
      }
    case 'preview':
      return previewMessage(t, {
        announcement,
        words: paragraphs(t.composing.preview, bold(from), text),
        now,
        ...(joined && { joined }),
      })
    case 'announcement-moved':
      if ((stage !== 'holding' && stage !== 'asking') || !joined || announcement.due === undefined)
        return undefined
      return {
        text: paragraphs(
          t.composing.moved(joined.action.name, t.dates.start(announcement.due, joined.action.zone, now)),
          t.announcements.becauseAuthor,
        ),
        rows: [[announceDo.button(t.announcements.stop, { announcement: id, does: 'drop' }, 'danger')]],
      }
    case 'announcement-stopped':
      if (stage !== 'draft') return undefined
      return {
        text: paragraphs(t.composing.stopped(joined?.action.name ?? ''), said, t.announcements.becauseAuthor),
        rows: [
          [
            announceDo.button(t.announcements.change, { announcement: id, does: 'preview' }, 'primary'),
            announceDo.button(t.announcements.drop, { announcement: id, does: 'drop' }, 'danger'),
          ],
        ],
      }
    case 'relay-asked': {
      if (stage !== 'sent') return undefined
      const to = { announcement: id, group: notice.group }
      return {
        text: await forGroup(t.announcements.askedGroup, notice.group),
        rows: [
          [
            decideRelay.button(t.announcements.relay, { ...to, does: 'relay' }, 'success'),
            lineForm.button(t.announcements.relayWithLine, to),
          ],
          [
            decideRelay.button(t.announcements.delay, { ...to, does: 'delay' }),
            decideRelay.button(t.announcements.decline, { ...to, does: 'decline' }, 'danger'),
          ],
        ],
      }
    }
    case 'relayed':
      if (stage !== 'sent') return undefined
      return {
        text: await forGroup(t.announcements.toldGroup, notice.group),
        rows: [[received.button(t.announcements.received, { announcement: id, group: notice.group })]],
      }
  }
}
