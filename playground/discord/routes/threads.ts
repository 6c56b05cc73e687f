import { z } from 'zod'
import { flag, kind, type Channel } from '../model.ts'
import { refusals } from '../refusal.ts'
import { named, type Asked, type Route } from '../routing.ts'
import { checked, maybe, snowflake, text } from '../rules/body.ts'
import { postWords } from '../rules/messages.ts'
import { channelShape, messageShape } from '../shapes.ts'
import type { World } from '../world.ts'
import type { Writing } from '../writing.ts'
import { seenChannel } from './messages.ts'

interface Needs {
  readonly world: World
  readonly writing: Writing
  /** A thread that the bot makes, changes or takes away. */
  readonly dispatch: (event: string, told: object) => void
}

const named100 = {
  name: text(1, 100),
  auto_archive_duration: maybe(z.union([60, 1_440, 4_320, 10_080].map((minutes) => z.literal(minutes)))),
  rate_limit_per_user: maybe(z.number().int().min(0).max(21_600)),
}
const thread = z.strictObject({
  ...named100,
  type: maybe(z.number().int()),
  invitable: maybe(z.boolean()),
})
const post = z.strictObject({
  ...named100,
  applied_tags: maybe(z.array(snowflake).max(5)),
  message: postWords,
})
const change = z.strictObject({
  name: maybe(text(1, 100)),
  archived: maybe(z.boolean()),
  locked: maybe(z.boolean()),
  flags: maybe(z.number().int().min(0)),
  applied_tags: maybe(z.array(snowflake).max(5)),
})

const pinned = 2

/** @throws Refusal for a tag that is not there, or that only those who manage threads give. */
const checkTags = ({ tags = [], managed }: Channel, applied: readonly string[]): void => {
  for (const id of applied) {
    const tag = tags.find((each) => each.id === id)
    if (!tag) throw refusals.unknownTag()
    if (tag.moderated && !managed) throw refusals.missingPermissions()
  }
}

/** Threads: of a message, of a channel, and posts of a forum. */
export const threadRoutes = ({ world, writing, dispatch }: Needs): readonly Route[] => {
  const made = (of: Pick<Channel, 'id' | 'name' | 'applied'>, parent: Channel): Channel => {
    const channel: Channel = {
      ...of,
      type: kind.thread,
      ...(parent.guild !== undefined && { guild: parent.guild }),
      parent: parent.id,
      forbidden: parent.forbidden,
    }
    world.channels.set(channel.id, channel)
    return channel
  }

  const told = (channel: Channel): void => {
    dispatch('THREAD_CREATE', { ...channelShape(world, channel), newly_created: true })
    world.changed({ what: 'member', chat: channel.id })
  }

  const parentOf = (asked: Asked): Channel => {
    const parent = seenChannel(world, named(asked, 'channel'))
    if (parent.guild === undefined) throw refusals.notInDirect()
    return parent
  }

  const postIn = (forum: Channel, asked: Asked) => {
    const { name, applied_tags: applied = [], message: body } = checked(post, asked.body)
    if (forum.forbidden.has('send')) throw refusals.missingPermissions()
    checkTags(forum, applied)
    if (forum.demandsTag && applied.length === 0) throw refusals.tagWanted()
    const channel = made({ id: world.nextId(), name, applied }, forum)
    const message = writing.post(channel, {
      // A post has the identifier of the message that it begins with.
      id: channel.id,
      author: world.bot.id,
      body,
      uploads: asked.uploads,
      flags: (body.flags ?? 0) & (flag.suppressEmbeds | flag.suppressNotifications),
    })
    told(channel)
    return {
      status: 201,
      body: { ...channelShape(world, channel), message: messageShape(world, message) },
    }
  }

  /** Of a thread that the bot may change, being its owner or managing those of that channel. */
  const own = (asked: Asked): { channel: Channel; manages: boolean } => {
    const channel = seenChannel(world, named(asked, 'channel'))
    if (channel.type !== kind.thread) throw refusals.wrongChannel()
    const manages = world.channels.get(channel.parent ?? '')?.managed ?? false
    return { channel, manages }
  }

  const pin = (channel: Channel, flags: number): void => {
    const pins = (flags & pinned) !== 0
    const others = [...world.channels.values()].filter(
      (one) => one.parent === channel.parent && one !== channel && one.pinned,
    )
    if (pins && others.length > 0) throw refusals.pinnedPosts()
    channel.pinned = pins
  }

  return [
    {
      verb: 'POST',
      path: '/channels/:channel/messages/:message/threads',
      run: (asked) => {
        const parent = parentOf(asked)
        if (parent.forbidden.has('thread')) throw refusals.missingPermissions()
        const message = world.message(parent.id, named(asked, 'message'))
        if (world.channels.has(message.id)) throw refusals.threadThere()
        // A thread of a message has its identifier.
        const channel = made({ id: message.id, name: checked(thread, asked.body).name }, parent)
        told(channel)
        return { status: 201, body: channelShape(world, channel) }
      },
    },
    {
      verb: 'POST',
      path: '/channels/:channel/threads',
      run: (asked) => {
        const parent = parentOf(asked)
        if (parent.type === kind.forum) return postIn(parent, asked)
        const channel = made({ id: world.nextId(), name: checked(thread, asked.body).name }, parent)
        told(channel)
        return { status: 201, body: channelShape(world, channel) }
      },
    },
    {
      verb: 'PATCH',
      path: '/channels/:channel',
      run: (asked) => {
        const { channel, manages } = own(asked)
        const wanted = checked(change, asked.body)
        const isOwner = channel.owner === undefined
        if (channel.archived && wanted.archived !== false) throw refusals.archived()
        const asOwner = wanted.flags === undefined && wanted.locked === undefined
        if (!manages && !(isOwner && asOwner)) throw refusals.missingPermissions()
        if (wanted.flags !== undefined) pin(channel, wanted.flags)
        if (wanted.name !== undefined) channel.name = wanted.name
        if (wanted.archived !== undefined) channel.archived = wanted.archived
        dispatch('THREAD_UPDATE', channelShape(world, channel))
        world.changed({ what: 'member', chat: channel.id })
        return { body: channelShape(world, channel) }
      },
    },
    {
      verb: 'DELETE',
      path: '/channels/:channel',
      run: (asked) => {
        const { channel, manages } = own(asked)
        if (!manages) throw refusals.missingPermissions()
        const body = channelShape(world, channel)
        world.channels.delete(channel.id)
        world.messages.delete(channel.id)
        dispatch('THREAD_DELETE', body)
        world.changed({ what: 'member', chat: channel.id })
        return { body }
      },
    },
  ]
}
