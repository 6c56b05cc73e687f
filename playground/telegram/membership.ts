import { describeMember } from './members.ts'
import { store } from './posts.ts'
import type { Message, User } from './types.ts'
import { now, type Room, type Status, type World } from './world.ts'

/** What happened in a chat, as the chat itself tells it. */
export const tellService = (world: World, room: Room, from: User, what: Partial<Message>): void => {
  const message: Message = {
    message_id: world.next('message'),
    from,
    chat: room.facts,
    date: now(world),
    ...what,
  }
  store(world, room, { message, silent: true, byBot: false })
  world.updates.push(room.facts.type === 'channel' ? 'channel_post' : 'message', message, room.facts.id)
}

/** The bot itself comes, goes, or is blocked: `my_chat_member`, and in a chat of many the line that everybody sees. */
export const tellOwnStatus = (world: World, room: Room, status: Status, by: User): void => {
  const old = room.members.get(world.bot.id) ?? { user: world.bot, status: 'left' as const }
  const fresh = { user: world.bot, status }
  room.members.set(world.bot.id, fresh)
  world.updates.push(
    'my_chat_member',
    {
      chat: room.facts,
      from: by,
      date: now(world),
      old_chat_member: describeMember(old),
      new_chat_member: describeMember(fresh),
    },
    room.facts.id,
  )
  const comes = old.status === 'left' || old.status === 'kicked'
  if (room.facts.type === 'group' || room.facts.type === 'supergroup') {
    if (comes && (status === 'member' || status === 'administrator'))
      tellService(world, room, by, { new_chat_members: [world.bot] })
  }
  world.changed({ what: 'member', chat: String(room.facts.id) })
}
