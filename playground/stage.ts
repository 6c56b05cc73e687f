import type { Actor, Chat } from './actor.ts'

/** Something goes wrong on purpose, with the requests that match. */
export interface Mishap {
  /**
   * `limit`: 429, for `seconds`. `forbidden`: 403. `error`: a 5xx as the platform words it. `page`: a 5xx whose body is a web page.
   * `slow`: the answer takes `seconds`. `cut`: the connection ends before anything is done. `lost`: it is done, and the connection ends.
   */
  readonly what: 'limit' | 'forbidden' | 'error' | 'page' | 'slow' | 'cut' | 'lost'
  /** How many requests; 1 unless given. `Infinity` until {@link Stage.behave}. */
  readonly times?: number
  /** A part of the method (`sendMessage`), or of the verb and path (`POST /channels`). */
  readonly method?: string
  /** The platform's identifier of a chat. */
  readonly chat?: string
  readonly seconds?: number
}

/** One request of the bot, and what it was answered. */
export interface Call {
  /** Milliseconds since 1970. */
  readonly at: number
  /** `sendMessage`; or the verb and path, `POST /channels/1/messages`. */
  readonly method: string
  readonly params: Readonly<Record<string, unknown>>
  /** HTTP; 0 when the connection was cut. */
  readonly status: number
  readonly answer: unknown
}

/** What changed: whoever mirrors the stage looks again. */
export interface Change {
  readonly what: 'message' | 'edited' | 'deleted' | 'toast' | 'form' | 'menu' | 'member' | 'busy'
  /** Absent when it concerns all. */
  readonly chat?: string
  /** Only this person sees it. */
  readonly person?: string
}

export interface PersonOptions {
  /** IETF tag of the client; `fr` unless given. */
  readonly language?: string
  /** The platform's identifier. */
  readonly id?: string
  readonly username?: string
}

export interface GroupOptions {
  /** False leaves the bot out until somebody invites it. */
  readonly bot?: false
  /** It can have parts: see {@link Stage.topic}. */
  readonly topics?: true
  /** Administrators, among the members. */
  readonly animators?: readonly Actor[]
}

/** Plain data. */
export interface Snapshot {
  readonly platform: string
  readonly bot: string
  readonly people: readonly { readonly id: string; readonly name: string; readonly closed: boolean }[]
  readonly chats: readonly (Chat & { readonly members: readonly string[]; readonly bot: boolean })[]
}

/** A make-believe platform: its server, its people, its chats. */
export interface Stage extends AsyncDisposable {
  readonly platform: string
  /** The bot's token, and the address to give to it. */
  readonly token: string
  readonly url: string
  person(name: string, options?: PersonOptions): Actor
  /** The person of that identifier, in their private chat. */
  actor(id: string): Actor | undefined
  group(title: string, members: readonly Actor[], options?: GroupOptions): Chat
  /** A part of a group that was made for it: a topic of a forum, another channel of the same server. */
  topic(of: Chat, title: string): Chat
  channel(title: string, members: readonly Actor[], options?: GroupOptions): Chat
  chat(id: string): Chat | undefined
  /** The chat is deleted, with all that is in it. */
  closes(chat: Chat): void
  /** The bot is told once more of the last thing that happened, with the same identifier. */
  retells(): Promise<void>
  misbehave(mishap: Mishap): void
  /** Forgets every mishap. */
  behave(): void
  ledger(): readonly Call[]
  /** What the bot did that the platform's rules forbid. Must stay empty. */
  violations(): readonly string[]
  snapshot(): Snapshot
  /** Returns what stops it. */
  onChange(listener: (change: Change) => void): () => void
  /** Resolves when the bot has nothing under way, as far as the stage can tell; bounded. */
  quiet(): Promise<void>
  /** Resolves when a bot hears what people do, where the platform would otherwise tell them that nobody is there; bounded. */
  awake(): Promise<void>
}

/** What every stage can be given. */
export interface StageOptions {
  /** Any free one unless given. */
  readonly port?: number
  readonly host?: string
  readonly token?: string
  readonly botName?: string
  /** Whoever runs the bot in the same process may say when it has nothing under way: scenes then wait exactly as long as needed. */
  readonly idle?: () => Promise<void>
}
