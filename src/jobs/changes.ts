import type { Instant } from '../base/clock.ts'
import { differences, isPressing, type Change, type Concerned } from '../domain/changes/model.ts'
import { awake, owed } from '../domain/reminders/model.ts'
import type { Draft } from '../engine/letter.ts'
import type { Repositories } from '../engine/ports.ts'
import { redraw } from '../engine/refreshing.ts'

const peopleAtOnce = 200

interface Needs {
  readonly within: Repositories
  /** Those that have letters to carry. */
  readonly platforms: Set<string>
  readonly now: Instant
  /** Changes since then may still be followed by others. */
  readonly before: Instant
}

const tellPage = async (
  { within, platforms, now }: Needs,
  change: Change,
  page: readonly Concerned[],
): Promise<void> => {
  const { action, was, is, author } = change
  const pressing = isPressing(change, now)
  const doors = await within.people.doorsOf(page.map(({ person }) => person))
  const drafts: Draft[] = []
  for (const { person, answer, wishes } of page) {
    await within.reminders.owe(
      person,
      action,
      owed(is, answer, wishes, now).filter(({ kind }) => kind !== 'info'),
    )
    const [to] = doors.get(person) ?? []
    if (!to || person === author) continue
    platforms.add(to.platform)
    drafts.push({
      to,
      reader: person,
      lane: pressing ? 'urgent' : 'reminder',
      body: { is: 'notice', notice: { is: 'changed', action, was } },
      key: `change ${action} ${person}`,
      due: pressing ? now : awake(now, wishes.zone ?? is.zone, wishes.quiet),
    })
  }
  await within.outbox.put(drafts, now)
}

/** Tells one page of those who come that one action is no longer what they knew; false when there is none. */
export const tellChange = async (needs: Needs): Promise<boolean> => {
  const { within, platforms, now, before } = needs
  const change = await within.changes.ripe(before)
  if (!change) return false
  const { action, was, is, after } = change
  if (after === undefined)
    for (const each of await redraw({ within, touched: [action], now })) platforms.add(each)
  // What was over before is nobody's concern any more.
  if (differences(was, is).length > 0 && Math.max(was.end, is.end) > now) {
    const page = await within.changes.concerned(action, after, peopleAtOnce)
    await tellPage(needs, change, page)
    const last = page.at(-1)
    if (last && page.length === peopleAtOnce) {
      await within.changes.told(action, last.person)
      return true
    }
  }
  await within.changes.close(action)
  return true
}
