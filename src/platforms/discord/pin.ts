import type { Log } from '../../base/log.ts'
import { clip } from '../../base/text.ts'
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

/** What else is done with a message once it has arrived. Whatever comes of that, the message has arrived. */
export interface After {
  /** Goes on to the servers that follow a channel of announcements. */
  passOn(channel: string, outcome: Outcome): Promise<void>
  /** People talk about it in a thread of its own; nobody is put into it. */
  opensThread(channel: string, outcome: Outcome, title: string): Promise<Outcome>
}

/** Minutes without a word, after which Discord archives a thread: a week, the longest there is. */
export const longestSilence = 10_080

export const createAfter = ({ wire, log }: Needs): After => {
  /** Whether we may. */
  const attempt = async (what: string, work: () => Promise<unknown>): Promise<boolean> => {
    try {
      await work()
      return true
    } catch (error) {
      const fault = faultOf(error)
      log.info({ what, fault: fault ?? withoutAddress(error).message }, 'Discord did not do that')
      return fault?.is !== 'gone' || fault.why !== 'forbidden'
    }
  }
  return {
    // Ten an hour, and only where there can be followers.
    passOn: async (channel, outcome) => {
      if (outcome.is === 'delivered')
        await attempt('crosspost', () => wire.post(`/channels/${channel}/messages/${outcome.ref}/crosspost`))
    },
    opensThread: async (channel, outcome, title) => {
      if (outcome.is !== 'delivered') return outcome
      const body = { auto_archive_duration: longestSilence, name: clip(title.trim() || '…', 100) }
      const asked = () => wire.post(`/channels/${channel}/messages/${outcome.ref}/threads`, { body })
      return (await attempt('thread', asked)) ? outcome : { ...outcome, unthreaded: true }
    },
  }
}
