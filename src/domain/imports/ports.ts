import type { Version } from '../follows/ports.ts'
import type {
  CalendarRead,
  DescribedAction,
  DescribedGroup,
  FoundGroup,
  ListedAction,
  ListedGroup,
  Lot,
  Reading,
} from './model.ts'
import type { DepartmentCode } from '../territory/model.ts'

/** What an import remembers between two wakes and across restarts: plain JSON values, by key. */
export interface ImportStore {
  /** `undefined` when nothing was ever saved under that key. */
  load(key: string): Promise<unknown>
  /** Replaces what was saved under that key. */
  save(key: string, value: unknown): Promise<void>
}

/**
 * Somebody else's list of groups and actions, asked politely: the source paces itself. Nothing rejects but an abort
 * and what is a bug.
 */
export interface Source {
  /** Those that have a position. */
  groups(signal: AbortSignal): Promise<Reading<Lot<ListedGroup>>>
  /** Also those without a position; knows departments, not constituencies abroad. */
  groupsIn(department: DepartmentCode, signal: AbortSignal): Promise<Reading<Lot<FoundGroup>>>
  /** The loops of French citizens abroad, which no department has. */
  loopsAbroad(signal: AbortSignal): Promise<Reading<Lot<FoundGroup>>>
  group(sourceId: string, signal: AbortSignal): Promise<Reading<DescribedGroup>>
  /** Upcoming ones that have a position. */
  actions(signal: AbortSignal): Promise<Reading<Lot<ListedAction>>>
  /** Upcoming ones of a group, also those that happen on a screen. */
  actionsOf(group: string, signal: AbortSignal): Promise<Reading<Lot<ListedAction>>>
  action(sourceId: string, signal: AbortSignal): Promise<Reading<DescribedAction>>
  /** A public calendar; `version`: that of the last reading, if any. */
  calendar(path: string, version: Version, signal: AbortSignal): Promise<Reading<CalendarRead>>
  /** The page of a group, for people. */
  groupUrl(sourceId: string): string
}
