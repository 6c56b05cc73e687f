import type { Method, Methods } from '../method.ts'
import { bad } from '../refusal.ts'
import { checkPresence, findRoom, isAdmin } from '../rooms.ts'
import type { Params } from '../parameters.ts'
import type { Room, Topic, World } from '../world.ts'

const managed = (world: World, params: Params): Room => {
  const room = findRoom(world, params)
  checkPresence(world, room)
  if (!room.facts.is_forum) throw bad('the chat is not a forum')
  if (!isAdmin(room.members.get(world.bot.id))) throw bad('not enough rights to manage topics')
  return room
}

const readTitle = (params: Params): string => {
  const title = params.string('name') ?? ''
  if (title === '' || title.length > 128) throw bad('TOPIC_TITLE_EMPTY')
  return title
}

const changing =
  (change: (topic: Topic, params: Params) => Topic | undefined): Method =>
  (world, params) => {
    const room = managed(world, params)
    const topic = room.topics.get(params.integer('message_thread_id') ?? 0)
    if (!topic) throw bad('message thread not found')
    const changed = change(topic, params)
    if (changed) room.topics.set(topic.id, changed)
    else room.topics.delete(topic.id)
    world.changed({ what: 'member', chat: String(room.facts.id) })
    return true
  }

export const topics: Methods = {
  createForumTopic: (world, params) => {
    const room = managed(world, params)
    const id = world.next('message')
    const title = readTitle(params)
    room.topics.set(id, { id, title, closed: false })
    world.changed({ what: 'member', chat: String(room.facts.id) })
    return { message_thread_id: id, name: title, icon_color: 7_322_096 }
  },
  editForumTopic: changing((topic, params) => ({ ...topic, title: readTitle(params) })),
  closeForumTopic: changing((topic) => ({ ...topic, closed: true })),
  reopenForumTopic: changing((topic) => ({ ...topic, closed: false })),
  deleteForumTopic: changing(() => undefined),
}
