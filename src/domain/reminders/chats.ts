import { hour, later, type Instant } from '../../base/clock.ts'
import type { ActionId, LinkId } from '../../base/ids.ts'
import { dayOf, instantAt, plusDays, type Zone } from '../../base/zones.ts'
import type { Link } from '../links/model.ts'

/** An action that a chat's group organises, which may soon be time to speak of there. */
export interface Upcoming {
  readonly link: Link
  readonly action: ActionId
  readonly start: Instant
  readonly zone: Zone
  /** When it came to be, where it was never changed since. */
  readonly fresh?: Instant
}

export interface ChatReminderStore {
  /** Of chats that want reminders and are well, which were not reminded yet; the soonest first. */
  upcoming(from: Instant, to: Instant, most: number): Promise<readonly Upcoming[]>
  /** False when that chat was reminded of it before. */
  reminded(link: LinkId, action: ActionId, at: Instant): Promise<boolean>
}

const eveAt = '18:00'

/** Less before the beginning than that, a chat is not told any more. */
const atLeast = 2 * hour

/** How far ahead it may be that the evening before has begun somewhere. */
export const ahead = 31 * hour

/**
 * The evening before, on the clock of the place. `passed`: not any more, or the chat has seen its card since then; `early`: not yet.
 */
export const chatReminderIs = (
  { start, zone, fresh }: Pick<Upcoming, 'start' | 'zone' | 'fresh'>,
  now: Instant,
): 'early' | 'due' | 'passed' => {
  const eve = instantAt(plusDays(dayOf(start, zone), -1), eveAt, zone)
  if (now < eve) return 'early'
  return now > later(start, -atLeast) || (fresh !== undefined && fresh >= eve) ? 'passed' : 'due'
}
