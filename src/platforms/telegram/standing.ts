import { storable } from '../../base/text.ts'
import type { Platform } from '../../chat/index.ts'
import { telegram } from '../../phrases/telegram.ts'
import type { Call } from './call.ts'
import { homeOf, readKey } from './keys.ts'

interface Needs {
  readonly call: Call
  /** The bot's own identifier. */
  readonly self: () => Promise<number>
}

type Facts = Readonly<Record<string, unknown>>

const isFacts = (result: unknown): result is Facts => typeof result === 'object' && result !== null

const administers = ({ status }: Facts): boolean => status === 'creator' || status === 'administrator'

/** What keeps the bot from writing there, by the names that Telegram's own screens give it. */
const lacking = (chat: Facts, own: Facts): readonly string[] => {
  if (chat['type'] === 'channel')
    return administers(own) && own['can_post_messages'] !== false ? [] : [telegram.rights.post]
  if (administers(own)) return []
  const { permissions } = chat
  const muted =
    own['status'] === 'restricted'
      ? own['can_send_messages'] === false
      : isFacts(permissions) && permissions['can_send_messages'] === false
  return muted ? [telegram.rights.send] : []
}

/** Groups and channels have a right each for that. */
const mayPin = (chat: Facts, own: Facts): boolean =>
  own['status'] === 'creator' ||
  (administers(own) && own[chat['type'] === 'channel' ? 'can_edit_messages' : 'can_pin_messages'] === true)

export const createStanding = ({ call, self }: Needs): Platform['standing'] => {
  const ask = async (method: string, params: Facts): Promise<Facts | undefined> => {
    const told = await call({ method, params })
    return told.is === 'done' && isFacts(told.result) ? told.result : undefined
  }
  return async (key, person) => {
    const { chat: id, topic } = readKey(key)
    const [chat, theirs, own] = [
      await ask('getChat', { chat_id: id }),
      await ask('getChatMember', { chat_id: id, user_id: Number(person) }),
      await ask('getChatMember', { chat_id: id, user_id: await self() }),
    ]
    if (!chat || !theirs || !own) return undefined
    const { linked_chat_id: twin } = chat
    const title = storable(typeof chat['title'] === 'string' ? chat['title'] : '')
    return {
      title: topic === undefined ? title : telegram.topicOf(title),
      administers: administers(theirs),
      lacks: lacking(chat, own),
      ...(typeof twin === 'number' && {
        echo: chat['type'] === 'channel' ? { in: homeOf({ chat: twin }) } : { of: homeOf({ chat: twin }) },
      }),
      ...(!mayPin(chat, own) && {
        cannotPin: chat['type'] === 'channel' ? telegram.rights.edit : telegram.rights.pin,
      }),
    }
  }
}
