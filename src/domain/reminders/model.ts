import { hour, later, minute, type Instant } from '../../base/clock.ts'
import type { ActionId, PersonId } from '../../base/ids.ts'
import { dayOf, instantAt, plusDays, wall, type Zone } from '../../base/zones.ts'
import type { Action, Answer } from '../actions/model.ts'

/** How long before an action: the evening before at 18:00, or so many minutes. */
export type Lead = 'eve' | number

/** What may be chosen, the longest first; buttons carry their index. */
export const leads = ['eve', 24 * 60, 3 * 60, 2 * 60, 60, 30] as const satisfies readonly Lead[]

/** How somebody wants to be told. */
export interface Wishes {
  /** None: no reminders at all. */
  readonly leads: readonly Lead[]
  /** Minutes since midnight; the same twice: no quiet hours. */
  readonly quiet: { readonly from: number; readonly to: number }
  /** Where they live: quiet hours are on its clocks; absent: on those of the place of each action. */
  readonly zone?: Zone
  /** All that is due at the same time in one message. */
  readonly digest: boolean
  /** Where they want to hear; absent: anywhere they can be reached. */
  readonly platform?: string
}

export const usual: Wishes = {
  leads: ['eve', 120],
  quiet: { from: 21 * 60, to: 8 * 60 },
  digest: false,
}

/** `call`: an organiser asked for it. `info`: for whoever says yes when all else is past. `after`: thanks, and whether they could come. */
export type ReminderKind = 'eve' | `m${number}` | 'info' | 'after' | 'call'

export interface Reminder {
  readonly kind: ReminderKind
  readonly due: Instant
}

/** One that has come due, and what is needed to decide whether it still makes sense. */
export interface Owed extends Reminder {
  readonly person: PersonId
  readonly action: ActionId
  readonly start: Instant
  readonly end: Instant
  readonly state: Action['state']
  readonly answer?: Answer
  readonly waiting: boolean
  readonly digest: boolean
  /** They want to hear nothing of the groups that organise it. */
  readonly muted: boolean
}

type Planned = Pick<Action, 'start' | 'end' | 'zone'>

const eveningAt = '18:00'

const minutesOfDay = (at: Instant, zone: Zone): number => {
  const { hour: hours, minute: minutes } = wall(at, zone)
  return hours * 60 + minutes
}

export const isQuiet = (at: Instant, zone: Zone, { from, to }: Wishes['quiet']): boolean => {
  const now = minutesOfDay(at, zone)
  return from <= to ? from <= now && now < to : from <= now || now < to
}

const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** The first instant from then on that is not quiet. */
export const awake = (at: Instant, zone: Zone, quiet: Wishes['quiet']): Instant => {
  if (!isQuiet(at, zone, quiet)) return at
  const day = dayOf(at, zone)
  const today = instantAt(day, clockOf(quiet.to), zone)
  return today > at ? today : instantAt(plusDays(day, 1), clockOf(quiet.to), zone)
}

/** When the quiet hours that hold at that instant began: the last moment to say something before. */
const before = (at: Instant, zone: Zone, quiet: Wishes['quiet']): Instant => {
  const day = dayOf(at, zone)
  const today = instantAt(day, clockOf(quiet.from), zone)
  const began = today <= at ? today : instantAt(plusDays(day, -1), clockOf(quiet.from), zone)
  return later(began, -30 * minute)
}

/** Less before the beginning than that, a reminder is of no use. */
const atLeast = 30 * minute

const leadDue = (lead: Lead, { start, zone }: Planned, { quiet, zone: own = zone }: Wishes): Instant => {
  const due =
    lead === 'eve'
      ? instantAt(plusDays(dayOf(start, zone), -1), eveningAt, zone)
      : later(start, -lead * minute)
  if (!isQuiet(due, own, quiet)) return due
  const woken = awake(due, own, quiet)
  return woken <= later(start, -atLeast) ? woken : before(due, own, quiet)
}

/** Its moment was over before now: whoever answers today for tonight hears nothing the evening before. */
export const tooLate = (lead: Lead, action: Planned, wishes: Wishes, now: Instant): boolean =>
  leadDue(lead, action, wishes) <= now

/** Two that would come closer to each other than that are one. */
const closest = hour / 2

const kindOf = (lead: Lead): ReminderKind => (lead === 'eve' ? 'eve' : `m${lead}`)

/** Of what is owed for one action, the earliest first, those that are not too close to one another. */
const spaced = (of: readonly Reminder[]): readonly Reminder[] => {
  const kept: Reminder[] = []
  for (const each of of.toSorted((one, other) => one.due - other.due)) {
    const last = kept.at(-1)
    if (!last || each.due - last.due >= closest) kept.push(each)
  }
  return kept
}

const thanksAfter = 2 * hour

/** All that an answer gives a right to, past or to come. A maybe is asked once, the evening before. */
export const planned = (action: Planned, answer: Answer, wishes: Wishes): readonly Reminder[] => {
  const { leads: wanted, quiet, zone = action.zone } = wishes
  if (answer === 'no' || wanted.length === 0) return []
  const those = answer === 'maybe' ? wanted.slice(0, 1) : wanted
  const ahead = those.map((lead) => ({ kind: kindOf(lead), due: leadDue(lead, action, wishes) }))
  const thanks: Reminder = {
    kind: 'after',
    due: awake(later(action.end, thanksAfter), zone, quiet),
  }
  return [...spaced(ahead), ...(answer === 'yes' ? [thanks] : [])]
}

/** What is still to come; whoever says yes when all of it is past, but not the action, hears at once what they missed. */
export const owed = (action: Planned, answer: Answer, wishes: Wishes, now: Instant): readonly Reminder[] => {
  const all = planned(action, answer, wishes)
  // Thanks are late rather than never: what ended earlier than was thought is over all the same.
  const coming = all.filter(({ kind, due }) => due > now || kind === 'after')
  const ahead = coming.some(({ kind }) => kind !== 'after')
  return ahead || answer !== 'yes' || all.length === 0 || action.start <= now
    ? coming
    : [{ kind: 'info', due: now }, ...coming]
}

/** An organiser reminds everybody once in so long. */
export const callsApart = 12 * hour

/** When somebody is told that an organiser reminds them; `undefined`: they want none, or it would be too late. */
export const calledAt = (
  { start, zone }: Planned,
  { leads: wanted, quiet, zone: own = zone }: Wishes,
  now: Instant,
): Instant | undefined => {
  const at = awake(now, own, quiet)
  return wanted.length === 0 || at > later(start, -atLeast) ? undefined : at
}

/** After that, thanks are of no more interest. */
const thanksWithin = 2 * 24 * hour

/** Is it still true, and still of use? A reminder of what has begun is not. */
export const isWorthwhile = (
  { kind, state, answer, waiting, muted, start, end }: Owed,
  now: Instant,
): boolean => {
  if (state !== 'planned' || muted || waiting || answer === undefined || answer === 'no') return false
  return kind === 'after' ? now < later(end, thanksWithin) : now < start
}
