import type { Instant } from '../base/clock.ts'
import type { ActionId, GroupId, LinkId, PersonId } from '../base/ids.ts'
import { readRoute, type Message } from '../chat/index.ts'
import type { ActionFound } from '../domain/actions/model.ts'
import type { Moved } from '../domain/answers/model.ts'
import type { Notice } from '../domain/notices/model.ts'
import type { Riding } from '../domain/rides/model.ts'
import type { Week } from '../domain/weeks/model.ts'
import { announcementMessage, type AnnouncementTelling } from './announcement-notices.ts'
import { rows } from './here.ts'
import { weekMessage } from './week.ts'
import { planNotices } from './plan-notices.ts'
import { proposalNoticeMessage, type ProposalTelling } from './proposal-notices.ts'
import { rideNotices } from './ride-notices.ts'
import { rightsNotices, type RightsTelling } from './rights-notices.ts'
import { showAccounts, showReminders, showSettings } from './presses.ts'
import { actionNoticeMessage } from './action-notices.ts'

/** What a notice is worded with, on the day that it leaves. */
export interface Telling extends RightsTelling, AnnouncementTelling, ProposalTelling {
  readonly now: Instant
  /** Absent: a chat of many reads it. */
  readonly reader?: PersonId
  /** For readers who may know it alone. */
  readonly moved: (found: ActionFound, since: Instant) => Promise<Moved | undefined>
  /** With whom whoever reads it rides there. */
  readonly riding: (action: ActionId) => Promise<Riding | undefined>
  /** Of the groups of whoever reads it. */
  readonly ownWeek: () => Promise<Week | undefined>
  /** Of that group; of everybody without one. */
  readonly week: (group: GroupId | undefined) => Promise<Week | undefined>
}

type Answer = Promise<Message | undefined>

const weekNotice = async (id: LinkId, { t, link, week }: Telling): Answer => {
  const found = await link(id)
  const of = found && (await week(found.group))
  const message = of && weekMessage(of, t)
  return message && { ...message, ...(found.settings.silent && { quiet: true }) }
}

const ownWeekNotice = async ({ t, ownWeek }: Telling): Answer => {
  const of = await ownWeek()
  return of && weekMessage(of, t)
}

const pairedNotice = async (platform: string, { t }: Telling): Answer => ({
  text: t.pairing.told(platform),
  ...rows([showAccounts.button(t.pairing.mine, {})]),
})

const worded = async (notice: Notice, telling: Telling): Answer => {
  switch (notice.is) {
    case 'need-returned':
      return planNotices.needReturned(notice, telling)
    case 'need-dropped':
      return planNotices.needDropped(notice, telling)
    case 'ride-asked':
      return rideNotices.asked(notice, telling)
    case 'ride-answered':
      return rideNotices.answered(notice, telling)
    case 'ride-near':
      return rideNotices.near(notice, telling)
    case 'events-refused':
      return rightsNotices.eventless(notice, telling)
    case 'ride-gone':
      return rideNotices.gone(notice, telling)
    case 'published':
      return planNotices.published(notice, telling)
    case 'chat-reminder':
      return planNotices.soon(notice, telling)
    case 'handed-over':
    case 'named':
      return planNotices.handedOver(notice, telling)
    case 'asked-to-organise':
      return planNotices.asked(notice, telling)
    case 'partner-answered':
      return planNotices.answered(notice, telling)
    case 'role-accepted':
      return rightsNotices.accepted(notice, telling)
    case 'role-withdrawn':
      return rightsNotices.withdrawn(notice, telling)
    case 'unattended':
      return rightsNotices.unattended(notice, telling)
    case 'link-trouble':
      return rightsNotices.trouble(notice, telling)
    case 'thread-refused':
      return rightsNotices.unthreaded(notice, telling)
    case 'pin-refused':
      return rightsNotices.unpinned(notice, telling)
    case 'replacement-asked':
      return rightsNotices.replacement(notice, telling)
    case 'own-week':
      return ownWeekNotice(telling)
    case 'week':
      return weekNotice(notice.link, telling)
    case 'within-reach':
      return { text: telling.t.settings.reached }
    case 'paired':
      return pairedNotice(notice.platform, telling)
    case 'relay-asked':
    case 'relayed':
    case 'announced':
    case 'agreement-asked':
    case 'agreed':
    case 'preview':
    case 'announcement-moved':
    case 'announcement-stopped':
      return announcementMessage(notice, telling)
    case 'dates-asked':
    case 'dates-over':
    case 'dates-dropped':
    case 'date-set':
      return proposalNoticeMessage(notice, telling)
    case 'called-off':
    case 'changed':
    case 'seat':
    case 'seat-lost':
    case 'taken-off':
    case 'departure':
    case 'seats-given':
    case 'chosen':
    case 'come':
    case 'reminder':
    case 'digest':
    case 'after':
    case 'outcome':
      return actionNoticeMessage(notice, telling)
  }
}

const settings: ReadonlySet<string | undefined> = new Set([showReminders.name, showSettings.name])

/** Whoever is written to in private finds there how to be written to less. What is drawn anew later has buttons of its own. */
const withSettings = (message: Message, { t, reader }: Telling): Message => {
  const { rows: there = [] } = message
  const leads = there
    .flat()
    .some((button) => 'route' in button && settings.has(readRoute(button.route)?.name))
  if (reader === undefined || leads || message.follows !== undefined) return message
  return { ...message, rows: [...there, [showSettings.button(t.help.settings, {})]] }
}

/** In words; `undefined` when it is no longer true, or of no use any more. */
export const noticeMessage = async (notice: Notice, telling: Telling): Answer => {
  const message = await worded(notice, telling)
  return message && withSettings(message, telling)
}
