import { z } from 'zod'
import type { Guild } from '../model.ts'
import { refusals } from '../refusal.ts'
import { named, type Asked, type Route } from '../routing.ts'
import { checked, snowflake } from '../rules/body.ts'
import {
  applicationShape,
  channelShape,
  guildShape,
  memberShape,
  plainPermissions,
  userShape,
} from '../shapes.ts'
import type { World } from '../world.ts'
import { seenChannel } from './messages.ts'

interface Needs {
  readonly world: World
  readonly gateway: () => string
  /** The bot leaves a server. */
  readonly dispatch: (event: string, told: object) => void
}

const direct = z.strictObject({ recipient_id: snowflake })
const get = (path: string, run: Route['run'], open?: true): Route => ({
  verb: 'GET',
  path,
  run,
  ...(open && { open }),
})

/** The bot itself, people, servers, channels. */
export const placeRoutes = ({ world, gateway, dispatch }: Needs): readonly Route[] => {
  const guildOf = (asked: Asked): Guild => {
    const guild = world.guilds.get(named(asked, 'guild'))
    if (!guild) throw refusals.unknownGuild()
    if (guild.joined === undefined) throw refusals.missingAccess()
    return guild
  }
  const limits = { total: 1_000, remaining: 1_000, reset_after: 86_400_000, max_concurrency: 1 }
  const self = (asked: Asked) => {
    if (named(asked, 'application') !== world.bot.id) throw refusals.unknownApplication()
    return { body: applicationShape(world) }
  }
  return [
    get('/gateway', () => ({ body: { url: gateway() } }), true),
    get('/gateway/bot', () => ({ body: { url: gateway(), shards: 1, session_start_limit: limits } })),
    get('/applications/@me', () => ({ body: applicationShape(world) })),
    get('/oauth2/applications/@me', () => ({ body: applicationShape(world) })),
    get('/applications/:application', self),
    get('/users/@me', () => ({
      body: { ...userShape(world.bot), verified: true, mfa_enabled: true, email: null },
    })),
    get('/users/@me/guilds', () => ({
      body: [...world.guilds.values()]
        .filter(({ joined }) => joined !== undefined)
        .map(({ id, name }) => ({
          id,
          name,
          icon: null,
          banner: null,
          owner: false,
          features: [],
          permissions: plainPermissions,
        })),
    })),
    get('/users/:user', (asked) => {
      const user = world.users.get(named(asked, 'user'))
      if (!user) throw refusals.unknownUser()
      return { body: userShape(user) }
    }),
    {
      verb: 'POST',
      path: '/users/@me/channels',
      run: (asked) => {
        const { recipient_id: user } = checked(direct, asked.body)
        if (user === world.bot.id || !world.users.has(user)) throw refusals.unknownUser()
        return { body: channelShape(world, world.direct(user)) }
      },
    },
    get('/guilds/:guild', (asked) => {
      const { members: _, channels: __, threads: ___, ...guild } = guildShape(world, guildOf(asked))
      const counts = { approximate_member_count: guild.member_count, approximate_presence_count: 0 }
      return { body: { ...guild, ...(asked.query.get('with_counts') === 'true' && counts) } }
    }),
    get('/guilds/:guild/channels', (asked) => ({ body: guildShape(world, guildOf(asked)).channels })),
    get('/guilds/:guild/roles', (asked) => ({ body: guildShape(world, guildOf(asked)).roles })),
    get('/guilds/:guild/members/:user', (asked) => {
      const guild = guildOf(asked)
      const id = named(asked, 'user')
      const user = guild.members.has(id) || id === world.bot.id ? world.users.get(id) : undefined
      if (!user) throw refusals.unknownMember()
      return { body: memberShape(user, guild) }
    }),
    get('/channels/:channel', (asked) => ({
      body: channelShape(world, seenChannel(world, named(asked, 'channel'))),
    })),
    {
      verb: 'DELETE',
      path: '/users/@me/guilds/:guild',
      run: (asked) => {
        const guild = guildOf(asked)
        guild.joined = undefined
        dispatch('GUILD_DELETE', { id: guild.id })
        world.changed({ what: 'member' })
        return undefined
      },
    },
  ]
}
