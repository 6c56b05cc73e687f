import type { Instant } from '../../base/clock.ts'
import type { AnnouncementId } from '../../base/ids.ts'
import type { People } from '../people/service.ts'
import type { Journal } from '../rights/journal.ts'
import type { Announcement } from './model.ts'
import type { Vote } from './poll.ts'
import type { AnnouncementStore } from './ports.ts'
import { whereOf, type Sending } from './sending.ts'

/** Polls of announcements that were sent. */
export interface Polling {
  /** Anybody's, wherever they read it: one each, the last one counts. `choice`: its words. */
  vote(id: AnnouncementId, choice: number): Promise<{ readonly was: Vote; readonly choice: string }>
  /** Results replace the question everywhere. False when it was over. Refuses whoever may not speak there. */
  closePoll(id: AnnouncementId): Promise<boolean>
  /** In how many polls a vote of whoever speaks is kept. */
  votedIn(): Promise<number>
}

interface Needs {
  readonly store: AnnouncementStore
  readonly sending: Sending
  readonly journal: Journal
  readonly people: People
  readonly found: (id: AnnouncementId) => Promise<Announcement>
  /** Refuses whoever may not speak there. */
  readonly theirs: (id: AnnouncementId) => Promise<Announcement>
  readonly now: Instant
}

export const createPolling = ({ store, sending, journal, people, found, theirs, now }: Needs): Polling => ({
  vote: async (id, choice) => {
    const { poll } = await found(id)
    const words = poll?.choices[choice]
    if (words === undefined) return { was: 'late', choice: '' }
    if (poll?.ends === undefined || poll.ends <= now) return { was: 'late', choice: words }
    return { was: await store.vote(id, await people.keep(), choice), choice: words }
  },
  closePoll: async (id) => {
    const announcement = await theirs(id)
    const { poll } = announcement
    if (!poll || !(await store.closePoll(id, poll.choices.length))) return false
    if (announcement.stage === 'sent') await sending.rewrite(announcement)
    await journal.note(whereOf(announcement), { is: 'did', deed: 'close-poll', what: poll.question })
    return true
  },
  votedIn: async () => {
    const by = people.known()
    return by ? store.votedIn(by) : 0
  },
})
