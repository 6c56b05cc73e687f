import { plain } from '../../base/rich.ts'
import { length } from '../../base/text.ts'
import type { Message, Toll } from '../../chat/index.ts'
import type { Target } from './keys.ts'
import { mostToast } from './write.ts'

/** About one message a second; somebody who taps through a few pages does not wait for it. */
const privateChat = { per: 1_100, burst: 4 }
/** Never more than 20 within a minute, nor 3 within three seconds. */
const group = { per: 3_550, burst: 3 }

const chatToll = (chat: number): Toll => ({
  overall: true,
  chat: { key: String(chat), ...(chat > 0 ? privateChat : group) },
})

const free: Toll = { overall: false }

/** Words over the chat are free, and so is leading somebody elsewhere; edits cost as much as messages. */
export const tollOf = ({ chat, by, query }: Target, message: Message): Toll => {
  if (!message.aside) return chatToll(chat)
  const buttons = (message.rows ?? []).flat()
  const isBare = buttons.length === 0 && message.image === undefined && message.asks === undefined
  if (query !== undefined && isBare && length(plain(message.text)) <= mostToast) return free
  const leads = buttons.some((button) => 'start' in button)
  if (leads) return query === undefined ? chatToll(chat) : free
  return chatToll(by ?? chat)
}
