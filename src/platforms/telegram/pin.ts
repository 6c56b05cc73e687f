import { second } from '../../base/clock.ts'
import type { Log } from '../../base/log.ts'
import type { Sleep } from '../../base/sleep.ts'
import type { Outcome } from '../../chat/index.ts'
import type { Call } from './call.ts'
import { readKey, readRef } from './keys.ts'

interface Needs {
  readonly call: Call
  readonly sleep: Sleep
  readonly log: Log
}

/** Longer than that nobody waits for a pin. */
const patience = 3 * second

export type Pin = (outcome: Outcome) => Promise<Outcome>

/** Pins what has arrived, without a sound. Whatever comes of it, the message has arrived. */
export const createPin =
  ({ call, sleep, log }: Needs): Pin =>
  async (outcome) => {
    if (outcome.is !== 'delivered' || outcome.home === undefined) return outcome
    const { chat } = readKey(outcome.home)
    const params = { chat_id: chat, message_id: readRef(outcome.ref).id, disable_notification: true }
    const request = { method: 'pinChatMessage', params }
    let told = await call(request)
    if (told.is === 'later' && told.inMs <= patience) {
      await sleep(told.inMs)
      told = await call(request)
    }
    if (told.is === 'done' || told.is === 'same') return outcome
    log.info({ told: told.is }, 'Telegram did not pin a message')
    return told.is === 'gone' && told.why === 'forbidden' ? { ...outcome, unpinned: true } : outcome
  }
