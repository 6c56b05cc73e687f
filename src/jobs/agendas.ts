import { later, type Instant } from '../base/clock.ts'
import type { LinkId } from '../base/ids.ts'
import { paris, type Zone } from '../base/zones.ts'
import { lasts } from '../domain/announcements/truces.ts'
import { isDue, pause, slotsNow } from '../domain/weeks/model.ts'
import type { Gazetteer } from '../domain/territory/ports.ts'
import type { Draft } from '../engine/letter.ts'
import type { Repositories } from '../engine/ports.ts'

const chatsAtOnce = 100

interface Needs {
  readonly within: Repositories
  /** Those that have letters to carry. */
  readonly platforms: Set<string>
  readonly territory: Pick<Gazetteer, 'zoneOf' | 'departments'>
  readonly now: Instant
}

/**
 * Writes the week's agenda to one page of the chats that chose this hour for it, from the one after that on; the last of them, or nothing when
 * there are no others.
 */
export const sendAgendas = async (
  { within, platforms, territory, now }: Needs,
  after: LinkId | undefined,
): Promise<LinkId | undefined> => {
  // Electoral silence: the agenda of a campaign is a part of it.
  if (lasts(await within.announcements.truce(now), now)) return undefined
  const zones = new Set<Zone>([paris, ...territory.departments().map(({ zone }) => zone)])
  const links = await within.weeks.due({
    slots: slotsNow(now, zones),
    sentBefore: later(now, -pause),
    ...(after && { after }),
    most: chatsAtOnce,
  })
  const drafts: Draft[] = []
  for (const { id, group, address, settings } of links) {
    const department = group && (await within.groups.byId(group))?.department
    const zone = territory.zoneOf(department)
    if (!isDue(settings, zone, now)) continue
    platforms.add(address.platform)
    await within.weeks.sent(id, now)
    const body = { is: 'notice', notice: { is: 'week', link: id } } as const
    drafts.push({ to: address, lane: 'reminder', body, key: `week ${id}` })
  }
  await within.outbox.put(drafts, now)
  return links.length === chatsAtOnce ? links.at(-1)?.id : undefined
}
