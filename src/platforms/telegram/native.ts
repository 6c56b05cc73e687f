import type { HeardEntity } from './entities.ts'

/** What Telegram sends, as far as it is read here (Bot API 10.1); everything may be absent. */
export interface NativeUser {
  readonly id: number
  readonly is_bot?: boolean
  readonly first_name?: string
  readonly last_name?: string
  readonly language_code?: string
}

export interface NativeChat {
  readonly id: number
  readonly type: 'private' | 'group' | 'supergroup' | 'channel'
}

export interface NativePhoto {
  readonly file_id: string
  readonly width?: number
  readonly file_size?: number
}

export interface NativeMessage {
  readonly message_id: number
  readonly message_thread_id?: number
  readonly is_topic_message?: boolean
  readonly from?: NativeUser
  readonly sender_chat?: NativeChat
  readonly chat: NativeChat
  /** Seconds since 1970; 0 for a message that the bot can read no more. */
  readonly date: number
  readonly is_automatic_forward?: boolean
  readonly forward_origin?: object
  readonly text?: string
  readonly entities?: readonly HeardEntity[]
  readonly caption?: string
  readonly caption_entities?: readonly HeardEntity[]
  /** The same picture in several sizes, the smallest first. */
  readonly photo?: readonly NativePhoto[]
  readonly location?: { readonly latitude: number; readonly longitude: number }
  readonly migrate_to_chat_id?: number
  readonly migrate_from_chat_id?: number
  readonly [other: string]: unknown
}

export interface NativePress {
  readonly id: string
  readonly from: NativeUser
  readonly message?: NativeMessage
  readonly data?: string
}

/** As far as it concerns the bot itself. */
export interface NativeMember {
  readonly status: string
  readonly is_member?: boolean
  readonly can_send_messages?: boolean
  readonly can_post_messages?: boolean
}

export interface NativeMembership {
  readonly chat: NativeChat
  readonly from: NativeUser
  readonly date: number
  readonly old_chat_member: NativeMember
  readonly new_chat_member: NativeMember
}

export interface NativeUpdate {
  readonly update_id: number
  readonly message?: NativeMessage
  readonly callback_query?: NativePress
  readonly my_chat_member?: NativeMembership
}

/** All that is listened to; Telegram sends nothing else. */
export const wanted = ['message', 'callback_query', 'my_chat_member'] as const
