import type { AnnouncementId } from '../../base/ids.ts'
import type { Account } from './model.ts'
import type { AnnouncementStore } from './ports.ts'

/** All about one announcement, whoever looks. */
export const accountOf = async (
  store: AnnouncementStore,
  id: AnnouncementId,
): Promise<Account | undefined> => {
  const announcement = await store.byId(id)
  return (
    announcement && {
      announcement,
      relays: await store.relays(id),
      unlinked: await store.unlinked(announcement.group ?? 'everywhere'),
      received: await store.received(id),
    }
  )
}
