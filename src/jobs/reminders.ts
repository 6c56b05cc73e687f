import type { Instant } from '../base/clock.ts'
import type { ActionId, PersonId } from '../base/ids.ts'
import type { Notice } from '../domain/notices/model.ts'
import { isWorthwhile, type Owed } from '../domain/reminders/model.ts'
import type { Turn } from '../domain/reminders/ports.ts'
import type { Draft } from '../engine/letter.ts'
import type { Repositories } from '../engine/ports.ts'

/** What one transaction holds: memory does not grow with how many are due. */
const remindersAtOnce = 200

/** Each of whom is told all at once, so that nobody's are told in two parts. */
const digestsAtOnce = 40

interface Needs {
  readonly within: Repositories
  /** Those that have letters to carry. */
  readonly platforms: Set<string>
  readonly now: Instant
  readonly tally: { sent: number; dropped: number }
  /** The last of the page before. */
  readonly after?: Turn | undefined
  /** How many reminders, and how many digests, are told in one transaction; as many as is usual when absent. */
  readonly atOnce?: { readonly reminders: number; readonly digests: number }
}

interface Said {
  readonly person: PersonId
  readonly notice: Notice
  readonly key: string
}

const noticeOf = ({ kind, action }: Owed): Notice => {
  if (kind === 'after') return { is: 'after', action }
  return { is: 'reminder', action, ...(kind === 'info' && { late: true }) }
}

/** One for each, or for whoever wants it so one for all that they are reminded of now. */
const said = (of: readonly Owed[]): readonly Said[] => {
  const together = new Map<PersonId, Owed[]>()
  const alone: Said[] = []
  for (const each of of) {
    const { person, action, kind, due, digest } = each
    if (digest && kind !== 'after') together.set(person, [...(together.get(person) ?? []), each])
    else alone.push({ person, notice: noticeOf(each), key: `reminder ${person} ${action} ${kind} ${due}` })
  }
  const digests = [...together].map(([person, theirs]): Said => {
    const actions: readonly ActionId[] = [...new Set(theirs.map(({ action }) => action))]
    const [first] = theirs
    return { person, notice: { is: 'digest', actions }, key: `digest ${person} ${first?.due ?? 0}` }
  })
  return [...alone, ...digests]
}

/** Writes one page of what is due to the outbox and marks it as sent, both or neither; false after the last one, else the last of the page. */
export const sendDue = async (needs: Needs): Promise<Turn | boolean> => {
  const { within, platforms, now, tally } = needs
  const { reminders: most, digests } = needs.atOnce ?? { reminders: remindersAtOnce, digests: digestsAtOnce }
  const oneByOne = await within.reminders.due(now, most, needs.after)
  const more = oneByOne.length === most
  const together = more ? [] : await within.reminders.dueTogether(now, digests)
  const due = [...oneByOne, ...together]
  const worth = due.filter((each) => isWorthwhile(each, now))
  const doors = await within.people.doorsOf([...new Set(worth.map(({ person }) => person))])
  const drafts = said(worth).flatMap(({ person, notice, key }): readonly Draft[] => {
    const [to] = doors.get(person) ?? []
    if (!to) return []
    platforms.add(to.platform)
    return [{ to, reader: person, lane: 'reminder', body: { is: 'notice', notice }, key }]
  })
  await within.outbox.put(drafts, now)
  await within.reminders.sent(due, now)
  tally.sent += worth.length
  tally.dropped += due.length - worth.length
  if (more) return oneByOne.at(-1) ?? false
  return new Set(together.map(({ person }) => person)).size === digests
}
