import type { Log } from '../../base/log.ts'
import type { Outcome } from '../../chat/index.ts'
import type { Call } from './call.ts'
import { homeOf, readKey, readRef, type Target } from './keys.ts'

interface Needs {
  readonly call: Call
  readonly log: Log
}

/** Lines remembered; what was forgotten stays where it is. */
const most = 2_000

export interface Ways {
  /** A line of a chat of many showed somebody the way into private: the one before it, for the same person there, goes. */
  shown(to: Target, by: number, outcome: Outcome): Promise<Outcome>
}

/** Whoever asks a second time has lost sight of the first line, and a group needs only one. */
export const createWays = ({ call, log }: Needs): Ways => {
  const lines = new Map<string, { readonly chat: number; readonly id: number }>()

  const forget = async ({ chat, id }: { readonly chat: number; readonly id: number }): Promise<void> => {
    try {
      await call({ method: 'deleteMessage', params: { chat_id: chat, message_id: id } })
    } catch (error) {
      // It stays: the new one was said all the same.
      log.warn({ err: error }, 'a line on Telegram could not be taken away')
    }
  }

  return {
    shown: async (to, by, outcome) => {
      if (outcome.is !== 'delivered' || outcome.home === undefined) return outcome
      const spot = `${homeOf(to)} ${by}`
      const before = lines.get(spot)
      lines.delete(spot)
      lines.set(spot, { chat: readKey(outcome.home).chat, id: readRef(outcome.ref).id })
      const [oldest] = lines.keys()
      if (lines.size > most && oldest !== undefined) lines.delete(oldest)
      if (before) await forget(before)
      return outcome
    },
  }
}
