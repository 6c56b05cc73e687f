import type { GroupId, PersonId } from '../../base/ids.ts'
import { paris } from '../../base/zones.ts'
import type { GroupStore } from '../groups/ports.ts'
import type { Tell } from '../notices/ports.ts'
import type { GrantedRole } from './model.ts'
import type { RoleStore } from './ports.ts'

interface Needs {
  readonly roles: Pick<RoleStore, 'at'>
  readonly groups: Pick<GroupStore, 'byId' | 'loopOf'>
  readonly tell: Tell
}

/** Those who animate a place, and not those who help them. */
export const animating: ReadonlySet<GrantedRole> = new Set(['animator', 'loop-animator'])

/**
 * Where nobody animates a place any more, its loop hears of it, or else the coordination: they can invite somebody. Never who it was.
 * `but`: those who know.
 */
export const createUnattended =
  ({ roles, groups, tell }: Needs) =>
  async (group: GroupId, but: readonly PersonId[]): Promise<void> => {
    const place = await groups.byId(group)
    if (!place || (await roles.at(group)).some(({ role }) => animating.has(role))) return
    const { kind, department } = place
    const loop = kind !== 'loop' && department !== undefined ? await groups.loopOf(department) : undefined
    for (const above of [...(loop ? [loop.id] : []), undefined]) {
      let heard = false
      for (const { person } of await roles.at(above)) {
        if (but.includes(person)) continue
        const was = await tell({
          to: { person },
          notice: { is: 'unattended', group },
          urgency: 'announcement',
          key: `unattended ${group} ${person}`,
          rest: { zone: paris },
        })
        heard ||= was === 'told'
      }
      if (heard) return
    }
  }
