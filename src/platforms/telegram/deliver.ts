import { plain } from '../../base/rich.ts'
import { clip, length } from '../../base/text.ts'
import type { Button, DoorButton, Message, Outcome } from '../../chat/index.ts'
import { telegram } from '../../phrases/telegram.ts'
import { doorLink } from './buttons.ts'
import type { Pin } from './pin.ts'
import type { Presses } from './presses.ts'
import type { Target } from './keys.ts'
import type { Ways } from './ways.ts'
import type { Send } from './send.ts'
import { draw, mostToast } from './write.ts'

interface Needs {
  readonly send: Send
  readonly pin: Pin
  readonly presses: Presses
  readonly botName: string
  readonly ways: Ways
}

/** What comes after `?start=` when somebody only has to open the conversation. */
export const hello = 'bonjour'

/** It came and went: there is nothing to edit. */
const passed: Outcome = { is: 'delivered', ref: '0' }

const buttonsOf = ({ rows }: Message): readonly Button[] => (rows ?? []).flat()

const doorOf = (message: Message): DoorButton | undefined =>
  buttonsOf(message).find((button) => 'start' in button)

const isBare = (message: Message): boolean =>
  buttonsOf(message).length === 0 && message.image === undefined && message.asks === undefined

const fitsToast = (message: Message): boolean => isBare(message) && length(plain(message.text)) <= mostToast

const isAlone = ({ chat }: Target): boolean => chat > 0

const isClosed = (outcome: Outcome): boolean =>
  outcome.is === 'gone' &&
  (outcome.why === 'forbidden' || outcome.why === 'blocked' || outcome.why === 'not-found')

export const createDeliver = ({ send, pin, presses, botName, ways }: Needs) => {
  const post = async (to: Target, message: Message): Promise<Outcome> => {
    const outcome = await send.post(to, draw(message, { botName, alone: isAlone(to), edits: false }))
    return message.pinned ? pin(outcome) : outcome
  }

  const edit = (to: Target, ref: string, message: Message): Promise<Outcome> =>
    send.edit(to, ref, draw(message, { botName, alone: isAlone(to), edits: true }))

  /** For one reader in a chat of many: in private, and a line in the chat when that is closed. */
  const privately = async (to: Target, by: number, message: Message): Promise<Outcome> => {
    if (doorOf(message)) return ways.shown(to, by, await post(to, message))
    const outcome = await post({ chat: by }, message)
    if (!isClosed(outcome)) return outcome
    const { again } = message
    const way: Message = {
      text: again === undefined ? telegram.closed : telegram.waits,
      rows: [[{ label: telegram.openPrivate, start: again ?? hello }]],
      quiet: true,
    }
    return ways.shown(to, by, await post(to, way))
  }

  /** The same where a press waits for its answer: the chat stays as it is. */
  const underButton = async (query: string, by: number, message: Message): Promise<Outcome> => {
    const door = doorLink(botName, doorOf(message)?.start ?? hello) ?? ''
    if (doorOf(message)) {
      await presses.lead(query, door)
      return passed
    }
    const outcome = await post({ chat: by }, message)
    if (!isClosed(outcome)) {
      await presses.say(query, telegram.wroteInPrivate)
      return outcome
    }
    if (isBare(message)) await presses.say(query, clip(plain(message.text), mostToast))
    else await presses.lead(query, door)
    return passed
  }

  /** The press waits no more: what is left to say goes into private or nowhere, a chat of many does not hear of it. */
  const afterwards = async (by: number, message: Message): Promise<Outcome> => {
    const outcome = await post({ chat: by }, message)
    return isClosed(outcome) ? passed : outcome
  }

  const aside = async (to: Target, message: Message): Promise<Outcome> => {
    const { query, by } = to
    if (presses.waits(query) && fitsToast(message) && (await presses.say(query, plain(message.text))))
      return passed
    if (isAlone(to) || by === undefined) return post(to, message)
    if (presses.waits(query)) return underButton(query, by, message)
    return query === undefined ? privately(to, by, message) : afterwards(by, message)
  }

  /** The message whose button was pressed may be gone since: then the answer is a message of its own. */
  const inPlace = async (to: Target, on: string, message: Message): Promise<Outcome> => {
    const outcome = await edit(to, on, message)
    return outcome.is === 'gone' && outcome.why === 'not-found' ? post(to, message) : outcome
  }

  return async (to: Target, message: Message, replaces?: string): Promise<Outcome> => {
    if (message.aside) return aside(to, message)
    if (replaces !== undefined) return edit(to, replaces, message)
    return message.instead && to.on !== undefined ? inPlace(to, to.on, message) : post(to, message)
  }
}
