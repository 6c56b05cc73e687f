import type { Instant } from '../../base/clock.ts'
import { newId, type FollowId, type GroupId } from '../../base/ids.ts'
import type { People } from '../people/service.ts'
import { Refusal } from '../refusal.ts'
import type { Journal } from '../rights/journal.ts'
import type { Rights } from '../rights/service.ts'
import { mostFollowed, readAddress, type Followed } from './model.ts'
import type { FollowStore } from './ports.ts'

/** Public calendars of the source that groups follow: what they announce is among what the group does. */
export interface Follows {
  /** The site whose calendars may be followed; absent: none. */
  readonly site?: string
  /** Refuses whoever may not change what the group follows. */
  of(group: GroupId): Promise<readonly Followed[]>
  /** Refuses whoever may not, what is no calendar of the site, and one too many. */
  follow(group: GroupId, address: string): Promise<'added' | 'already'>
  leave(id: FollowId): Promise<Followed>
}

interface Needs {
  readonly store: FollowStore
  readonly rights: Rights
  readonly journal: Journal
  readonly people: People
  /** Where the source is. */
  readonly root?: string
  readonly now: Instant
}

export const createFollows = ({ store, rights, journal, people, root, now }: Needs): Follows => ({
  ...(root !== undefined && { site: new URL(root).host }),
  of: async (group) => {
    await rights.require('follow', group)
    return store.of(group)
  },
  follow: async (group, typed) => {
    await rights.require('follow', group)
    const address = root === undefined ? ({ is: 'elsewhere' } as const) : readAddress(root, typed)
    const site = root === undefined ? {} : { site: new URL(root).host }
    if (address.is !== 'calendar') throw new Refusal(`calendar-${address.is}`, site)
    const { path } = address
    const was = await store.add({ id: newId.follow(), group, path }, await people.keep(), now, mostFollowed)
    if (was === 'full') throw new Refusal('follows-full', { most: mostFollowed })
    if (was === 'added') await journal.note(group, { is: 'did', deed: 'follow', what: path })
    return was
  },
  leave: async (id) => {
    const followed = await store.byId(id)
    if (!followed) throw new Refusal('follow-unknown', {})
    await rights.require('unfollow', followed.group)
    await store.end(id)
    await journal.note(followed.group, { is: 'did', deed: 'unfollow', what: followed.path })
    return followed
  },
})
