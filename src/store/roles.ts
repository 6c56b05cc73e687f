import { and, asc, eq, exists, inArray, isNull, or, sql, type SQL } from 'drizzle-orm'
import type { GroupId, PersonId } from '../base/ids.ts'
import type { Grant, GrantedRole } from '../domain/rights/model.ts'
import type { RoleStore } from '../domain/rights/ports.ts'
import type { Cipher } from './cipher.ts'
import type { Drizzle } from './database.ts'
import { asGroup, shown } from './groups.ts'
import { nameSpot } from './people.ts'
import { groups } from './tables/groups.ts'
import { people } from './tables/people.ts'
import { journal, roles } from './tables/roles.ts'

interface Needs {
  readonly database: Drizzle
  readonly cipher: Cipher
}

const placed = (group: GroupId | undefined): SQL =>
  group === undefined ? isNull(roles.group) : eq(roles.group, group)

const held = (person: PersonId, role: GrantedRole, group: GroupId | undefined) =>
  and(eq(roles.person, person), eq(roles.role, role), placed(group))

/** Whoever animates a group also manages it: one role says both. */
const lower = {
  animator: 'manager',
  manager: undefined,
  coordination: undefined,
  'loop-animator': undefined,
} as const
const higher = {
  manager: 'animator',
  animator: undefined,
  coordination: undefined,
  'loop-animator': undefined,
} as const

/** What changes the roles of one place follows each other: what is counted stays true until it is written. */
const locked = async (within: Drizzle, group: GroupId | undefined): Promise<void> => {
  if (group === undefined)
    await within.execute(sql`select pg_advisory_xact_lock(hashtext('porte_voix.roles'))`)
  else await within.select({ id: groups.id }).from(groups).where(eq(groups.id, group)).for('no key update')
}

export const createRoleStore = ({ database, cipher }: Needs): RoleStore => ({
  of: async (person) => {
    const rows = await database
      .select({ role: roles.role, since: roles.since, group: shown })
      .from(roles)
      .leftJoin(groups, eq(groups.id, roles.group))
      .where(eq(roles.person, person))
      .orderBy(sql`${groups.sortName} collate "C" nulls first`, asc(groups.id), asc(roles.role))
    return rows.map(({ role, since, group }) => ({ role, since, ...(group && { group: asGroup(group) }) }))
  },
  animates: async (person) => {
    const [found] = await database
      .select({
        does: exists(
          database
            .select({ one: sql`1` })
            .from(roles)
            .where(eq(roles.person, person)),
        ).mapWith(Boolean),
        did: exists(
          database
            .select({ one: sql`1` })
            .from(journal)
            .where(or(eq(journal.by, person), eq(journal.about, person))),
        ).mapWith(Boolean),
      })
      .from(sql`(select 1) as one`)
    if (found?.does) return 'does'
    return found?.did ? 'did' : 'never'
  },
  at: async (group) => {
    const rows = await database
      .select({ person: roles.person, role: roles.role, since: roles.since, sealedName: people.sealedName })
      .from(roles)
      .innerJoin(people, eq(people.id, roles.person))
      .where(placed(group))
      .orderBy(asc(roles.since), asc(roles.person), asc(roles.role))
    return rows.map(({ sealedName, ...row }) => ({
      ...row,
      ...(sealedName !== null && { name: cipher.open(sealedName, nameSpot(row.person)) }),
    }))
  },
  grant: ({ person, role, group, since, by }: Grant, most) =>
    database.transaction(async (within) => {
      await locked(within, group)
      const there = await within
        .select({ person: roles.person, role: roles.role })
        .from(roles)
        .where(and(placed(group), inArray(roles.role, [role, higher[role] ?? role])))
      if (there.some((each) => each.person === person)) return 'already'
      const same = there.filter((each) => each.role === role)
      if (most !== undefined && same.length >= most) return 'full'
      const below = lower[role]
      if (below) await within.delete(roles).where(held(person, below, group))
      await within.insert(roles).values({ person, role, group: group ?? null, since, by: by ?? null })
      return 'granted'
    }),
  withdraw: (person, role, group) =>
    database.transaction(async (within) => {
      await locked(within, group)
      const gone = await within
        .delete(roles)
        .where(held(person, role, group))
        .returning({ since: roles.since })
      return gone.length > 0
    }),
})
