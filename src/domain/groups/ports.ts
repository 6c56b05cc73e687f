import type { Instant } from '../../base/clock.ts'
import type { GroupId, PersonId } from '../../base/ids.ts'
import type { DepartmentCode, Point } from '../territory/model.ts'
import type { Group, GroupFound, ImportedGroup } from './model.ts'

export interface Page {
  readonly skip: number
  readonly take: number
}

export interface GroupStore {
  byId(id: GroupId): Promise<Group | undefined>
  /** With its next action, and whether that person has joined it. */
  found(id: GroupId, now: Instant, person?: PersonId): Promise<GroupFound | undefined>
  /** Active groups but loops, the nearest first. */
  near(
    point: Point,
    within: number | undefined,
    page: Page,
    now: Instant,
    person?: PersonId,
  ): Promise<readonly GroupFound[]>
  /** Active groups but loops, certified first, then by name. */
  inDepartment(
    code: DepartmentCode,
    page: Page,
    now: Instant,
    person?: PersonId,
  ): Promise<readonly GroupFound[]>
  loopOf(code: DepartmentCode): Promise<Group | undefined>
  join(person: PersonId, group: GroupId, at: Instant): Promise<'joined' | 'already'>
  /** Whether somebody who joined wants to be asked if they come; false when they did not join. */
  ask(person: PersonId, group: GroupId, wanted: boolean): Promise<boolean>
  leave(person: PersonId, group: GroupId): Promise<'left' | 'absent'>
  joinedBy(person: PersonId): Promise<readonly Group[]>
  /** Adds or changes the group of that source and identifier. */
  keepImported(
    group: ImportedGroup,
    at: Instant,
  ): Promise<{ readonly id: GroupId; readonly was: 'added' | 'changed' | 'same' }>
  /** The groups of a source that were not seen since that instant are no longer listed. */
  retireUnseen(source: ImportedGroup['source'], since: Instant): Promise<number>
}
