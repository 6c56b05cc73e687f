import type { Instant } from '../../base/clock.ts'
import type { AnnouncementId, BroadcastId } from '../../base/ids.ts'
import { impersonalText } from '../../base/links.ts'
import { readMarkup } from '../../base/markup.ts'
import type { Rich } from '../../base/rich.ts'
import { storable } from '../../base/text.ts'
import type { BroadcastStore } from '../broadcasts/ports.ts'
import { Refusal } from '../refusal.ts'
import type { Journal } from '../rights/journal.ts'
import type { Announcement } from './model.ts'
import { createNotes } from './notes.ts'
import { fitting } from './parts.ts'
import type { AnnouncementStore } from './ports.ts'
import { whereOf, type Sending } from './sending.ts'
import { lasts } from './truces.ts'

/** What was sent, changed afterwards. Each refuses whoever may not speak there. */
export interface Mending {
  /** Everything that arrived says this from now on. */
  correct(id: AnnouncementId, typed: string): Promise<Announcement>
  withdraw(id: AnnouncementId): Promise<void>
  /** Copies that failed are tried once more. */
  retry(id: AnnouncementId): Promise<void>
}

interface Needs {
  readonly store: AnnouncementStore
  readonly broadcasts: BroadcastStore
  readonly sending: Sending
  readonly journal: Journal
  readonly stirred: (id: BroadcastId) => void
  /** Refuses whoever may not speak there. */
  readonly theirs: (id: AnnouncementId, deed?: 'withdraw-announcement') => Promise<Announcement>
  readonly now: Instant
}

/** As somebody typed it, without what would follow its readers. */
export const worded = (typed: string): Rich => readMarkup(impersonalText(storable(typed)))

export const createMending = (needs: Needs): Mending => {
  const { store, broadcasts, sending, journal, stirred, theirs, now } = needs
  const noted = createNotes(journal)
  return {
    correct: async (id, typed) => {
      const announcement = fitting({ ...(await theirs(id)), text: worded(typed) })
      if (announcement.stage !== 'sent') throw new Refusal('announcement-unknown', {})
      await store.write(id, announcement.text)
      await sending.rewrite(announcement)
      await noted(announcement, 'correct-announcement')
      return announcement
    },
    withdraw: async (id) => {
      const announcement = await theirs(id, 'withdraw-announcement')
      if (!(await store.step(id, ['sent'], 'withdrawn'))) return
      for (const { broadcast } of await store.waves(id)) {
        await broadcasts.withdraw(broadcast, now)
        stirred(broadcast)
      }
      for (const state of ['waiting', 'later'] as const)
        await store.turn(id, state, { state: 'declined' }, {})
      // Nobody votes any more, and what was chosen is told to nobody.
      if (announcement.poll) await store.closePoll(id, announcement.poll.choices.length)
      await noted(announcement, 'withdraw-announcement')
    },
    retry: async (id) => {
      const announcement = await theirs(id)
      if (announcement.stage !== 'sent') throw new Refusal('announcement-unknown', {})
      if (lasts(await store.truce(now), now)) throw new Refusal('truce-lasts', {})
      for (const { broadcast } of await store.waves(id))
        if ((await broadcasts.retry(broadcast, 'gone', now)) > 0) stirred(broadcast)
      const audience = await store.audience(whereOf(announcement), announcement.filter)
      const mended = audience.flatMap(({ link }) =>
        link.trouble ? [] : [{ link: link.id, manner: link.settings }],
      )
      await sending.more(announcement, mended, 'troubled')
      await noted(announcement, 'retry-announcement')
    },
  }
}
