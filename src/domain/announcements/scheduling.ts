import { later, type Instant } from '../../base/clock.ts'
import type { AnnouncementId } from '../../base/ids.ts'
import { dayOf, paris, type Zone } from '../../base/zones.ts'
import type { Read } from '../dates/model.ts'
import { readDate } from '../dates/read.ts'
import type { ActionStore } from '../actions/ports.ts'
import type { Rights } from '../rights/service.ts'
import { readBeside } from './beside.ts'
import type { Announcement, Beside } from './model.ts'
import type { AnnouncementStore } from './ports.ts'
import { whereOf } from './sending.ts'
import type { Truce } from './truces.ts'

export type Scheduled =
  | { readonly is: 'set'; readonly announcement: Announcement }
  /** Nobody has said when the vote is. */
  | { readonly is: 'no-vote' }
  | { readonly is: 'unclear'; readonly read: Exclude<Read, { is: 'one' }>; readonly zone: Zone }

/** « jusqu’au scrutin »: until the day on which the electoral silence ends. */
const untilVote =
  /(jusqu[’' ]{0,2})(?:au|à)\s+(?:jour\s+d[eu]\s+)?(?:l[’'])?\s?(?:scrutin|vote|[ée]lections?)/iu

export interface Scheduling {
  /** When a draft leaves, in the words that people use for dates, or « la veille », « 2 h avant » its action. */
  schedule(id: AnnouncementId, typed: string): Promise<Scheduled>
  /** It leaves when it is sent. */
  unschedule(id: AnnouncementId): Promise<Announcement>
}

interface Needs {
  readonly store: Pick<AnnouncementStore, 'plan' | 'truce'>
  readonly actions: Pick<ActionStore, 'found'>
  readonly rights: Rights
  /** Refuses what is not a draft of whoever speaks. */
  readonly draft: (id: AnnouncementId) => Promise<Announcement>
  readonly zoneOf: (department: string) => Zone | undefined
  readonly now: Instant
}

const lastDay = ({ to }: Truce): string => {
  const [year, month, day] = dayOf(later(to, -1), paris).split('-')
  return `au ${day}/${month}/${year}`
}

export const createScheduling = ({ store, actions, rights, draft, zoneOf, now }: Needs): Scheduling => {
  /** Where its hours are counted. */
  const zoneAt = async (announcement: Announcement): Promise<Zone> => {
    const place = await rights.require('announce', whereOf(announcement))
    const department = place === 'everywhere' ? undefined : place.department
    return (department && zoneOf(department)) ?? paris
  }

  /** Before or after the action that stands under it, as that is planned today. */
  const besideAction = async (
    { action }: Announcement,
    typed: string,
  ): Promise<{ readonly due: Instant; readonly beside: Beside } | undefined> => {
    const found = action && (await actions.found(action))
    const due = found && readBeside(typed, found.action)
    if (!found || due === undefined) return undefined
    const { start, end } = found.action
    return { due, beside: { words: typed, start, end } }
  }

  return {
    unschedule: async (id) => {
      const { due: _, repeats: __, beside: ___, ...announcement } = await draft(id)
      await store.plan(id, {})
      return announcement
    },
    schedule: async (id, typed) => {
      const announcement = await draft(id)
      const zone = await zoneAt(announcement)
      const { repeats: _, beside: __, ...once } = announcement
      const when = await besideAction(announcement, typed)
      if (when) {
        const { due } = when
        if (due <= now) return { is: 'unclear', read: { is: 'unclear', why: 'past', start: due }, zone }
        await store.plan(id, when)
        return { is: 'set', announcement: { ...once, ...when } }
      }
      const vote = untilVote.test(typed) ? await store.truce(now) : undefined
      if (!vote && untilVote.test(typed)) return { is: 'no-vote' }
      const words = vote ? typed.replace(untilVote, `$1${lastDay(vote)}`) : typed
      const read = readDate(words, { now, zone })
      if (read.is !== 'one') return { is: 'unclear', read, zone }
      const { reading } = read
      const planned = {
        due: reading.start,
        ...(reading.is === 'series' && { repeats: { rule: reading.rule, zone } }),
      }
      await store.plan(id, planned)
      return { is: 'set', announcement: { ...once, ...planned } }
    },
  }
}
