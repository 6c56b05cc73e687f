import { later, type Instant } from '../base/clock.ts'
import { lasts } from '../domain/announcements/truces.ts'
import { heardFrom } from '../domain/planning/publishing.ts'
import { ahead, chatReminderIs } from '../domain/reminders/chats.ts'
import type { Repositories } from '../engine/ports.ts'
import { createTelling } from '../engine/telling.ts'

const atOnce = 200

interface Needs {
  readonly within: Repositories
  /** Those that have letters to carry. */
  readonly platforms: Set<string>
  readonly now: Instant
}

/** Speaks of what a group does tomorrow in those of its chats that want it; true when there may be more. */
export const remindChats = async ({ within, platforms, now }: Needs): Promise<boolean> => {
  // Electoral silence: nothing calls anybody out.
  if (lasts(await within.announcements.truce(now), now)) return false
  const { tell, platforms: told } = createTelling({ within, now })
  const upcoming = await within.chatReminders.upcoming(now, later(now, ahead), atOnce)
  let done = 0
  for (const each of upcoming) {
    const is = chatReminderIs(each, now)
    if (is === 'early') continue
    const { link, action, zone } = each
    if (!(await within.chatReminders.reminded(link.id, action, now))) continue
    done += 1
    if (is === 'passed') continue
    const due = heardFrom(link.settings, zone, now)
    await tell({
      to: { chat: link.address },
      notice: { is: 'chat-reminder', action, ...(link.settings.silent && { silent: true }) },
      urgency: 'reminder',
      key: `chat reminder ${action} ${link.id}`,
      ...(due !== undefined && { due }),
    })
  }
  for (const each of told) platforms.add(each)
  return done > 0 && upcoming.length === atOnce
}
