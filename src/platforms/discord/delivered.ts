import type { Outcome } from '../../chat/index.ts'
import { channelKey } from './keys.ts'
import { flag } from './write.ts'

type Shape = Readonly<Record<string, unknown>>

export const isShape = (value: unknown): value is Shape => typeof value === 'object' && value !== null

/**
 * Discord's answer to whatever writes a message. A message that one reader alone sees has no home: after a quarter of an hour nobody can
 * edit it.
 */
export const deliveredAs = (told: unknown): Outcome => {
  if (!isShape(told) || typeof told['id'] !== 'string') return { is: 'uncertain' }
  const { id, channel_id: channel, flags } = told
  const hidden = typeof flags === 'number' && (flags & flag.ephemeral) !== 0
  return {
    is: 'delivered',
    ref: id,
    ...(typeof channel === 'string' && !hidden && { home: channelKey(channel) }),
  }
}
