import type { Clock } from '../../src/base/clock.ts'
import type { Change } from '../stage.ts'
import type {
  BotCommand,
  ChatFacts,
  Markup,
  Message,
  ReplyKeyboard,
  Update,
  UpdateKind,
  User,
} from './types.ts'

export type Status = 'creator' | 'administrator' | 'member' | 'left' | 'kicked'

export interface Membership {
  readonly user: User
  readonly status: Status
  /** Their messages carry the name of the group. */
  readonly anonymous?: true
}

export interface Topic {
  readonly id: number
  readonly title: string
  readonly closed: boolean
}

export interface Stored {
  readonly message: Message
  /** Grows with every message of the stage. */
  readonly order: number
  readonly silent: boolean
  readonly byBot: boolean
  readonly markup?: Markup
}

/** A chat, with everything that is in it. */
export interface Room {
  facts: ChatFacts
  readonly members: Map<number, Membership>
  readonly topics: Map<number, Topic>
  readonly stored: Map<number, Stored>
  readonly pinned: number[]
  /** Private chats: the person wrote at least once, blocked the bot, deleted their account. */
  started: boolean
  blocked: boolean
  deactivated: boolean
  /** The bot may not write here, though it is a member. */
  muted: boolean
  /** A channel's discussion, or a discussion's channel. */
  twin?: number
  gone: boolean
  migratedTo?: number
  keyboard?: ReplyKeyboard
  /** The bot shows that it is busy, until then. */
  busyUntil: number
}

/** A button under a message was pressed, and waits for its answer. */
export interface Query {
  readonly id: string
  readonly person: number
  readonly chat: number
  readonly at: number
  answered: boolean
}

export interface StoredFile {
  readonly id: string
  readonly bytes?: Uint8Array
  readonly type: string
  /** Where it was taken from, when it was not uploaded. */
  readonly url?: string
}

/** What the bot says of itself, by language (`''` for all others). */
export interface Profile {
  /** By scope and language. */
  readonly commands: Map<string, readonly BotCommand[]>
  readonly names: Map<string, string>
  readonly descriptions: Map<string, string>
  readonly shortDescriptions: Map<string, string>
  /** By private chat; 0 for all others. */
  readonly menuButtons: Map<number, unknown>
  readonly rights: Map<boolean, unknown>
}

export interface Told {
  push(kind: UpdateKind, payload: object, chat: number): void
}

/** The whole of make-believe Telegram, for one bot. Mutable, and only here. */
export interface World {
  readonly clock: Clock
  readonly bot: User
  readonly token: string
  readonly users: Map<number, User>
  readonly rooms: Map<number, Room>
  readonly queries: Map<string, Query>
  readonly files: Map<string, StoredFile>
  readonly profile: Profile
  readonly updates: Told
  /** By person and chat. */
  readonly toasts: Map<string, string[]>
  readonly opened: Map<number, string[]>
  readonly violations: string[]
  /** Grows by one; also across restarts of the playground, so that a bot with a memory does not mistake one thing for another. */
  next(what: 'message' | 'order' | 'query' | 'file' | 'user' | 'group' | 'update'): number
  changed(change: Change): void
  onChange(listener: (change: Change) => void): () => void
}

interface Needs {
  readonly clock: Clock
  readonly bot: User
  readonly token: string
  readonly updates: (world: World) => Told
}

const seconds = (ms: number): number => Math.floor(ms / 1000)

export const makeWorld = ({ clock, bot, token, updates }: Needs): World => {
  const born: number = clock.now()
  const counters = {
    message: seconds(born) % 2 ** 30,
    order: 0,
    query: born,
    file: 0,
    // Beyond 32 bits, as many real identifiers are.
    user: 5_000_000_000,
    group: 4_000_000_000,
    update: Math.floor(born / 100) % 2 ** 30,
  }
  const listeners = new Set<(change: Change) => void>()
  const world: World = {
    clock,
    bot,
    token,
    users: new Map([[bot.id, bot]]),
    rooms: new Map(),
    queries: new Map(),
    files: new Map(),
    profile: {
      commands: new Map(),
      names: new Map([['', bot.first_name]]),
      descriptions: new Map(),
      shortDescriptions: new Map(),
      menuButtons: new Map(),
      rights: new Map(),
    },
    get updates() {
      return told
    },
    toasts: new Map(),
    opened: new Map(),
    violations: [],
    next: (what) => {
      counters[what] += 1
      return counters[what]
    },
    changed: (change) => {
      for (const listener of listeners) listener(change)
    },
    onChange: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
  const told = updates(world)
  return world
}

export const makeRoom = (facts: ChatFacts): Room => ({
  facts,
  members: new Map(),
  topics: new Map(),
  stored: new Map(),
  pinned: [],
  started: false,
  blocked: false,
  deactivated: false,
  muted: false,
  gone: false,
  busyUntil: 0,
})

/** Unix time, as the Bot API gives it. */
export const now = (world: World): number => seconds(world.clock.now())

export type { Update }
