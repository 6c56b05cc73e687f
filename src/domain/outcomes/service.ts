import { day, later, type Instant } from '../../base/clock.ts'
import type { ActionId, GroupId } from '../../base/ids.ts'
import type { Action } from '../actions/model.ts'
import type { ActionStore } from '../actions/ports.ts'
import { Refusal } from '../refusal.ts'
import type { Journal } from '../rights/journal.ts'
import type { Rights } from '../rights/service.ts'
import type { Outcome, Total } from './model.ts'
import type { OutcomeStore } from './ports.ts'

export interface Outcomes {
  /** Refuses whoever does not organise it. `group`: one of theirs that organises it. */
  keep(id: ActionId, outcome: Outcome): Promise<{ readonly action: Action; readonly group?: GroupId }>
  /** What is over since a short while, of the groups of whoever asks, and that nobody has counted; the last over first. */
  uncounted(most: number): Promise<readonly Action[]>
  /** Of a group, or of the whole department of a loop; by month, the oldest first. Refuses whoever does not look after it. */
  totals(of: GroupId, since: Instant): Promise<{ readonly name: string; readonly months: readonly Total[] }>
}

/** Who still knows, after that? */
const remembered = 14 * day

interface Needs {
  readonly store: OutcomeStore
  readonly actions: Pick<ActionStore, 'found'>
  readonly rights: Rights
  readonly journal: Pick<Journal, 'note'>
  readonly now: Instant
}

export const createOutcomes = ({ store, actions, rights, journal, now }: Needs): Outcomes => ({
  keep: async (id, outcome) => {
    const found = await actions.found(id)
    if (!found) throw new Refusal('action-unknown', {})
    const groups = found.action.organisers.flatMap(({ id: group }) => (group === undefined ? [] : [group]))
    const allowed = await Promise.all(groups.map((group) => rights.may('manage', group)))
    const by = groups[allowed.indexOf(true)] ?? groups[0] ?? 'everywhere'
    if (!allowed.includes(true)) await rights.require('manage', by)
    await store.keep(id, outcome, now)
    await journal.note(by, { is: 'did', deed: 'outcome', what: found.action.name })
    return { action: found.action, ...(by !== 'everywhere' && { group: by }) }
  },
  uncounted: async (most) => {
    const groups = (await rights.groupsFor('manage')).map(({ id }) => id)
    const over = { from: later(now, -remembered), to: now }
    const ids = await store.uncounted(groups, over, most)
    const found = await Promise.all(ids.map((id) => actions.found(id)))
    return found.flatMap((each) => (each ? [each.action] : []))
  },
  totals: async (of, since) => {
    const group = await rights.require('manage', of)
    if (group === 'everywhere') throw new Refusal('group-unknown', {})
    const { id, name, kind, department } = group
    const whose = kind === 'loop' && department !== undefined ? { department } : { group: id }
    return { name, months: await store.totals(whose, since) }
  },
})
