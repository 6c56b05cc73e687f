import { later, type Instant } from '../../base/clock.ts'
import type { ActionId, NeedId } from '../../base/ids.ts'
import type { ActionStore } from '../actions/ports.ts'
import type { ActionFound } from '../actions/model.ts'
import { restFor, type Tell } from '../notices/ports.ts'
import type { Page } from '../groups/ports.ts'
import type { People } from '../people/service.ts'
import { lateFrom, organisersOf } from '../answers/service.ts'
import type { Plans } from '../planning/plans.ts'
import type { Journal } from '../rights/journal.ts'
import type { Rights } from '../rights/service.ts'
import { Refusal } from '../refusal.ts'
import type { NeedFound } from './model.ts'
import type { NeedStore } from './ports.ts'
import { readNeeds } from './reading.ts'

export interface Taken {
  readonly is: 'taken' | 'already' | 'full' | 'given-back' | 'absent'
  readonly need: NeedFound
  readonly found: ActionFound
}

export interface Wanted {
  readonly need: NeedFound
  readonly found: ActionFound
}

/** What actions lack, and who brings it. */
export interface Needs {
  take(id: NeedId): Promise<Taken>
  giveBack(id: NeedId): Promise<Taken>
  /** Refuses whoever may not manage the action, and words that are no need. */
  add(action: ActionId, words: string): Promise<number>
  /** The same for it and the dates of its series that follow, but those for which something is needed already: for how many it was added. */
  addFrom(action: ActionId, words: string): Promise<number>
  /** What whoever speaks may take, over the coming actions of their groups, the soonest first. */
  wanted(page: Page): Promise<readonly Wanted[]>
  /** Those who had taken it are told. */
  remove(id: NeedId): Promise<ActionId>
  of(action: ActionId): Promise<readonly NeedFound[]>
  /** For those who may manage it; nobody, for whoever of them may not see names. */
  takers(action: ActionId): ReturnType<NeedStore['takers']>
  mine(): Promise<number>
}

interface Wants {
  readonly store: NeedStore
  readonly actions: Pick<ActionStore, 'found' | 'mayCome'>
  readonly plans: Pick<Plans, 'kept' | 'datesFrom'>
  readonly people: People
  readonly rights: Pick<Rights, 'concerned' | 'may'>
  readonly journal: Pick<Journal, 'note'>
  readonly tell: Tell
  readonly touched: (action: ActionId) => void
  readonly now: Instant
}

export const createNeeds = ({
  store,
  actions,
  plans,
  people,
  rights,
  journal,
  tell,
  touched,
  now,
}: Wants): Needs => {
  const open = async ({ action: id }: NeedFound): Promise<ActionFound> => {
    const found = await actions.found(id, people.known())
    if (!found) throw new Refusal('action-unknown', {})
    const { action } = found
    if (action.state !== 'planned') throw new Refusal('action-cancelled', { name: action.name })
    if (action.end <= now) throw new Refusal('action-over', { name: action.name })
    return found
  }

  const changed = async (
    done: { readonly is: Taken['is']; readonly need: NeedFound } | undefined,
  ): Promise<Taken> => {
    if (!done) throw new Refusal('need-unknown', {})
    if (done.is === 'taken' || done.is === 'given-back') touched(done.need.action)
    return { ...done, found: await open(done.need) }
  }

  return {
    take: async (id) => {
      const by = await people.keep()
      await people.introduce()
      const taken = await changed(await store.take(id, by, now))
      const { audience, name } = taken.found.action
      if (audience && !(await actions.mayCome(taken.need.action, by)))
        throw new Refusal('not-invited', { name, audience })
      return taken
    },
    giveBack: async (id) => {
      const returned = await changed(await store.giveBack(id, await people.keep()))
      const { action } = returned.found
      if (returned.is === 'given-back' && later(now, lateFrom) >= action.start)
        for (const person of await organisersOf(rights, action))
          await tell({
            to: { person },
            notice: { is: 'need-returned', action: action.id, words: returned.need.words },
            urgency: 'urgent',
            key: `returned ${id} ${person}`,
            rest: restFor(action),
          })
      return returned
    },
    add: async (action, words) => {
      const { found, group } = await plans.kept(action)
      const read = readNeeds(words, found.action)
      if (read.length === 0) throw new Refusal('need-unclear', {})
      const added = await store.add(action, read)
      if (added === 0) return added
      touched(action)
      await journal.note(group, { is: 'did', deed: 'need', what: found.action.name })
      return added
    },
    addFrom: async (action, words) => {
      let added = 0
      for (const id of await plans.datesFrom(action)) {
        const found = await actions.found(id)
        if (!found || (found.needs ?? []).length > 0) continue
        const read = readNeeds(words, found.action)
        if (read.length === 0) throw new Refusal('need-unclear', {})
        if ((await store.add(id, read)) === 0) continue
        added += 1
        touched(id)
      }
      if (added > 0) {
        const { found, group } = await plans.kept(action)
        await journal.note(group, { is: 'did', deed: 'need', what: found.action.name })
      }
      return added
    },
    wanted: async (page) => {
      const by = people.known()
      const needs = by ? await store.wanted(by, now, page) : []
      const known = new Map<ActionId, ActionFound>()
      for (const { action } of needs) {
        const found = known.has(action) ? undefined : await actions.found(action, by)
        if (found) known.set(action, found)
      }
      return needs.flatMap((need) => {
        const found = known.get(need.action)
        return found ? [{ need, found }] : []
      })
    },
    remove: async (id) => {
      const gone = await store.remove(id)
      if (!gone) throw new Refusal('need-unknown', {})
      const { found, group } = await plans.kept(gone.action)
      touched(gone.action)
      await journal.note(group, { is: 'did', deed: 'need', what: found.action.name })
      const self = people.known()
      for (const person of gone.takers)
        if (person !== self)
          await tell({
            to: { person },
            notice: { is: 'need-dropped', action: gone.action, words: gone.words },
            urgency: 'reminder',
            rest: restFor(found.action),
          })
      return gone.action
    },
    of: (action) => store.of(action, people.known()),
    takers: async (action) => {
      const { group } = await plans.kept(action)
      return (await rights.may('see-names', group)) ? store.takers(action) : []
    },
    mine: async () => {
      const by = people.known()
      return by ? store.takenBy(by) : 0
    },
  }
}
