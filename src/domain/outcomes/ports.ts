import type { Instant } from '../../base/clock.ts'
import type { ActionId, GroupId } from '../../base/ids.ts'
import type { DepartmentCode } from '../territory/model.ts'
import type { Outcome, Total } from './model.ts'

export interface OutcomeStore {
  /** Over in that time, of groups where somebody has a role, and not asked about yet; the first over first. */
  unasked(over: { readonly from: Instant; readonly to: Instant }, most: number): Promise<readonly ActionId[]>
  /** Over in that time, of these groups, and nobody has counted yet; the last over first. */
  uncounted(
    groups: readonly GroupId[],
    over: { readonly from: Instant; readonly to: Instant },
    most: number,
  ): Promise<readonly ActionId[]>
  /** True once for each action: its organisers are to be asked. */
  ask(action: ActionId, at: Instant): Promise<boolean>
  keep(action: ActionId, outcome: Outcome, at: Instant): Promise<void>
  of(action: ActionId): Promise<Outcome | undefined>
  /** By month, the oldest first, of actions begun since then. */
  totals(
    of: { readonly group: GroupId } | { readonly department: DepartmentCode },
    since: Instant,
  ): Promise<readonly Total[]>
}
