import { clip } from '../../base/text.ts'
import type { HeldEvent, Outcome } from '../../chat/index.ts'
import { bounded } from './bounded.ts'
import { isShape } from './delivered.ts'
import { outcomeOf } from './faults.ts'
import { readKey } from './keys.ts'
import type { Wire } from './wire.ts'

/** Outside Discord, for its server alone; what has begun cannot be cancelled, it is completed. */
const external = 3
const guildOnly = 2
const completed = 3
const cancelled = 4

const drawn = ({ name, description, place, start, end }: HeldEvent) => ({
  name: clip(name, 100),
  description: clip(description, 1_000),
  entity_metadata: { location: clip(place, 100) },
  scheduled_start_time: new Date(start).toISOString(),
  scheduled_end_time: new Date(end).toISOString(),
  privacy_level: guildOnly,
  entity_type: external,
})

const changed = (event: HeldEvent) => {
  if (event.cancelled) return { status: event.begun ? completed : cancelled }
  const { scheduled_start_time, ...rest } = drawn(event)
  return { ...rest, ...(!event.begun && { scheduled_start_time }) }
}

/** Scheduled events of the server that a channel is in. Discord itself completes them when they are over. */
export const createEvents = ({ wire }: { readonly wire: Wire }) => {
  const guilds = bounded<string, string>(1_000)

  const guildOf = async (channel: string): Promise<string | undefined> => {
    const known = guilds.get(channel)
    if (known !== undefined) return known
    const told = await wire.get(`/channels/${channel}`)
    const guild = isShape(told) ? told['guild_id'] : undefined
    if (typeof guild !== 'string') return undefined
    guilds.set(channel, guild)
    return guild
  }

  return async (key: string, event: HeldEvent, ref?: string): Promise<Outcome> => {
    const to = readKey(key)
    const channel = to.to === 'channel' ? to.channel : to.to === 'forum' ? to.forum : undefined
    if (channel === undefined) return { is: 'gone', why: 'refused' }
    try {
      const guild = await guildOf(channel)
      if (guild === undefined) return { is: 'gone', why: 'not-found' }
      const route = `/guilds/${guild}/scheduled-events` as const
      if (ref !== undefined) {
        await wire.patch(`${route}/${ref}`, { body: changed(event) })
        return { is: 'delivered', ref }
      }
      const told = await wire.post(route, { body: drawn(event) })
      const id = isShape(told) ? told['id'] : undefined
      return typeof id === 'string' ? { is: 'delivered', ref: id } : { is: 'uncertain' }
    } catch (error) {
      return outcomeOf(error, ref !== undefined)
    }
  }
}
