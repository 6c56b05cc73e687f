import { checkWriting, findReplied, findRoom } from './rooms.ts'
import { readMarkup } from './keyboards.ts'
import type { Params } from './parameters.ts'
import { bad } from './refusal.ts'
import { without, type Message } from './types.ts'
import { now, type Room, type Stored, type World } from './world.ts'

const previewFields = new Set([
  'is_disabled',
  'url',
  'prefer_small_media',
  'prefer_large_media',
  'show_above_text',
])

const checkPreview = (params: Params): void => {
  const given = params.json('link_preview_options')
  if (given === undefined) return
  if (typeof given !== 'object' || given === null)
    throw bad("can't parse link preview options: expected an Object")
  const strange = Object.keys(given).find((name) => !previewFields.has(name))
  if (strange !== undefined) throw bad(`can't parse link preview options: unknown field "${strange}"`)
}

export const store = (world: World, room: Room, stored: Omit<Stored, 'order'>): Message => {
  const { message } = stored
  const known = room.stored.get(message.message_id)
  room.stored.set(message.message_id, { ...stored, order: known?.order ?? world.next('order') })
  world.changed({ what: known ? 'edited' : 'message', chat: String(room.facts.id) })
  return message
}

/** What the bot writes: the content is already checked, the rest is here. */
export const post = (world: World, params: Params, content: (room: Room) => Partial<Message>): Message => {
  const room = findRoom(world, params)
  const thread = checkWriting(world, room, params)
  if (params.has('message_effect_id') && room.facts.type !== 'private')
    throw bad('message effects can be used in private chats only')
  checkPreview(params)
  const filled = content(room)
  const markup = readMarkup(params.json('reply_markup'), room.facts)
  const replied = findReplied(room, params)
  const message: Message = {
    message_id: world.next('message'),
    ...(thread !== undefined && { message_thread_id: thread, is_topic_message: true }),
    ...(room.facts.type === 'channel' ? { sender_chat: room.facts } : { from: world.bot }),
    chat: room.facts,
    date: now(world),
    ...(replied && { reply_to_message: without(replied, 'reply_to_message') }),
    ...filled,
    ...(markup?.is === 'inline' && { reply_markup: markup.keyboard }),
  }
  if (markup?.is === 'keyboard') room.keyboard = markup.keyboard
  if (markup?.is === 'remove') delete room.keyboard
  room.busyUntil = 0
  return store(world, room, {
    message,
    silent: params.boolean('disable_notification'),
    byBot: true,
    ...(markup && { markup }),
  })
}
