import type { ActionId, PersonId } from '../../src/base/ids.ts'
import type { Action, ActionFound, Answer, Counts } from '../../src/domain/actions/model.ts'
import type { ActionStore } from '../../src/domain/actions/ports.ts'
import type { AnswerStore } from '../../src/domain/answers/ports.ts'
import { metresBetween } from '../../src/domain/territory/distance.ts'
import type { Point } from '../../src/domain/territory/model.ts'
import type { Groups } from './groups.ts'

export type Actions = Pick<ActionStore, 'mayCome' | 'found' | 'search' | 'answer' | 'answeredBy' | 'came'> &
  Pick<AnswerStore, 'arrived' | 'comers' | 'notesBy'>

const soonest = (one: ActionFound, other: ActionFound): number => one.action.start - other.action.start

/** A whole store of actions and answers, in memory. */
export const createActionsInMemory = (
  actions: readonly Action[],
  groups: Groups,
): Actions & { readonly forget: (id: PersonId) => readonly ActionId[] } => {
  const answers = new Map<ActionId, Map<PersonId, Answer>>()
  const given = (id: ActionId): ReadonlyMap<PersonId, Answer> => answers.get(id) ?? new Map()

  const countsOf = (id: ActionId): Counts => {
    const all = [...given(id).values()]
    const count = (answer: Answer): number => all.filter((each) => each === answer).length
    return { yes: count('yes'), maybe: count('maybe'), no: count('no') }
  }

  const found = (action: Action, person?: PersonId, from?: Point): ActionFound => {
    const answer = person && given(action.id).get(person)
    const { point } = action.venue
    return {
      action,
      counts: countsOf(action.id),
      ...(answer && { answer }),
      ...(from && point && { metres: metresBetween(from, point) }),
    }
  }

  return {
    found: async (id, person) => {
      const action = actions.find((each) => each.id === id)
      return action && found(action, person)
    },
    mayCome: async () => true,
    search: async ({ groupsOf, programmeOf, near, department, from, to, kind, only, page }, person) => {
      const joined = groupsOf && new Set((await groups.joinedBy(groupsOf)).map(({ id }) => id))
      return actions
        .filter((action) => action.state === 'planned' && action.end > from)
        .filter((action) => to === undefined || action.start < to)
        .filter(({ id }) => only === undefined || id === only)
        .filter((action) => kind === undefined || action.kind === kind)
        .filter((action) => department === undefined || action.department === department)
        .filter(
          (action) => programmeOf === undefined || action.organisers.some(({ id }) => id === programmeOf),
        )
        .filter((action) => !joined || action.organisers.some(({ id }) => id && joined.has(id)))
        .map((action) => found(action, person, near?.point))
        .filter(({ metres }) => !near || (metres !== undefined && metres <= near.within))
        .toSorted(soonest)
        .slice(page.skip, page.skip + page.take)
    },
    answer: async (person, id, answer, _, { guests = 0 } = {}) => {
      const all = answers.get(id) ?? new Map<PersonId, Answer>()
      const was = all.get(person)
      answers.set(id, all.set(person, answer))
      const noted = { is: 'noted', guests, promoted: [], changed: was !== answer } as const
      return { ...noted, counts: countsOf(id), ...(was && { was }) }
    },
    came: async () => undefined,
    notesBy: async () => [],
    arrived: async () => ({ did: 0, didNot: 0 }),
    comers: async (id, { skip, take }) =>
      [...given(id)].map(([person, answer]) => ({ person, answer, guests: 0 })).slice(skip, skip + take),
    answeredBy: async (person, from) =>
      actions
        .filter((action) => action.end > from && given(action.id).has(person))
        .map((action) => found(action, person))
        .toSorted(soonest),
    forget: (id) => [...answers].flatMap(([action, all]) => (all.delete(id) ? [action] : [])),
  }
}
