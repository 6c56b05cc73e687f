import type { Instant } from '../../base/clock.ts'
import type { GroupId, PersonId } from '../../base/ids.ts'
import type { People } from '../people/service.ts'
import { Refusal } from '../refusal.ts'
import { nearby } from '../territory/distance.ts'
import type { Area, DepartmentCode } from '../territory/model.ts'
import type { Gazetteer } from '../territory/ports.ts'
import type { Group, GroupFound } from './model.ts'
import type { GroupStore, Page } from './ports.ts'

/** The groups of some area, by pages. */
export interface Around {
  readonly groups: readonly GroupFound[]
  readonly more: boolean
  /** Nothing was nearby: these are the nearest ones, however far. */
  readonly beyond: boolean
  readonly loop?: Group
}

export interface Groups {
  around(area: Area, page: Page): Promise<Around>
  /** `undefined` when it is not known. */
  found(id: GroupId): Promise<GroupFound | undefined>
  /** Refuses a group that is not known. */
  join(id: GroupId): Promise<{ readonly group: Group; readonly was: 'joined' | 'already' }>
  leave(id: GroupId): Promise<{ readonly group: Group; readonly was: 'left' | 'absent' }>
  /** They want to be asked in private whether they come to what it does, or no more; they join it when they had not. */
  ask(id: GroupId, wanted: boolean): Promise<Group>
  mine(): Promise<readonly Group[]>
}

interface Needs {
  readonly store: GroupStore
  readonly people: People
  readonly territory: Gazetteer
  readonly now: Instant
}

const nearestOnes: Page = { skip: 0, take: 3 }

const oneMore = ({ skip, take }: Page): Page => ({ skip, take: take + 1 })

export const createGroups = ({ store, people, territory, now }: Needs): Groups => {
  // Asked each time: joining makes a stranger known.
  const viewer = (): PersonId | undefined => people.known()

  const departmentOf = (area: Area): DepartmentCode => {
    switch (area.is) {
      case 'commune':
        return area.department
      case 'department':
        return area.code
      case 'spot':
        return territory.nearest(area.point).department
    }
  }

  const listed = async (id: GroupId): Promise<Group> => {
    const group = await store.byId(id)
    if (!group) throw new Refusal('group-unknown', {})
    return group
  }

  const leave = async (by: PersonId | undefined, id: GroupId): Promise<'left' | 'absent'> =>
    by ? store.leave(by, id) : 'absent'

  return {
    around: async (area, page) => {
      const department = departmentOf(area)
      const point = area.is === 'department' ? undefined : area.point
      const found = point
        ? await store.near(point, nearby, oneMore(page), now, viewer())
        : await store.inDepartment(department, oneMore(page), now, viewer())
      const beyond = point !== undefined && page.skip === 0 && found.length === 0
      const groups = beyond ? await store.near(point, undefined, nearestOnes, now, viewer()) : found
      const loop = await store.loopOf(department)
      return {
        groups: groups.slice(0, page.take),
        more: !beyond && found.length > page.take,
        beyond,
        ...(loop && { loop }),
      }
    },
    found: (id) => store.found(id, now, viewer()),
    join: async (id) => {
      const group = await listed(id)
      return { group, was: await store.join(await people.keep(), id, now) }
    },
    leave: async (id) => {
      const group = await listed(id)
      return { group, was: await leave(viewer(), id) }
    },
    ask: async (id, wanted) => {
      const group = await listed(id)
      const by = await people.keep()
      if (wanted) await store.join(by, id, now)
      await store.ask(by, id, wanted)
      return group
    },
    mine: async () => {
      const by = viewer()
      return by ? store.joinedBy(by) : []
    },
  }
}
