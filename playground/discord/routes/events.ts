import { z } from 'zod'
import { invalid, Refusal, refusals } from '../refusal.ts'
import { named, type Asked, type Route } from '../routing.ts'
import { checked, maybe, text } from '../rules/body.ts'
import type { World } from '../world.ts'

/** A scheduled event of a server, as the bot made it. */
export interface HeldEvent {
  readonly id: string
  readonly guild: string
  readonly name: string
  readonly description: string
  readonly place: string
  readonly start: number
  readonly end: number
  /** 1 scheduled, 2 active, 3 completed, 4 cancelled. */
  readonly status: number
}

/** An event that happens outside Discord: the only kind that a bot like ours makes. */
const external = 3
const guildOnly = 2
const open = 1
const active = 2
const completed = 3
const cancelled = 4
const mostOpen = 100

const instant = z.string().refine((value) => !Number.isNaN(Date.parse(value)))
const fields = {
  name: text(1, 100),
  description: maybe(text(0, 1_000)),
  entity_metadata: z.strictObject({ location: text(1, 100) }),
  scheduled_start_time: instant,
  scheduled_end_time: instant,
  privacy_level: z.literal(guildOnly),
  entity_type: z.literal(external),
}
const made = z.strictObject(fields)
const changed = z
  .strictObject({ ...fields, status: maybe(z.union([z.literal(completed), z.literal(cancelled)])) })
  .partial()

const shape = (world: World, event: HeldEvent) => ({
  id: event.id,
  guild_id: event.guild,
  channel_id: null,
  creator_id: world.bot.id,
  name: event.name,
  description: event.description,
  scheduled_start_time: new Date(event.start).toISOString(),
  scheduled_end_time: new Date(event.end).toISOString(),
  privacy_level: guildOnly,
  status: event.status,
  entity_type: external,
  entity_id: null,
  entity_metadata: { location: event.place },
  user_count: 0,
})

interface Needs {
  readonly world: World
  readonly now: () => number
  readonly events: Map<string, HeldEvent>
}

/** Scheduled events of servers. */
export const eventRoutes = ({ world, now, events }: Needs): readonly Route[] => {
  const guildOf = (asked: Asked): string => {
    const guild = world.guilds.get(named(asked, 'guild'))
    if (!guild) throw refusals.unknownGuild()
    if (guild.joined === undefined) throw refusals.missingAccess()
    return guild.id
  }
  const found = (asked: Asked): HeldEvent => {
    const event = events.get(named(asked, 'event'))
    if (!event || event.guild !== guildOf(asked))
      throw new Refusal(404, 10_070, 'Unknown Guild Scheduled Event')
    return event
  }
  const timely = (start: number, end: number): void => {
    const path = ['scheduled_start_time']
    if (start <= now())
      throw invalid({
        path,
        code: 'GUILD_SCHEDULED_EVENT_SCHEDULE_PAST',
        message: 'Cannot schedule event in the past.',
      })
    if (end <= start)
      throw invalid({
        path: ['scheduled_end_time'],
        code: 'BASE_TYPE_BAD_TIME',
        message: 'End before start.',
      })
  }
  const route = '/guilds/:guild/scheduled-events'
  return [
    {
      verb: 'GET',
      path: route,
      run: (asked) => {
        const guild = guildOf(asked)
        return {
          body: [...events.values()].filter((each) => each.guild === guild).map((each) => shape(world, each)),
        }
      },
    },
    {
      verb: 'POST',
      path: route,
      run: (asked) => {
        const guild = guildOf(asked)
        const body = checked(made, asked.body)
        const [start, end] = [Date.parse(body.scheduled_start_time), Date.parse(body.scheduled_end_time)]
        timely(start, end)
        const there = [...events.values()].filter((each) => each.guild === guild && each.status === open)
        if (there.length >= mostOpen)
          throw new Refusal(400, 30_038, 'Maximum number of uncompleted guild scheduled events reached (100)')
        const event: HeldEvent = {
          id: world.nextId(),
          guild,
          name: body.name,
          description: body.description ?? '',
          place: body.entity_metadata.location,
          start,
          end,
          status: open,
        }
        events.set(event.id, event)
        return { body: shape(world, event) }
      },
    },
    {
      verb: 'PATCH',
      path: `${route}/:event`,
      run: (asked) => {
        const event = found(asked)
        // What happens outside Discord begins and ends by itself.
        const begun = event.status === open && event.start <= now()
        if (event.status > active || event.end <= now())
          throw new Refusal(400, 180_000, 'Cannot update a finished event')
        const body = checked(changed, asked.body)
        const { scheduled_start_time: from, scheduled_end_time: to } = body
        const start = from === undefined ? event.start : Date.parse(from)
        const end = to === undefined ? event.end : Date.parse(to)
        const step = (from !== undefined && begun) || body.status === (begun ? cancelled : completed)
        if (step)
          throw invalid({
            path: ['status'],
            code: 'GUILD_SCHEDULED_EVENT_INVALID_STATUS_TRANSITION',
            message: 'Invalid Guild Scheduled Event Status Update',
          })
        if (!begun && (start !== event.start || end !== event.end)) timely(start, end)
        const after: HeldEvent = {
          ...event,
          name: body.name ?? event.name,
          description: body.description ?? event.description,
          place: body.entity_metadata?.location ?? event.place,
          start,
          end,
          status: body.status ?? event.status,
        }
        events.set(event.id, after)
        return { body: shape(world, after) }
      },
    },
  ]
}
