import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { doing, flag, type Channel, type Interaction, type Json, type Message, type Window } from './model.ts'
import { invalid, refusals } from './refusal.ts'
import { checked, maybe, text } from './rules/body.ts'
import { modal, type Modal } from './rules/modals.ts'
import { editedMessage, firstWords } from './rules/messages.ts'
import { messageShape } from './shapes.ts'
import type { Upload, Writing } from './writing.ts'
import type { World } from './world.ts'

/** A first answer must come within three seconds. */
export const firstMs = 3_000

const answer = { pong: 1, message: 4, waiting: 5, nothing: 6, instead: 7, choices: 8, window: 9 } as const

const envelope = z.strictObject({ type: z.number().int(), data: z.unknown().optional() })
const waiting = z.strictObject({ flags: maybe(z.number().int()), attachments: maybe(z.array(z.unknown())) })
const proposals = z.strictObject({
  choices: z
    .array(
      z.strictObject({
        name: text(1, 100),
        name_localizations: maybe(z.record(z.string(), z.string())),
        value: z.union([text(1, 100), z.number()]).transform(String),
      }),
    )
    .max(25),
})

interface Needs {
  readonly world: World
  readonly writing: Writing
  readonly dispatch: (event: string, told: object) => void
  /** Does a bot listen? */
  readonly listens: () => boolean
  /** A window opens on the person's screen. */
  readonly opens: (user: string, window: Window, source: Interaction) => void
}

export interface Doing {
  readonly type: Interaction['type']
  readonly user: string
  readonly channel: Channel
  readonly told: Json
  readonly source?: Message
}

const windowOf = ({ custom_id, title, components }: Modal): Window => ({
  id: custom_id,
  title,
  texts: components.flatMap((of) => (of.type === 10 ? [of.content] : [])),
  asked: components.flatMap((of) => {
    if (of.type === 18)
      return [
        {
          label: of.label,
          ...(of.description !== undefined && { hint: of.description }),
          component: of.component as never,
        },
      ]
    return of.type === 1
      ? of.components.map((input) => ({ label: input.label ?? '', component: input as never }))
      : []
  }),
})

const allowed = ({ type, source }: Interaction, given: number): boolean => {
  if (type === doing.typing) return given === answer.choices
  if (given === answer.nothing || given === answer.instead)
    return type === doing.component || (type === doing.modal && source !== undefined)
  if (given === answer.window) return type !== doing.modal
  return given === answer.message || given === answer.waiting
}

const flagsOf = (given: number | undefined): number =>
  (given ?? 0) & (flag.ephemeral | flag.suppressEmbeds | flag.suppressNotifications)

/** What people do that waits for an answer, and its first answer. */
export const createInteractions = ({ world, writing, dispatch, listens, opens }: Needs) => {
  const first = (
    of: Interaction,
    type: number,
    body: unknown,
    uploads: readonly Upload[],
  ): Message | undefined => {
    const channel = world.channel(of.channel)
    const by = { author: world.bot.id, interaction: of.id, type: of.type === doing.command ? 20 : 0 }
    switch (type) {
      case answer.message: {
        const words = checked(firstWords, body, ['data'])
        const flags = flagsOf(words.flags)
        return writing.post(channel, { ...by, body: words, uploads, flags })
      }
      case answer.waiting: {
        const flags = flagsOf(checked(waiting, body, ['data']).flags) | flag.loading
        return writing.post(channel, { ...by, body: {}, flags })
      }
      case answer.instead: {
        const source = world.find(of.channel, of.source ?? '')
        if (!source) throw refusals.unknownMessage()
        return writing.edit(source, checked(editedMessage, body, ['data']), uploads)
      }
      case answer.window:
        opens(of.user, windowOf(checked(modal, body, ['data'])), of)
        return undefined
      case answer.choices:
        of.choices = checked(proposals, body, ['data']).choices
        return undefined
      default:
        return undefined
    }
  }

  const expired = (of: Interaction): void => {
    if (of.answered !== undefined || of.type === doing.typing) return
    if (listens())
      world.violate(`an interaction of ${world.users.get(of.user)?.name} was not answered in three seconds`)
    const said = world.toasts.get(of.user) ?? []
    world.toasts.set(of.user, [...said, 'Échec de l’interaction'])
    world.changed({ what: 'toast', chat: of.channel, person: of.user })
  }

  return {
    /** Tells the bot what somebody did. */
    begin: ({ type, user, channel, told, source }: Doing): Interaction => {
      const id = world.nextId()
      const token = randomBytes(48).toString('base64url')
      const interaction: Interaction = {
        id,
        token,
        type,
        user,
        channel: channel.id,
        at: world.now(),
        told: { ...told, id, token, application_id: world.bot.id, type, version: 1 },
        ...(source && { source: source.id }),
        answered: undefined,
        original: undefined,
        hidden: false,
        choices: [],
      }
      world.interactions.set(id, interaction)
      world.tokens.set(token, interaction)
      while ((world.lately[0]?.at ?? Infinity) < world.now() - 60_000) world.lately.shift()
      world.lately.push(interaction)
      dispatch('INTERACTION_CREATE', interaction.told)
      setTimeout(expired, firstMs, interaction).unref()
      return interaction
    },

    /** `POST /interactions/…/callback`; gives what `with_response` tells. */
    answer: (id: string, token: string, body: unknown, uploads: readonly Upload[]): object => {
      const of = world.interactions.get(id)
      if (!of || of.token !== token) throw refusals.unknownInteraction()
      if (of.answered !== undefined) throw refusals.answered()
      if (world.now() - of.at > firstMs) throw refusals.unknownInteraction()
      const { type, data } = checked(envelope, body)
      if (!allowed(of, type))
        throw invalid({
          path: ['type'],
          code: 'INTERACTION_CALLBACK_TYPE_INVALID',
          message: 'This interaction cannot be answered in that way.',
        })
      const message = first(of, type, data, uploads)
      of.answered = type
      of.original = message?.id ?? of.source
      of.hidden = message !== undefined && (message.flags & flag.ephemeral) !== 0
      return {
        interaction: {
          id,
          type: of.type,
          ...(message && {
            response_message_id: message.id,
            response_message_loading: type === answer.waiting,
            response_message_ephemeral: of.hidden,
          }),
        },
        resource: { type, ...(message && { message: messageShape(world, message) }) },
      }
    },
  }
}

export type Interactions = ReturnType<typeof createInteractions>
