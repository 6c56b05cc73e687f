import type { Instant } from '../base/clock.ts'
import type { GroupId, PersonId } from '../base/ids.ts'
import type { Message } from '../chat/index.ts'
import type { ActionFound } from '../domain/actions/model.ts'
import type { Moved } from '../domain/answers/model.ts'
import type { ActionNotice } from '../domain/notices/actions.ts'
import type { AnnouncementNotice } from '../domain/notices/announcements.ts'
import type { Notice } from '../domain/notices/model.ts'
import type { Week } from '../domain/weeks/model.ts'
import { announcementMessage, type AnnouncementTelling } from './announcement-notices.ts'
import { rows } from './here.ts'
import { weekMessage } from './week.ts'
import { planNotices } from './plan-notices.ts'
import { rideNotices } from './ride-notices.ts'
import { rightsNotices, type RightsTelling } from './rights-notices.ts'
import { showAccounts } from './presses.ts'
import { actionNoticeMessage } from './action-notices.ts'

/** What a notice is worded with, on the day that it leaves. */
export interface Telling extends RightsTelling, AnnouncementTelling {
  readonly now: Instant
  /** Absent: a chat of many reads it. */
  readonly reader?: PersonId
  /** For readers who may know it alone. */
  readonly moved: (found: ActionFound, since: Instant) => Promise<Moved | undefined>
  /** Of that group; of everybody without one. */
  readonly week: (group: GroupId | undefined) => Promise<Week | undefined>
}

type Answer = Promise<Message | undefined>

type Own = Exclude<Notice, ActionNotice | AnnouncementNotice>
type Words = { readonly [K in Own['is']]: (notice: Own & { is: K }, telling: Telling) => Answer }

const words: Words = {
  published: planNotices.published,
  'ride-asked': rideNotices.asked,
  'ride-answered': rideNotices.answered,
  'ride-gone': rideNotices.gone,
  'need-dropped': planNotices.needDropped,
  'handed-over': planNotices.handedOver,
  'asked-to-organise': planNotices.asked,
  'partner-answered': planNotices.answered,
  'role-accepted': rightsNotices.accepted,
  'role-withdrawn': rightsNotices.withdrawn,
  'replacement-asked': rightsNotices.replacement,
  'link-trouble': rightsNotices.trouble,
  'pin-refused': rightsNotices.unpinned,
  week: async ({ link: id }, { t, link, week }) => {
    const found = await link(id)
    const of = found && (await week(found.group))
    const message = of && weekMessage(of, t)
    return message && { ...message, ...(found.settings.silent && { quiet: true }) }
  },
  paired: async ({ platform }, { t }) => ({
    text: t.pairing.told(platform),
    ...rows([showAccounts.button(t.pairing.mine, {})]),
  }),
}

/** In words; `undefined` when it is no longer true, or of no use any more. */
export const noticeMessage = (notice: Notice, telling: Telling): Answer => {
  switch (notice.is) {
    case 'need-dropped':
      return words['need-dropped'](notice, telling)
    case 'ride-asked':
      return words['ride-asked'](notice, telling)
    case 'ride-answered':
      return words['ride-answered'](notice, telling)
    case 'ride-gone':
      return words['ride-gone'](notice, telling)
    case 'published':
      return words.published(notice, telling)
    case 'handed-over':
      return words['handed-over'](notice, telling)
    case 'asked-to-organise':
      return words['asked-to-organise'](notice, telling)
    case 'partner-answered':
      return words['partner-answered'](notice, telling)
    case 'role-accepted':
      return words['role-accepted'](notice, telling)
    case 'role-withdrawn':
      return words['role-withdrawn'](notice, telling)
    case 'link-trouble':
      return words['link-trouble'](notice, telling)
    case 'pin-refused':
      return words['pin-refused'](notice, telling)
    case 'replacement-asked':
      return words['replacement-asked'](notice, telling)
    case 'week':
      return words.week(notice, telling)
    case 'paired':
      return words.paired(notice, telling)
    case 'relay-asked':
    case 'relayed':
    case 'announced':
    case 'agreement-asked':
    case 'agreed':
      return announcementMessage(notice, telling)
    case 'called-off':
    case 'changed':
    case 'seat':
    case 'seat-lost':
    case 'taken-off':
    case 'departure':
    case 'seats-given':
    case 'reminder':
    case 'digest':
    case 'after':
    case 'outcome':
      return actionNoticeMessage(notice, telling)
  }
}
