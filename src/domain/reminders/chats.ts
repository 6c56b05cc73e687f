import { hour, later, type Instant } from '../../base/clock.ts'
import type { ActionId, LinkId } from '../../base/ids.ts'
import { dayOf, instantAt, plusDays, type Zone } from '../../base/zones.ts'
import { opening } from '../announcements/plan.ts'
import type { Link, Settings } from '../links/model.ts'

/** An action that a chat's group organises, which may soon be time to speak of there. */
export interface Upcoming {
  readonly link: Link
  readonly action: ActionId
  readonly start: Instant
  readonly zone: Zone
  /** When it came to be, where it was never changed since. */
  readonly fresh?: Instant
}

/** One action, as it is planned, and one chat. */
export interface Turn extends Pick<Upcoming, 'start' | 'action'> {
  readonly link: LinkId
}

export interface ChatReminderStore {
  /** Of chats that want reminders and are well, which were not reminded of it at that hour yet; the soonest first, those after that one. */
  upcoming(
    span: { readonly from: Instant; readonly to: Instant },
    after: Turn | undefined,
    most: number,
  ): Promise<readonly Upcoming[]>
  /** False when that chat was reminded of it, at that hour, before. */
  reminded(turn: Turn, at: Instant): Promise<boolean>
}

const eveAt = '18:00'

type Hours = { readonly settings: Pick<Settings, 'from' | 'to'> }

/** Less before the beginning than that, a chat is not told any more. */
const atLeast = 2 * hour

/** How far ahead it may be that the evening before has begun somewhere. */
export const ahead = 31 * hour

/** The evening before, in the hours of the chat; before it closes that day, where it would open too late. */
const timeOf = (
  { start, zone }: Pick<Upcoming, 'start' | 'zone'>,
  hours: Pick<Settings, 'from' | 'to'>,
): Instant => {
  const eve = instantAt(plusDays(dayOf(start, zone), -1), eveAt, zone)
  const opens = opening(hours, zone, eve) ?? eve
  if (opens <= later(start, -atLeast)) return opens
  const last = [...Array(24).keys()].map((ago) => later(eve, -(ago + 1) * hour))
  return last.find((at) => opening(hours, zone, at) === undefined) ?? eve
}

/**
 * `passed`: not any more, or the chat has seen its card since then; `early`: not yet, or not at this hour of that chat.
 */
export const chatReminderIs = (
  { start, zone, fresh, link }: Pick<Upcoming, 'start' | 'zone' | 'fresh'> & { readonly link: Hours },
  now: Instant,
): 'early' | 'due' | 'passed' => {
  const time = timeOf({ start, zone }, link.settings)
  if (now < time) return 'early'
  if (now > later(start, -atLeast) || (fresh !== undefined && fresh >= time)) return 'passed'
  return opening(link.settings, zone, now) === undefined ? 'due' : 'early'
}
