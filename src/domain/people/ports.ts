import type { Instant } from '../../base/clock.ts'
import type { ActionId, PersonId } from '../../base/ids.ts'
import type { Door } from '../notices/ports.ts'
import type { Account } from './model.ts'

/** Everything kept about one person, to be read or taken away. */
export interface Kept {
  readonly name?: string
  /** Chats of many may show the name too. */
  readonly openName?: true
  /** What their groups announce comes to them in private, too. */
  readonly news?: true
  /** On which day the week of their groups comes to them, 1 is Monday. */
  readonly weekDay?: number
  readonly since: Date
  readonly accounts: readonly Account[]
}

export interface PeopleStore {
  /** `closed`: nothing arrives there, as far as is known. */
  byAccount(
    account: Account,
  ): Promise<{ readonly id: PersonId; readonly name?: string; readonly closed?: true } | undefined>
  /** Makes the person known, once; two at a time end with one person. `door`: the address for private messages. */
  keep(id: PersonId, account: Account, door: string): Promise<PersonId>
  /** Without a name, chats of many show none any more, also when there is one again. */
  rename(id: PersonId, name: string | undefined): Promise<void>
  openName(id: PersonId, is: boolean): Promise<void>
  /** Copies of what their groups announce, from now on or no more. */
  news(id: PersonId, on: boolean): Promise<void>
  /** The week of their groups comes on that day from now on; without one, no more. */
  week(id: PersonId, day: number | undefined): Promise<void>
  /** Coming actions on whose cards chats of many see that name. */
  shownOn(id: PersonId): Promise<readonly ActionId[]>
  kept(id: PersonId): Promise<Kept | undefined>
  /** They were not erased, nor are while this transaction lasts: what it writes for them goes with them. */
  still(id: PersonId): Promise<boolean>
  /** Removes the person and all that hangs on them: accounts, memberships, answers, dialogues. The actions that they had answered. */
  erase(id: PersonId): Promise<readonly ActionId[]>
  /** The platform says whether private messages reach that account. */
  reachable(account: Account, is: boolean): Promise<void>
  /** A closed account is tried again from now on, unless it was since that instant; false when it is not. */
  retry(account: Account, now: Instant, since: Instant): Promise<boolean>
  /** The same by the address of their private messages, which are closed; false when it is nobody's. */
  closed(door: Account): Promise<boolean>
  /** Where private messages reach that person now; the first one is the one to use: on the platform that they prefer, if any. */
  doors(id: PersonId): Promise<readonly Door[]>
  /** The same for many at once; nobody can be reached who is not among them. */
  doorsOf(ids: readonly PersonId[]): Promise<ReadonlyMap<PersonId, readonly Door[]>>
}
