import type { Instant } from '../../base/clock.ts'
import type { ActionId } from '../../base/ids.ts'
import type { Action } from '../actions/model.ts'
import { readDate } from '../dates/read.ts'
import { Refusal } from '../refusal.ts'
import type { Kept, Opening } from './model.ts'
import type { Journal } from '../rights/journal.ts'
import type { Plans } from './plans.ts'
import type { OpeningStore } from './ports.ts'

/** When, as somebody typed it; nothing: never. */
export interface Stages {
  readonly department?: string
  readonly everyone?: string
}

/** An action is open to its group first, then to the groups of its department, then to everybody: when, its organisers choose. */
export interface Openings {
  of(action: ActionId): Promise<readonly Opening[]>
  /** Refuses whoever does not organise the action, and dates that are not clear, past, later than it begins, or in another order. */
  plan(action: ActionId, stages: Stages): Promise<Kept>
}

interface Needs {
  readonly store: Pick<OpeningStore, 'of' | 'keep'>
  readonly plans: Pick<Plans, 'organised'>
  readonly journal: Pick<Journal, 'note'>
  readonly now: Instant
}

export const createOpenings = ({ store, plans, journal, now }: Needs): Openings => {
  const read = (typed: string | undefined, { zone, start }: Action): Instant | undefined => {
    if (typed === undefined) return undefined
    const said = readDate(typed, { now, zone })
    if (said.is !== 'one' || said.reading.is !== 'once') throw new Refusal('plan-unclear', {})
    const at = said.reading.start
    if (at <= now || at >= start) throw new Refusal('opening-outside', {})
    return at
  }

  return {
    of: (action) => store.of(action),
    plan: async (id, { department, everyone }) => {
      const kept = await plans.organised(id)
      const { action } = kept.found
      const first = read(department, action)
      const then = read(everyone, action)
      if (first !== undefined && then !== undefined && then <= first) throw new Refusal('opening-order', {})
      const times = [
        { audience: 'department', at: first },
        { audience: 'everyone', at: then },
      ] as const
      await store.keep(
        id,
        times.flatMap(({ audience, at }) => (at === undefined ? [] : [{ audience, at }])),
      )
      await journal.note(kept.group, { is: 'did', deed: 'open-in-stages', what: action.name })
      return kept
    },
  }
}
