import type { Instant } from '../base/clock.ts'
import type { Zone } from '../base/zones.ts'
import { opening } from '../domain/announcements/plan.ts'
import { lasts } from '../domain/announcements/truces.ts'
import { noticeOf, type Shown } from '../domain/planning/publishing.ts'
import type { Repositories } from '../engine/ports.ts'
import { createTelling } from '../engine/telling.ts'

const atOnce = 100

interface Needs {
  readonly within: Repositories
  /** Those that have letters to carry. */
  readonly platforms: Set<string>
  readonly now: Instant
}

/** Shows in chats what waited for their hours, or for the end of an electoral silence; true when there may be more. */
export const showPosts = async ({ within, platforms, now }: Needs): Promise<boolean> => {
  if (lasts(await within.announcements.truce(now), now)) return false
  const { tell, platforms: told } = createTelling({ within, now })

  /** On the clock of which place it is shown; `undefined`: it is of no more use. */
  const zoneOf = async (shown: Shown): Promise<Zone | undefined> => {
    if ('action' in shown) {
      const action = (await within.actions.found(shown.action))?.action
      return action?.state === 'planned' && action.end > now ? action.zone : undefined
    }
    const proposal = (await within.proposals.found(shown.proposal))?.proposal
    return proposal && !proposal.over && proposal.until > now ? proposal.zone : undefined
  }

  const posts = await within.posts.take(now, atOnce)
  for (const post of posts) {
    const link = await within.links.byId(post.link)
    const zone = await zoneOf(post.shown)
    if (!link?.settings.actions || link.trouble || zone === undefined) continue
    const due = opening(link.settings, zone, now)
    if (due !== undefined) await within.posts.hold({ ...post, due })
    else
      await tell({
        to: { chat: link.address },
        notice: noticeOf(post.shown, link.settings),
        urgency: 'announcement',
        key: post.key,
      })
  }
  for (const each of told) platforms.add(each)
  return posts.length === atOnce
}
