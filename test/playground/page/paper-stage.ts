import type { Actor, Chat } from '../../../playground/actor.ts'
import type { Change, Mishap, Stage } from '../../../playground/stage.ts'
import { createPaperActor, type PaperBot, type PaperWorld, type Room } from './paper-actor.ts'

export interface PaperStage extends Stage {
  readonly mishaps: readonly Mishap[]
}

/** A whole stage in memory, without a wire: what the page's own tests play on. */
export const createPaperStage = (platform: string, bot: PaperBot): PaperStage => {
  const people: PaperWorld['people'] = new Map()
  const rooms = new Map<string, Room>()
  const listeners = new Set<(change: Change) => void>()
  const mishaps: Mishap[] = []
  let count = 0
  const next = (): number => (count += 1)
  const tell = (change: Change): void => listeners.forEach((listener) => listener(change))

  const room = (key: string): Room => {
    const found = rooms.get(key)
    if (!found) throw new Error(`No room ${key}`)
    return found
  }
  const open = (id: string, chat: Chat | undefined, members: readonly Actor[], withBot: boolean): void => {
    rooms.set(id, { chat, members: members.map((one) => one.id), bot: withBot, messages: [], keyboard: [] })
  }

  const actor = createPaperActor({ platform, bot, people, room, next, tell })

  const gather = (
    kind: Chat['kind'],
    title: string,
    members: readonly Actor[],
    parent?: Chat,
    withBot = true,
  ): Chat => {
    const chat: Chat = { id: `c${next()}`, title, kind, ...(parent && { parent: parent.id }) }
    open(chat.id, chat, members, withBot)
    tell({ what: 'member' })
    return chat
  }

  return {
    platform,
    token: 'paper',
    url: 'http://127.0.0.1:1',
    mishaps,
    person(name, { id = `p${next()}` } = {}) {
      people.set(id, { name, closed: false, toasts: [] })
      const self = actor(id)
      open(id, undefined, [self], true)
      return self
    },
    actor: (id) => (people.has(id) ? actor(id) : undefined),
    group: (title, members, options) => gather('group', title, members, undefined, options?.bot ?? true),
    topic: (of, title) =>
      gather(
        'topic',
        title,
        room(of.id).members.map((id) => actor(id)),
        of,
      ),
    channel: (title, members, options) => gather('channel', title, members, undefined, options?.bot ?? true),
    chat: (id) => rooms.get(id)?.chat,
    retells: () => Promise.resolve(),
    closes: ({ id }) => void rooms.delete(id),
    misbehave: (mishap) => void mishaps.push(mishap),
    behave: () => void mishaps.splice(0),
    ledger: () => [],
    violations: () => [],
    snapshot: () => ({
      platform,
      bot: 'Porte-voix',
      people: [...people].map(([id, { name, closed }]) => ({ id, name, closed })),
      chats: [...rooms.values()].flatMap(({ chat, members, bot: inside }) =>
        chat ? [{ ...chat, members, bot: inside }] : [],
      ),
    }),
    onChange(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    quiet: () => Promise.resolve(),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  }
}
