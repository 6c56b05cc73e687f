import { day, later, type Instant } from '../../base/clock.ts'
import { paris } from '../../base/zones.ts'
import type { Reading } from '../dates/model.ts'
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
  /** All that are not over, the soonest first. */
  truces(): Promise<readonly Truce[]>
  /** The one that begins then. */
  endTruce(from: Instant): Promise<void>
}

/** Longer than that, it is no silence before a vote. */
const longest = 7 * day

const span = /^\s*d(?:u|e|ès(?: le)?) (.+?) (?:jusqu[’'] ?(?:au|à)|au) (.+)$/iu

type Once = Extract<Reading, { readonly is: 'once' }>

const isOnce = (reading: Reading): reading is Once => reading.is === 'once'

/** From a day and hour to another, or within one day, on the clock of Paris. */
export const readTruce = (typed: string, now: Instant): Truce | undefined => {
  /** Midnight is the beginning of a day and the end of another: who says from when to when means the longer silence. */
  const readings = (words: string): readonly Once[] => {
    const read = readDate(words, { now, zone: paris })
    if (read.is === 'one') return [read.reading].filter(isOnce)
    return read.is === 'several' ? read.readings.filter(isOnce) : []
  }
  const [, begins, ends] = span.exec(typed) ?? []
  const [whole] = begins === undefined ? readings(typed) : []
  const from = whole?.start ?? readings(begins ?? '')[0]?.start
  const to = whole ? whole.end : readings(ends ?? '').at(-1)?.start
  if (from === undefined || to === undefined || to <= from || to > later(from, longest)) return undefined
  return { from, to }
}

interface Needs {
  readonly store: Pick<AnnouncementStore, 'truce' | 'truces' | 'setTruce' | 'endTruce'>
  readonly rights: Rights
  readonly journal: Journal
  readonly people: People
  readonly now: Instant
}

export const createTruces = ({ store, rights, journal, people, now }: Needs): Truces => ({
  truce: () => store.truce(now),
  truces: () => store.truces(now),
  setTruce: async (typed) => {
    await rights.require('set-truce', 'everywhere')
    const truce = readTruce(typed, now)
    if (!truce) return 'unclear'
    await store.setTruce(truce, await people.keep())
    await journal.note('everywhere', { is: 'did', deed: 'set-truce' })
    return truce
  },
  endTruce: async (from) => {
    await rights.require('set-truce', 'everywhere')
    if (await store.endTruce({ from })) await journal.note('everywhere', { is: 'did', deed: 'end-truce' })
  },
})
