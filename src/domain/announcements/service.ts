import { later, type Instant } from '../../base/clock.ts'
import { newId, type AnnouncementId, type BroadcastId } from '../../base/ids.ts'
import type { Rich } from '../../base/rich.ts'
import { type Zone } from '../../base/zones.ts'
import type { ActionStore } from '../actions/ports.ts'
import type { BroadcastStore } from '../broadcasts/ports.ts'
import type { Tell } from '../notices/ports.ts'
import type { People } from '../people/service.ts'
import { Refusal } from '../refusal.ts'
import type { Journal } from '../rights/journal.ts'
import { isEverywhere, type Where } from '../rights/model.ts'
import type { Rights } from '../rights/service.ts'
import { accountOf } from './account.ts'
import type { Account, Announcement, Forecast } from './model.ts'
import { createLists, type Lists } from './lists.ts'
import { createMending, worded, type Mending } from './mending.ts'
import { createNotes } from './notes.ts'
import { createParts, fitting, isDescribed, type Parts } from './parts.ts'
import { createPolling, type Polling } from './polling.ts'
import { forecastOf, planFor } from './plan.ts'
import type { AnnouncementStore } from './ports.ts'
import { createTruces, type Truces } from './truces.ts'
import { createScheduling, type Scheduling } from './scheduling.ts'
import { createJoining, type Joining } from './joining.ts'
import { createSaying, type Saying } from './saying.ts'
import { whereOf, type Sending } from './sending.ts'

export interface Announcements extends Saying, Truces, Scheduling, Joining, Parts, Polling, Mending, Lists {
  /** What somebody wants to say; nothing leaves yet. Refuses whoever may not speak there. */
  draft(where: Where, typed: string): Promise<Announcement>
  redraft(id: AnnouncementId, typed: string): Promise<Announcement>
  /** As the chats will read it. */
  shown(announcement: Announcement, line?: string): Promise<Rich>
  forecast(id: AnnouncementId): Promise<Forecast>
  /** `asked`: it concerns more than one group, and somebody else must agree. `nobody`: there is nobody else who could. */
  send(id: AnnouncementId): Promise<'holding' | 'asked' | 'nobody' | 'late'>
  agree(id: AnnouncementId): Promise<'holding' | 'late'>
  /** Before it leaves; what comes back comes back no more. */
  drop(id: AnnouncementId): Promise<'dropped' | 'late'>
  account(id: AnnouncementId): Promise<Account>
  mine(take: number): Promise<readonly Announcement[]>
  /** What whoever speaks began to write and did not send, the newest first; for them alone. */
  begun(take: number): Promise<readonly Announcement[]>
  /** Refuses what is not known, and whoever may not speak there. */
  found(id: AnnouncementId): Promise<Announcement>
  /** A draft of theirs, in the name of another place: the same words and picture, and nothing else of it. */
  elsewhere(id: AnnouncementId, where: Where): Promise<Announcement>
}

interface Needs {
  readonly store: AnnouncementStore
  readonly broadcasts: BroadcastStore
  readonly actions: Pick<ActionStore, 'found' | 'search'>
  readonly sending: Sending
  readonly rights: Rights
  readonly journal: Journal
  readonly people: People
  readonly tell: Tell
  readonly stirred: (id: BroadcastId) => void
  readonly zoneOf: (department: string) => Zone | undefined
  /** Something is due in so many milliseconds. */
  readonly owed: (inMs: number) => void
  /** How long it may still be taken back, in milliseconds. */
  readonly undo: number
  readonly now: Instant
}

export const createAnnouncements = (needs: Needs): Announcements => {
  const { store, broadcasts, actions, sending, rights, journal, people, tell } = needs
  const { stirred, zoneOf, owed, undo, now } = needs
  const noted = createNotes(journal)

  const found = async (id: AnnouncementId): Promise<Announcement> => {
    const announcement = await store.byId(id)
    if (!announcement) throw new Refusal('announcement-unknown', {})
    return announcement
  }

  /** Whoever may speak there may also see and mend what was said there. */
  const theirs = async (
    id: AnnouncementId,
    deed: 'announce' | 'withdraw-announcement' = 'announce',
  ): Promise<Announcement> => {
    const announcement = await found(id)
    await rights.require(deed, whereOf(announcement))
    return announcement
  }

  const own = async (id: AnnouncementId): Promise<Announcement> => {
    const announcement = await theirs(id)
    if (announcement.author !== people.known()) throw new Refusal('announcement-unknown', {})
    return announcement
  }

  const ownDraft = async (id: AnnouncementId): Promise<Announcement> => {
    const announcement = await own(id)
    if (announcement.stage !== 'draft') throw new Refusal('announcement-unknown', {})
    return announcement
  }

  const concernsMany = async ({ group }: Announcement): Promise<boolean> => {
    if (group === undefined) return true
    const place = await rights.require('announce', group)
    return place !== 'everywhere' && place.kind === 'loop'
  }

  /** The coordination may stand in for a loop that has one animator. */
  const mayAgree = async (announcement: Announcement): Promise<void> => {
    if (!(await rights.may('announce', 'everywhere'))) await rights.require('announce', whereOf(announcement))
  }

  const hold = async (id: AnnouncementId, from: 'draft' | 'asking'): Promise<'holding' | 'late'> => {
    const agreed = people.known()
    const soonest = later(now, undo)
    const { due: wanted } = await found(id)
    const due = wanted !== undefined && wanted > soonest ? wanted : soonest
    if (!(await store.step(id, [from], 'holding', { due, ...(agreed && { agreed }) }))) return 'late'
    if (due === soonest) owed(undo)
    await noted(await found(id), from === 'draft' ? 'announce' : 'agree')
    return 'holding'
  }

  const forecast = async (announcement: Announcement): Promise<Forecast> => {
    const { filter } = announcement
    const where = whereOf(announcement)
    const audience = filter?.way === 'members' ? [] : await store.audience(where, filter)
    const privateOnly = filter?.way === 'members'
    const of = forecastOf(
      audience.map((candidate) => planFor(candidate, now, zoneOf)),
      privateOnly ? 0 : await store.unlinked(where, filter),
      filter?.way === 'chats' ? 0 : await store.members(where, filter),
    )
    return privateOnly ? { ...of, privateOnly } : of
  }

  const drafted = async (where: Where, of: Pick<Announcement, 'text' | 'picture'>): Promise<Announcement> => {
    await rights.require('announce', where)
    const author = await people.keep()
    const announcement: Announcement = {
      id: newId.announcement(),
      author,
      ...of,
      stage: 'draft',
      made: now,
      ...(!isEverywhere(where) && { group: where }),
    }
    await store.put(fitting(announcement))
    return announcement
  }

  return {
    found: theirs,
    elsewhere: async (id, where) => {
      const { text, picture } = await ownDraft(id)
      const draft = await drafted(where, { text, ...(picture && { picture }) })
      await store.step(id, ['draft'], 'cancelled')
      return draft
    },
    shown: (announcement, line) => sending.worded(announcement, line),
    draft: (where, typed) => drafted(where, { text: worded(typed) }),
    redraft: async (id, typed) => {
      const announcement = await ownDraft(id)
      const text = worded(typed)
      const again = fitting({ ...announcement, text })
      await store.write(id, text)
      return again
    },
    ...createScheduling({ store, actions, rights, draft: ownDraft, zoneOf, now }),
    ...createJoining({ store, actions, rights, draft: ownDraft, now }),
    ...createParts({ store, draft: ownDraft, tell }),
    ...createPolling({ store, sending, journal, people, found, theirs, now }),
    forecast: async (id) => forecast(await theirs(id)),
    send: async (id) => {
      const announcement = await own(id)
      if (!isDescribed(announcement)) throw new Refusal('picture-undescribed', {})
      if (!(await concernsMany(announcement))) return hold(id, 'draft')
      const where = whereOf(announcement)
      const mates = (await rights.concerned('announce', where)).filter((each) => each !== people.known())
      const others = mates.length > 0 ? mates : await rights.concerned('announce', 'everywhere')
      const asked = others.filter((each) => each !== people.known())
      if (asked.length === 0) return 'nobody'
      if (!(await store.step(id, ['draft'], 'asking'))) return 'late'
      await noted(announcement, 'ask-agreement')
      for (const person of asked)
        await tell({
          to: { person },
          notice: { is: 'agreement-asked', announcement: id },
          urgency: 'urgent',
          key: `agreement ${id} ${person}`,
        })
      return 'asked'
    },
    agree: async (id) => {
      const announcement = await found(id)
      await mayAgree(announcement)
      if (announcement.author === people.known()) throw new Refusal('own-agreement', {})
      const was = await hold(id, 'asking')
      if (was === 'holding' && announcement.author)
        await tell({
          to: { person: announcement.author },
          notice: { is: 'agreed', announcement: id },
          urgency: 'urgent',
        })
      return was
    },
    drop: async (id) => {
      const announcement = await found(id)
      await mayAgree(announcement)
      // A draft that nobody else ever saw is nobody else's business.
      if (announcement.stage === 'draft' && announcement.author !== people.known())
        throw new Refusal('announcement-unknown', {})
      const stoppable = [
        'asking',
        'holding',
        ...(announcement.stage === 'draft' ? ['draft' as const] : []),
      ] as const
      if (!(await store.step(id, stoppable, 'cancelled'))) return 'late'
      if (announcement.stage === 'holding') await noted(announcement, 'stop-announcement')
      if (announcement.stage === 'asking')
        await noted(announcement, announcement.author === people.known() ? 'stop-announcement' : 'disagree')
      return 'dropped'
    },
    account: async (id) => {
      await theirs(id)
      const account = await accountOf(store, id)
      if (!account) throw new Refusal('announcement-unknown', {})
      return account
    },
    mine: async (take) => {
      const author = people.known()
      return author ? store.of(author, take) : []
    },
    begun: async (take) => {
      const author = people.known()
      return author ? store.drafts(author, take) : []
    },
    ...createLists({ store, theirs, zoneOf, now }),
    ...createMending({ store, broadcasts, sending, journal, stirred, theirs, zoneOf, now }),
    ...createTruces({ store, rights, journal, people, now }),
    ...createSaying({ store, sending, rights, journal, people, found, zoneOf, now }),
  }
}
