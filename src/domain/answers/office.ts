import type { Instant } from '../../base/clock.ts'
import type { ActionId } from '../../base/ids.ts'
import type { ActionStore } from '../actions/ports.ts'
import { createActions, type Actions } from '../actions/service.ts'
import type { Tell } from '../notices/ports.ts'
import type { NeedStore } from '../needs/ports.ts'
import type { OutcomeStore } from '../outcomes/ports.ts'
import { createOutcomes, type Outcomes } from '../outcomes/service.ts'
import type { People } from '../people/service.ts'
import type { ReminderStore } from '../reminders/ports.ts'
import { createReminders, type Reminders } from '../reminders/service.ts'
import type { RideStore } from '../rides/ports.ts'
import type { Journal } from '../rights/journal.ts'
import type { Rights } from '../rights/service.ts'
import { letGo } from './letting-go.ts'
import type { AnswerStore } from './ports.ts'
import { createAttendance, tellDeparture, tellPromoted, type Attendance } from './service.ts'

interface Needs {
  readonly stores: {
    readonly actions: ActionStore
    readonly answers: AnswerStore
    readonly reminders: ReminderStore
    readonly outcomes: OutcomeStore
    readonly needs: Pick<NeedStore, 'of' | 'giveBack'>
    readonly rides: Pick<RideStore, 'leave'>
  }
  readonly people: People
  readonly rights: Rights
  readonly journal: Journal
  readonly tell: Tell
  readonly touched: (action: ActionId) => void
  readonly now: Instant
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
  const gone: Parameters<typeof createAttendance>[0]['gone'] = (action, person) =>
    letGo({ needs: stores.needs, rides: stores.rides, tell }, action, person)
  return {
    reminders,
    attendance: createAttendance({
      answers: stores.answers,
      actions: stores.actions,
      gone,
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
        const by = people.known()
        if (answer === 'no' && by) await gone(action, by)
        if (was === 'yes') await tellDeparture({ rights, tell, now }, action)
      },
    }),
  }
}
