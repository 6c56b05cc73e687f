import type { Instant } from '../../base/clock.ts'
import type { ActionId } from '../../base/ids.ts'
import type { People } from '../people/service.ts'
import { Refusal } from '../refusal.ts'
import type { Rights } from '../rights/service.ts'
import type { Kept } from './model.ts'
import type { PlanStore } from './ports.ts'

interface Needs {
  readonly store: Pick<PlanStore, 'kept' | 'helps'>
  readonly people: Pick<People, 'known'>
  readonly rights: Pick<Rights, 'may' | 'require'>
  readonly now: Instant
}

const stillOpen = (kept: Kept, now: Instant): Kept => {
  const { action } = kept.found
  if (action.state !== 'planned') throw new Refusal('action-cancelled', { name: action.name })
  if (action.end <= now) throw new Refusal('action-over', { name: action.name })
  return kept
}

const notNamed = (kept: Kept): Kept => {
  if (kept.helps) throw new Refusal('named-only', { name: kept.found.action.name })
  return kept
}

/** Into whose hands an action was given, and how much of it: for whoever speaks, at the moment they do something with it. */
export const createEntrusted = ({ store, people, rights, now }: Needs) => {
  /** `undefined`: no right to it. */
  const mayTouch = async (found: Kept): Promise<Kept | undefined> => {
    const by = people.known()
    if (by !== undefined && found.keeper === by) return found
    if (await rights.may('manage', found.group)) return found
    return by !== undefined && (await store.helps(found.action, by)) ? { ...found, helps: true } : undefined
  }

  /** By a role at its group, because it was handed over, or because they were named for it: to change it, and no more. */
  const kept = async (id: ActionId): Promise<Kept> => {
    const found = await store.kept(id)
    if (!found) throw new Refusal('action-not-ours', {})
    const theirs = await mayTouch(found)
    if (!theirs) await rights.require('manage', found.group)
    return theirs ?? found
  }

  return {
    kept,
    /** The same while it is still to come. */
    open: async (id: ActionId): Promise<Kept> => stillOpen(await kept(id), now),
    /** For those who decide about more than what one action is: refuses whoever was only named for it. */
    organised: async (id: ActionId): Promise<Kept> => notNamed(await kept(id)),
    own: async (id: ActionId): Promise<Kept> => stillOpen(notNamed(await kept(id)), now),
    /** Refuses nobody: whether all that they may do is change it. */
    helps: async (id: ActionId): Promise<boolean> => {
      const found = await store.kept(id)
      return found !== undefined && (await mayTouch(found))?.helps === true
    },
  }
}
