import type { Instant } from '../../base/clock.ts'
import type { GroupId } from '../../base/ids.ts'
import type { Action, Answer } from '../actions/model.ts'
import type { ActionStore } from '../actions/ports.ts'
import type { People } from '../people/service.ts'
import { leads as choices, owed, usual, type Lead, type Wishes } from './model.ts'
import type { ReminderStore } from './ports.ts'

/** How whoever speaks wants to be told, and what is owed to them. */
export interface Reminders {
  wishes(): Promise<Wishes>
  /** Did they ever say how? */
  chosen(): Promise<boolean>
  /** What is owed to them for all that they answered is worked out anew. */
  change(to: Partial<Wishes>): Promise<Wishes>
  /** With that lead if they had it not, without it if they had. */
  toggle(lead: Lead): Promise<Wishes>
  muted(): Promise<readonly GroupId[]>
  mute(group: GroupId, is: boolean): Promise<void>
  /** They answered: from now on this is owed to them. */
  answered(action: Action, answer: Answer): Promise<void>
}

interface Needs {
  readonly store: ReminderStore
  readonly actions: Pick<ActionStore, 'answeredBy'>
  readonly people: Pick<People, 'known' | 'keep'>
  readonly now: Instant
}

export const createReminders = ({ store, actions, people, now }: Needs): Reminders => {
  const wishes = async (): Promise<Wishes> => {
    const by = people.known()
    return (by && (await store.wishes(by))) ?? usual
  }

  const change = async (to: Partial<Wishes>): Promise<Wishes> => {
    const by = await people.keep()
    const after = { ...(await wishes()), ...to }
    await store.keepWishes(by, after)
    for (const { action, answer } of await actions.answeredBy(by, now))
      if (answer && action.state === 'planned')
        await store.owe(
          by,
          action.id,
          // Whoever changes their wishes is here, and needs no word of what is past.
          owed(action, answer, after, now).filter(({ kind }) => kind !== 'info'),
        )
    return after
  }

  return {
    wishes,
    chosen: async () => {
      const by = people.known()
      return by !== undefined && (await store.wishes(by)) !== undefined
    },
    change,
    toggle: async (lead) => {
      const { leads } = await wishes()
      const has = leads.includes(lead)
      return change({
        leads: choices.filter((each) => (each === lead ? !has : leads.includes(each))),
      })
    },
    muted: async () => {
      const by = people.known()
      return by ? store.mutedBy(by) : []
    },
    mute: async (group, is) => store.mute(await people.keep(), group, is),
    answered: async (action, answer) => {
      const by = await people.keep()
      await store.owe(by, action.id, owed(action, answer, await wishes(), now))
    },
  }
}
