import type { Instant } from '../../base/clock.ts'
import type { ActionId, PersonId, ProposalId } from '../../base/ids.ts'
import type { Account } from '../people/model.ts'

/** Whoever made a code. */
export interface Offering {
  readonly person: PersonId
  readonly name?: string
  readonly platforms: readonly string[]
}

export interface PairingStore {
  /** Only the last code of a person is worth something, once, before that instant. */
  offer(person: PersonId, code: string, until: Instant): Promise<void>
  offered(code: string, now: Instant): Promise<Offering | undefined>
  /**
   * Uses the code up: from then on the account is one of whoever made it, and all that hung on the account's own person is theirs.
   * What both had answered to one action or proposal stays as whoever made the code answered. `changed`, `recounted`: the actions
   * and the proposals of dates whose counts are others now.
   */
  pair(
    code: string,
    account: Account,
    door: string,
    now: Instant,
  ): Promise<
    | {
        readonly is: 'paired'
        readonly with: PersonId
        readonly changed: readonly ActionId[]
        readonly recounted: readonly ProposalId[]
      }
    | { readonly is: 'unknown' }
  >
  /** The account is nobody's again; false when it is the only one of its person. */
  part(account: Account): Promise<boolean>
}
