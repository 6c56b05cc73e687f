import type { Instant } from '../../base/clock.ts'
import type { AnnouncementId } from '../../base/ids.ts'
import type { Zone } from '../../base/zones.ts'
import type { Announcement, RelayState } from './model.ts'
import { planFor } from './plan.ts'
import type { AnnouncementStore } from './ports.ts'
import { whereOf } from './sending.ts'

/** Chats that will not hear of it now, and why. */
export interface Unreached {
  readonly title: string
  readonly platform: string
  readonly state: Extract<RelayState, 'muted' | 'troubled' | 'waiting' | 'later'>
  /** The platform's reason. */
  readonly why?: string
}

export interface Page<T> {
  readonly shown: readonly T[]
  readonly more: boolean
}

/** By name, page by page. Each refuses whoever may not speak there. */
export interface Lists {
  /** Before it leaves. */
  unreached(id: AnnouncementId): Promise<readonly Unreached[]>
  /** Groups that it is meant for and that have no chat, by name. */
  unlinkedGroups(id: AnnouncementId, skip: number, take: number): Promise<Page<string>>
  /** Groups that were told of it, of which nobody has said that they had read it. */
  unread(id: AnnouncementId, skip: number, take: number): Promise<Page<string>>
}

interface Needs {
  readonly store: AnnouncementStore
  readonly theirs: (id: AnnouncementId) => Promise<Announcement>
  readonly zoneOf: (department: string) => Zone | undefined
  readonly now: Instant
}

const paged = (names: readonly string[], take: number): Page<string> => ({
  shown: names.slice(0, take),
  more: names.length > take,
})

export const createLists = ({ store, theirs, zoneOf, now }: Needs): Lists => ({
  unreached: async (id) => {
    const announcement = await theirs(id)
    if (announcement.filter?.way === 'members') return []
    return (await store.audience(whereOf(announcement), announcement.filter)).flatMap((candidate) => {
      const { state } = planFor(candidate, now, zoneOf)
      const { title, address, trouble } = candidate.link
      return state === 'sent' || state === 'declined' || state === 'stopped'
        ? []
        : [{ title, platform: address.platform, state, ...(trouble && { why: trouble }) }]
    })
  },
  unlinkedGroups: async (id, skip, take) => {
    const announcement = await theirs(id)
    return paged(
      await store.unlinkedNames(whereOf(announcement), announcement.filter, { skip, take: take + 1 }),
      take,
    )
  },
  unread: async (id, skip, take) => {
    await theirs(id)
    return paged(await store.unread(id, { skip, take: take + 1 }), take)
  },
})
