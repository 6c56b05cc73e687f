import type { BroadcastId } from '../../base/ids.ts'
import type { ActionStore } from '../actions/ports.ts'
import type { GroupStore } from '../groups/ports.ts'
import type { BroadcastStore } from '../broadcasts/ports.ts'
import type { RoleStore } from '../rights/ports.ts'
import type { AnnouncementStore } from './ports.ts'
import { createSending } from './sending.ts'
import { createAnnouncements, type Announcements } from './service.ts'

interface Watching<W> {
  watch(id: BroadcastId, at: W | undefined): Promise<void>
  watched(id: BroadcastId): Promise<W | undefined>
}

interface Needs<W> extends Omit<
  Parameters<typeof createAnnouncements>[0],
  'store' | 'broadcasts' | 'actions' | 'sending'
> {
  readonly everywhere: string
  readonly within: {
    readonly announcements: AnnouncementStore
    readonly broadcasts: BroadcastStore & Watching<W>
    readonly groups: Pick<GroupStore, 'byId'>
    readonly roles: RoleStore
    readonly actions: ActionStore
  }
}

/** What whoever speaks may announce and decide, on the stores of one piece of work. */
export const createAnnouncing = <W>({ within, ...needs }: Needs<W>): Announcements => {
  const { announcements: store, broadcasts, groups, roles, actions } = within
  const sending = createSending({
    ...needs,
    store,
    broadcasts,
    groups,
    roles,
    follow: async (from, to) => broadcasts.watch(to, await broadcasts.watched(from)),
  })
  return createAnnouncements({ ...needs, store, broadcasts, actions, sending })
}
