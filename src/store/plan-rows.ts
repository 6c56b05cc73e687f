import { asc, eq, sql } from 'drizzle-orm'
import type { Instant } from '../base/clock.ts'
import { newId, type ActionId, type GroupId } from '../base/ids.ts'
import { storable } from '../base/text.ts'
import type { Action } from '../domain/actions/model.ts'
import type { Planned } from '../domain/planning/model.ts'
import { asAction, organisedBy } from './action-rows.ts'
import type { Drizzle } from './database.ts'
import { actions, organisers } from './tables/actions.ts'
import { groups } from './tables/groups.ts'

/** What was planned here has no source whose words could be compared. */
const noFingerprint = ''

const text = (of: string | undefined): string | null => (of === undefined ? null : storable(of))

/** The columns of what is given. */
export const columnsOf = ({ venue, audience, ...of }: Partial<Planned>) => ({
  ...(of.name !== undefined && { name: storable(of.name) }),
  ...(of.kind !== undefined && { kind: of.kind }),
  ...(of.description !== undefined && { description: storable(of.description) }),
  ...(of.start !== undefined && { start: of.start }),
  ...(of.end !== undefined && { end: of.end }),
  ...(of.zone !== undefined && { zone: of.zone }),
  ...('department' in of && { department: of.department ?? null }),
  ...('capacity' in of && { capacity: of.capacity ?? null }),
  ...(audience !== undefined && { audience: audience === 'everyone' ? null : audience }),
  ...(venue && {
    venueName: text(venue.name),
    venueAddress: text(venue.address),
    venueCity: text(venue.city),
    venuePostalCode: text(venue.postalCode),
    lat: venue.point?.lat ?? null,
    lon: venue.point?.lon ?? null,
    online: text(venue.online),
  }),
})

/** Adds a group to those that organise, after the others. */
export const organiseWith = async (within: Drizzle, action: ActionId, group: GroupId): Promise<void> => {
  await within.execute(sql`
    insert into ${organisers} (action, rank, source, source_id, name)
    select ${action}, (select coalesce(max(o.rank) + 1, 0) from ${organisers} o where o.action = ${action}),
      g.source, g.source_id, g.name
    from ${groups} g where g.id = ${group}
      and not exists (select 1 from ${organisers} o where o.action = ${action} and o.source = g.source and o.source_id = g.source_id)`)
}

export const insertAction = async (
  within: Drizzle,
  group: GroupId,
  planned: Planned,
  at: Instant,
): Promise<ActionId> => {
  const id = newId.action()
  const { name, kind, description, start, end, zone } = planned
  await within.insert(actions).values({
    id,
    ...columnsOf(planned),
    name: storable(name),
    description: storable(description),
    kind,
    start,
    end,
    zone,
    state: 'planned',
    fingerprint: noFingerprint,
    changed: at,
  })
  await organiseWith(within, id, group)
  return id
}

/** As it stands, its row locked until the transaction ends. */
export const lockedAction = async (within: Drizzle, id: ActionId): Promise<Action | undefined> => {
  const [row] = await within
    .select({ action: actions, by: organisedBy })
    .from(actions)
    .where(eq(actions.id, id))
    .orderBy(asc(actions.id))
    .for('no key update')
  return row && asAction(row.action, row.by)
}
