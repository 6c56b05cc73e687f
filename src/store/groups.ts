import { and, asc, desc, eq, gt, lt, ne, sql, type SQL } from 'drizzle-orm'
import type { Instant } from '../base/clock.ts'
import { newId, type PersonId } from '../base/ids.ts'
import { folded, storable } from '../base/text.ts'
import type { Group, GroupFound, ImportedGroup } from '../domain/groups/model.ts'
import type { GroupStore, Page } from '../domain/groups/ports.ts'
import type { Drizzle } from './database.ts'
import { hasPosition, isWithin, metresTo } from './geography.ts'
import { filled, fingerprint } from './rows.ts'
import { actions, organisers } from './tables/actions.ts'
import { groups, memberships } from './tables/groups.ts'

export const shown = {
  id: groups.id,
  name: groups.name,
  kind: groups.kind,
  certified: groups.certified,
  active: groups.active,
  department: groups.department,
  city: groups.city,
  postalCode: groups.postalCode,
  lat: groups.lat,
  lon: groups.lon,
  precision: groups.precision,
  url: groups.url,
}

type Shown = Pick<typeof groups.$inferSelect, keyof typeof shown>

export const asGroup = ({ lat, lon, ...row }: Shown): Group => ({
  ...filled(row),
  ...(lat !== null && lon !== null && { point: { lat, lon } }),
})

const asRow = (group: ImportedGroup) => ({
  name: storable(group.name),
  sortName: folded(group.name),
  kind: group.kind,
  certified: group.certified,
  active: group.active,
  department: group.department ?? null,
  city: group.city === undefined ? null : storable(group.city),
  postalCode: group.postalCode ?? null,
  lat: group.point?.lat ?? null,
  lon: group.point?.lon ?? null,
  precision: group.precision ?? null,
  url: group.url ?? null,
})

const none = sql`null::double precision`.mapWith(Number)

const byName = asc(sql`${groups.sortName} collate "C"`)

interface Wanted {
  readonly where: SQL | undefined
  readonly order: readonly SQL[]
  readonly metres?: SQL<number>
  readonly page: Page
}

const listedNow = and(eq(groups.listed, true), eq(groups.active, true), ne(groups.kind, 'loop'))

export const createGroupStore = ({ database }: { readonly database: Drizzle }): GroupStore => {
  /** The soonest planned action that is not over, of each group found. */
  const nextOf = (now: Instant) =>
    database
      .select({ id: actions.id, name: actions.name, start: actions.start, zone: actions.zone })
      .from(organisers)
      .innerJoin(actions, eq(actions.id, organisers.action))
      .where(
        and(
          eq(organisers.source, groups.source),
          eq(organisers.sourceId, groups.sourceId),
          eq(actions.state, 'planned'),
          gt(actions.end, now),
        ),
      )
      .orderBy(asc(actions.start))
      .limit(1)
      .as('next')

  const finding = async (
    { where, order, metres = none, page }: Wanted,
    now: Instant,
    person: PersonId | undefined,
  ): Promise<readonly GroupFound[]> => {
    // First which ones, and only then all about them.
    const found = database
      .select({
        id: groups.id,
        metres: metres.as('metres'),
      })
      .from(groups)
      .where(where)
      .orderBy(...order, asc(groups.id))
      .limit(page.take)
      .offset(page.skip)
      .as('found')
    const next = nextOf(now)
    const rows = await database
      .select({
        group: shown,
        metres: found.metres,
        next: { id: next.id, name: next.name, start: next.start, zone: next.zone },
        joined: memberships.person,
        asked: memberships.asked,
      })
      .from(found)
      .innerJoin(groups, eq(groups.id, found.id))
      .leftJoinLateral(next, sql`true`)
      .leftJoin(
        memberships,
        person === undefined
          ? sql`false`
          : and(eq(memberships.group, groups.id), eq(memberships.person, person)),
      )
      .orderBy(...(metres === none ? order : [asc(found.metres)]), asc(groups.id))
    return rows.map((row): GroupFound => ({
      group: asGroup(row.group),
      ...(row.metres !== null && { metres: row.metres }),
      ...(row.next && { next: row.next }),
      joined: row.joined !== null,
      ...(row.asked === true && { asked: true as const }),
    }))
  }

  const one = { skip: 0, take: 1 }

  return {
    byId: async (id) => {
      const [row] = await database.select(shown).from(groups).where(eq(groups.id, id))
      return row && asGroup(row)
    },
    found: async (id, now, person) =>
      (await finding({ where: eq(groups.id, id), order: [], page: one }, now, person))[0],
    near: (point, within, page, now, person) => {
      const metres = metresTo(groups, point)
      const there = within === undefined ? hasPosition(groups) : isWithin(groups, point, within)
      return finding({ where: and(listedNow, there), order: [asc(metres)], metres, page }, now, person)
    },
    inDepartment: (code, page, now, person) =>
      finding(
        { where: and(listedNow, eq(groups.department, code)), order: [desc(groups.certified), byName], page },
        now,
        person,
      ),
    loopOf: async (code) => {
      const [row] = await database
        .select(shown)
        .from(groups)
        .where(and(eq(groups.department, code), eq(groups.kind, 'loop'), eq(groups.listed, true)))
        .orderBy(desc(groups.certified), desc(groups.active), asc(groups.id))
        .limit(1)
      return row && asGroup(row)
    },
    join: async (person, group, at) => {
      const added = await database
        .insert(memberships)
        .values({ person, group, since: at })
        .onConflictDoNothing()
        .returning({ since: memberships.since })
      return added.length > 0 ? 'joined' : 'already'
    },
    ask: async (person, group, wanted) => {
      const told = await database
        .update(memberships)
        .set({ asked: wanted })
        .where(and(eq(memberships.person, person), eq(memberships.group, group)))
        .returning({ group: memberships.group })
      return told.length > 0
    },
    leave: async (person, group) => {
      const gone = await database
        .delete(memberships)
        .where(and(eq(memberships.person, person), eq(memberships.group, group)))
        .returning({ since: memberships.since })
      return gone.length > 0 ? 'left' : 'absent'
    },
    joinedBy: async (person) => {
      const rows = await database
        .select(shown)
        .from(memberships)
        .innerJoin(groups, eq(groups.id, memberships.group))
        .where(eq(memberships.person, person))
        .orderBy(byName, asc(groups.id))
      return rows.map(asGroup)
    },
    keepImported: async (group, at) => {
      const { source, sourceId } = group
      const row = asRow(group)
      const kept = { ...row, fingerprint: fingerprint(row), listed: true, seen: at }
      const [after] = await database
        .insert(groups)
        .values({ id: newId.group(), source, sourceId, ...kept })
        .onConflictDoUpdate({ target: [groups.source, groups.sourceId], set: kept })
        .returning({
          id: groups.id,
          // A statement sees its tables as they were when it began.
          before: sql<string | null>`(
            select case when old.listed then old.fingerprint else '' end from ${groups} old
            where old.source = ${source} and old.source_id = ${sourceId})`,
        })
      if (!after) throw new Error('A group was neither added nor changed')
      const was = after.before === null ? 'added' : after.before === kept.fingerprint ? 'same' : 'changed'
      return { id: after.id, was }
    },
    retireUnseen: async (source, since) =>
      (
        await database
          .update(groups)
          .set({ listed: false })
          .where(and(eq(groups.source, source), lt(groups.seen, since), eq(groups.listed, true)))
          .returning({ id: groups.id })
      ).length,
  }
}
