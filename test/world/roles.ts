import type { PersonId } from '../../src/base/ids.ts'
import type { Group } from '../../src/domain/groups/model.ts'
import type { Grant } from '../../src/domain/rights/model.ts'
import type { RoleStore } from '../../src/domain/rights/ports.ts'

/** A whole store of roles, in memory; nobody has a name. */
export const createRolesInMemory = (
  groups: readonly Group[],
): RoleStore & { readonly forget: (id: PersonId) => void } => {
  let grants: readonly Grant[] = []
  const above = (one: Grant, other: Grant): boolean => one.role === 'animator' && other.role === 'manager'
  return {
    of: async (person) =>
      grants
        .filter((grant) => grant.person === person)
        .map(({ role, since, group: id }) => {
          const group = groups.find((each) => each.id === id)
          return { role, since, ...(group && { group }) }
        }),
    animates: async (person) => (grants.some((grant) => grant.person === person) ? 'does' : 'never'),
    at: async (group) =>
      grants
        .filter((grant) => grant.group === group)
        .map(({ person, role, since }) => ({ person, role, since })),
    grant: async (grant, most = Infinity) => {
      const there = grants.filter(({ group }) => group === grant.group)
      const theirs = there.filter(({ person }) => person === grant.person)
      if (theirs.some((each) => each.role === grant.role || above(each, grant))) return 'already'
      if (there.filter(({ role }) => role === grant.role).length >= most) return 'full'
      grants = [...grants.filter((each) => !(theirs.includes(each) && above(grant, each))), grant]
      return 'granted'
    },
    withdraw: async (person, role, group) => {
      const before = grants.length
      grants = grants.filter((each) => each.person !== person || each.role !== role || each.group !== group)
      return grants.length < before
    },
    forget: (id) => {
      grants = grants.filter(({ person }) => person !== id)
    },
  }
}
