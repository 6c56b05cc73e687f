import type { Instant } from '../../base/clock.ts'
import type { ActionId, GroupId, PersonId } from '../../base/ids.ts'
import type { Zone } from '../../base/zones.ts'
import type { Action, Answer } from '../actions/model.ts'
import { Refusal } from '../refusal.ts'
import type { ActionStore } from '../actions/ports.ts'
import type { People } from '../people/service.ts'
import { leads as choices, owed, usual, type Lead, type Reminder, type Wishes } from './model.ts'
import type { ReminderStore } from './ports.ts'

/** How whoever speaks wants to be told, and what is owed to them. */
export interface Reminders {
  wishes(): Promise<Wishes>
  /** Did they ever say how? */
  chosen(): Promise<boolean>
  /** What is owed to them for all that they answered is worked out anew. */
  change(to: Partial<Wishes>): Promise<Wishes>
  /** Their quiet hours are on the clocks of that zone; without one: on those of the place of each action. */
  live(zone: Zone | undefined): Promise<Wishes>
  /** With that lead if they had it not, without it if they had. */
  toggle(lead: Lead): Promise<Wishes>
  /** For that action alone; `undefined`: as for others. */
  leadsFor(action: ActionId): Promise<readonly Lead[] | undefined>
  /** How many actions of theirs they are reminded of otherwise. */
  exceptions(): Promise<number>
  /** For that action alone, with that lead or without it; it begins with those they have for others. */
  toggleFor(action: ActionId, lead: Lead): Promise<void>
  /** As of others again. */
  asUsual(action: ActionId): Promise<void>
  muted(): Promise<readonly GroupId[]>
  mute(group: GroupId, is: boolean): Promise<void>
  /** They answered: from now on this is owed to them. */
  answered(action: Action, answer: Answer): Promise<void>
}

interface Needs {
  readonly store: ReminderStore
  readonly actions: Pick<ActionStore, 'answeredBy' | 'found'>
  readonly people: Pick<People, 'known' | 'keep'>
  readonly now: Instant
}

/** Whoever changes their wishes is here, and needs no word of what is past. */
const coming = (of: readonly Reminder[]): readonly Reminder[] => of.filter(({ kind }) => kind !== 'info')

export const createReminders = ({ store, actions, people, now }: Needs): Reminders => {
  const wishes = async (): Promise<Wishes> => {
    const by = people.known()
    return (by && (await store.wishes(by))) ?? usual
  }

  /** For each action, what they want of it. */
  const wishesOf = async (by: PersonId): Promise<(action: ActionId) => Wishes> => {
    const [common, own] = [await wishes(), await store.ownLeads(by)]
    return (action) => ({ ...common, leads: own.get(action) ?? common.leads })
  }

  const keepFor = async (id: ActionId, leads: readonly Lead[] | undefined): Promise<void> => {
    const by = await people.keep()
    const found = await actions.found(id, by)
    if (!found) throw new Refusal('action-unknown', {})
    await store.keepOwnLeads(by, id, leads)
    const { action, answer } = found
    if (answer && action.state === 'planned')
      await store.owe(
        by,
        id,
        coming(owed(action, answer, { ...(await wishes()), ...(leads && { leads }) }, now)),
        'once',
      )
  }

  const keepAll = async (after: Wishes): Promise<Wishes> => {
    const by = await people.keep()
    await store.keepWishes(by, after)
    const wanted = await wishesOf(by)
    for (const { action, answer } of await actions.answeredBy(by, now))
      if (answer && action.state === 'planned')
        await store.owe(by, action.id, coming(owed(action, answer, wanted(action.id), now)), 'once')
    return after
  }

  const change = async (to: Partial<Wishes>): Promise<Wishes> => keepAll({ ...(await wishes()), ...to })

  return {
    wishes,
    chosen: async () => {
      const by = people.known()
      return by !== undefined && (await store.wishes(by)) !== undefined
    },
    change,
    live: async (zone) => {
      const { zone: _, ...others } = await wishes()
      return keepAll({ ...others, ...(zone && { zone }) })
    },
    toggle: async (lead) => {
      const { leads } = await wishes()
      const has = leads.includes(lead)
      return change({
        leads: choices.filter((each) => (each === lead ? !has : leads.includes(each))),
      })
    },
    leadsFor: async (action) => {
      const by = people.known()
      return by && (await store.ownLeads(by)).get(action)
    },
    exceptions: async () => {
      const by = people.known()
      return by ? (await store.ownLeads(by)).size : 0
    },
    toggleFor: async (action, lead) => {
      const by = await people.keep()
      const before = (await wishesOf(by))(action).leads
      const has = before.includes(lead)
      await keepFor(
        action,
        choices.filter((each) => (each === lead ? !has : before.includes(each))),
      )
    },
    asUsual: async (action) => keepFor(action, undefined),
    muted: async () => {
      const by = people.known()
      return by ? store.mutedBy(by) : []
    },
    mute: async (group, is) => store.mute(await people.keep(), group, is),
    answered: async (action, answer) => {
      const by = await people.keep()
      await store.owe(by, action.id, owed(action, answer, (await wishesOf(by))(action.id), now))
    },
  }
}
