import { instant, type Instant } from '../../base/clock.ts'
import { writeMarkup } from '../../base/markup.ts'
import { plainName, storable } from '../../base/text.ts'
import type { Place, Said, Speaker, Update } from '../../chat/index.ts'
import { readStyles } from './entities.ts'
import { addressOf, homeOf, partsOf, platform, writeRef, type Target } from './keys.ts'
import type {
  NativeChat,
  NativeMember,
  NativeMembership,
  NativeMessage,
  NativePress,
  NativeUpdate,
  NativeUser,
} from './native.ts'

/** What one native update means. */
export interface Heard {
  readonly update?: Update
  /** A press that waits for its answer, whatever it means. */
  readonly query?: string
  /** Somebody asked for something in the name of a group or a channel. */
  readonly anonymous?: Target
}

export interface Reading {
  /** The bot's own name, without `@`. */
  readonly botName: string
  /** Is that a command of ours? In a group, others' are theirs. */
  readonly knows: (command: string) => boolean
  readonly now: Instant
}

const nothing: Heard = {}

const speakerOf = (user: NativeUser): Speaker => ({
  key: String(user.id),
  name: storable([user.first_name, user.last_name].filter(Boolean).join(' ')).trim() || '…',
  ...(user.language_code && { language: user.language_code }),
  door: addressOf({ chat: user.id }),
})

const kindOf = ({ type }: NativeChat): Place['kind'] => {
  switch (type) {
    case 'private':
      return 'private'
    case 'group':
    case 'supergroup':
      return 'group'
    case 'channel':
      return 'channel'
  }
}

/** The General topic, which must not be named when one writes there. */
const general = 1

/** Replies in a supergroup have a thread as well, which is no topic. */
const whereOf = ({ chat, message_thread_id: topic, is_topic_message: isTopic }: NativeMessage): Target => ({
  chat: chat.id,
  ...(isTopic && topic !== undefined && topic !== general && { topic }),
})

const command = /^\/([\p{L}\p{N}_]{1,32})(?:@(\w+))?(?:\s+|$)([^]*)$/u

/** `undefined` for a command that is somebody else's. */
const readCommand = (
  text: string,
  place: Place['kind'],
  { botName, knows }: Reading,
): Extract<Said, { is: 'command' }> | 'foreign' | undefined => {
  const [, typed, to, line = ''] = command.exec(text) ?? []
  if (typed === undefined) return undefined
  const name = plainName(typed)
  if (to !== undefined && to.toLowerCase() !== botName.toLowerCase()) return 'foreign'
  if (to === undefined && place !== 'private' && !knows(name)) return 'foreign'
  return { is: 'command', name, line: line.trim() }
}

const media = [
  'photo',
  'sticker',
  'voice',
  'video',
  'video_note',
  'animation',
  'audio',
  'document',
  'contact',
  'poll',
  'dice',
  'story',
] as const

/** In a chat of many, only what is for the bot by name. */
const readWords = (
  text: string,
  kind: Place['kind'],
  botName: string,
): Extract<Said, { is: 'text' }> | undefined => {
  if (kind === 'private') return { is: 'text', text }
  const start = `@${botName.toLowerCase()}`
  const rest = text.slice(start.length)
  if (!text.toLowerCase().startsWith(start) || /^\w/.test(rest)) return undefined
  return { is: 'text', text: rest.trim() }
}

/** Only where the words are the message as it is: offsets count from its beginning. */
const stylesOf = ({ text, entities = [] }: NativeMessage, words: string): { readonly markup?: string } => {
  const styled = text === words ? readStyles(words, entities) : undefined
  return styled ? { markup: writeMarkup(styled) } : {}
}

/** Wide enough for a phone, and no more. */
const widest = 1_600

/** The largest of its sizes that a phone shows whole, and the words under it. */
const pictureIn = ({ photo, caption, caption_entities: entities = [] }: NativeMessage) => {
  const size = photo?.findLast(({ width = 0 }) => width <= widest) ?? photo?.at(-1)
  if (!size) return {}
  const words = caption === undefined ? undefined : storable(caption)
  const styled = words === undefined ? undefined : readStyles(words, entities)
  return {
    file: size.file_id,
    ...(words !== undefined && { caption: words }),
    ...(styled && { markup: writeMarkup(styled) }),
  }
}

const saidIn = (message: NativeMessage, reading: Reading): Said | undefined => {
  const kind = kindOf(message.chat)
  if (message.text !== undefined) {
    const text = storable(message.text)
    // Somebody else's words, passed on: they order nothing.
    const said = message.forward_origin ? undefined : readCommand(text, kind, reading)
    if (said === 'foreign') return undefined
    if (said) return said
    const words = readWords(text, kind, reading.botName)
    return (
      words && {
        ...words,
        ...stylesOf(message, words.text),
        ...(message.forward_origin && { passedOn: true }),
      }
    )
  }
  if (message.location && kind === 'private') {
    const { latitude, longitude } = message.location
    return { is: 'position', point: { lat: latitude, lon: longitude } }
  }
  if (kind !== 'private' || !media.some((name) => message[name] !== undefined)) return undefined
  return { is: 'other', ...pictureIn(message) }
}

const readMessage = (id: number, message: NativeMessage, reading: Reading): Heard => {
  const { chat, from, sender_chat: inTheNameOf } = message
  if (!from || chat.type === 'channel') return nothing
  // The old group says where it went, and the new one where it came from: whichever is told first counts.
  const { migrate_from_chat_id: left } = message
  const target: Target = left === undefined ? whereOf(message) : { chat: left }
  const moved = left === undefined ? message.migrate_to_chat_id : chat.id
  const said: Said | undefined =
    moved === undefined ? saidIn(message, reading) : { is: 'moved', to: homeOf({ chat: moved }) }
  if (!said) return nothing
  if (inTheNameOf && said.is !== 'moved')
    return message.is_automatic_forward ? nothing : { anonymous: target }
  if (from.is_bot && said.is !== 'moved') return nothing
  return {
    update: {
      platform,
      id: String(id),
      at: instant(message.date * 1000),
      from: speakerOf(from),
      place: { kind: kindOf(chat), key: homeOf(target) },
      back: addressOf(chat.type === 'private' ? target : { ...target, by: from.id }),
      said,
    },
  }
}

const readPress = (id: number, { id: query, from, message, data }: NativePress, { now }: Reading): Heard => {
  if (!message || data === undefined) return { query }
  const target = whereOf(message)
  const ref = writeRef({ id: message.message_id, picture: message.photo !== undefined })
  return {
    query,
    update: {
      platform,
      id: String(id),
      at: now,
      from: speakerOf(from),
      place: { kind: kindOf(message.chat), key: homeOf(target) },
      back: addressOf({ ...target, by: from.id, on: ref, query }),
      said: { is: 'pressed', route: storable(data), on: { home: homeOf(target), ref } },
    },
  }
}

const isIn = ({ status, is_member: isMember }: NativeMember): boolean =>
  status === 'restricted' ? isMember === true : status !== 'left' && status !== 'kicked'

/** 2: whatever the chat allows its members. 1: if the chat allows it. 0: not. */
const voiceOf = (member: NativeMember, kind: Place['kind']): number => {
  if (member.status === 'creator') return 2
  if (member.status === 'administrator')
    return kind === 'channel' && member.can_post_messages === false ? 0 : 2
  if (kind === 'channel') return 0
  return member.status === 'restricted' && member.can_send_messages === false ? 0 : 1
}

/** What the change means for what we say there. */
const changeOf = ({ chat, old_chat_member: before, new_chat_member: after }: NativeMembership) => {
  const kind = kindOf(chat)
  if (isIn(before) !== isIn(after)) {
    if (kind === 'private') return isIn(after) ? 'unblocked' : 'blocked'
    return isIn(after) ? 'added' : 'removed'
  }
  if (kind === 'private' || !isIn(after)) return undefined
  const [was, is] = [voiceOf(before, kind), voiceOf(after, kind)]
  if (is > was) return 'allowed'
  return is < was && is === 0 ? 'silenced' : undefined
}

const readMembership = (id: number, told: NativeMembership): Heard => {
  const { chat, from, date } = told
  const target = { chat: chat.id }
  const kind = kindOf(chat)
  const is = changeOf(told)
  if (is === undefined) return nothing
  return {
    update: {
      platform,
      id: String(id),
      at: instant(date * 1000),
      from: speakerOf(from),
      place: { kind, key: homeOf(target) },
      back: addressOf(kind === 'private' ? target : { ...target, by: from.id }),
      said: is === 'added' || is === 'allowed' || is === 'removed' ? { is, parts: partsOf(target) } : { is },
    },
  }
}

/** What Telegram told, in our words; edited messages, channel posts and talk that is not for the bot mean nothing. */
export const read = (native: NativeUpdate, reading: Reading): Heard => {
  const { update_id: id, message, callback_query: press, my_chat_member: membership } = native
  if (message) return readMessage(id, message, reading)
  if (press) return readPress(id, press, reading)
  if (membership) return readMembership(id, membership)
  return nothing
}
