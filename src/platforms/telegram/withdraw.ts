import type { Outcome } from '../../chat/index.ts'
import type { Call } from './call.ts'
import { readRef, type Target } from './keys.ts'

/** After 48 hours, and where a right is missing, a message stays; it can still be changed. */
const stays = /can't be deleted|not enough rights|MESSAGE_DELETE_FORBIDDEN/i

interface Needs {
  readonly call: Call
  /** Puts other words in its place. */
  readonly edit: (to: Target, ref: string) => Promise<Outcome>
}

/** Takes a message of ours away. */
export const withdraw = async ({ call, edit }: Needs, to: Target, ref: string): Promise<Outcome> => {
  const told = await call({
    method: 'deleteMessage',
    params: { chat_id: to.chat, message_id: readRef(ref).id },
  })
  switch (told.is) {
    case 'done':
    case 'same':
      return { is: 'delivered', ref }
    case 'gone':
      if (stays.test(told.words)) return edit(to, ref)
      return told.why === 'not-found' && /message/i.test(told.words)
        ? { is: 'delivered', ref }
        : { is: 'gone', why: told.why }
    case 'moved':
    case 'no-topic':
      // It lived in a chat that is no more.
      return { is: 'gone', why: 'not-found' }
    case 'later':
    case 'uncertain':
      return told
  }
}
