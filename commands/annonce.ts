import { later, minute } from '../src/base/clock.ts'
import { writeMarkup } from '../src/base/markup.ts'
import { lines, paragraphs, type Rich } from '../src/base/rich.ts'
import { dayOf } from '../src/base/zones.ts'
import type { AnnouncementId } from '../src/base/ids.ts'
import { command, type Message, type Reply } from '../src/chat/index.ts'
import {
  announceAt,
  announceDo,
  announceElsewhere,
  announceForm,
  correctForm,
  joinAction,
  pickAction,
  redraftForm,
  resumeDraft,
  whenForm,
} from '../src/views/announcement-presses.ts'
import {
  announceHome,
  holdingPage,
  leavesAt,
  leaving,
  ownAccount,
  planOf,
  plannedPage,
  previewPages,
  writePage,
} from '../src/views/announcements.ts'
import { inItsPlace } from '../src/views/announcement-account.ts'
import { forThemAlone, said, type Here } from '../src/views/here.ts'
import { joinPage } from '../src/views/joining.ts'
import { elsewherePages } from '../src/views/relaying.ts'
import { whereOf } from '../src/views/team.ts'

/** As it is told; the house keeps it for so long. */
const undoSeconds = 30

export const annonce = command({
  name: 'annonce',
  fields: {},
  for: 'animators',
  aside: true,
  run: (here) => announceHome(here),
})

export const announcePlace = announceAt.does(async ({ values: { group }, ...here }) => {
  const place = await here.services.rights.require('announce', whereOf(group))
  return place === 'everywhere'
    ? writePage(here, { id: undefined, name: here.t.announcements.everywhere })
    : writePage(here, place)
})

export const announceWritten = announceForm.does(async ({ values: { group, texte }, ...here }) =>
  previewPages(here, await here.services.announcements.draft(whereOf(group), texte)),
)

export const announcedElsewhere = announceElsewhere.does(({ values: { announcement, group }, ...here }) =>
  elsewherePages(here, announcement, group),
)

export const draftResumed = resumeDraft.does(async ({ values: { announcement: id }, ...here }) => {
  const { services } = here
  const announcement = await services.announcements.found(id)
  // It may have been sent, or dropped, since that button was shown.
  return announcement.stage === 'draft' && announcement.author === services.people.known()
    ? previewPages(here, announcement)
    : announceHome(here)
})

/** To be changed, not to be typed again. */
const wordsOf = async ({ services }: Here, id: AnnouncementId) => ({
  texte: writeMarkup((await services.announcements.found(id)).text),
})

export const announceRewritten = redraftForm.does(
  async ({ values: { announcement, texte }, ...here }) =>
    previewPages(here, await here.services.announcements.redraft(announcement, texte)),
  ({ values: { announcement }, ...here }) => wordsOf(here, announcement),
)

export const actionsShown = pickAction.does(({ values: { announcement, skip }, ...here }) =>
  joinPage(here, announcement, skip),
)

export const actionJoined = joinAction.does(async ({ values: { announcement, action }, ...here }) =>
  previewPages(here, await here.services.announcements.join(announcement, action)),
)

export const announceTimed = whenForm.does(async ({ values: { announcement, quand }, ...here }) => {
  const { t, services, now } = here
  const was = await services.announcements.schedule(announcement, quand)
  if (was.is === 'set') return previewPages(here, was.announcement)
  // What is typed next is the answer.
  const again = (complaint: Rich): Message => ({
    text: [],
    form: whenForm.questionnaire(t, { announcement }, { quand }, complaint),
  })
  if (was.is === 'no-vote') return again(t.announcements.noVote)
  const today = dayOf(now, was.zone)
  const day = (of: string): string =>
    t.dates.days({ from: of as typeof today, to: of as typeof today }, today)
  const { read } = was
  if (read.is !== 'unclear') return again(lines(t.announcements.unclear, t.announcements.severalDates))
  const why = t.planning.unclear(read, day)
  // It was understood, and is over.
  return again(read.why === 'past' ? why : lines(t.announcements.unclear, why))
})

const account = async (here: Here, id: AnnouncementId): Promise<Message> => ({
  ...(await ownAccount(here, id)),
  instead: true,
})

const sent = async (here: Here, id: AnnouncementId): Promise<Message> => {
  const { t, services } = here
  switch (await services.announcements.send(id)) {
    case 'holding': {
      const { announcement } = await services.announcements.account(id)
      const due = await leavesAt(here, announcement.due ?? here.now)
      return due > later(here.now, minute)
        ? plannedPage(here, announcement)
        : holdingPage(here, id, undoSeconds)
    }
    case 'asked': {
      const { announcement } = await services.announcements.account(id)
      const when = await leaving(here, announcement)
      return {
        ...forThemAlone(here, {
          text: when ? paragraphs(t.announcements.askedToPlan, when) : t.announcements.asked,
          rows: [[announceDo.button(t.announcements.stop, { announcement: id, does: 'drop' }, 'danger')]],
        }),
        instead: true,
      }
    }
    case 'nobody':
      return forThemAlone(here, { text: t.announcements.nobody })
    case 'late':
      return said(here, t.announcements.late)
  }
}

const agreed = async (here: Here, id: AnnouncementId): Promise<Message> => {
  const { t, services } = here
  if ((await services.announcements.agree(id)) === 'late') return said(here, t.announcements.late)
  const plan = await planOf(here, await services.announcements.found(id))
  return said(here, plan ? paragraphs(t.announcements.youAgreedToPlan, plan) : t.announcements.youAgreed)
}

export const announceDone = announceDo.does(
  async ({ values: { announcement: id, does }, ...here }): Promise<Reply> => {
    const { t, services } = here
    const { announcements } = services
    switch (does) {
      case 'show':
        return account(here, id)
      case 'preview':
        return previewPages(here, await announcements.found(id))
      case 'send':
        return sent(here, id)
      case 'drop':
        return said(
          here,
          (await announcements.drop(id)) === 'dropped' ? t.announcements.dropped : t.announcements.late,
        )
      case 'refuse':
        return said(
          here,
          (await announcements.drop(id)) === 'dropped' ? t.announcements.refused : t.announcements.late,
        )
      case 'agree':
        return agreed(here, id)
      case 'retry':
        await announcements.retry(id, 'gone')
        return account(here, id)
      case 'resend':
        await announcements.retry(id, 'uncertain')
        return account(here, id)
      case 'pause':
      case 'resume':
        await announcements[does](id)
        return account(here, id)
      case 'cut':
        return inItsPlace(here, await announcements.account(id), {
          text: t.announcements.confirmCut,
          rows: [
            [
              announceDo.button(t.announcements.cut, { announcement: id, does: 'cut-yes' }, 'danger'),
              announceDo.button(t.announcements.goOn, { announcement: id, does: 'show' }),
            ],
          ],
        })
      case 'cut-yes':
        await announcements.cut(id)
        return account(here, id)
      case 'back':
        return inItsPlace(here, await announcements.account(id), {
          text: t.announcements.confirmWithdraw,
          rows: [
            [
              announceDo.button(t.announcements.withdraw, { announcement: id, does: 'back-yes' }, 'danger'),
              announceDo.button(t.announcements.keep, { announcement: id, does: 'show' }),
            ],
          ],
        })
      case 'back-yes':
        await announcements.withdraw(id)
        return account(here, id)
    }
  },
)

export const announceCorrected = correctForm.does(
  async ({ values: { announcement, texte }, ...here }) => {
    await here.services.announcements.correct(announcement, texte)
    return forThemAlone(here, { text: here.t.announcements.corrected })
  },
  ({ values: { announcement }, ...here }) => wordsOf(here, announcement),
)
