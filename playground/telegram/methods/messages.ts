import type { Methods } from '../method.ts'
import { readPhoto } from '../pictures.ts'
import { post } from '../posts.ts'
import { bad } from '../refusal.ts'
import { checkPresence, checkWriting, findMessage, findRoom, removeMessage } from '../rooms.ts'
import type { Message } from '../types.ts'
import type { Room, World } from '../world.ts'
import { readCaption, readText } from '../words.ts'

const actions = new Set(
  'typing upload_photo record_video upload_video record_voice upload_voice upload_document choose_sticker find_location record_video_note upload_video_note'.split(
    ' ',
  ),
)

const twoDays = 48 * 3600

const deleteOne = (world: World, room: Room, id: number): void => {
  const found = room.stored.get(id)
  if (!found) throw bad('message to delete not found')
  if (
    !found.byBot &&
    room.facts.type !== 'private' &&
    room.members.get(world.bot.id)?.status !== 'administrator'
  )
    throw bad("message can't be deleted")
  if (world.clock.now() / 1000 - found.message.date > twoDays)
    throw bad("message can't be deleted for everyone")
  removeMessage(world, room, id)
}

const content = ({
  text,
  entities,
  caption,
  caption_entities,
  photo,
  location,
}: Message): Partial<Message> => ({
  ...(text !== undefined && { text }),
  ...(entities && { entities }),
  ...(caption !== undefined && { caption }),
  ...(caption_entities && { caption_entities }),
  ...(photo && { photo }),
  ...(location && { location }),
})

export const messages: Methods = {
  sendMessage: (world, params) =>
    post(world, params, () => {
      const { text, entities } = readText(params)
      return { text, ...(entities.length > 0 && { entities }) }
    }),

  sendPhoto: (world, params) =>
    post(world, params, () => {
      const { text, entities } = readCaption(params)
      return {
        photo: readPhoto(world, params, params.file('photo')),
        ...(text && { caption: text }),
        ...(entities.length > 0 && { caption_entities: entities }),
      }
    }),

  sendLocation: (world, params) =>
    post(world, params, () => {
      const [latitude, longitude] = [params.float('latitude'), params.float('longitude')]
      if (latitude === undefined || Math.abs(latitude) > 90) throw bad('latitude is invalid')
      if (longitude === undefined || Math.abs(longitude) > 180) throw bad('longitude is invalid')
      return { location: { latitude, longitude } }
    }),

  forwardMessage: (world, params) => {
    const from = findRoom(world, params, 'from_chat_id')
    const { message } = findMessage(from, params, 'message to forward not found')
    return post(world, params, () => ({
      ...content(message),
      forward_origin: { type: 'hidden_user', sender_user_name: 'Quelqu’un', date: message.date },
    }))
  },

  copyMessage: (world, params) => {
    const from = findRoom(world, params, 'from_chat_id')
    const { message } = findMessage(from, params, 'message to copy not found')
    const copied = post(world, params, () => ({
      ...content(message),
      ...(params.has('caption') && { caption: readCaption(params).text }),
    }))
    return { message_id: copied.message_id }
  },

  deleteMessage: (world, params) => {
    const room = findRoom(world, params)
    checkPresence(world, room)
    const id = params.integer('message_id')
    if (id === undefined) throw bad('message identifier is not specified')
    deleteOne(world, room, id)
    return true
  },

  deleteMessages: (world, params) => {
    const room = findRoom(world, params)
    checkPresence(world, room)
    const ids = params.json('message_ids')
    if (!Array.isArray(ids) || ids.length === 0 || ids.length > 100)
      throw bad('message identifiers are not specified')
    for (const id of ids.map(Number)) if (room.stored.has(id)) deleteOne(world, room, id)
    return true
  },

  sendChatAction: (world, params) => {
    const room = findRoom(world, params)
    checkWriting(world, room, params)
    if (!actions.has(params.string('action') ?? '')) throw bad('wrong parameter action in request')
    room.busyUntil = world.clock.now() + 5_000
    world.changed({ what: 'busy', chat: String(room.facts.id) })
    return true
  },

  setMessageReaction: (world, params) => {
    const room = findRoom(world, params)
    checkPresence(world, room)
    findMessage(room, params, 'message to react not found')
    return true
  },

  pinChatMessage: (world, params) => {
    const room = findRoom(world, params)
    checkWriting(world, room, params)
    const { message } = findMessage(room, params, 'message to pin not found')
    checkPinning(world, room)
    room.pinned.push(message.message_id)
    world.changed({ what: 'edited', chat: String(room.facts.id) })
    return true
  },

  unpinChatMessage: (world, params) => {
    const room = findRoom(world, params)
    checkPinning(world, room)
    const id = params.integer('message_id') ?? room.pinned.at(-1)
    const at = room.pinned.indexOf(id ?? 0)
    if (at === -1) throw bad('message to unpin not found')
    room.pinned.splice(at, 1)
    return true
  },

  unpinAllChatMessages: (world, params) => {
    const room = findRoom(world, params)
    checkPinning(world, room)
    room.pinned.length = 0
    return true
  },
}

const checkPinning = (world: World, room: Room): void => {
  checkPresence(world, room)
  if (room.facts.type !== 'private' && room.members.get(world.bot.id)?.status !== 'administrator')
    throw bad('not enough rights to manage pinned messages in the chat')
}
