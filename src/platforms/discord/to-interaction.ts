import type { Message, Outcome } from '../../chat/index.ts'
import { callback, type Answer, type Answers, type First } from './answers.ts'
import { deliveredAs, isShape } from './delivered.ts'
import { faultOf, outcomeOf } from './faults.ts'
import type { Answering } from './keys.ts'
import { drawModal } from './modal.ts'
import type { Latest } from './latest.ts'
import type { Sent, ToChannel } from './to-channel.ts'
import type { Windows } from './windows.ts'
import type { Request, Wire } from './wire.ts'
import { writeMessage } from './write.ts'

interface Needs {
  readonly wire: Wire
  readonly windows: Windows
  readonly answers: Answers
  readonly toChannel: ToChannel
  readonly latest: Latest
}

const hook = ({ application, token }: Answering) => `/webhooks/${application}/${token}` as const
const original = (of: Answering) => `${hook(of)}/messages/@original` as const

/** The first answer itself: a window, or words. */
const opening = (message: Message, hidden: boolean): Request => {
  if (message.form) return { body: { type: callback.window, data: drawModal(message.form) } }
  const { body, files } = writeMessage(message, message.instead ? 'edit' : 'new', hidden)
  return { files, body: { type: message.instead ? callback.instead : callback.message, data: body } }
}

/** What the first answer became: Discord tells when asked to, not every server does. */
const messageIn = (first: First): unknown => {
  const told = 'told' in first && isShape(first.told) ? first.told : {}
  return isShape(told['resource']) ? told['resource']['message'] : undefined
}

/** Answers to what somebody did: by the token of that interaction, which needs no right in the channel. */
export const createToInteraction = ({ wire, windows, answers, toChannel, latest }: Needs) => {
  const write = (message: Message, as: 'new' | 'edit', hidden = false): Request => ({
    ...writeMessage(windows.put(message), as, hidden),
    open: true,
  })

  const say = async (of: Answering, answer: Answer, message: Message, hidden: boolean): Promise<Outcome> => {
    const waits = await answer.waits()
    const aside = hidden && of.reach === 'chat' && of.mode === 'reply'
    if (waits ? !aside : message.instead && of.mode !== 'reply') {
      const change = () => wire.patch(original(of), write(message, 'edit'))
      const told = await (waits || answer.on === undefined ? change() : latest(answer.on, change))
      answer.settled()
      return deliveredAs(told)
    }
    // What waits in the open cannot become an aside.
    if (waits) await wire.delete(original(of), { open: true })
    answer.settled()
    try {
      return deliveredAs(await wire.post(hook(of), write(message, 'new', hidden)))
    } catch (error) {
      return outcomeOf(error, false)
    }
  }

  const edit = async (of: Answering, message: Message, ref: string): Promise<Outcome> => {
    try {
      return deliveredAs(await wire.patch(`${hook(of)}/messages/${ref}`, write(message, 'edit')))
    } catch (error) {
      const fault = faultOf(error)
      if (fault?.is !== 'gone' || fault.why !== 'expired') throw error
      return toChannel.inChannel(of.channel, { message, replaces: ref, once: undefined })
    }
  }

  const work = async (
    of: Answering,
    answer: Answer,
    message: Message,
    replaces?: string,
  ): Promise<Outcome> => {
    if (replaces !== undefined) return edit(of, message, replaces)
    const hidden =
      of.reach === 'asker' || (of.reach === 'chat' && (message.aside === true || message.form !== undefined))
    const first = await (of.mode === 'open' ? answer.first(opening(message, hidden)) : answer.given())
    if (first.is === 'expired') return { is: 'gone', why: 'expired' }
    if (of.mode !== 'open' || first.is === 'before') return say(of, answer, message, hidden)
    if (message.form) return { is: 'delivered', ref: of.id }
    const outcome = deliveredAs(messageIn(first))
    return outcome.is === 'delivered' ? outcome : deliveredAs(await wire.get(original(of), { open: true }))
  }

  /** Too late for an answer: where the two are alone it is a message of its own, or changes the one that was pressed. */
  const afterwards = (of: Answering, { message, replaces, once }: Sent, on?: string): Promise<Outcome> =>
    toChannel.inChannel(of.channel, {
      message,
      once,
      replaces: replaces ?? (message.instead ? on : undefined),
    })

  return (of: Answering, sent: Sent): Promise<Outcome> => {
    const { message, replaces } = sent
    const answer = answers.of(of)
    return answer.inTurn(async () => {
      const outcome = await work(of, answer, message, replaces).catch((error: unknown) =>
        outcomeOf(error, true),
      )
      if (outcome.is === 'later') answer.owes()
      const tooLate = outcome.is === 'gone' && outcome.why === 'expired'
      return tooLate && of.reach === 'private' ? afterwards(of, sent, answer.on) : outcome
    })
  }
}
