import type { Announcement, Say } from '../../src/domain/announcements/model.ts'
import { usualSay } from '../../src/domain/announcements/model.ts'
import type { AnnouncementStore } from '../../src/domain/announcements/ports.ts'
import type { AnnouncementId, GroupId } from '../../src/base/ids.ts'

/** Announcements, in memory, in a world where no chat is linked. */
export const createAnnouncementsInMemory = (): AnnouncementStore => {
  const all = new Map<AnnouncementId, Announcement>()
  const says = new Map<GroupId, Say>()
  return {
    put: async (announcement) => void all.set(announcement.id, announcement),
    byId: async (id) => all.get(id),
    step: async (id, from, to, { due } = {}) => {
      const announcement = all.get(id)
      if (!announcement || !from.includes(announcement.stage)) return false
      all.set(id, { ...announcement, stage: to, ...(due !== undefined && { due }) })
      return true
    },
    write: async (id, text) => {
      const announcement = all.get(id)
      if (announcement) all.set(id, { ...announcement, text })
    },
    join: async (id, action) => {
      const { action: _, ...announcement } = all.get(id) ?? {}
      if ('id' in announcement) all.set(id, { ...(announcement as Announcement), ...(action && { action }) })
    },
    plan: async (id, { due, repeats }) => {
      const announcement = all.get(id)
      if (announcement)
        all.set(id, { ...announcement, ...(due !== undefined && { due }), ...(repeats && { repeats }) })
    },
    ask: async (id, poll) => {
      const { poll: _, ...announcement } = all.get(id) ?? {}
      if ('id' in announcement) all.set(id, { ...(announcement as Announcement), ...(poll && { poll }) })
    },
    illustrate: async () => undefined,
    narrow: async () => undefined,
    goPrivately: async () => undefined,
    strays: async () => [],
    openPoll: async () => undefined,
    vote: async () => 'late',
    votes: async () => [],
    closePoll: async () => undefined,
    duePolls: async () => [],
    votedIn: async () => 0,
    due: async (now) =>
      [...all.values()]
        .filter(({ stage, due }) => stage === 'holding' && due !== undefined && due <= now)
        .map(({ id }) => id),
    of: async (author, take) => [...all.values()].filter((each) => each.author === author).slice(0, take),
    audience: async () => [],
    unlinked: async () => 0,
    members: async () => 0,
    unlinkedNames: async () => [],
    unread: async () => [],
    unreadCount: async () => 0,
    copies: async () => ({ total: 0, delivered: 0, gone: 0, uncertain: 0, left: 0 }),
    relay: async () => undefined,
    flow: async () => undefined,
    silent: async () => [],
    relays: async () => [],
    turn: async () => [],
    delay: async () => false,
    dueRelays: async () => [],
    waves: async () => [],
    ofBroadcast: async () => undefined,
    drafts: async () => [],
    truce: async () => undefined,
    truces: async () => [],
    setTruce: async () => undefined,
    endTruce: async () => false,
    say: async (group) => says.get(group) ?? usualSay,
    setSay: async (group, say) => void says.set(group, say),
    receive: async () => true,
    received: async () => 0,
    forget: async () => 0,
  }
}
