import { createHash, randomUUID } from 'node:crypto'
import { plain } from '../../base/rich.ts'
import type { Message, Outcome } from '../../chat/index.ts'
import { bounded } from './bounded.ts'
import { deliveredAs, isShape } from './delivered.ts'
import { outcomeOf } from './faults.ts'
import type { Latest } from './latest.ts'
import type { After, Pin } from './pin.ts'
import type { Windows } from './windows.ts'
import type { Wire } from './wire.ts'
import { writeMessage } from './write.ts'

interface Needs {
  readonly wire: Wire
  readonly windows: Windows
  readonly latest: Latest
  readonly pin: Pin
  readonly after: After
}

export interface Sent {
  readonly message: Message
  readonly replaces: string | undefined
  readonly once: string | undefined
}

/** At most 25 characters, the same for the same letter: Discord then writes it once, however often it is asked. */
const nonce = (once: string): string => createHash('sha256').update(once).digest('base64url').slice(0, 22)

/** Messages that answer nothing: in a channel, or at somebody's door. */
export const createToChannel = ({ wire, windows, latest, pin, after }: Needs) => {
  const doors = bounded<string, string>(5_000)

  const inChannel = async (channel: string, { message, replaces, once }: Sent): Promise<Outcome> => {
    const route = `/channels/${channel}/messages` as const
    const shown = windows.put(message)
    try {
      if (replaces !== undefined) {
        const change = () => wire.patch(`${route}/${replaces}`, writeMessage(shown, 'edit'))
        return deliveredAs(await latest(replaces, change))
      }
      const { body, files } = writeMessage(shown, 'new')
      const unique = { nonce: nonce(once ?? randomUUID()), enforce_nonce: true }
      const outcome = deliveredAs(await wire.post(route, { files, body: { ...body, ...unique } }))
      if (message.published) await after.passOn(channel, outcome)
      const [title = ''] = plain(message.text).split('\n')
      if (message.threaded) await after.opensThread(channel, outcome, title)
      return message.pinned ? await pin(channel, outcome) : outcome
    } catch (error) {
      return outcomeOf(error, replaces !== undefined || once !== undefined)
    }
  }

  const open = async (user: string): Promise<string | Outcome> => {
    try {
      const told = await wire.post('/users/@me/channels', { body: { recipient_id: user } })
      return isShape(told) && typeof told['id'] === 'string' ? told['id'] : { is: 'uncertain' }
    } catch (error) {
      return outcomeOf(error, true)
    }
  }

  const atDoor = async (user: string, sent: Sent): Promise<Outcome> => {
    const known = doors.get(user)
    const channel = known ?? (await open(user))
    if (typeof channel !== 'string') return channel
    doors.set(user, channel)
    const outcome = await inChannel(channel, sent)
    if (outcome.is !== 'gone' || outcome.why !== 'not-found') return outcome
    doors.delete(user)
    return known === undefined || sent.replaces !== undefined ? outcome : atDoor(user, sent)
  }

  const withdraw = async (channel: string, ref: string): Promise<Outcome> => {
    try {
      await latest(ref, () => wire.delete(`/channels/${channel}/messages/${ref}`))
      return { is: 'delivered', ref }
    } catch (error) {
      const outcome = outcomeOf(error, true)
      return outcome.is === 'gone' && outcome.why === 'not-found' ? { is: 'delivered', ref } : outcome
    }
  }

  const withdrawAtDoor = async (user: string, ref: string): Promise<Outcome> => {
    const channel = doors.get(user) ?? (await open(user))
    return typeof channel === 'string' ? withdraw(channel, ref) : channel
  }

  return { inChannel, atDoor, withdraw, withdrawAtDoor }
}

export type ToChannel = ReturnType<typeof createToChannel>
