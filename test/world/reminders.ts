import type { ActionId, GroupId, PersonId } from '../../src/base/ids.ts'
import type { Lead, Reminder, Wishes } from '../../src/domain/reminders/model.ts'
import type { ReminderStore } from '../../src/domain/reminders/ports.ts'

/** All of the port that commands use: what comes due is the work of a job. */
export type Reminders = Omit<ReminderStore, 'due' | 'dueTogether' | 'sent' | 'forget'>

/** A whole store of wishes and of what is owed, in memory. */
export const createRemindersInMemory = (): Reminders & {
  readonly owedTo: (person: PersonId, action: ActionId) => readonly Reminder[]
  readonly forget: (id: PersonId) => void
} => {
  const wishes = new Map<PersonId, Wishes>()
  const own = new Map<PersonId, Map<ActionId, readonly Lead[]>>()
  const muted = new Map<PersonId, Set<GroupId>>()
  const owed = new Map<PersonId, Map<ActionId, readonly Reminder[]>>()
  return {
    wishes: async (person) => wishes.get(person),
    keepWishes: async (person, theirs) => void wishes.set(person, theirs),
    ownLeads: async (person) => own.get(person) ?? new Map(),
    keepOwnLeads: async (person, action, leads) => {
      const theirs = own.get(person) ?? new Map<ActionId, readonly Lead[]>()
      if (leads === undefined) theirs.delete(action)
      else theirs.set(action, leads)
      own.set(person, theirs)
    },
    mutedBy: async (person) => [...(muted.get(person) ?? [])],
    mute: async (person, group, is) => {
      const theirs = muted.get(person) ?? new Set()
      if (is) theirs.add(group)
      else theirs.delete(group)
      muted.set(person, theirs)
    },
    call: async () => true,
    owe: async (person, action, reminders) => {
      owed.set(person, (owed.get(person) ?? new Map()).set(action, reminders))
    },
    owedTo: (person, action) => owed.get(person)?.get(action) ?? [],
    forget: (id) => {
      wishes.delete(id)
      own.delete(id)
      muted.delete(id)
      owed.delete(id)
    },
  }
}
