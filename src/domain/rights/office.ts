import type { Instant } from '../../base/clock.ts'
import type { PersonId } from '../../base/ids.ts'
import type { GroupStore } from '../groups/ports.ts'
import type { Tell } from '../notices/ports.ts'
import type { Account } from '../people/model.ts'
import type { PeopleStore } from '../people/ports.ts'
import type { People, Self } from '../people/service.ts'
import { createJournal, type Journal, type JournalStore } from './journal.ts'
import { isOperator } from './operators.ts'
import type { InvitationStore, RoleStore } from './ports.ts'
import { createRights, type Rights } from './service.ts'
import { createTeam, type Team } from './team.ts'

interface Needs {
  readonly stores: {
    readonly roles: RoleStore
    readonly invitations: InvitationStore
    readonly journal: JournalStore
    readonly groups: Pick<GroupStore, 'byId' | 'loopOf'>
    readonly people: Pick<PeopleStore, 'kept'>
  }
  /** Accounts that may appoint the first animators. */
  readonly operators: readonly Account[]
  readonly self: Pick<Self, 'account'>
  readonly people: People
  readonly tell: Tell
  readonly now: Instant
}

export interface Office {
  readonly rights: Rights
  readonly journal: Journal
  readonly team: Team
}

/** Rights, who has them, and what was done with them: for whoever speaks. */
export const createOffice = ({ stores, operators, self, people, tell, now }: Needs): Office => {
  const { roles, invitations, groups } = stores
  const isNamed = (account: Account): boolean => isOperator(operators, account)
  const rights = createRights({ store: roles, groups, people, operator: isNamed(self.account) })
  const journal = createJournal({ store: stores.journal, rights, people, now })
  const operates = async (person: PersonId): Promise<boolean> =>
    (await stores.people.kept(person))?.accounts.some(isNamed) ?? false
  const team = createTeam({
    roles,
    invitations,
    groups,
    rights,
    journal,
    people,
    isOperator: operates,
    tell,
    now,
  })
  return { rights, journal, team }
}
