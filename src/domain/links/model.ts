import type { Instant } from '../../base/clock.ts'
import type { GroupId, LinkId } from '../../base/ids.ts'

/** What a chat hears, and how. */
export interface Settings {
  /** What loops and the coordination announce, and the group itself. */
  readonly announcements: boolean
  /** Actions that are planned, changed, called off. */
  readonly actions: boolean
  /** The week’s actions, on that day and hour. */
  readonly agenda: boolean
  readonly reminders: boolean
  /** Arrives without sound. */
  readonly silent: boolean
  /** Announcements are pinned. */
  readonly pinned: boolean
  /** Announcements are passed on to the servers that follow the channel, where there is such a thing. */
  readonly published: boolean
  /** Under each action that is planned, a thread where people talk about it, where there is such a thing. */
  readonly threads: boolean
  /** Only between these hours, of the place; the same twice: at any hour. */
  readonly from: number
  readonly to: number
  /** 1 is Monday. */
  readonly day: number
  readonly hour: number
}

export const usual: Settings = {
  announcements: true,
  actions: true,
  agenda: true,
  reminders: true,
  silent: false,
  pinned: false,
  published: false,
  threads: false,
  from: 8,
  to: 22,
  day: 1,
  hour: 9,
}

/** In a chat where everything arrives by another way. */
export const hushed: Partial<Settings> = {
  announcements: false,
  actions: false,
  agenda: false,
  reminders: false,
}

/** How something arrives in a chat. */
export type Manner = Pick<Settings, 'silent' | 'pinned'>

/** What can be switched on and off. */
export const switches = [
  'announcements',
  'actions',
  'agenda',
  'reminders',
  'silent',
  'pinned',
  'published',
  'threads',
] as const
export type Switch = (typeof switches)[number]

/** Why nothing arrives there any more. */
export const troubles = ['kicked', 'not-found', 'forbidden'] as const
export type Trouble = (typeof troubles)[number]

/** About how many people are in a chat. `of`: the same for chats of one community, whose people are the same. */
export interface Crowd {
  readonly people: number
  readonly of: string
}

/** A chat of many where what is meant for a group, a loop, or everybody arrives. */
export interface Link {
  readonly id: LinkId
  /** Absent: everywhere, the coordination's own. */
  readonly group?: GroupId
  readonly address: { readonly platform: string; readonly key: string }
  /** As the platform shows it. */
  readonly title: string
  readonly since: Instant
  /** Absent: all is well. */
  readonly trouble?: Trouble
  /** Absent: the platform does not say, or was not asked yet. */
  readonly crowd?: Crowd
  readonly settings: Settings
}

/** What a platform says of the forum around a post, as of a chat of many. */
export interface Around extends Pick<Standing, 'title' | 'lacks' | 'cannotPin'> {
  readonly key: string
  /** The name of what each post is filed under. */
  readonly tag?: string
  /** Without that right the bot takes its message away, but not the post that people see above it. */
  readonly cannotClear?: string
}

/** What a platform says of a chat of many, of somebody there, and of the bot. */
export interface Standing {
  readonly title: string
  /** That person administers the chat. */
  readonly administers: boolean
  /** What the bot lacks to write there, by the platform's own names. */
  readonly lacks: readonly string[]
  /** Without that right the bot cannot pin there. */
  readonly cannotPin?: string
  /** The key of a chat whose messages also show up by themselves in the other one: in this one, or those of this one there. */
  readonly echo?: { readonly of: string } | { readonly in: string }
  /** The forum that this chat is a post of: it can be linked as a whole, and each message is then a post of its own. */
  readonly forum?: Around
}
