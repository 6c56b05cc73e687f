import { later, type Instant } from '../base/clock.ts'
import { lasts } from '../domain/announcements/truces.ts'
import { ahead, chatReminderIs, type Turn, type Upcoming } from '../domain/reminders/chats.ts'
import type { Repositories } from '../engine/ports.ts'
import { createTelling } from '../engine/telling.ts'

const usually = 200

const turnOf = ({ link, action, start }: Upcoming): Turn => ({ link: link.id, action, start })

interface Needs {
  readonly within: Repositories
  /** Those that have letters to carry. */
  readonly platforms: Set<string>
  readonly now: Instant
  /** How many are looked at in one transaction. */
  readonly chatsAtOnce?: number
}

/**
 * Speaks of what a group does tomorrow in those of its chats that want it: one page of them, from the one after that on; the last of them, or
 * nothing when there are no others.
 */
export const remindChats = async (
  { within, platforms, now, chatsAtOnce: atOnce = usually }: Needs,
  after: Turn | undefined,
): Promise<Turn | undefined> => {
  // Electoral silence: nothing calls anybody out.
  if (lasts(await within.announcements.truce(now), now)) return undefined
  const { tell, platforms: told } = createTelling({ within, now })
  const upcoming = await within.chatReminders.upcoming({ from: now, to: later(now, ahead) }, after, atOnce)
  for (const each of upcoming) {
    const is = chatReminderIs(each, now)
    if (is === 'early') continue
    const { link, action } = each
    if (!(await within.chatReminders.reminded(turnOf(each), now)) || is === 'passed') continue
    await tell({
      to: { chat: link.address },
      notice: { is: 'chat-reminder', action, ...(link.settings.silent && { silent: true }) },
      urgency: 'reminder',
      key: `chat reminder ${action} ${link.id}`,
    })
  }
  for (const each of told) platforms.add(each)
  const last = upcoming.at(-1)
  return last && upcoming.length === atOnce ? turnOf(last) : undefined
}
