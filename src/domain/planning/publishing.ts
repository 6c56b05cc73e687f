import type { Instant } from '../../base/clock.ts'
import type { ActionId } from '../../base/ids.ts'
import { dayOf, instantAt, plusDays, wall, type Zone } from '../../base/zones.ts'
import type { Group } from '../groups/model.ts'
import type { Settings } from '../links/model.ts'
import type { LinkStore } from '../links/ports.ts'
import type { Notice } from '../notices/model.ts'
import type { Tell } from '../notices/ports.ts'

interface Needs {
  readonly links: Pick<LinkStore, 'of'>
  readonly tell: Tell
  readonly now: Instant
}

const two = (of: number): string => String(of).padStart(2, '0')

/** When that chat wants to hear it: now, or at the next hour that it allows. */
export const heardFrom = ({ from, to }: Settings, zone: Zone, now: Instant): Instant | undefined => {
  const { hour } = wall(now, zone)
  const open = from === to || (from < to ? hour >= from && hour < to : hour >= from || hour < to)
  if (open) return undefined
  const today = dayOf(now, zone)
  return instantAt(hour < from ? today : plusDays(today, 1), `${two(from)}:00`, zone)
}

type Silent = { readonly silent?: true }

/** How many chats see it, and how many of them at an hour to come. */
export interface Posted {
  readonly chats: number
  readonly waiting: number
}

export const nowhere: Posted = { chats: 0, waiting: 0 }

/** Shows something in the chats of a group that want to see actions. */
export const createPosting =
  ({ links, tell, now }: Needs) =>
  async (group: Group, zone: Zone, key: string, noticeFor: (silent: Silent) => Notice): Promise<Posted> => {
    const chats = (await links.of(group.id)).filter(({ settings, trouble }) => settings.actions && !trouble)
    let waiting = 0
    for (const { id, address, settings } of chats) {
      const due = heardFrom(settings, zone, now)
      if (due !== undefined) waiting += 1
      await tell({
        to: { chat: address },
        notice: noticeFor(settings.silent ? { silent: true } : {}),
        urgency: 'announcement',
        key: `${key} ${id}`,
        ...(due !== undefined && { due }),
      })
    }
    return { chats: chats.length, waiting }
  }

/** A new action. */
export const createPublishing = (needs: Needs) => {
  const post = createPosting(needs)
  return (action: ActionId, group: Group, zone: Zone): Promise<Posted> =>
    post(group, zone, `published ${action}`, (silent) => ({ is: 'published', action, ...silent }))
}
