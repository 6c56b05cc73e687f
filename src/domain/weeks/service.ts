import type { Instant } from '../../base/clock.ts'
import type { GroupId, PersonId } from '../../base/ids.ts'
import { plusDays, startOfDay, type Zone } from '../../base/zones.ts'
import type { ActionStore, Search } from '../actions/ports.ts'
import type { Group } from '../groups/model.ts'
import type { GroupStore } from '../groups/ports.ts'
import type { Gazetteer } from '../territory/ports.ts'
import { daysFrom, type Week } from './model.ts'

/** As many as one message shows at ease. */
const mostActions = 10

interface Needs {
  readonly actions: Pick<ActionStore, 'search'>
  readonly groups: Pick<GroupStore, 'byId'>
  readonly territory: Pick<Gazetteer, 'zoneOf'>
}

/** What a group organises; of a loop, what its department does; without either, everything. */
const whose = (group: Group | undefined): Partial<Search> => {
  if (!group) return {}
  if (group.kind === 'loop' && group.department !== undefined) return { department: group.department }
  return { programmeOf: group.id }
}

/** The coming week of a group, a loop, or everybody; `undefined` for a group that is not known. */
export const weekOf = async (
  { actions, groups, territory }: Needs,
  id: GroupId | undefined,
  now: Instant,
): Promise<Week | undefined> => {
  const group = id && (await groups.byId(id))
  if (id && !group) return undefined
  const zone = territory.zoneOf(group?.department)
  const days = daysFrom(now, zone)
  const found = await actions.search({
    ...whose(group),
    from: now,
    to: startOfDay(plusDays(days.to, 1), zone),
    page: { skip: 0, take: mostActions + 1 },
  })
  return {
    ...(group && { group }),
    ...days,
    zone,
    actions: found.slice(0, mostActions),
    more: found.length > mostActions,
  }
}

/** The coming week of somebody's groups, on their own clock. */
export const ownWeekOf = async (
  { actions }: Pick<Needs, 'actions'>,
  person: PersonId,
  zone: Zone,
  now: Instant,
): Promise<Week> => {
  const days = daysFrom(now, zone)
  const found = await actions.search({
    groupsOf: person,
    from: now,
    to: startOfDay(plusDays(days.to, 1), zone),
    page: { skip: 0, take: mostActions + 1 },
  })
  return {
    own: true,
    ...days,
    zone,
    actions: found.slice(0, mostActions),
    more: found.length > mostActions,
  }
}
