import type { Instant } from '../../src/base/clock.ts'
import type { GroupId, PersonId } from '../../src/base/ids.ts'
import { folded } from '../../src/base/text.ts'
import type { Action } from '../../src/domain/actions/model.ts'
import type { Group, GroupFound, NextAction } from '../../src/domain/groups/model.ts'
import type { GroupStore } from '../../src/domain/groups/ports.ts'
import { metresBetween } from '../../src/domain/territory/distance.ts'
import type { Point } from '../../src/domain/territory/model.ts'

const byName = (one: Group, other: Group): number => folded(one.name).localeCompare(folded(other.name))

/** All of the port that commands use; imports are not for this world. */
export type Groups = Omit<GroupStore, 'keepImported' | 'retireUnseen'>

/** A whole store of groups, in memory. */
export const createGroupsInMemory = (
  groups: readonly Group[],
  actions: readonly Action[],
): Groups & { readonly forget: (id: PersonId) => void } => {
  const members = new Map<PersonId, Set<GroupId>>()
  const joinedOf = (person: PersonId | undefined): ReadonlySet<GroupId> =>
    (person && members.get(person)) ?? new Set()

  const nextOf = (id: GroupId, now: Instant): NextAction | undefined =>
    actions
      .filter(
        ({ organisers, state, end }) =>
          state === 'planned' && end > now && organisers.some((each) => each.id === id),
      )
      .toSorted((one, other) => one.start - other.start)
      .map(({ id: action, name, start, zone }) => ({ id: action, name, start, zone }))[0]

  const found = (group: Group, now: Instant, person?: PersonId, from?: Point): GroupFound => {
    const next = nextOf(group.id, now)
    return {
      group,
      joined: joinedOf(person).has(group.id),
      ...(next && { next }),
      ...(from && group.point && { metres: metresBetween(from, group.point) }),
    }
  }

  const listed = groups.filter(({ active, kind }) => active && kind !== 'loop')

  return {
    byId: async (id) => groups.find((group) => group.id === id),
    found: async (id, now, person) => {
      const group = groups.find((each) => each.id === id)
      return group && found(group, now, person)
    },
    near: async (point, within, { skip, take }, now, person) =>
      listed
        .map((group) => found(group, now, person, point))
        .filter(({ metres }) => metres !== undefined && (within === undefined || metres <= within))
        .toSorted((one, other) => (one.metres ?? 0) - (other.metres ?? 0))
        .slice(skip, skip + take),
    inDepartment: async (code, { skip, take }, now, person) =>
      listed
        .filter(({ department }) => department === code)
        .toSorted((one, other) => Number(other.certified) - Number(one.certified) || byName(one, other))
        .slice(skip, skip + take)
        .map((group) => found(group, now, person)),
    loopOf: async (code) => groups.find(({ kind, department }) => kind === 'loop' && department === code),
    join: async (person, group) => {
      const mine = members.get(person) ?? new Set()
      if (mine.has(group)) return 'already'
      members.set(person, mine.add(group))
      return 'joined'
    },
    ask: async (person, group) => joinedOf(person).has(group),
    leave: async (person, group) => (members.get(person)?.delete(group) ? 'left' : 'absent'),
    joinedBy: async (person) => groups.filter(({ id }) => joinedOf(person).has(id)).toSorted(byName),
    forget: (id) => void members.delete(id),
  }
}
