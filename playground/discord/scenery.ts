import type { Actor, Chat } from '../actor.ts'
import type { GroupOptions, Stage } from '../stage.ts'
import { createActor, type Surroundings } from './actor.ts'
import { kind, type Channel, type Guild, type User } from './model.ts'
import { channelShape, guildShape } from './shapes.ts'
import type { World } from './world.ts'
import { intent } from './writing.ts'

interface Needs {
  readonly world: World
  readonly surroundings: Omit<Surroundings, 'comes' | 'goes'>
  /** Tells the bot, and remembers it for those who ask to hear it twice. */
  readonly tell: (event: string, told: object, needed: number) => void
}

export interface Forums {
  /** A forum, on a server of its own. `demandsTag`: no post without one of its tags, the last of which only moderators give. */
  forum(
    title: string,
    members: readonly Actor[],
    options?: GroupOptions & { readonly tags?: readonly string[]; readonly demandsTag?: true },
  ): Chat
  /** A post of a forum that somebody made. */
  post(forum: Chat, by: Actor, title: string): Chat
  /** The posts of a forum, the first first: their titles, their tags, and what the bot did to them. */
  posts(forum: Chat): readonly (Chat & {
    readonly tags: readonly string[]
    readonly pinned: boolean
    readonly archived: boolean
  })[]
  /** Nobody wrote there for long. */
  archives(post: Chat): void
  /** From now on the bot manages the threads of that channel. */
  entrusts(chat: Chat): void
}

type Scenery = Pick<
  Stage,
  'person' | 'actor' | 'group' | 'topic' | 'channel' | 'chat' | 'closes' | 'snapshot'
> &
  Forums

/** A name as Discord spells those of channels. */
const slug = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '') || 'general'

/** Who is there and where: people, servers with their channels, threads. */
export const createScenery = ({ world, surroundings, tell }: Needs) => {
  const present = ({ guild }: Channel): boolean => world.guilds.get(guild ?? '')?.joined !== undefined

  const comes = (guild: Guild): void => {
    if (guild.joined !== undefined) return
    guild.joined = world.now()
    tell('GUILD_CREATE', guildShape(world, guild), intent.guilds)
    world.changed({ what: 'member' })
  }
  const goes = (guild: Guild): void => {
    if (guild.joined === undefined) return
    guild.joined = undefined
    tell('GUILD_DELETE', { id: guild.id }, intent.guilds)
    world.changed({ what: 'member' })
  }
  const actorOf = (user: User): Actor => createActor({ ...surroundings, comes, goes }, user)

  const people = (): readonly User[] => [...world.users.values()].filter(({ bot }) => !bot)

  const chatOf = ({ id, type, name, guild, parent }: Channel): Chat => {
    const title = world.guilds.get(guild ?? '')?.name ?? ''
    if (parent !== undefined) return { id, title: name, kind: 'topic', parent }
    return { id, title, kind: type === kind.announcement ? 'channel' : 'group' }
  }

  const addChannel = (
    of: Omit<Channel, 'id' | 'forbidden' | 'guild'> & {
      readonly guild: string
      readonly forbidden?: Channel['forbidden']
    },
  ): Chat => {
    const made: Channel = { forbidden: new Set(), ...of, id: world.nextId() }
    world.channels.set(made.id, made)
    if (present(made)) {
      const event = made.type === kind.thread ? 'THREAD_CREATE' : 'CHANNEL_CREATE'
      tell(event, channelShape(world, made), intent.guilds)
    }
    world.changed({ what: 'member', chat: made.id })
    return chatOf(made)
  }

  const addGuild = (
    title: string,
    of: Pick<Channel, 'type' | 'tags' | 'demandsTag'>,
    members: readonly Actor[],
    { bot, animators = [] }: GroupOptions = {},
  ): Chat => {
    const guild: Guild = {
      id: world.nextId(),
      name: title,
      owner: animators[0]?.id ?? members[0]?.id ?? world.nextId(),
      members: new Set([...members, ...animators].map(({ id }) => id)),
      animators: new Set(animators.map(({ id }) => id)),
      joined: undefined,
    }
    world.guilds.set(guild.id, guild)
    // No server is a forum alone.
    if (of.type === kind.forum) addChannel({ type: kind.text, name: 'general', guild: guild.id })
    const chat = addChannel({ ...of, name: slug(title), guild: guild.id })
    if (bot !== false) comes(guild)
    return chat
  }

  const scenery: Scenery = {
    person: (name, { language = 'fr', id = world.nextId(), username } = {}) => {
      const user: User = {
        id,
        username: username ?? (slug(name).replaceAll('-', '_').slice(0, 32) || 'quelquun'),
        name,
        bot: false,
        language: language === 'en' ? 'en-US' : language,
        closed: false,
        installed: true,
      }
      world.users.set(id, user)
      world.changed({ what: 'member', person: id })
      return actorOf(user)
    },
    actor: (id) => {
      const user = world.users.get(id)
      return user && !user.bot ? actorOf(user) : undefined
    },
    group: (title, members, options) => addGuild(title, { type: kind.text }, members, options),
    channel: (title, members, options) => addGuild(title, { type: kind.announcement }, members, options),
    forum: (title, members, { tags = [], demandsTag, ...options } = {}) =>
      addGuild(
        title,
        {
          type: kind.forum,
          tags: tags.map((name, at) => ({
            id: world.nextId(),
            name,
            moderated: tags.length > 1 && at === tags.length - 1,
          })),
          ...(demandsTag && { demandsTag }),
        },
        members,
        options,
      ),
    post: (forum, by, title) => {
      const { id, guild = '', forbidden } = world.channel(forum.id)
      return addChannel({ type: kind.thread, name: title, guild, parent: id, owner: by.id, forbidden })
    },
    posts: ({ id }) =>
      [...world.channels.values()]
        .filter(({ parent }) => parent === id)
        .map((post) => ({
          ...chatOf(post),
          tags: (post.applied ?? []).map(
            (applied) => world.channel(id).tags?.find((tag) => tag.id === applied)?.name ?? applied,
          ),
          pinned: post.pinned ?? false,
          archived: post.archived ?? false,
        })),
    archives: ({ id }) => {
      world.channel(id).archived = true
    },
    entrusts: ({ id }) => {
      world.channel(id).managed = true
    },
    topic: (of, title) => {
      const { id, guild } = world.channel(of.id)
      if (guild === undefined) throw new Error('a private chat has no threads')
      return addChannel({ type: kind.thread, name: title, guild, parent: id })
    },
    chat: (id) => {
      const channel = world.channels.get(id)
      return channel?.guild === undefined ? undefined : chatOf(channel)
    },
    closes: ({ id }) => {
      const channel = world.channel(id)
      world.channels.delete(id)
      world.messages.delete(id)
      const event = channel.type === kind.thread ? 'THREAD_DELETE' : 'CHANNEL_DELETE'
      if (present(channel)) tell(event, channelShape(world, channel), intent.guilds)
      world.changed({ what: 'member', chat: id })
    },
    snapshot: () => ({
      platform: 'discord',
      bot: world.bot.name,
      people: people().map(({ id, name, closed }) => ({ id, name, closed })),
      chats: [...world.channels.values()]
        .filter(({ guild }) => guild !== undefined)
        .map((channel) => ({
          ...chatOf(channel),
          members: [...(world.guilds.get(channel.guild ?? '')?.members ?? [])],
          bot: present(channel),
        })),
    }),
  }
  return scenery
}
