import { second, type Clock, type Instant } from '../base/clock.ts'
import { paris, type Zone } from '../base/zones.ts'
import { opening } from '../domain/announcements/plan.ts'
import { lasts, type Truce } from '../domain/announcements/truces.ts'
import type { Broadcast } from '../domain/broadcasts/model.ts'
import { awake, usual } from '../domain/reminders/model.ts'
import type { Letter } from './letter.ts'
import type { Store } from './ports.ts'

/** Not now. `truce`: for as long as that one stands. */
export interface Wait {
  readonly until: Instant
  readonly truce?: Truce
}

interface Needs {
  readonly store: Pick<Store, 'announcements' | 'reminders' | 'links' | 'groups'>
  readonly zoneOf: (department: string) => Zone | undefined
  readonly clock: Clock
}

/** Whether what is announced has to wait, for the end of an electoral silence, and then for whoever hears it. */
export const createHush = ({ store, zoneOf, clock }: Needs) => {
  let none: { readonly asked: number; readonly next: Truce | undefined } | undefined

  /** Where none lasts, asked once a second for all letters. */
  const truceNow = async (): Promise<Truce | undefined> => {
    const now = clock.now()
    if (none && performance.now() - none.asked < second && !lasts(none.next, now)) return undefined
    const truce = await store.announcements.truce(now)
    if (lasts(truce, now)) return truce
    none = { asked: performance.now(), next: truce }
    return undefined
  }

  /** From then on a chat takes it. What is there already changes without a sound, at any hour. */
  const opens = async ({ to, replaces }: Letter, at: Instant): Promise<Instant> => {
    const link = replaces === undefined ? await store.links.at(to) : undefined
    if (!link) return at
    const place = link.group && (await store.groups.byId(link.group))
    const zone = (place?.department && zoneOf(place.department)) || paris
    return opening(link.settings, zone, at) ?? at
  }

  /** Nobody is woken by the end of a silence. */
  const over = async (letter: Letter, { audience }: Broadcast, to: Instant): Promise<Instant> => {
    const { reader } = letter
    if (!reader) return opens(letter, to)
    const wishes = await store.reminders.wishes(reader)
    const zone = wishes?.zone ?? (audience.is === 'subscribers' ? audience.zone : undefined)
    return awake(to, zone ?? paris, (wishes ?? usual).quiet)
  }

  return async (letter: Letter, broadcast: Broadcast): Promise<Wait | undefined> => {
    const truce = await truceNow()
    if (truce) return { truce, until: await over(letter, broadcast, truce.to) }
    if (!letter.silenced || letter.reader) return undefined
    // The silence was called off, or ends in the night.
    const now = clock.now()
    const until = await opens(letter, now)
    return until > now ? { until } : undefined
  }
}
