import type { Instant } from '../../base/clock.ts'
import { day } from '../../base/clock.ts'
import { lengthen, shorten, type ActionId, type GroupId, type PersonId } from '../../base/ids.ts'
import type { Action, Answer } from '../actions/model.ts'
import type { DepartmentCode } from '../territory/model.ts'

/** Whose calendar it is. */
export type Scope =
  | { readonly is: 'person'; readonly person: PersonId }
  | { readonly is: 'group'; readonly group: GroupId }
  | { readonly is: 'department'; readonly department: DepartmentCode }
  /** One action alone, that keeps itself up to date. */
  | { readonly is: 'action'; readonly action: ActionId }

export interface Entry {
  readonly action: Action
  /** When it last became other than it was. */
  readonly changed: Instant
  /** In somebody's own calendar: what they answered. */
  readonly answer?: Answer
  /** They said yes, and have no seat yet. */
  readonly waiting?: true
}

export interface Calendar {
  readonly scope: Scope
  /** Of the group or the department's code; absent for a person, and for one action. */
  readonly name?: string
  readonly entries: readonly Entry[]
}

/** What a calendar holds: neither all of the past nor for ever ahead. */
export const past = 30 * day
export const ahead = 400 * day
export const mostEntries = 1_000

/** Everybody may read these, so nobody need keep their address to themselves: of groups and departments they hold what is open to everybody. */
export const openToken = (scope: Exclude<Scope, { is: 'person' }>): string => {
  switch (scope.is) {
    case 'group':
      return `g${shorten(scope.group)}`
    case 'department':
      return `d${scope.department}`
    case 'action':
      return `a${shorten(scope.action)}`
  }
}

/** What an address names; a person's is a secret, and only the store knows whose. */
export const readToken = (
  token: string,
): Exclude<Scope, { is: 'person' }> | { readonly is: 'secret' } | undefined => {
  const [kind, rest] = [token.slice(0, 1), token.slice(1)]
  if (kind === 'p') return /^[\w-]{32}$/.test(rest) ? { is: 'secret' } : undefined
  if (kind === 'd')
    return /^[\w-]{1,8}$/.test(rest) ? { is: 'department', department: rest as DepartmentCode } : undefined
  const id = lengthen(rest)
  if (id === undefined) return undefined
  if (kind === 'g') return { is: 'group', group: id as GroupId }
  return kind === 'a' ? { is: 'action', action: id as ActionId } : undefined
}
