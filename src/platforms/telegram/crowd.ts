import type { Platform } from '../../chat/index.ts'
import type { Call } from './call.ts'
import { platform, readKey } from './keys.ts'

/** Members of a group, subscribers of a channel; all topics of a forum have the same people. The bot itself is not one of them. */
export const createCrowd =
  (call: Call): NonNullable<Platform['crowd']> =>
  async (key) => {
    const { chat } = readKey(key)
    const told = await call({ method: 'getChatMemberCount', params: { chat_id: chat } })
    if (told.is === 'later' || told.is === 'uncertain') return 'later'
    return told.is === 'done' && typeof told.result === 'number'
      ? { people: Math.max(0, told.result - 1), of: `${platform} ${chat}` }
      : undefined
  }
