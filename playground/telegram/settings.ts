import type { Actor, Chat } from '../actor.ts'
import type { GroupOptions, PersonOptions, Stage } from '../stage.ts'
import { privateRoom } from './crowd.ts'
import type { SupergroupOptions, TelegramStage } from './index.ts'
import { tellOwnStatus, tellService } from './membership.ts'
import type { ChatFacts, User } from './types.ts'
import { makeRoom, type Room, type World } from './world.ts'

interface Where {
  readonly room: Room
  readonly thread?: number
}

interface Needs {
  readonly world: World
  readonly quiet: () => Promise<void>
  readonly actorIn: (person: User, where: Where) => Actor
}

type Scenery = Pick<
  Stage,
  'person' | 'actor' | 'group' | 'topic' | 'channel' | 'chat' | 'closes' | 'snapshot'
> &
  Pick<TelegramStage, 'supergroup' | 'migrates' | 'closesTopic' | 'discusses' | 'mutes' | 'promotes'>

/** `-1001234` is a chat, `-1001234/56` is a topic in it. */
const idOf = (room: Room, thread?: number): string =>
  thread === undefined ? String(room.facts.id) : `${room.facts.id}/${thread}`

const supergroupBase = -1_000_000_000_000

const describe = (room: Room, thread?: number): Chat => {
  const topic = thread === undefined ? undefined : room.topics.get(thread)
  return topic
    ? { id: idOf(room, topic.id), title: topic.title, kind: 'topic', parent: idOf(room) }
    : {
        id: idOf(room),
        title: room.facts.title ?? '',
        kind: room.facts.type === 'channel' ? 'channel' : 'group',
      }
}

/** Who is there and where: people, groups, topics, channels. */
export const makeSettings = ({ world, quiet, actorIn }: Needs) => {
  const roomOf = ({ id }: Chat): Where => {
    const [chat, thread] = id.split('/')
    const found = world.rooms.get(Number(chat))
    const room = found?.migratedTo === undefined ? found : world.rooms.get(found.migratedTo)
    if (!room) throw new Error(`there is no chat ${id}`)
    return thread === undefined ? { room } : { room, thread: Number(thread) }
  }

  const people = (): readonly User[] => [...world.users.values()].filter(({ is_bot: isBot }) => !isBot)
  const userOf = (actor: Actor): User => {
    const person = world.users.get(Number(actor.id))
    if (!person) throw new Error(`nobody is called ${actor.name}`)
    return person
  }

  const open = (facts: ChatFacts, members: readonly Actor[], { bot, animators = [] }: GroupOptions): Chat => {
    const room = makeRoom(facts)
    const admins = new Set(animators.map(({ id }) => id))
    for (const [at, actor] of members.entries()) {
      const status =
        at === 0 && admins.size === 0 ? 'creator' : admins.has(actor.id) ? 'administrator' : 'member'
      room.members.set(Number(actor.id), { user: userOf(actor), status })
    }
    if (bot !== false)
      room.members.set(world.bot.id, {
        user: world.bot,
        status: facts.type === 'channel' ? 'administrator' : 'member',
      })
    world.rooms.set(facts.id, room)
    world.changed({ what: 'member', chat: String(facts.id) })
    return describe(room)
  }

  const person = (name: string, { language = 'fr', id, username }: PersonOptions = {}): Actor => {
    const user: User = {
      id: id === undefined ? world.next('user') : Number(id),
      is_bot: false,
      first_name: name,
      ...(username && { username }),
      language_code: language,
    }
    world.users.set(user.id, user)
    world.changed({ what: 'member', person: String(user.id) })
    return actorIn(user, { room: privateRoom(world, user) })
  }

  const supergroup = (
    title: string,
    members: readonly Actor[],
    { forum, ...options }: SupergroupOptions = {},
  ): Chat =>
    open(
      {
        id: supergroupBase - world.next('group'),
        type: 'supergroup',
        title,
        ...(forum && { is_forum: true }),
      },
      members,
      options,
    )

  const scenery: Scenery = {
    person,
    actor: (id) => {
      const user = world.users.get(Number(id))
      return user && !user.is_bot ? actorIn(user, { room: privateRoom(world, user) }) : undefined
    },
    group: (title, members, { topics, ...options } = {}) =>
      topics
        ? supergroup(title, members, { ...options, forum: true })
        : open({ id: -world.next('group'), type: 'group', title }, members, options),
    supergroup,
    channel: (title, members, options = {}) =>
      open({ id: supergroupBase - world.next('group'), type: 'channel', title }, members, options),
    topic: (chat, title) => {
      const { room } = roomOf(chat)
      if (room.facts.type !== 'supergroup') throw new Error('only a supergroup has topics')
      room.facts = { ...room.facts, is_forum: true }
      const id = world.next('message')
      room.topics.set(id, { id, title, closed: false })
      world.changed({ what: 'member', chat: idOf(room) })
      return describe(room, id)
    },
    closesTopic: (chat) => {
      const { room, thread } = roomOf(chat)
      const topic = thread === undefined ? undefined : room.topics.get(thread)
      if (topic) room.topics.set(topic.id, { ...topic, closed: true })
    },
    chat: (id) => {
      const [chat, thread] = id.split('/')
      const room = world.rooms.get(Number(chat))
      if (!room || room.facts.type === 'private') return undefined
      return describe(room, thread === undefined ? undefined : Number(thread))
    },
    closes: (chat) => {
      const { room, thread } = roomOf(chat)
      if (thread === undefined) room.gone = true
      else room.topics.delete(thread)
      world.changed({ what: 'member', chat: idOf(room) })
    },
    discusses: (channel, group) => {
      const [one, other] = [roomOf(channel).room, roomOf(group).room]
      one.twin = other.facts.id
      other.twin = one.facts.id
    },
    mutes: (chat) => {
      roomOf(chat).room.muted = true
    },
    promotes: async (chat, admin = true) => {
      tellOwnStatus(world, roomOf(chat).room, admin ? 'administrator' : 'member', world.bot)
      await quiet()
    },
    migrates: async (chat) => {
      const { room } = roomOf(chat)
      const fresh = makeRoom({ ...room.facts, id: supergroupBase - world.next('group'), type: 'supergroup' })
      for (const [id, member] of room.members) fresh.members.set(id, member)
      world.rooms.set(fresh.facts.id, fresh)
      const [first] = [...room.members.values()].filter(({ user }) => !user.is_bot)
      const by = first?.user ?? world.bot
      tellService(world, room, by, { migrate_to_chat_id: fresh.facts.id })
      room.migratedTo = fresh.facts.id
      tellService(world, fresh, by, { migrate_from_chat_id: room.facts.id })
      await quiet()
      return describe(fresh)
    },
    snapshot: () => ({
      platform: 'telegram',
      bot: world.bot.first_name,
      people: people().map((user) => ({
        id: String(user.id),
        name: user.first_name,
        closed: privateRoom(world, user).blocked,
      })),
      chats: [...world.rooms.values()]
        .filter(
          ({ facts, gone, migratedTo }) => facts.type !== 'private' && !gone && migratedTo === undefined,
        )
        .flatMap((room) => {
          const members = [...room.members.values()].filter(({ user }) => !user.is_bot)
          const status = room.members.get(world.bot.id)?.status ?? 'left'
          return [undefined, ...room.topics.keys()].map((thread) => ({
            ...describe(room, thread),
            members: members.map(({ user }) => String(user.id)),
            bot: status !== 'left' && status !== 'kicked',
          }))
        }),
    }),
  }
  return { roomOf, scenery }
}
