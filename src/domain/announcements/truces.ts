import type { Instant } from '../../base/clock.ts'
import { paris } from '../../base/zones.ts'
import { readDate } from '../dates/read.ts'
import type { People } from '../people/service.ts'
import type { Journal } from '../rights/journal.ts'
import type { Rights } from '../rights/service.ts'
import type { AnnouncementStore } from './ports.ts'

/** Electoral silence, from one instant to another: what is announced waits for its end. */
export interface Truce {
  readonly from: Instant
  readonly to: Instant
}

export const lasts = (truce: Truce | undefined, at: Instant): truce is Truce =>
  truce !== undefined && truce.from <= at && at < truce.to

export interface Truces {
  /** The one that lasts, or the next one. */
  truce(): Promise<Truce | undefined>
  /** In the words that people use for dates, with its beginning and its end. Refuses all but the coordination. */
  setTruce(typed: string): Promise<Truce | 'unclear'>
  endTruce(): Promise<void>
}

interface Needs {
  readonly store: Pick<AnnouncementStore, 'truce' | 'setTruce' | 'endTruce'>
  readonly rights: Rights
  readonly journal: Journal
  readonly people: People
  readonly now: Instant
}

export const createTruces = ({ store, rights, journal, people, now }: Needs): Truces => ({
  truce: () => store.truce(now),
  setTruce: async (typed) => {
    await rights.require('set-truce', 'everywhere')
    const read = readDate(typed, { now, zone: paris })
    if (read.is !== 'one' || read.reading.is !== 'once' || read.reading.end === undefined) return 'unclear'
    const truce = { from: read.reading.start, to: read.reading.end }
    await store.setTruce(truce, await people.keep())
    await journal.note('everywhere', { is: 'did', deed: 'set-truce' })
    return truce
  },
  endTruce: async () => {
    await rights.require('set-truce', 'everywhere')
    const truce = await store.truce(now)
    if (!truce) return
    await store.endTruce(truce)
    await journal.note('everywhere', { is: 'did', deed: 'end-truce' })
  },
})
