import { createHash, randomUUID } from 'node:crypto'
import type { Message, Outcome } from '../../chat/index.ts'
import { bounded } from './bounded.ts'
import { deliveredAs, isShape } from './delivered.ts'
import { outcomeOf } from './faults.ts'
import type { Latest } from './latest.ts'
import { titleOf } from './forum.ts'
import type { After, Pin } from './pin.ts'
import { createAwake, type Posts } from './posts.ts'
import type { Windows } from './windows.ts'
import type { Wire } from './wire.ts'
import { writeMessage } from './write.ts'

interface Needs {
  readonly wire: Wire
  readonly windows: Windows
  readonly latest: Latest
  readonly pin: Pin
  readonly after: After
  readonly posts: Pick<Posts, 'edit'>
}

export interface Sent {
  readonly message: Message
  readonly replaces: string | undefined
  readonly once: string | undefined
}

/** At most 25 characters, the same for the same letter: Discord then writes it once, however often it is asked. */
const nonce = (once: string): string => createHash('sha256').update(once).digest('base64url').slice(0, 22)

/** Messages that answer nothing: in a channel, or at somebody's door. */
export const createToChannel = ({ wire, windows, latest, pin, after, posts }: Needs) => {
  const awake = createAwake(wire)
  const doors = bounded<string, string>(5_000)

  const inChannel = async (channel: string, { message, replaces, once }: Sent): Promise<Outcome> => {
    const route = `/channels/${channel}/messages` as const
    try {
      // The message that a post begins with has the post's own identifier.
      if (replaces === channel) return await posts.edit(channel, message)
      const shown = windows.put(message)
      if (replaces !== undefined) {
        const body = writeMessage(shown, 'edit')
        const change = () => awake(channel, () => wire.patch(`${route}/${replaces}`, body))
        return deliveredAs(await latest(replaces, change))
      }
      const { body, files } = writeMessage(shown, 'new')
      const unique = { nonce: nonce(once ?? randomUUID()), enforce_nonce: true }
      let outcome = deliveredAs(await wire.post(route, { files, body: { ...body, ...unique } }))
      if (message.published) await after.passOn(channel, outcome)
      if (message.threaded) outcome = await after.opensThread(channel, outcome, titleOf(message))
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
