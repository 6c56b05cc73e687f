import type { Instant } from '../base/clock.ts'
import type { ActionId, PersonId } from '../base/ids.ts'
import { differences, isPressing, type Change, type Concerned } from '../domain/changes/model.ts'
import { awake, owed } from '../domain/reminders/model.ts'
import type { Draft } from '../engine/letter.ts'
import type { Repositories } from '../engine/ports.ts'
import { redraw } from '../engine/refreshing.ts'

/** Fewer where each has several dates of a series. */
const rowsAtOnce = 200

interface Needs {
  readonly within: Repositories
  /** Those that have letters to carry. */
  readonly platforms: Set<string>
  readonly now: Instant
  /** Changes since then may still be followed by others. */
  readonly before: Instant
}

/** What concerns each of them, in the order of the changes. */
const byPerson = (page: readonly Concerned[]): ReadonlyMap<PersonId, readonly Concerned[]> => {
  const all = new Map<PersonId, Concerned[]>()
  for (const each of page) all.set(each.person, [...(all.get(each.person) ?? []), each])
  return all
}

/** One word to each, however many dates of a series changed. */
const tellPage = async (
  { within, platforms, now }: Needs,
  changes: ReadonlyMap<ActionId, Change>,
  page: ReadonlyMap<PersonId, readonly Concerned[]>,
): Promise<void> => {
  const doors = await within.people.doorsOf([...page.keys()])
  const drafts: Draft[] = []
  for (const [person, theirs] of page) {
    const told: { readonly change: Change; readonly wishes: Concerned['wishes'] }[] = []
    for (const { action, answer, wishes } of theirs) {
      const change = changes.get(action)
      if (!change) continue
      const ahead = owed(change.is, answer, wishes, now).filter(({ kind }) => kind !== 'info')
      await within.reminders.owe(person, action, ahead)
      if (person !== change.author) told.push({ change, wishes })
    }
    const [first, ...others] = told
    const [to] = doors.get(person) ?? []
    if (!to || !first) continue
    const { action, was, is } = first.change
    const { quiet, zone = is.zone } = first.wishes
    const pressing = told.some(({ change }) => isPressing(change, now))
    const also = others.map(({ change }) => change.action)
    platforms.add(to.platform)
    drafts.push({
      to,
      reader: person,
      lane: pressing ? 'urgent' : 'reminder',
      body: { is: 'notice', notice: { is: 'changed', action, was, ...(also.length > 0 && { also }) } },
      // One about several dates does not take the place of one about others.
      key: `change ${[action, ...also].toSorted().join(' ')} ${person}`,
      due: pressing ? now : awake(now, zone, quiet),
    })
  }
  await within.outbox.put(drafts, now)
}

/** Tells one page of those who come that an action, or dates of a series, are no longer what they knew; false when there is none. */
export const tellChange = async (needs: Needs): Promise<boolean> => {
  const { within, platforms, now, before } = needs
  const ripe = await within.changes.ripe(before)
  if (!ripe) return false
  const { changes, after } = ripe
  const touched = changes.map(({ action }) => action)
  if (after === undefined) for (const each of await redraw({ within, touched, now })) platforms.add(each)
  // What was over before is nobody's concern any more.
  const matter = changes.filter(
    ({ was, is }) => differences(was, is).length > 0 && Math.max(was.end, is.end) > now,
  )
  if (matter.length > 0) {
    const known = new Map(matter.map((change) => [change.action, change]))
    const atOnce = Math.max(10, Math.floor(rowsAtOnce / matter.length))
    const page = byPerson(await within.changes.concerned([...known.keys()], after, atOnce))
    await tellPage(needs, known, page)
    const last = [...page.keys()].at(-1)
    if (last && page.size === atOnce) {
      await within.changes.told(touched, last)
      return true
    }
  }
  await within.changes.close(touched)
  return true
}
