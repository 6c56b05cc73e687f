import type { Instant } from '../../base/clock.ts'
import type { ActionId, GroupId, PersonId } from '../../base/ids.ts'
import type { Lead, Owed, Reminder, Wishes } from './model.ts'

/** Where a reminder stands among all that is owed. */
export type Turn = Pick<Owed, 'due' | 'person' | 'action' | 'kind'>

export interface ReminderStore {
  /** `undefined`: they never said; people who are not known included. */
  wishes(person: PersonId): Promise<Wishes | undefined>
  keepWishes(person: PersonId, wishes: Wishes): Promise<void>
  /** Of actions of which they want to be reminded otherwise than of others. */
  ownLeads(person: PersonId): Promise<ReadonlyMap<ActionId, readonly Lead[]>>
  /** Without leads: as of others again. */
  keepOwnLeads(person: PersonId, action: ActionId, leads: readonly Lead[] | undefined): Promise<void>
  mutedBy(person: PersonId): Promise<readonly GroupId[]>
  mute(person: PersonId, group: GroupId, is: boolean): Promise<void>
  /**
   * From now on this is what is owed to them for that action, and nothing else. One that was sent is not sent again, unless it is owed
   * at another time than it was: `once` not even then, for it is they who want to hear at another time.
   */
  owe(person: PersonId, action: ActionId, reminders: readonly Reminder[], again?: 'once'): Promise<void>
  /**
   * Due and not sent, the first due first, of those who are told one by one; held by this transaction alone, and left to it by others. `after`: the
   * last one of the page before.
   */
  due(now: Instant, most: number, after?: Turn): Promise<readonly Owed[]>
  /** All that is due and not sent of so many of those who want it in one message; held in the same way, each person as a whole. */
  dueTogether(now: Instant, mostPeople: number): Promise<readonly Owed[]>
  /** An organiser reminds these people of it, each at that instant; false when somebody did so since then. */
  call(
    action: ActionId,
    of: readonly { readonly person: PersonId; readonly due: Instant }[],
    since: Instant,
  ): Promise<boolean>
  sent(of: readonly Owed[], at: Instant): Promise<void>
}
