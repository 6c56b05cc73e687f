import type { Instant } from '../../base/clock.ts'
import type { ActionId, LinkId, ProposalId } from '../../base/ids.ts'
import type { Zone } from '../../base/zones.ts'
import type { AnnouncementStore } from '../announcements/ports.ts'
import { opening } from '../announcements/plan.ts'
import { lasts } from '../announcements/truces.ts'
import type { Group } from '../groups/model.ts'
import type { Settings } from '../links/model.ts'
import type { LinkStore } from '../links/ports.ts'
import type { Notice } from '../notices/model.ts'
import type { Tell } from '../notices/ports.ts'

/** What is shown in a chat: the card of an action, or dates that are proposed. */
export type Shown =
  | { readonly action: ActionId; /** Not for the first time. */ readonly again?: true }
  | { readonly proposal: ProposalId; readonly again?: true }

/** Something to show in a chat, which waits for its hours, or for the end of an electoral silence. */
export interface Post {
  readonly link: LinkId
  readonly shown: Shown
  /** The letter's; what is shown again meanwhile waits once. */
  readonly key: string
  readonly due: Instant
}

export interface PostStore {
  hold(post: Post): Promise<void>
  /** Those that are due, which are held no more; the first due first. */
  take(now: Instant, most: number): Promise<readonly Post[]>
}

/** What a card is shown with. */
export interface Posting {
  readonly links: Pick<LinkStore, 'of'>
  readonly posts: Pick<PostStore, 'hold'>
  readonly truces: Pick<AnnouncementStore, 'truce'>
  readonly tell: Tell
  readonly now: Instant
}

/** What a chat is told when that is shown there. */
export const noticeOf = (shown: Shown, { silent }: Pick<Settings, 'silent'>): Notice => {
  const manner = silent ? { silent } : {}
  return 'action' in shown
    ? { is: 'published', ...shown, ...manner }
    : { is: 'dates-asked', ...shown, ...manner }
}

/** How many chats see it, and how many of them at an hour to come; `truce`: an electoral silence lasts, and all of them see it afterwards. */
export interface Posted {
  readonly chats: number
  readonly waiting: number
  readonly truce?: Instant
  /** Only those who have a role may come: none of them. */
  readonly few?: true
}

export const nowhere: Posted = { chats: 0, waiting: 0 }

/** In the chats of several groups. */
export const together = (all: readonly Posted[]): Posted =>
  all.reduce(
    (sum, { chats, waiting, truce, few }) => ({
      chats: sum.chats + chats,
      waiting: sum.waiting + waiting,
      ...((sum.truce ?? truce) !== undefined && { truce: sum.truce ?? truce }),
      ...((sum.few ?? few) && { few: true }),
    }),
    nowhere,
  )

/** Shows something in the chats of a group that want to see actions. */
export const createPosting =
  ({ links, posts, truces, tell, now }: Posting) =>
  async (group: Group, zone: Zone, key: string, shown: Shown): Promise<Posted> => {
    const truce = await truces.truce(now)
    const silence = lasts(truce, now) ? truce.to : undefined
    const chats = (await links.of(group.id)).filter(({ settings, trouble }) => settings.actions && !trouble)
    let waiting = 0
    for (const { id, address, settings } of chats) {
      const due = opening(settings, zone, now)
      if (due !== undefined) waiting += 1
      if (due !== undefined || silence !== undefined)
        await posts.hold({ link: id, shown, key: `${key} ${id}`, due: due ?? now })
      else
        await tell({
          to: { chat: address },
          notice: noticeOf(shown, settings),
          urgency: 'announcement',
          key: `${key} ${id}`,
        })
    }
    return { chats: chats.length, waiting, ...(silence !== undefined && { truce: silence }) }
  }

/** An action: `again` where it may have been shown before. */
export const createPublishing = (needs: Posting) => {
  const post = createPosting(needs)
  return (action: ActionId, group: Group, zone: Zone, again?: 'again'): Promise<Posted> =>
    post(group, zone, `published ${action}`, { action, ...(again && { again: true }) })
}
