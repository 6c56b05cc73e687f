import type { Instant } from '../../base/clock.ts'
import type { AnnouncementId, BroadcastId, LinkId } from '../../base/ids.ts'
import { impersonalText } from '../../base/links.ts'
import { readMarkup } from '../../base/markup.ts'
import type { Rich } from '../../base/rich.ts'
import { storable } from '../../base/text.ts'
import type { Zone } from '../../base/zones.ts'
import type { BroadcastStore } from '../broadcasts/ports.ts'
import type { Manner } from '../links/model.ts'
import { Refusal } from '../refusal.ts'
import type { Journal } from '../rights/journal.ts'
import type { Announcement } from './model.ts'
import { createNotes } from './notes.ts'
import { fitting } from './parts.ts'
import { planFor, type Plan } from './plan.ts'
import type { AnnouncementStore } from './ports.ts'
import { whereOf, type Sending } from './sending.ts'
import { lasts } from './truces.ts'

/** What was sent, changed afterwards. Each refuses whoever may not speak there. */
export interface Mending {
  /** Everything that arrived says this from now on. */
  correct(id: AnnouncementId, typed: string): Promise<Announcement>
  withdraw(id: AnnouncementId): Promise<void>
  /** Copies that failed, or of which nobody knows whether they arrived, are tried once more. */
  retry(id: AnnouncementId, fate: 'gone' | 'uncertain'): Promise<void>
  /** Nothing more leaves until {@link Mending.resume}. */
  pause(id: AnnouncementId): Promise<void>
  resume(id: AnnouncementId): Promise<void>
  /** What has not left never does: not what is under way, nor what waits for a group or an hour. */
  cut(id: AnnouncementId): Promise<void>
}

interface Needs {
  readonly store: AnnouncementStore
  readonly broadcasts: BroadcastStore
  readonly sending: Sending
  readonly journal: Journal
  readonly stirred: (id: BroadcastId) => void
  /** Refuses whoever may not speak there. */
  readonly theirs: (id: AnnouncementId, deed?: 'withdraw-announcement') => Promise<Announcement>
  readonly zoneOf: (department: string) => Zone | undefined
  readonly now: Instant
}

/** As somebody typed it, without what would follow its readers. */
export const worded = (typed: string): Rich => readMarkup(impersonalText(storable(typed)))

export const createMending = (needs: Needs): Mending => {
  const { store, broadcasts, sending, journal, stirred, theirs, zoneOf, now } = needs
  const noted = createNotes(journal)

  const sent = async (id: AnnouncementId): Promise<Announcement> => {
    const announcement = await theirs(id)
    if (announcement.stage !== 'sent') throw new Refusal('announcement-unknown', {})
    return announcement
  }

  const outsideTruce = async (): Promise<void> => {
    if (lasts(await store.truce(now), now)) throw new Refusal('truce-lasts', {})
  }

  /** False when there was nothing to do for any. */
  const everyWave = async (
    id: AnnouncementId,
    does: (broadcast: BroadcastId) => Promise<boolean>,
  ): Promise<boolean> => {
    let any = false
    for (const { broadcast } of await store.waves(id))
      if (await does(broadcast)) {
        stirred(broadcast)
        any = true
      }
    return any
  }

  /** Chats where all is well again hear of it as if it left now: their groups have their say, and they their hours. */
  const catchUp = async (announcement: Announcement): Promise<void> => {
    const { id, filter } = announcement
    const turned: Plan[] = []
    const open: { readonly link: LinkId; readonly manner: Manner }[] = []
    for (const candidate of await store.audience(whereOf(announcement), filter)) {
      const plan = planFor(candidate, now, zoneOf, filter?.patience)
      const { state, until } = plan
      const { link } = candidate
      if (state === 'troubled') continue
      if (state === 'sent') open.push({ link: link.id, manner: link.settings })
      else {
        const to = { state, ...(until !== undefined && { until }) }
        if ((await store.turn(id, 'troubled', to, { links: [link.id] })).length > 0) turned.push(plan)
      }
    }
    await sending.more(announcement, open, 'troubled')
    await sending.tellGroups(
      announcement,
      turned.filter(({ state }) => state === 'waiting'),
    )
  }

  /** What waits for a group, or for the hours of a chat, waits no more. */
  const stopWaiting = async (id: AnnouncementId): Promise<boolean> => {
    const waiting = await store.turn(id, 'waiting', { state: 'stopped' }, {})
    const later = await store.turn(id, 'later', { state: 'stopped' }, {})
    return waiting.length + later.length > 0
  }

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
      await stopWaiting(id)
      // Nobody votes any more, and what was chosen is told to nobody.
      if (announcement.poll) await store.closePoll(id, announcement.poll.choices.length)
      await noted(announcement, 'withdraw-announcement')
    },
    retry: async (id, fate) => {
      const announcement = await sent(id)
      await outsideTruce()
      for (const { broadcast } of await store.waves(id))
        if ((await broadcasts.retry(broadcast, fate, now)) > 0) stirred(broadcast)
      if (fate === 'gone') {
        await catchUp(announcement)
      }
      await noted(announcement, 'retry-announcement')
    },
    pause: async (id) => {
      const announcement = await sent(id)
      if (await everyWave(id, (broadcast) => broadcasts.pause(broadcast, now)))
        await noted(announcement, 'pause-announcement')
    },
    resume: async (id) => {
      const announcement = await sent(id)
      await outsideTruce()
      if (await everyWave(id, (broadcast) => broadcasts.resume(broadcast, now)))
        await noted(announcement, 'resume-announcement')
    },
    cut: async (id) => {
      const announcement = await sent(id)
      // A correction that is under way is no part of it.
      const cut = await everyWave(id, async (broadcast) => {
        const of = await broadcasts.byId(broadcast)
        return (of?.errand === 'send' || of?.state === 'paused') && broadcasts.cancel(broadcast, now)
      })
      if ((await stopWaiting(id)) || cut) await noted(announcement, 'cut-announcement')
    },
  }
}
