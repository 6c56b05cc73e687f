import { doing, kind, type Channel, type Guild, type Interaction, type Message, type User } from './model.ts'
import type { World } from './world.ts'

/** The server's objects, as Discord sends them. */

export const userShape = ({ id, username, name, bot }: User) => ({
  id,
  username,
  discriminator: bot ? '0001' : '0',
  global_name: bot ? null : name,
  avatar: null,
  bot,
  system: false,
  public_flags: 0,
  flags: 0,
  banner: null,
  accent_color: null,
})

const iso = (at: number): string => new Date(at).toISOString()

/** View, send, embed, attach, history, threads, commands. */
export const plainPermissions = String(
  (1n << 10n) | (1n << 11n) | (1n << 14n) | (1n << 15n) | (1n << 16n) | (1n << 31n) | (1n << 38n),
)
/** Of the bot, which may pin unless somebody says otherwise. */
export const ownPermissions = ({ forbidden, managed }: Channel): string => {
  const least = BigInt(plainPermissions) & ~(forbidden.has('send') ? 1n << 11n : 0n)
  return String(least | (forbidden.has('pin') ? 0n : 1n << 51n) | (managed ? 1n << 34n : 0n))
}
const allPermissions = String((1n << 50n) - 1n)

export const memberShape = (user: User, guild: Guild) => ({
  user: userShape(user),
  nick: null,
  avatar: null,
  roles: [],
  joined_at: iso(guild.joined ?? 0),
  premium_since: null,
  deaf: false,
  mute: false,
  pending: false,
  flags: 0,
  communication_disabled_until: null,
})

export const permissionsOf = (user: string, guild: Guild): string =>
  guild.animators.has(user) || guild.owner === user ? allPermissions : plainPermissions

/** Of a forum: no post without a tag; of a post: it is pinned. */
const flags = { pinned: 2, demandsTag: 16 } as const

export const channelShape = (world: World, channel: Channel) => {
  const { id, type, name, guild, parent, recipient } = channel
  const last = world.messages.get(id)?.at(-1)?.id ?? null
  const user = recipient === undefined ? undefined : world.users.get(recipient)
  if (user) return { id, type, last_message_id: last, recipients: [userShape(user)], flags: 0 }
  const common = {
    id,
    type,
    name,
    guild_id: guild,
    last_message_id: last,
    parent_id: parent ?? null,
    flags: (channel.demandsTag ? flags.demandsTag : 0) | (channel.pinned ? flags.pinned : 0),
    rate_limit_per_user: 0,
  }
  // The message that a post begins with is not counted.
  const all = world.messages.get(id) ?? []
  const counted = all.filter((message) => message.id !== id).length
  return type === kind.thread
    ? {
        ...common,
        owner_id: channel.owner ?? world.bot.id,
        message_count: counted,
        total_message_sent: counted,
        member_count: 1,
        ...(channel.applied && { applied_tags: channel.applied }),
        thread_metadata: {
          archived: channel.archived ?? false,
          auto_archive_duration: 10_080,
          archive_timestamp: iso(world.now()),
          locked: false,
          create_timestamp: iso(world.now()),
        },
      }
    : {
        ...common,
        topic: null,
        position: 0,
        permission_overwrites: [],
        nsfw: false,
        ...(type === kind.forum && {
          available_tags: (channel.tags ?? []).map((tag) => ({ ...tag, emoji_id: null, emoji_name: null })),
          default_reaction_emoji: null,
          default_sort_order: null,
          default_forum_layout: 0,
        }),
      }
}

export const guildShape = (world: World, guild: Guild) => {
  const { id, name, owner, members, joined } = guild
  const own = [...world.channels.values()].filter((channel) => channel.guild === id)
  return {
    id,
    name,
    icon: null,
    owner_id: owner,
    joined_at: iso(joined ?? 0),
    large: false,
    unavailable: false,
    member_count: members.size + 1,
    members: [memberShape(world.bot, guild)],
    channels: own.filter(({ type }) => type !== kind.thread).map((channel) => channelShape(world, channel)),
    threads: own.filter(({ type }) => type === kind.thread).map((channel) => channelShape(world, channel)),
    roles: [
      {
        id,
        name: '@everyone',
        color: 0,
        colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
        hoist: false,
        position: 0,
        permissions: plainPermissions,
        managed: false,
        mentionable: false,
        flags: 0,
      },
    ],
    system_channel_id: own.find(({ type }) => type !== kind.forum)?.id ?? null,
    system_channel_flags: 0,
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    emojis: [],
    stickers: [],
    features: [],
    afk_channel_id: null,
    afk_timeout: 300,
    application_id: null,
    default_message_notifications: 1,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw_level: 0,
    premium_tier: 0,
    premium_progress_bar_enabled: false,
    preferred_locale: 'fr',
    rules_channel_id: null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    description: null,
    vanity_url_code: null,
    verification_level: 0,
  }
}

/** The older place, and the only one that says which command it was. */
const commandShape = ({ id, type, told: { data } }: Interaction, user: User) =>
  type === doing.command && typeof data === 'object' && data !== null && 'name' in data
    ? { interaction: { id, type, name: data.name, user: userShape(user) } }
    : {}

const interactionShape = (world: World, of: Interaction | undefined) => {
  const user = of && world.users.get(of.user)
  if (!of || !user) return {}
  return {
    interaction_metadata: {
      id: of.id,
      type: of.type,
      user: userShape(user),
      authorizing_integration_owners: {},
    },
    ...commandShape(of, user),
  }
}

export const messageShape = (world: World, message: Message) => {
  const author = world.users.get(message.author)
  const channel = world.channels.get(message.channel)
  return {
    id: message.id,
    type: message.type,
    channel_id: message.channel,
    ...(channel?.guild !== undefined && { guild_id: channel.guild }),
    author: author && userShape(author),
    content: message.content,
    timestamp: iso(message.at),
    edited_timestamp: message.edited === undefined ? null : iso(message.edited),
    tts: false,
    mention_everyone: message.pinged.includes('everyone') || message.pinged.includes('here'),
    mentions: message.pinged.flatMap((id) => {
      const user = world.users.get(id)
      return user ? [userShape(user)] : []
    }),
    mention_roles: [],
    attachments: message.attachments.map(({ bytes: _bytes, ...attachment }) => ({
      ...attachment,
      proxy_url: attachment.url,
    })),
    embeds: message.embeds,
    components: message.components,
    pinned: message.pinned,
    flags: message.flags,
    ...(message.nonce !== undefined && { nonce: message.nonce }),
    ...(message.reference !== undefined && {
      message_reference: { type: 0, message_id: message.reference, channel_id: message.channel },
    }),
    ...(message.author === world.bot.id && { application_id: world.bot.id }),
    ...interactionShape(world, world.interactions.get(message.interaction ?? '')),
  }
}

export const applicationShape = (world: World) => ({
  id: world.bot.id,
  name: world.bot.name,
  icon: null,
  description: '',
  bot_public: true,
  bot_require_code_grant: false,
  bot: userShape(world.bot),
  verify_key: '0'.repeat(64),
  flags: world.flags,
  hook: true,
  redirect_uris: [],
  interactions_endpoint_url: null,
  approximate_guild_count: [...world.guilds.values()].filter(({ joined }) => joined !== undefined).length,
  approximate_user_install_count: [...world.users.values()].filter(({ installed }) => installed).length,
  integration_types_config: { '0': {}, '1': {} },
  team: null,
})
