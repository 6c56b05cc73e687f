import { hour, instant, later, minute, type Instant } from '../../base/clock.ts'
import type { ActionId, PersonId } from '../../base/ids.ts'
import type { Action, ActionFound } from '../actions/model.ts'
import type { ActionStore } from '../actions/ports.ts'
import type { Page } from '../groups/ports.ts'
import { restFor, type Tell } from '../notices/ports.ts'
import type { People } from '../people/service.ts'
import { Refusal } from '../refusal.ts'
import type { Journal } from '../rights/journal.ts'
import type { Where } from '../rights/model.ts'
import type { Rights } from '../rights/service.ts'
import { answersKept, type Arrived, type Comer, type Promoted } from './model.ts'
import type { AnswerStore } from './ports.ts'

/** Organisers hear of whoever drops out so long before it begins. */
export const lateFrom = 24 * hour

/** Departures that follow each other are told together. */
const together = minute

/** Who comes to an action: for those who organise it. */
export interface Attendance {
  /** May whoever speaks know who comes? */
  may(action: Action): Promise<boolean>
  /** Refuses whoever may not know it, and an action that is not known. `again`: it is still the look that was noted before. */
  comers(
    id: ActionId,
    page: Page & { readonly only?: 'waiting' },
    again?: 'again',
  ): Promise<{
    readonly found: ActionFound
    readonly comers: readonly Comer[]
    /** Once it is over, and took place. */
    readonly arrived?: Arrived
    /** They answered so long ago that only how many they were is known. */
    readonly forgotten?: true
  }>
  /** What whoever speaks let organisers know. */
  myNotes(): Promise<readonly string[]>
  /**
   * Takes somebody off the list, who is told; their seat goes to the next one. `'unheard'`: the same, but nobody can write to them; `'absent'`:
   * they did not come anyway.
   */
  withdraw(id: ActionId, person: PersonId): Promise<'withdrawn' | 'unheard' | 'absent'>
  /** Organisers choose who comes from now on, or no more. Refuses whoever may not see who comes. */
  pick(id: ActionId, on: boolean): Promise<ActionFound>
  /** That person comes, and is told. `'unheard'`: they come, but nobody can write to them. */
  choose(id: ActionId, person: PersonId): Promise<Awaited<ReturnType<AnswerStore['choose']>> | 'unheard'>
}

interface Needs {
  readonly answers: AnswerStore
  readonly actions: ActionStore
  readonly rights: Rights
  readonly journal: Pick<Journal, 'note'>
  readonly people: Pick<People, 'known'>
  readonly tell: Tell
  readonly touched: (action: ActionId) => void
  /** That person does not come any more. */
  readonly gone: (action: Action, person: PersonId) => Promise<void>
  readonly now: Instant
}

/** Whoever wakes has so long at least to say that they want a seat. */
const timeToSay = hour

/** Seats that move within that time are one summary. */
const summed = 10 * minute

export const organisersOf = async (
  rights: Pick<Rights, 'concerned'>,
  action: Action,
): Promise<Iterable<PersonId>> => {
  const told = new Set<PersonId>()
  for (const { id } of action.organisers)
    if (id) for (const person of await rights.concerned('see-names', id)) told.add(person)
  return told
}

interface Promoting {
  readonly tell: Tell
  readonly rights: Pick<Rights, 'concerned'>
  readonly actions: Pick<ActionStore, 'found'>
  readonly now: Instant
}

/** Tells each what became of their turn, and those who organise it a little later who they are. */
export const tellPromoted = async (
  { tell, rights, actions, now }: Promoting,
  promoted: readonly Promoted[],
): Promise<void> => {
  for (const { person, action, until } of promoted) {
    const known = (await actions.found(action))?.action
    await tell({
      to: { person },
      urgency: 'urgent',
      notice: { is: 'seat', action, ...(until !== undefined && { until }) },
      key: `seat ${action} ${person}`,
      // A seat that is kept for a while runs out for whoever sleeps.
      ...(known && {
        rest: { ...restFor(known), ...(until !== undefined && { by: later(until, -timeToSay) }) },
      }),
    })
  }
  const since = instant(Math.floor(now / summed) * summed)
  for (const action of new Set(promoted.map((each) => each.action))) {
    const found = await actions.found(action)
    if (!found) continue
    for (const person of await organisersOf(rights, found.action))
      await tell({
        to: { person },
        urgency: 'reminder',
        notice: { is: 'seats-given', action, since },
        key: `seats ${action} ${person} ${since}`,
        due: later(since, summed),
        rest: restFor(found.action),
      })
  }
}

/** Those who organise it hear that somebody drops out late; several who do so within a minute are one notice. */
export const tellDeparture = async (
  { rights, tell, now }: Pick<Needs, 'rights' | 'tell' | 'now'>,
  action: Action,
): Promise<void> => {
  if (later(now, lateFrom) < action.start) return
  for (const person of await organisersOf(rights, action))
    await tell({
      to: { person },
      urgency: 'urgent',
      notice: { is: 'departure', action: action.id },
      key: `departure ${action.id} ${person}`,
      due: later(now, together),
      rest: restFor(action),
    })
}

export const createAttendance = ({
  answers,
  actions,
  rights,
  journal,
  people,
  tell,
  touched,
  gone,
  now,
}: Needs): Attendance => {
  /** The place whose right it is that whoever speaks may see names; absent: none. */
  const entitling = async ({ organisers }: Action): Promise<Where | undefined> => {
    for (const { id } of organisers) if (id && (await rights.may('see-names', id))) return id
    return (await rights.may('see-names', 'everywhere')) ? 'everywhere' : undefined
  }

  const entitled = async (id: ActionId): Promise<{ readonly found: ActionFound; readonly by: Where }> => {
    const found = await actions.found(id)
    if (!found) throw new Refusal('action-unknown', {})
    const by = await entitling(found.action)
    if (by !== undefined) return { found, by }
    // Says who may.
    const group = found.action.organisers.find((each) => each.id !== undefined)?.id ?? 'everywhere'
    await rights.require('see-names', group)
    return { found, by: group }
  }

  return {
    may: async (action) => (await entitling(action)) !== undefined,
    comers: async (id, page, again) => {
      const { found, by } = await entitled(id)
      if (again === undefined)
        await journal.note(by, { is: 'did', deed: 'see-names', what: found.action.name })
      const comers = await answers.comers(id, page)
      const { end, state } = found.action
      const { yes, maybe, no, waiting = 0 } = found.counts
      if (comers.length === 0 && later(end, answersKept) < now && yes + maybe + no + waiting > 0)
        return { found, comers, forgotten: true }
      return {
        found,
        comers,
        ...(end <= now && state === 'planned' && { arrived: await answers.arrived(id) }),
      }
    },
    myNotes: async () => {
      const by = people.known()
      return by ? answers.notesBy(by) : []
    },
    withdraw: async (id, person) => {
      const { found, by } = await entitled(id)
      const before = await actions.found(id, person)
      if (before?.answer !== 'yes' && before?.answer !== 'maybe') return 'absent'
      const noted = await actions.answer(person, id, 'no', now)
      await gone(found.action, person)
      touched(id)
      if (noted.is === 'noted') await tellPromoted({ tell, rights, actions, now }, noted.promoted)
      const rest = restFor(found.action)
      const notice = { is: 'taken-off', action: id } as const
      const told = await tell({ to: { person }, urgency: 'urgent', notice, rest })
      await journal.note(by, { is: 'did', deed: 'take-off', what: found.action.name })
      return told === 'told' ? 'withdrawn' : 'unheard'
    },
    pick: async (id, on) => {
      const { found, by } = await entitled(id)
      await answers.pick(id, on)
      touched(id)
      await journal.note(by, { is: 'did', deed: 'choose-who-comes', what: found.action.name })
      return (await actions.found(id)) ?? found
    },
    choose: async (id, person) => {
      const { found, by } = await entitled(id)
      const became = await answers.choose(id, person, now)
      if (became !== 'chosen') return became
      touched(id)
      const rest = restFor(found.action)
      const notice = { is: 'chosen', action: id } as const
      const told = await tell({ to: { person }, urgency: 'urgent', notice, rest })
      await journal.note(by, { is: 'did', deed: 'choose-somebody', what: found.action.name })
      return told === 'told' ? became : 'unheard'
    },
  }
}
