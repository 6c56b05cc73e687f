import type { Instant } from '../../base/clock.ts'
import type { PersonId } from '../../base/ids.ts'
import type { Entry, Scope } from './model.ts'

export interface CalendarStore {
  /** The secret of their calendar, when they have one. */
  secretOf(person: PersonId): Promise<string | undefined>
  /** Another one from now on; the one before no longer opens anything. */
  renew(person: PersonId, at: Instant): Promise<string>
  revoke(person: PersonId): Promise<boolean>
  whose(secret: string): Promise<PersonId | undefined>
  /** Not over at `from`, begun before `to`, the soonest first; cancelled ones included, for whoever had noted them. */
  entries(scope: Scope, from: Instant, to: Instant, most: number): Promise<readonly Entry[]>
  /** Of a group; `undefined` when it is not known. */
  nameOf(scope: Scope): Promise<string | undefined>
}
