import type { Instant } from '../../base/clock.ts'
import type { ActionId, AnnouncementId } from '../../base/ids.ts'
import type { ActionFound } from '../actions/model.ts'
import type { ActionStore, Search } from '../actions/ports.ts'
import { isOver } from '../actions/service.ts'
import { Refusal } from '../refusal.ts'
import type { Rights } from '../rights/service.ts'
import type { Announcement } from './model.ts'
import { fitting, unplanned } from './parts.ts'
import type { AnnouncementStore } from './ports.ts'
import { whereOf } from './sending.ts'

export interface Joining {
  /** What is to come and could stand under a draft: of its group, or of its loop's department; the soonest first. */
  joinable(
    id: AnnouncementId,
    page: { readonly skip: number; readonly take: number },
  ): Promise<readonly ActionFound[]>
  /** The action's card stands under a draft; none without one. Refuses what is not known, called off, over, or not joinable. */
  join(id: AnnouncementId, action: ActionId | undefined): Promise<Announcement>
}

interface Needs {
  readonly store: Pick<AnnouncementStore, 'join' | 'ask' | 'plan'>
  readonly actions: Pick<ActionStore, 'found' | 'search'>
  readonly rights: Rights
  /** Refuses what is not a draft of whoever speaks. */
  readonly draft: (id: AnnouncementId) => Promise<Announcement>
  readonly now: Instant
}

export const createJoining = ({ store, actions, rights, draft, now }: Needs): Joining => {
  /** Whoever speaks for a place announces what goes on there. */
  const of = async (
    announcement: Announcement,
    wanted: Pick<Search, 'only' | 'page'>,
  ): Promise<readonly ActionFound[]> => {
    const place = await rights.require('announce', whereOf(announcement))
    const where =
      place === 'everywhere'
        ? {}
        : place.kind === 'loop' && place.department !== undefined
          ? { department: place.department }
          : { programmeOf: place.id }
    return actions.search({ ...where, from: now, ...wanted })
  }

  return {
    joinable: async (id, page) => of(await draft(id), { page }),
    join: async (id, action) => {
      const { action: _, ...before } = await unplanned(store, await draft(id))
      if (action === undefined) {
        await store.join(id, undefined)
        return before
      }
      const found = await actions.found(action)
      if (!found) throw new Refusal('action-unknown', {})
      const { name, state } = found.action
      if (state !== 'planned') throw new Refusal('action-cancelled', { name })
      if (isOver(found.action, now)) throw new Refusal('action-over', { name })
      const [theirs] = await of(before, { only: action, page: { skip: 0, take: 1 } })
      if (!theirs) throw new Refusal('action-unknown', {})
      const { poll: __, ...announcement } = before
      const joined = fitting({ ...announcement, action })
      // There is room for one kind of buttons.
      await store.ask(id, undefined)
      await store.join(id, action)
      return joined
    },
  }
}
