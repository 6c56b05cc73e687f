import type { AnnouncementId } from '../../base/ids.ts'
import type { Account } from './model.ts'
import type { AnnouncementStore } from './ports.ts'

/** All about one announcement, whoever looks. */
export const accountOf = async (
  store: AnnouncementStore,
  id: AnnouncementId,
): Promise<Account | undefined> => {
  const announcement = await store.byId(id)
  if (!announcement) return undefined
  const { group, filter, poll, privately } = announcement
  const flow = await store.flow(id)
  const relays = await store.relays(id)
  const broadcasts = [...relays.map(({ broadcast }) => broadcast), privately].filter(
    (each) => each !== undefined,
  )
  const silent = await store.silent([...new Set(broadcasts)])
  return {
    announcement,
    relays,
    unlinked: filter?.way === 'members' ? 0 : await store.unlinked(group ?? 'everywhere', filter),
    received: await store.received(id),
    unread: await store.unreadCount(id),
    ...(flow && { flow }),
    ...(silent.length > 0 && { silent }),
    ...(poll && { votes: poll.totals ?? (await store.votes(id, poll.choices.length)) }),
    ...(privately && { privately: await store.copies(privately) }),
  }
}
