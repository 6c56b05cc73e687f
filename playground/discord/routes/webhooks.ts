import type { Interactions } from '../interactions.ts'
import { flag, type Interaction, type Message } from '../model.ts'
import { refusals } from '../refusal.ts'
import { named, type Asked, type Route } from '../routing.ts'
import { checked } from '../rules/body.ts'
import { editedMessage, followUp } from '../rules/messages.ts'
import { messageShape } from '../shapes.ts'
import type { World } from '../world.ts'
import type { Writing } from '../writing.ts'

interface Needs {
  readonly world: World
  readonly writing: Writing
  readonly interactions: Interactions
}

/** The token of an interaction lives a quarter of an hour. */
export const tokenMs = 15 * 60_000

/** First answers, and all that follows them by the token of the interaction. */
export const webhookRoutes = ({ world, writing, interactions }: Needs): readonly Route[] => {
  const path = '/webhooks/:application/:token'

  const interaction = (asked: Asked): Interaction => {
    const token = named(asked, 'token')
    if (named(asked, 'application') !== world.bot.id) throw refusals.unknownWebhook()
    const of = world.tokens.get(token)
    if (!of || world.now() - of.at > tokenMs) throw refusals.invalidWebhookToken()
    if (of.answered === undefined) throw refusals.unknownWebhook()
    return of
  }

  const message = (of: Interaction, id: string): Message => {
    const wanted = id === '@original' ? of.original : id
    const there = world.find(of.channel, wanted ?? '')
    if (!there || (there.interaction !== of.id && there.id !== of.source)) throw refusals.unknownMessage()
    return there
  }

  const edit = (of: Interaction, id: string, { body, uploads }: Asked) => {
    const there = message(of, id)
    const waits = (there.flags & flag.loading) !== 0
    return { body: messageShape(world, writing.edit(there, checked(editedMessage, body), uploads, waits)) }
  }

  return [
    {
      verb: 'POST',
      path: '/interactions/:id/:token/callback',
      open: true,
      run: (asked) => {
        const told = interactions.answer(named(asked, 'id'), named(asked, 'token'), asked.body, asked.uploads)
        return asked.query.get('with_response') === 'true' ? { body: told } : undefined
      },
    },
    {
      verb: 'POST',
      path,
      open: true,
      run: (asked) => {
        const of = interaction(asked)
        const original = world.find(of.channel, of.original ?? '')
        // What follows a waiting message at once becomes its words, whatever its own flags.
        if (original && original.flags & flag.loading) return edit(of, original.id, asked)
        const body = checked(followUp, asked.body)
        const flags = (body.flags ?? 0) & (flag.ephemeral | flag.suppressEmbeds | flag.suppressNotifications)
        const posted = writing.post(world.channel(of.channel), {
          author: world.bot.id,
          body,
          uploads: asked.uploads,
          flags,
          interaction: of.id,
        })
        return { body: messageShape(world, posted) }
      },
    },
    {
      verb: 'GET',
      path: `${path}/messages/:message`,
      open: true,
      run: (asked) => ({
        body: messageShape(world, message(interaction(asked), named(asked, 'message'))),
      }),
    },
    {
      verb: 'PATCH',
      path: `${path}/messages/:message`,
      open: true,
      run: (asked) => edit(interaction(asked), named(asked, 'message'), asked),
    },
    {
      verb: 'DELETE',
      path: `${path}/messages/:message`,
      open: true,
      run: (asked) => {
        writing.erase(message(interaction(asked), named(asked, 'message')))
        return undefined
      },
    },
  ]
}
