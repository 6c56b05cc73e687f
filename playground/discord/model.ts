/** Discord's own objects where they travel as they came; ours where the server must know. */
export type Json = Readonly<Record<string, unknown>>

export interface User {
  readonly id: string
  readonly username: string
  readonly name: string
  readonly bot: boolean
  /** IETF tag, as Discord spells it. */
  readonly language: string
  /** Private messages from the bot are refused. */
  closed: boolean
  /** Has the bot for themselves, so that they can talk without a server in common. */
  installed: boolean
}

export interface Guild {
  readonly id: string
  readonly name: string
  readonly owner: string
  readonly members: Set<string>
  readonly animators: ReadonlySet<string>
  /** When the bot came; `undefined` while it is out. */
  joined: number | undefined
}

/** Numbers are Discord's. */
export const kind = { text: 0, direct: 1, announcement: 5, thread: 11, forum: 15 } as const

/** What the posts of a forum can be filed under. `moderated`: only by those who manage threads. */
export interface Tag {
  readonly id: string
  readonly name: string
  readonly moderated: boolean
}

export interface Channel {
  readonly id: string
  readonly type: (typeof kind)[keyof typeof kind]
  name: string
  readonly guild?: string
  /** Of a thread: its channel. */
  readonly parent?: string
  /** Of a private channel: the person. */
  readonly recipient?: string
  /** Of a forum. */
  readonly tags?: readonly Tag[]
  /** Of a forum: no post without a tag. */
  readonly demandsTag?: boolean
  /** Of a post: the identifiers of its tags. */
  applied?: readonly string[]
  /** Of a thread. */
  archived?: boolean
  /** Of a post: it stays above the others. */
  pinned?: boolean
  /** Who made a thread; the bot unless it is said. */
  readonly owner?: string
  /** What the bot may not do there. */
  readonly forbidden: Set<'view' | 'send' | 'pin' | 'thread'>
  /** The bot manages its threads. */
  managed?: boolean
}

export interface Button {
  readonly type: 2
  readonly style: number
  readonly label?: string
  readonly custom_id?: string
  readonly url?: string
  readonly disabled?: boolean
}

export interface Option {
  readonly label: string
  readonly value: string
  readonly description?: string
  readonly default?: boolean
}

export interface Select {
  readonly type: 3
  readonly custom_id: string
  readonly options: readonly Option[]
  readonly placeholder?: string
  readonly disabled?: boolean
}

export interface Row {
  readonly type: 1
  readonly components: readonly (Button | Select)[]
}

export interface Attachment {
  readonly id: string
  readonly filename: string
  readonly size: number
  readonly content_type: string
  readonly description?: string
  readonly url: string
  readonly bytes: Uint8Array
}

export const flag = {
  crossposted: 1,
  suppressEmbeds: 4,
  ephemeral: 64,
  loading: 128,
  suppressNotifications: 4_096,
  componentsV2: 32_768,
} as const

export interface Message {
  readonly id: string
  /** Grows with every message of all channels. */
  readonly order: number
  readonly channel: string
  readonly author: string
  readonly at: number
  readonly type: number
  readonly nonce?: string
  /** The interaction that it answers. */
  readonly interaction?: string
  /** It answers that message. */
  readonly reference?: string
  content: string
  embeds: readonly Json[]
  components: readonly Row[]
  attachments: readonly Attachment[]
  flags: number
  edited: number | undefined
  pinned: boolean
  /** Who was pinged by it: `everyone`, `here`, users and roles by their ids. */
  pinged: readonly string[]
}

export interface TextInput {
  readonly type: 4
  readonly custom_id: string
  readonly style: number
  readonly label?: string
  readonly required?: boolean
  readonly min_length?: number
  readonly max_length?: number
  readonly placeholder?: string
  readonly value?: string
}

export interface FileUpload {
  readonly type: 19
  readonly custom_id: string
  readonly required?: boolean
}

export interface Asked {
  readonly label: string
  readonly hint?: string
  readonly component: TextInput | FileUpload | (Select & { readonly required?: boolean })
}

export interface Window {
  readonly id: string
  readonly title: string
  readonly asked: readonly Asked[]
  /** What stands above and between. */
  readonly texts: readonly string[]
}

export const doing = { command: 2, component: 3, typing: 4, modal: 5 } as const

/** Something a person did that waits for the bot's answer. */
export interface Interaction {
  readonly id: string
  readonly token: string
  readonly type: (typeof doing)[keyof typeof doing]
  readonly user: string
  readonly channel: string
  readonly at: number
  /** What the bot was told. */
  readonly told: Json
  /** The message whose button was pressed. */
  readonly source?: string
  /** The number of the first answer. */
  answered: number | undefined
  /** The message that is the first answer. */
  original: string | undefined
  /** Only the person sees the first answer. */
  hidden: boolean
  choices: readonly { readonly name: string; readonly value: string }[]
}

export interface Command extends Json {
  readonly id: string
  readonly name: string
  readonly type: number
  readonly description: string
  readonly options?: readonly CommandOption[]
  readonly contexts?: readonly number[] | null
  readonly default_member_permissions?: string | null
  readonly name_localizations?: Readonly<Record<string, string>> | null
  readonly description_localizations?: Readonly<Record<string, string>> | null
}

export interface CommandOption {
  readonly type: number
  readonly name: string
  readonly description: string
  readonly required?: boolean
  readonly autocomplete?: boolean
  readonly choices?: readonly {
    readonly name: string
    readonly value: string
    readonly name_localizations?: Readonly<Record<string, string>> | null
  }[]
  readonly description_localizations?: Readonly<Record<string, string>> | null
}
