import { later, type Instant } from '../../base/clock.ts'
import type { ActionId, GroupId } from '../../base/ids.ts'
import type { People } from '../people/service.ts'
import type { DepartmentCode } from '../territory/model.ts'
import { ahead, mostEntries, openToken, past, readToken, type Calendar, type Scope } from './model.ts'
import type { CalendarStore } from './ports.ts'

/** Addresses of calendars; none when nobody reaches us from outside. */
export interface Calendars {
  readonly there: boolean
  /** Of whoever speaks: made when they ask for it. */
  mine(): Promise<string | undefined>
  /** Have they one? */
  has(): Promise<boolean>
  renew(): Promise<string | undefined>
  revoke(): Promise<boolean>
  ofGroup(group: GroupId): string | undefined
  ofDepartment(department: DepartmentCode): string | undefined
  ofAction(action: ActionId): string | undefined
}

interface Needs {
  readonly store: Pick<CalendarStore, 'secretOf' | 'renew' | 'revoke'>
  readonly people: Pick<People, 'known' | 'keep'>
  /** Where the web part is reached from outside; absent: it is not. */
  readonly root?: string
  readonly now: Instant
}

/** The address of a calendar. */
export const addressOf = (root: string, token: string): string => `${root}/calendriers/${token}.ics`

export const createCalendars = ({ store, people, root, now }: Needs): Calendars => {
  const at = (token: string): string | undefined => (root === undefined ? undefined : addressOf(root, token))
  const open = (scope: Exclude<Scope, { is: 'person' }>): string | undefined => at(openToken(scope))
  const renew = async (): Promise<string | undefined> => at(await store.renew(await people.keep(), now))
  return {
    there: root !== undefined,
    mine: async () => {
      const by = people.known()
      const secret = by && (await store.secretOf(by))
      return secret === undefined ? renew() : at(secret)
    },
    has: async () => {
      const by = people.known()
      return by !== undefined && (await store.secretOf(by)) !== undefined
    },
    renew,
    revoke: async () => {
      const by = people.known()
      return by ? store.revoke(by) : false
    },
    ofGroup: (group) => open({ is: 'group', group }),
    ofDepartment: (department) => open({ is: 'department', department }),
    ofAction: (action) => open({ is: 'action', action }),
  }
}

/** The calendar of that address; `undefined` when there is none, or no longer. */
export const readCalendar = async (
  store: CalendarStore,
  token: string,
  now: Instant,
): Promise<Calendar | undefined> => {
  const read = readToken(token)
  const person = read?.is === 'secret' ? await store.whose(token) : undefined
  const scope: Scope | undefined = read?.is === 'secret' ? person && { is: 'person', person } : read
  if (!scope) return undefined
  const name = await store.nameOf(scope)
  if (scope.is === 'group' && name === undefined) return undefined
  const entries = await store.entries(scope, later(now, -past), later(now, ahead), mostEntries)
  if (scope.is === 'action' && entries.length === 0) return undefined
  return { scope, entries, ...(name !== undefined && { name }) }
}
