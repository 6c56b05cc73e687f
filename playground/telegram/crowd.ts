import { bad } from './refusal.ts'
import { detected } from './entities.ts'
import { menuKey } from './methods/profile.ts'
import { store } from './posts.ts'
import { isAdmin } from './rooms.ts'
import { without, type BotCommand, type Message, type User } from './types.ts'
import { makeRoom, now, type Room, type World } from './world.ts'

/** The private chat of that person with the bot. */
export const privateRoom = (world: World, person: User): Room => {
  const known = world.rooms.get(person.id)
  if (known) return known
  const room = makeRoom({
    id: person.id,
    type: 'private',
    first_name: person.first_name,
    ...(person.username && { username: person.username }),
  })
  room.members.set(person.id, { user: person, status: 'member' })
  room.members.set(world.bot.id, { user: world.bot, status: 'member' })
  world.rooms.set(person.id, room)
  return room
}

const mentions = (world: World, { text = '', entities = [] }: Message): boolean =>
  entities.some(
    ({ type, offset, length }) =>
      type === 'mention' &&
      text.slice(offset, offset + length).toLowerCase() === `@${world.bot.username ?? ''}`.toLowerCase(),
  )

const isForBot = (world: World, { text = '', entities = [] }: Message): boolean => {
  const command = entities.find(({ type }) => type === 'bot_command')
  if (!command) return false
  const [, to] = text.slice(command.offset, command.offset + command.length).split('@')
  return to === undefined || to.toLowerCase() === world.bot.username?.toLowerCase()
}

/** Privacy mode: in a group, a bot that is no administrator hears what is meant for it. */
const hears = (world: World, room: Room, message: Message): boolean => {
  if (room.facts.type === 'private') return true
  const own = room.members.get(world.bot.id)
  if (!own || own.status === 'left' || own.status === 'kicked' || room.gone) return false
  if (room.facts.type === 'channel' || isAdmin(own)) return true
  return (
    isForBot(world, message) ||
    mentions(world, message) ||
    message.reply_to_message?.from?.id === world.bot.id
  )
}

export interface Written {
  readonly thread?: number
  readonly anonymous?: boolean
  readonly replyTo?: Message
}

/** A person writes: everybody in the chat sees it, and the bot hears it if Telegram lets it. */
export const write = (
  world: World,
  room: Room,
  person: User,
  what: Partial<Message>,
  { thread, anonymous, replyTo }: Written = {},
): Message => {
  if (room.blocked) throw new Error(`${person.first_name} blocked the bot, and cannot write to it`)
  const member = room.members.get(person.id)
  const hidden = anonymous ?? member?.anonymous ?? false
  const message: Message = {
    message_id: world.next('message'),
    ...(thread !== undefined && { message_thread_id: thread, is_topic_message: true }),
    from: hidden
      ? { id: 1_087_968_824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' }
      : person,
    ...(hidden && { sender_chat: room.facts }),
    chat: room.facts,
    date: now(world),
    ...(replyTo && { reply_to_message: replyTo }),
    ...what,
    ...(what.text !== undefined && detected(what.text).length > 0 && { entities: detected(what.text) }),
  }
  const post: Message =
    room.facts.type === 'channel' ? { ...without(message, 'from'), sender_chat: room.facts } : message
  if (room.facts.type === 'private') room.started = true
  if (room.keyboard?.one_time_keyboard) delete room.keyboard
  store(world, room, { message: post, silent: false, byBot: false })
  if (hears(world, room, post))
    world.updates.push(room.facts.type === 'channel' ? 'channel_post' : 'message', post, room.facts.id)
  return post
}

const longForgotten = 3_600_000

/** A button under a message of the bot is pressed. */
export const pressInline = (
  world: World,
  room: Room,
  person: User,
  message: Message,
  data: string,
): string => {
  const { stored } = room
  if (!stored.has(message.message_id)) throw bad('message not found')
  for (const [old, { at }] of world.queries)
    if (world.clock.now() - at > longForgotten) world.queries.delete(old)
  const id = String(world.next('query'))
  world.queries.set(id, {
    id,
    person: person.id,
    chat: room.facts.id,
    at: world.clock.now(),
    answered: false,
  })
  world.updates.push(
    'callback_query',
    { id, from: person, message, chat_instance: String(Math.abs(room.facts.id)), data },
    room.facts.id,
  )
  return id
}

/** What the client of that person completes after `/`: the closest scope that has commands, in their language first. */
export const menuOf = (world: World, room: Room, person: User): readonly BotCommand[] => {
  const chat = room.facts.id
  const admin = isAdmin(room.members.get(person.id))
  const scopes =
    room.facts.type === 'private'
      ? [{ type: 'chat', chat_id: chat }, { type: 'all_private_chats' }, { type: 'default' }]
      : [
          { type: 'chat_member', chat_id: chat, user_id: person.id },
          ...(admin ? [{ type: 'chat_administrators', chat_id: chat }] : []),
          { type: 'chat', chat_id: chat },
          ...(admin ? [{ type: 'all_chat_administrators' }] : []),
          { type: 'all_group_chats' },
          { type: 'default' },
        ]
  const language = (person.language_code ?? '').slice(0, 2)
  for (const scope of scopes)
    for (const code of [language, '']) {
      const commands = world.profile.commands.get(menuKey(scope, code))
      if (commands) return commands
    }
  return []
}
