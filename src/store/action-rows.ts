import { sql } from 'drizzle-orm'
import type { GroupId } from '../base/ids.ts'
import { storable } from '../base/text.ts'
import type { Action, ImportedAction, Venue } from '../domain/actions/model.ts'
import { filled } from './rows.ts'
import { actions, organisers } from './tables/actions.ts'
import { groups } from './tables/groups.ts'

type Row = typeof actions.$inferSelect
export type Organiser = { readonly id: GroupId | null; readonly name: string }

const asVenue = (row: Row): Venue =>
  filled({
    name: row.venueName,
    address: row.venueAddress,
    city: row.venueCity,
    postalCode: row.venuePostalCode,
    point: row.lat === null || row.lon === null ? null : { lat: row.lat, lon: row.lon },
    online: row.online,
  })

export const asAction = (row: Row, by: readonly Organiser[]): Action => ({
  ...filled({
    department: row.department,
    url: row.url,
    capacity: row.capacity,
    audience: row.audience,
    reason: row.reason,
  }),
  ...(row.picks && { picks: true as const }),
  id: row.id,
  name: row.name,
  kind: row.kind,
  description: row.description,
  start: row.start,
  end: row.end,
  zone: row.zone,
  venue: asVenue(row),
  organisers: by.map(({ id, name }) => ({ ...(id !== null && { id }), name })),
  state: row.state,
  revision: row.revision,
})

const text = (of: string | undefined): string | null => (of === undefined ? null : storable(of))

export const asRow = (action: ImportedAction) => ({
  name: storable(action.name),
  kind: action.kind,
  description: storable(action.description),
  start: action.start,
  end: action.end,
  zone: action.zone,
  department: action.department ?? null,
  venueName: text(action.venue.name),
  venueAddress: text(action.venue.address),
  venueCity: text(action.venue.city),
  venuePostalCode: text(action.venue.postalCode),
  lat: action.venue.point?.lat ?? null,
  lon: action.venue.point?.lon ?? null,
  online: text(action.venue.online),
  url: text(action.url),
})

/** Who organises, in their order, as JSON; a group that is known has its id. */
export const organisedBy = sql<readonly Organiser[]>`(
  select coalesce(json_agg(json_build_object('id', g.id, 'name', o.name) order by o.rank), '[]')
  from ${organisers} o left join ${groups} g on g.source = o.source and g.source_id = o.source_id
  where o.action = ${actions.id})`
