import { and, eq, gt, inArray, lt, or, type SQL } from 'drizzle-orm'
import type { GroupId, PersonId } from '../base/ids.ts'
import type { Search } from '../domain/actions/ports.ts'
import { forMany, invited } from './audience.ts'
import type { Drizzle } from './database.ts'
import { isWithin } from './geography.ts'
import { actions, organisers } from './tables/actions.ts'
import { followedItems, follows } from './tables/follows.ts'
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

/** What the calendars that some groups follow announce. */
const announcedTo = (database: Drizzle, where: SQL | undefined) =>
  database
    .select({ action: actions.id })
    .from(follows)
    .innerJoin(followedItems, eq(followedItems.path, follows.path))
    .innerJoin(
      actions,
      and(eq(actions.source, followedItems.source), eq(actions.sourceId, followedItems.sourceId)),
    )
    .where(where)

/** All that is on a group's programme: what it organises, and what the calendars that it follows announce. */
export const onProgrammeOf = (database: Drizzle, group: GroupId): SQL | undefined =>
  or(
    inArray(actions.id, ofGroup(database, group)),
    inArray(actions.id, announcedTo(database, eq(follows.group, group))),
  )

/** The same of all groups that a person has joined. */
export const onProgrammesOf = (database: Drizzle, person: PersonId): SQL | undefined => {
  const joined = database
    .select({ group: memberships.group })
    .from(memberships)
    .where(eq(memberships.person, person))
  return or(
    inArray(actions.id, ofGroupsOf(database, person)),
    inArray(actions.id, announcedTo(database, inArray(follows.group, joined))),
  )
}

/** The actions that are looked for, of those that this person may know. */
export const matching = (
  database: Drizzle,
  { groupsOf, programmeOf, near, department, from, to, kind, only }: Search,
  person: PersonId | undefined,
): SQL | undefined =>
  and(
    eq(actions.state, 'planned'),
    // A group hears of all that it organises, but what is for those who have a role.
    programmeOf ? forMany : invited(person),
    gt(actions.end, from),
    to === undefined ? undefined : lt(actions.start, to),
    kind === undefined ? undefined : eq(actions.kind, kind),
    only && eq(actions.id, only),
    department === undefined ? undefined : eq(actions.department, department),
    near && isWithin(actions, near.point, near.within),
    groupsOf && onProgrammesOf(database, groupsOf),
    programmeOf && onProgrammeOf(database, programmeOf),
  )
