import { and, eq, gt, inArray, lt, type SQL } from 'drizzle-orm'
import type { GroupId, PersonId } from '../base/ids.ts'
import type { Search } from '../domain/actions/ports.ts'
import { invited } from './audience.ts'
import type { Drizzle } from './database.ts'
import { isWithin } from './geography.ts'
import { actions, organisers } from './tables/actions.ts'
import { groups, memberships } from './tables/groups.ts'

/** Organisers are known by their source's identifiers. */
const theirs = and(eq(organisers.source, groups.source), eq(organisers.sourceId, groups.sourceId))

/** Of the groups that a person has joined. */
const ofGroupsOf = (database: Drizzle, person: PersonId) =>
  database
    .select({ action: organisers.action })
    .from(memberships)
    .innerJoin(groups, eq(groups.id, memberships.group))
    .innerJoin(organisers, theirs)
    .where(eq(memberships.person, person))

/** What a group organises, alone or with others. */
export const ofGroup = (database: Drizzle, group: GroupId) =>
  database
    .select({ action: organisers.action })
    .from(groups)
    .innerJoin(organisers, theirs)
    .where(eq(groups.id, group))

/** The actions that are looked for, of those that this person may know. */
export const matching = (
  database: Drizzle,
  { groupsOf, organisedBy, near, department, from, to, kind }: Search,
  person: PersonId | undefined,
): SQL | undefined =>
  and(
    eq(actions.state, 'planned'),
    // A group hears of all that it organises.
    organisedBy ? undefined : invited(person),
    gt(actions.end, from),
    to === undefined ? undefined : lt(actions.start, to),
    kind === undefined ? undefined : eq(actions.kind, kind),
    department === undefined ? undefined : eq(actions.department, department),
    near && isWithin(actions, near.point, near.within),
    groupsOf && inArray(actions.id, ofGroupsOf(database, groupsOf)),
    organisedBy && inArray(actions.id, ofGroup(database, organisedBy)),
  )
