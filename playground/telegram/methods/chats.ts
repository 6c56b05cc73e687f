import { tellOwnStatus } from '../membership.ts'
import type { Methods } from '../method.ts'
import { bad } from '../refusal.ts'
import { checkPresence, findRoom, isAdmin } from '../rooms.ts'
import { describeMember } from '../members.ts'

const anonymous = { first_name: 'Group', id: 1_087_968_824 }

export const chats: Methods = {
  getChat: (world, params) => {
    const room = findRoom(world, params)
    if (room.facts.type !== 'private') checkPresence(world, room)
    return {
      ...room.facts,
      accent_color_id: 0,
      max_reaction_count: 11,
      accepted_gift_types: {
        unlimited_gifts: false,
        limited_gifts: false,
        unique_gifts: false,
        premium_subscription: false,
      },
      ...(room.twin !== undefined && { linked_chat_id: room.twin }),
      ...(room.facts.type !== 'private' &&
        room.facts.type !== 'channel' && { permissions: { can_send_messages: !room.muted } }),
    }
  },

  getChatMember: (world, params) => {
    const room = findRoom(world, params)
    checkPresence(world, room)
    const id = params.integer('user_id')
    const member = id === undefined ? undefined : room.members.get(id)
    if (!member) {
      const user = id === undefined ? undefined : world.users.get(id)
      if (!user || id === anonymous.id) throw bad('member not found')
      return describeMember({ user, status: 'left' })
    }
    return describeMember(member)
  },

  getChatMemberCount: (world, params) => {
    const room = findRoom(world, params)
    checkPresence(world, room)
    return room.facts.type === 'private'
      ? 2
      : [...room.members.values()].filter(({ status }) => status !== 'left' && status !== 'kicked').length
  },

  getChatAdministrators: (world, params) => {
    const room = findRoom(world, params)
    checkPresence(world, room)
    if (room.facts.type === 'private') throw bad('there are no administrators in the private chat')
    return [...room.members.values()]
      .filter((member) => isAdmin(member) && (!member.user.is_bot || member.user.id === world.bot.id))
      .map(describeMember)
  },

  leaveChat: (world, params) => {
    const room = findRoom(world, params)
    checkPresence(world, room)
    if (room.facts.type === 'private') throw bad("chat member status can't be changed in private chats")
    tellOwnStatus(world, room, 'left', world.bot)
    return true
  },
}
