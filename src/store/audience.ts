import { notInArray, sql, type SQL } from 'drizzle-orm'
import type { PersonId } from '../base/ids.ts'
import { few } from '../domain/actions/model.ts'
import { actions, organisers } from './tables/actions.ts'
import { groups, memberships } from './tables/groups.ts'
import { roles } from './tables/roles.ts'

/** What chats of many may be told by themselves. */
export const forMany: SQL = sql`(${actions.audience} is null or ${notInArray(actions.audience, [...few])})`

/**
 * Actions that this person may come to: those open to everybody, and those for members of a group that organises them or, where they say so, of any
 * group of their department. A role counts as much as having joined; for some a role alone does.
 */
export const invited = (person: PersonId | undefined): SQL => {
  if (person === undefined) return sql`${actions.audience} is null`
  return sql`(${actions.audience} is null or exists (
    select 1 from (
      select m.group, false as role from ${memberships} m where m.person = ${person}
      union select r.group, true from ${roles} r where r.person = ${person} and r.group is not null) theirs
    join ${groups} mine on mine.id = theirs.group
    where (theirs.role or ${actions.audience} in ('group', 'department'))
    and (
      (${actions.audience} in ('department', 'animators') and mine.department = ${actions.department})
      or exists (
        select 1 from ${organisers} o
        where o.action = ${actions.id} and o.source = mine.source and o.source_id = mine.source_id))))`
}
