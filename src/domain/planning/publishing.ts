import type { Instant } from '../../base/clock.ts'
import type { ActionId } from '../../base/ids.ts'
import { dayOf, instantAt, plusDays, wall, type Zone } from '../../base/zones.ts'
import type { Group } from '../groups/model.ts'
import type { Settings } from '../links/model.ts'
import type { LinkStore } from '../links/ports.ts'
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

/** Shows a new action in the chats of its group that want to see actions; how many they are. */
export const createPublishing =
  ({ links, tell, now }: Needs) =>
  async (action: ActionId, group: Group, zone: Zone): Promise<number> => {
    const chats = (await links.of(group.id)).filter(({ settings, trouble }) => settings.actions && !trouble)
    for (const { id, address, settings } of chats) {
      const due = heardFrom(settings, zone, now)
      await tell({
        to: { chat: address },
        notice: { is: 'published', action, ...(settings.silent && { silent: true }) },
        urgency: 'announcement',
        key: `published ${action} ${id}`,
        ...(due !== undefined && { due }),
      })
    }
    return chats.length
  }
