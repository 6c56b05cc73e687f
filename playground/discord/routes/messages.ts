import { flag, kind, type Channel, type Message } from '../model.ts'
import { refusals } from '../refusal.ts'
import { named, type Asked, type Route } from '../routing.ts'
import { checked } from '../rules/body.ts'
import { editedMessage, newMessage } from '../rules/messages.ts'
import { messageShape } from '../shapes.ts'
import type { World } from '../world.ts'
import type { Writing } from '../writing.ts'

interface Needs {
  readonly world: World
  readonly writing: Writing
}

/** For how long the same nonce is the same message. */
const nonceMs = 5 * 60_000

const mostPins = 250

/** @throws Refusal when the bot may not see the channel, or is not there. */
export const seenChannel = (world: World, id: string): Channel => {
  const channel = world.channel(id)
  const out = channel.guild !== undefined && world.guilds.get(channel.guild)?.joined === undefined
  if (out || channel.forbidden.has('view')) throw refusals.missingAccess()
  return channel
}

const writable = (world: World, id: string): Channel => {
  const channel = seenChannel(world, id)
  const person = world.users.get(channel.recipient ?? '')
  if (channel.type === kind.forum) throw refusals.notText()
  if (channel.forbidden.has('send')) throw refusals.missingPermissions()
  if (person?.closed) throw refusals.cannotSend()
  if (person && !person.installed && !shares(world, person.id)) throw refusals.noMutualGuild()
  return channel
}

const shares = (world: World, user: string): boolean =>
  [...world.guilds.values()].some(({ joined, members }) => joined !== undefined && members.has(user))

export const messageRoutes = ({ world, writing }: Needs): readonly Route[] => {
  const path = '/channels/:channel/messages'

  /** Asides are out of reach of these routes. */
  const found = (asked: Asked): Message => {
    const channel = seenChannel(world, named(asked, 'channel'))
    const message = world.message(channel.id, named(asked, 'message'))
    if (message.flags & flag.ephemeral) throw refusals.unknownMessage()
    return message
  }

  const repeated = (channel: string, nonce: string | undefined, enforced: boolean | undefined) =>
    enforced && nonce !== undefined
      ? world.messages
          .get(channel)
          ?.find(
            (one) => one.nonce === nonce && one.author === world.bot.id && one.at > world.now() - nonceMs,
          )
      : undefined

  return [
    {
      verb: 'GET',
      path,
      run: (asked) => {
        const channel = seenChannel(world, named(asked, 'channel'))
        const limit = Math.min(Number(asked.query.get('limit') ?? 50), 100)
        const before = asked.query.get('before')
        const all = (world.messages.get(channel.id) ?? [])
          .filter(({ flags }) => !(flags & flag.ephemeral))
          .filter(({ id }) => before === null || BigInt(id) < BigInt(before))
        return {
          body: all
            .slice(-limit)
            .toReversed()
            .map((one) => messageShape(world, one)),
        }
      },
    },
    {
      verb: 'POST',
      path,
      run: (asked) => {
        const channel = writable(world, named(asked, 'channel'))
        const body = checked(newMessage, asked.body)
        const there = repeated(channel.id, body.nonce, body.enforce_nonce)
        if (there) return { body: messageShape(world, there) }
        const message = writing.post(channel, {
          author: world.bot.id,
          body,
          uploads: asked.uploads,
          flags: (body.flags ?? 0) & (flag.suppressEmbeds | flag.suppressNotifications),
          ...(body.nonce !== undefined && { nonce: body.nonce }),
          ...(body.message_reference && { reference: body.message_reference.message_id }),
        })
        return { body: messageShape(world, message) }
      },
    },
    {
      verb: 'GET',
      path: `${path}/:message`,
      run: (asked) => ({ body: messageShape(world, found(asked)) }),
    },
    {
      verb: 'PATCH',
      path: `${path}/:message`,
      run: (asked) => {
        const message = found(asked)
        if (message.author !== world.bot.id) throw refusals.othersMessage()
        if (world.channel(message.channel).archived) throw refusals.archived()
        return {
          body: messageShape(world, writing.edit(message, checked(editedMessage, asked.body), asked.uploads)),
        }
      },
    },
    {
      verb: 'DELETE',
      path: `${path}/:message`,
      run: (asked) => {
        const message = found(asked)
        if (message.author !== world.bot.id) {
          if (world.channel(message.channel).type === kind.direct) throw refusals.notInDirect()
          throw refusals.missingPermissions()
        }
        writing.erase(message)
        return undefined
      },
    },
    {
      verb: 'POST',
      path: `${path}/:message/crosspost`,
      run: (asked) => {
        const message = found(asked)
        if (world.channel(message.channel).type !== kind.announcement) throw refusals.wrongChannel()
        if (message.flags & flag.crossposted) throw refusals.alreadyPassedOn()
        message.flags |= flag.crossposted
        return { body: messageShape(world, message) }
      },
    },
    {
      verb: 'PUT',
      path: `${path}/pins/:message`,
      run: (asked) => {
        const message = found(asked)
        const { forbidden } = world.channel(message.channel)
        if (forbidden.has('pin')) throw refusals.missingPermissions()
        const all = world.messages.get(message.channel) ?? []
        if (all.filter(({ pinned }) => pinned).length >= mostPins) throw refusals.tooManyPins()
        message.pinned = true
        world.changed({ what: 'edited', chat: message.channel })
        return undefined
      },
    },
    {
      verb: 'POST',
      path: '/channels/:channel/typing',
      run: (asked) => {
        writable(world, named(asked, 'channel'))
        return undefined
      },
    },
  ]
}
