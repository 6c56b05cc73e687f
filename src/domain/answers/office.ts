import type { Instant } from '../../base/clock.ts'
import type { ActionId, PersonId } from '../../base/ids.ts'
import type { ActionStore } from '../actions/ports.ts'
import { createActions, type Actions } from '../actions/service.ts'
import type { Tell } from '../notices/ports.ts'
import type { NeedStore } from '../needs/ports.ts'
import type { OutcomeStore } from '../outcomes/ports.ts'
import { createOutcomes, type Outcomes } from '../outcomes/service.ts'
import type { People } from '../people/service.ts'
import type { ReminderStore } from '../reminders/ports.ts'
import { createReminders, type Reminders } from '../reminders/service.ts'
import type { Journal } from '../rights/journal.ts'
import type { Rights } from '../rights/service.ts'
import type { AnswerStore } from './ports.ts'
import { createAttendance, tellDeparture, tellPromoted, type Attendance } from './service.ts'

interface Needs {
  readonly stores: {
    readonly actions: ActionStore
    readonly answers: AnswerStore
    readonly reminders: ReminderStore
    readonly outcomes: OutcomeStore
    readonly needs: Pick<NeedStore, 'of' | 'giveBack'>
  }
  readonly people: People
  readonly rights: Rights
  readonly journal: Journal
  readonly tell: Tell
  readonly touched: (action: ActionId) => void
  readonly now: Instant
}

/** Whoever does not come brings nothing: others see that it is missing again. */
const giveBackNeeds = async (
  needs: Needs['stores']['needs'],
  action: ActionId,
  person: PersonId | undefined,
): Promise<void> => {
  if (!person) return
  for (const { id, mine } of await needs.of(action, person)) if (mine) await needs.giveBack(id, person)
}

export interface Answering {
  readonly actions: Actions
  readonly attendance: Attendance
  readonly reminders: Reminders
  readonly outcomes: Outcomes
}

/** Answers, and all that follows from one: a seat, what is owed to whoever gave it, what others must hear. */
export const createAnswering = ({
  stores,
  people,
  rights,
  journal,
  tell,
  touched,
  now,
}: Needs): Answering => {
  const reminders = createReminders({
    store: stores.reminders,
    actions: stores.actions,
    people,
    now,
  })
  return {
    reminders,
    attendance: createAttendance({
      answers: stores.answers,
      actions: stores.actions,
      rights,
      journal,
      people,
      tell,
      touched,
      now,
    }),
    outcomes: createOutcomes({ store: stores.outcomes, actions: stores.actions, rights, journal, now }),
    actions: createActions({
      store: stores.actions,
      people,
      now,
      touched,
      promoted: (who) => tellPromoted({ tell, rights, actions: stores.actions, now }, who),
      answered: async (action, answer, was) => {
        await reminders.answered(action, answer)
        if (answer === 'no') await giveBackNeeds(stores.needs, action.id, people.known())
        if (was === 'yes') await tellDeparture({ rights, tell, now }, action)
      },
    }),
  }
}
