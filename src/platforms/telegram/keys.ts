import type { Address } from '../../chat/index.ts'

export const platform = 'telegram'

/** Where a message goes, and whom and what it answers. Identifiers of chats need up to 52 bits: a number holds them. */
export interface Target {
  readonly chat: number
  /** The topic of a forum; its General topic has none. */
  readonly topic?: number
  /** Whoever spoke there. */
  readonly by?: number
  /** The message whose button was pressed. */
  readonly on?: string
  /** The press itself, which waits for its answer. */
  readonly query?: string
}

const shape = /^(-?\d+)(?:\/(\d+))?(?:~u(\d+))?(?:~m(\d+p?))?(?:~q(\d+))?$/

/** `-1001234/56~u78~m90~q12`: the chat and its topic, who spoke, the message pressed, the press. */
export const writeKey = ({ chat, topic, by, on, query }: Target): string =>
  [
    String(chat),
    topic === undefined ? '' : `/${topic}`,
    by === undefined ? '' : `~u${by}`,
    on === undefined ? '' : `~m${on}`,
    query === undefined ? '' : `~q${query}`,
  ].join('')

/** @throws RangeError for a key that {@link writeKey} did not write. */
export const readKey = (key: string): Target => {
  const [, chat, topic, by, on, query] = shape.exec(key) ?? []
  if (chat === undefined) throw new RangeError('this is no address on Telegram')
  return {
    chat: Number(chat),
    ...(topic !== undefined && { topic: Number(topic) }),
    ...(by !== undefined && { by: Number(by) }),
    ...(on !== undefined && { on }),
    ...(query !== undefined && { query }),
  }
}

/** The chat or topic alone: the key of the place, and of its address. */
export const homeOf = ({ chat, topic }: Target): string =>
  writeKey({ chat, ...(topic !== undefined && { topic }) })

/** What the keys of its topics begin with. */
export const partsOf = ({ chat }: Target): string => `${writeKey({ chat })}/`

export const addressOf = (target: Target): Address => ({ platform, key: writeKey(target) })

/** A message by its number, and whether it is a picture: those two cannot become each other. */
export interface Ref {
  readonly id: number
  readonly picture: boolean
}

export const writeRef = ({ id, picture }: Ref): string => `${id}${picture ? 'p' : ''}`

export const readRef = (ref: string): Ref => ({ id: Number.parseInt(ref, 10), picture: ref.endsWith('p') })
