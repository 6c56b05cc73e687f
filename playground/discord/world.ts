import type { Change } from '../stage.ts'
import type { Attachment, Channel, Command, Guild, Interaction, Message, User } from './model.ts'
import { refusals } from './refusal.ts'
import { createSnowflakes } from './snowflakes.ts'

/** All that is on the make-believe Discord. Only state and how to find it; who changes it says so. */
export interface World {
  readonly now: () => number
  readonly nextId: () => string
  readonly nextOrder: () => number
  readonly bot: User
  /** Of the application: the intents that the portal grants, among others. */
  readonly flags: number
  readonly users: Map<string, User>
  readonly guilds: Map<string, Guild>
  readonly channels: Map<string, Channel>
  /** By channel, the oldest first. */
  readonly messages: Map<string, Message[]>
  readonly interactions: Map<string, Interaction>
  /** Put into windows. */
  readonly uploads: Map<string, Attachment>
  /** The interaction of a token, which outlives its first answer. */
  readonly tokens: Map<string, Interaction>
  /** Those of the last minute, the oldest first. */
  readonly lately: Interaction[]
  /** By scope: `global`, or a guild. */
  readonly commands: Map<string, Command[]>
  readonly violations: string[]
  violate(words: string): void
  changed(change: Change): void
  /** What a person's client said for a moment. */
  readonly toasts: Map<string, string[]>

  /** @throws Refusal 10003 */
  channel(id: string): Channel
  /** @throws Refusal 10008 */
  message(channel: string, id: string): Message
  find(channel: string, id: string): Message | undefined
  remove(message: Message): void
  /** The private channel of a person with the bot; made when there is none. */
  direct(user: string): Channel
  /** Everybody who can read there, the bot aside. */
  readers(channel: Channel): readonly string[]
}

interface Needs {
  readonly now: () => number
  readonly botName: string
  readonly flags?: number
  readonly changed: (change: Change) => void
}

export const createWorld = ({ now, botName, flags = 0, changed }: Needs): World => {
  const nextId = createSnowflakes(now)
  const bot: User = {
    id: nextId(),
    username: botName.toLowerCase().replaceAll(/[^a-z0-9_.]+/g, '_'),
    name: botName,
    bot: true,
    language: 'fr',
    closed: false,
    installed: false,
  }
  const channels = new Map<string, Channel>()
  const messages = new Map<string, Message[]>()
  const guilds = new Map<string, Guild>()
  const violations: string[] = []
  const doors = new Map<string, Channel>()
  let order = 0
  const find = (channel: string, id: string) => messages.get(channel)?.find((message) => message.id === id)

  return {
    now,
    nextId,
    nextOrder: () => (order += 1),
    bot,
    flags,
    users: new Map([[bot.id, bot]]),
    guilds,
    channels,
    messages,
    interactions: new Map(),
    uploads: new Map(),
    tokens: new Map(),
    lately: [],
    commands: new Map(),
    violations,
    violate: (words) => {
      violations.push(words)
    },
    changed,
    toasts: new Map(),
    channel: (id) => {
      const there = channels.get(id)
      if (!there) throw refusals.unknownChannel()
      return there
    },
    find,
    message: (channel, id) => {
      const there = find(channel, id)
      if (!there) throw refusals.unknownMessage()
      return there
    },
    remove: ({ channel, id }) => {
      messages.set(
        channel,
        (messages.get(channel) ?? []).filter((message) => message.id !== id),
      )
    },
    direct: (user) => {
      const there = doors.get(user)
      if (there) return there
      const made: Channel = { id: nextId(), type: 1, name: '', recipient: user, forbidden: new Set() }
      channels.set(made.id, made)
      doors.set(user, made)
      return made
    },
    readers: ({ guild, recipient }) =>
      recipient === undefined ? [...(guilds.get(guild ?? '')?.members ?? [])] : [recipient],
  }
}
