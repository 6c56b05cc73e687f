import { sql, type SQL } from 'drizzle-orm'
import type { PersonId } from '../base/ids.ts'
import { actions, organisers } from './tables/actions.ts'
import { groups, memberships } from './tables/groups.ts'
import { roles } from './tables/roles.ts'

/**
 * Actions that this person may come to: those open to everybody, and those for members of a group that organises them or, where they say so, of any
 * group of their department.
 */
export const invited = (person: PersonId | undefined): SQL => {
  if (person === undefined) return sql`${actions.audience} is null`
  return sql`(${actions.audience} is null or exists (
    select 1 from ${groups} mine
    where mine.id in (
      select m.group from ${memberships} m where m.person = ${person}
      union select r.group from ${roles} r where r.person = ${person} and r.group is not null)
    and (
      (${actions.audience} = 'department' and mine.department = ${actions.department})
      or exists (
        select 1 from ${organisers} o
        where o.action = ${actions.id} and o.source = mine.source and o.source_id = mine.source_id))))`
}
