import type { Params } from './parameters.ts'
import { bad, forbidden } from './refusal.ts'
import type { Message, User } from './types.ts'
import type { Membership, Room, Stored, World } from './world.ts'

const kinds = { private: 'private', group: 'group', supergroup: 'supergroup', channel: 'channel' } as const

const isIn = (membership: Membership | undefined): boolean =>
  membership !== undefined && membership.status !== 'left' && membership.status !== 'kicked'

export const isAdmin = (membership: Membership | undefined): boolean =>
  membership?.status === 'creator' || membership?.status === 'administrator'

/** Whoever the bot has never come across is nobody for it. */
const met = (world: World, person: User): boolean =>
  [...world.rooms.values()].some(
    ({ facts, members }) =>
      facts.type !== 'private' && isIn(members.get(world.bot.id)) && members.has(person.id),
  )

/** @throws Refusal when there is no such chat for this bot. */
export const findRoom = (world: World, params: Params, name = 'chat_id'): Room => {
  const given = params.string(name)
  if (given === undefined || given === '') throw bad(`${name} is empty`)
  const room = given.startsWith('@')
    ? [...world.rooms.values()].find(({ facts }) => facts.username === given.slice(1))
    : world.rooms.get(Number(given))
  if (!room) throw bad('chat not found')
  if (room.migratedTo !== undefined)
    throw bad('group chat was upgraded to a supergroup chat', { migrate_to_chat_id: room.migratedTo })
  if (room.facts.type === 'private' && !room.started) {
    const person = world.users.get(room.facts.id)
    if (!person || !met(world, person)) throw bad('chat not found')
  }
  return room
}

/** @throws Refusal when the bot is not in this chat, or the person does not want it. */
export const checkPresence = (world: World, room: Room): void => {
  const kind = kinds[room.facts.type]
  if (room.gone)
    throw kind === 'private'
      ? bad('chat not found')
      : forbidden(`the ${kind === 'channel' ? 'channel' : 'group'} chat was deleted`)
  if (kind === 'private') {
    if (room.deactivated) throw forbidden('user is deactivated')
    if (room.blocked) throw forbidden('bot was blocked by the user')
    if (!room.started) throw forbidden("bot can't initiate conversation with a user")
    return
  }
  const own = room.members.get(world.bot.id)
  if (own?.status === 'kicked') throw forbidden(`bot was kicked from the ${kind} chat`)
  if (!isIn(own)) throw forbidden(`bot is not a member of the ${kind} chat`)
}

/** @throws Refusal when the bot may not write there. The topic, when it is one. */
export const checkWriting = (world: World, room: Room, params: Params): number | undefined => {
  checkPresence(world, room)
  const admin = isAdmin(room.members.get(world.bot.id))
  if (room.facts.type === 'channel' && !admin) throw bad('need administrator rights in the channel chat')
  if (room.muted && !admin) throw bad('not enough rights to send text messages to the chat')
  const thread = params.integer('message_thread_id')
  if (thread === undefined || thread === 0) return undefined
  const topic = room.topics.get(thread)
  if (!topic) throw bad('message thread not found')
  if (topic.closed && !admin) throw bad('TOPIC_CLOSED')
  return thread
}

/** @throws Refusal with `missing` when there is no such message. */
export const findMessage = (room: Room, params: Params, missing: string): Stored => {
  const id = params.integer('message_id')
  if (id === undefined) throw bad('message identifier is not specified')
  const stored = room.stored.get(id)
  if (!stored) throw bad(missing)
  return stored
}

/** The message that a new one replies to. */
export const findReplied = (room: Room, params: Params): Message | undefined => {
  const given = params.json('reply_parameters')
  if (given === undefined) return undefined
  if (typeof given !== 'object' || given === null)
    throw bad("can't parse reply parameters: expected an Object")
  const { message_id: id, allow_sending_without_reply: leave } = given as Readonly<Record<string, unknown>>
  const found = room.stored.get(Number(id))
  if (!found && leave !== true) throw bad('message to be replied not found')
  return found?.message
}

export const removeMessage = (world: World, room: Room, id: number): void => {
  room.stored.delete(id)
  world.changed({ what: 'deleted', chat: String(room.facts.id) })
}
