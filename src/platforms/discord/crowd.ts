import type { Platform } from '../../chat/index.ts'
import { isShape } from './delivered.ts'
import { faultOf, withoutAddress } from './faults.ts'
import { readKey } from './keys.ts'
import type { Wire } from './wire.ts'

const threads: readonly unknown[] = [10, 11, 12]

const numberIn = (told: unknown, name: string): number | undefined => {
  const value = isShape(told) ? told[name] : undefined
  return typeof value === 'number' ? value : undefined
}

/** Whoever is on the server, for its channels and forums; whoever takes part in it, for a thread, up to fifty. The bot is one of them. */
export const createCrowd =
  (wire: Wire): NonNullable<Platform['crowd']> =>
  async (key) => {
    const to = readKey(key)
    if (to.to !== 'channel' && to.to !== 'forum') return undefined
    try {
      const channel = await wire.get(`/channels/${to.to === 'channel' ? to.channel : to.forum}`)
      const guild = isShape(channel) ? channel['guild_id'] : undefined
      if (!isShape(channel) || typeof guild !== 'string') return undefined
      const people = threads.includes(channel['type'])
        ? numberIn(channel, 'member_count')
        : numberIn(
            await wire.get(`/guilds/${guild}`, { query: { with_counts: 'true' } }),
            'approximate_member_count',
          )
      return people === undefined ? undefined : { people: Math.max(0, people - 1), of: `discord ${guild}` }
    } catch (error) {
      switch (faultOf(error)?.is) {
        case 'later':
        case 'lost':
          return 'later'
        case 'gone':
          return undefined
        case 'answered':
        case 'unauthorized':
        case undefined:
          throw withoutAddress(error)
      }
    }
  }
