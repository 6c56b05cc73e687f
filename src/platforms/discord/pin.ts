import type { Log } from '../../base/log.ts'
import type { Outcome } from '../../chat/index.ts'
import { faultOf, withoutAddress } from './faults.ts'
import type { Wire } from './wire.ts'

interface Needs {
  readonly wire: Wire
  readonly log: Log
}

export type Pin = (channel: string, outcome: Outcome) => Promise<Outcome>

/** Pins what has arrived. Whatever comes of it, the message has arrived. */
export const createPin =
  ({ wire, log }: Needs): Pin =>
  async (channel, outcome) => {
    if (outcome.is !== 'delivered') return outcome
    try {
      await wire.put(`/channels/${channel}/messages/pins/${outcome.ref}`)
      return outcome
    } catch (error) {
      const fault = faultOf(error)
      // A channel takes 250 pins; what else may go wrong with one is no reason to lose the message.
      log.info({ fault: fault ?? withoutAddress(error).message }, 'Discord did not pin a message')
      return fault?.is === 'gone' && fault.why === 'forbidden' ? { ...outcome, unpinned: true } : outcome
    }
  }

/** Passes on what has arrived in a channel of announcements. Whatever comes of it, the message has arrived. */
export const createPassOn =
  ({ wire, log }: Needs) =>
  async (channel: string, outcome: Outcome): Promise<Outcome> => {
    if (outcome.is !== 'delivered') return outcome
    try {
      await wire.post(`/channels/${channel}/messages/${outcome.ref}/crosspost`)
    } catch (error) {
      // Ten an hour, and only where there can be followers.
      log.info(
        { fault: faultOf(error) ?? withoutAddress(error).message },
        'Discord did not pass a message on',
      )
    }
    return outcome
  }

export type PassOn = ReturnType<typeof createPassOn>
