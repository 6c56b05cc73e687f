import type { PersonId } from '../../base/ids.ts'
import type { Group } from '../groups/model.ts'
import type { GroupStore } from '../groups/ports.ts'
import type { People } from '../people/service.ts'
import { Refusal } from '../refusal.ts'
import { isEverywhere, type Deed, type Held, type Teammate, type Where } from './model.ts'
import type { RoleStore } from './ports.ts'
import { allowing, isAllowed } from './table.ts'

/** What whoever speaks may do; asked where the thing is done, at the moment it is done. */
export interface Rights {
  /** Their roles, the operator's first; members of groups are not among them. */
  mine(): Promise<readonly Held[]>
  /** False for a group that is not known. */
  may(deed: Deed, where: Where): Promise<boolean>
  /** Refuses whoever may not, and says who may. The group or loop, or `'everywhere'`. */
  require(deed: Deed, where: Where): Promise<Group | 'everywhere'>
  /** The groups and loops where they themselves have a role that allows it, by name. */
  groupsFor(deed: Deed): Promise<readonly Group[]>
  /** Whoever has a role there, for them alone who may know. */
  team(where: Where): Promise<readonly Teammate[]>
  /** Whom a notice about that place concerns: those whose role there allows the deed. */
  concerned(deed: Deed, where: Where): Promise<readonly PersonId[]>
}

interface Needs {
  readonly store: RoleStore
  readonly groups: Pick<GroupStore, 'byId'>
  readonly people: Pick<People, 'known'>
  /** Whoever speaks was named by whoever runs the program. */
  readonly operator: boolean
}

export const createRights = ({ store, groups, people, operator }: Needs): Rights => {
  const mine = async (): Promise<readonly Held[]> => {
    const by = people.known()
    return [...(operator ? [{ role: 'operator' } as const] : []), ...(by ? await store.of(by) : [])]
  }

  const placed = async (where: Where): Promise<Group | 'everywhere' | undefined> =>
    isEverywhere(where) ? where : groups.byId(where)

  const team = (where: Where): Promise<readonly Teammate[]> =>
    store.at(isEverywhere(where) ? undefined : where)

  return {
    mine,
    may: async (deed, where) => {
      const place = await placed(where)
      return place !== undefined && isAllowed(await mine(), deed, place)
    },
    require: async (deed, where) => {
      const place = await placed(where)
      if (!place) throw new Refusal('group-unknown', {})
      if (isAllowed(await mine(), deed, place)) return place
      throw new Refusal('not-allowed', {
        deed,
        ...(place !== 'everywhere' && { place: place.name }),
        who: allowing(deed, place),
      })
    },
    groupsFor: async (deed) =>
      (await mine()).flatMap(({ role, group }): readonly Group[] =>
        group && isAllowed([{ role, group }], deed, group) ? [group] : [],
      ),
    team,
    concerned: async (deed, where) => {
      const place = await placed(where)
      if (!place) return []
      const roles = allowing(deed, place)
      return (await team(where)).flatMap(({ person, role }) => (roles.includes(role) ? [person] : []))
    },
  }
}
