import { samplePng } from '../sample.ts'
import { pingedBy } from './mentions.ts'
import { flag, kind, type Attachment, type Channel, type Json, type Message, type Row } from './model.ts'
import { refusals } from './refusal.ts'
import type { EditBody, MessageBody } from './rules/messages.ts'
import { messageShape } from './shapes.ts'
import type { World } from './world.ts'

/** A file of a multipart request; `part` is its number. */
export interface Upload {
  readonly part: string
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

export interface Posting {
  /** A new one unless it is said. */
  readonly id?: string
  readonly author: string
  readonly body: Partial<
    Pick<MessageBody, 'content' | 'embeds' | 'components' | 'allowed_mentions' | 'attachments'>
  >
  readonly uploads?: readonly Upload[]
  readonly flags?: number
  readonly nonce?: string
  readonly interaction?: string
  readonly reference?: string
  readonly type?: number
}

interface Needs {
  readonly world: World
  readonly dispatch: (event: string, told: object, intent?: number) => void
  /** Where files can be fetched. */
  readonly files: () => string
}

export const intent = {
  guilds: 1,
  members: 1 << 1,
  guildMessages: 1 << 9,
  directMessages: 1 << 12,
  content: 1 << 15,
} as const

const refuseEmpty = ({ content, embeds, attachments, components, flags }: Message): void => {
  const shows = content.trim() !== '' || embeds.length > 0 || attachments.length > 0 || components.length > 0
  if (!shows && !(flags & flag.loading)) throw refusals.emptyMessage()
}

/** Messages are written, edited and taken away here, whoever does it. */
export const createWriting = ({ world, dispatch, files }: Needs) => {
  const attach = (
    channel: string,
    uploads: readonly Upload[],
    described: EditBody['attachments'],
  ): readonly Attachment[] =>
    uploads.map(({ part, name, type, bytes }) => {
      const id = world.nextId()
      const description = described?.find((one) => one.id === part)?.description
      return {
        id,
        filename: name,
        size: bytes.length,
        content_type: type,
        url: `${files()}/${channel}/${id}/${encodeURIComponent(name)}`,
        ...(description !== undefined && { description }),
        bytes,
      }
    })

  const tell = (event: string, message: Message): void => {
    const channel = world.channel(message.channel)
    if (message.flags & flag.ephemeral) return
    dispatch(
      event,
      { ...messageShape(world, message), channel_type: channel.type },
      channel.type === kind.direct ? intent.directMessages : intent.guildMessages,
    )
  }

  const changed = (
    what: 'message' | 'edited' | 'deleted',
    { channel, flags, interaction }: Message,
  ): void => {
    const person = flags & flag.ephemeral ? world.interactions.get(interaction ?? '')?.user : undefined
    world.changed({ what, chat: channel, ...(person !== undefined && { person }) })
  }

  return {
    /** Somebody puts the picture of their phone into a window. */
    keep: (channel: string): Attachment => {
      const [kept] = attach(
        channel,
        [{ part: '0', name: 'photo.png', type: 'image/png', bytes: samplePng }],
        undefined,
      )
      if (!kept) throw new Error('nothing was kept')
      world.uploads.set(kept.id, kept)
      return kept
    },
    post: (channel: Channel, { author, body, uploads = [], flags = 0, ...more }: Posting): Message => {
      const content = body.content ?? ''
      const message: Message = {
        id: more.id ?? world.nextId(),
        order: world.nextOrder(),
        channel: channel.id,
        author,
        at: world.now(),
        type: more.type ?? (more.reference === undefined ? 0 : 19),
        ...(more.nonce !== undefined && { nonce: more.nonce }),
        ...(more.interaction !== undefined && { interaction: more.interaction }),
        ...(more.reference !== undefined && { reference: more.reference }),
        content,
        embeds: body.embeds ?? [],
        components: (body.components ?? []) as readonly Row[],
        attachments: attach(channel.id, uploads, body.attachments),
        flags,
        edited: undefined,
        pinned: false,
        pinged: pingedBy(content, body.allowed_mentions),
      }
      refuseEmpty(message)
      channel.archived = false
      const there = world.messages.get(channel.id) ?? []
      there.push(message)
      world.messages.set(channel.id, there)
      tell('MESSAGE_CREATE', message)
      changed('message', message)
      return message
    },

    /** What the body does not name stays as it is. `fills`: the words that a waiting message waits for; that is no edit. */
    edit: (message: Message, body: EditBody, uploads: readonly Upload[] = [], fills = false): Message => {
      const kept = body.attachments
        ? message.attachments.filter(({ id }) => body.attachments?.some((one) => one.id === id))
        : message.attachments
      const next = {
        content: body.content ?? message.content,
        embeds: (body.embeds ?? message.embeds) as readonly Json[],
        components: (body.components ?? message.components) as readonly Row[],
        attachments: [...kept, ...attach(message.channel, uploads, body.attachments)],
        flags:
          (message.flags & ~(flag.loading | flag.suppressEmbeds)) |
          ((body.flags ?? message.flags) & flag.suppressEmbeds),
      }
      refuseEmpty({ ...message, ...next })
      Object.assign(message, next)
      if (fills) message.pinged = pingedBy(message.content, body.allowed_mentions)
      else message.edited = world.now()
      tell('MESSAGE_UPDATE', message)
      changed(fills ? 'message' : 'edited', message)
      return message
    },

    erase: (message: Message): void => {
      world.remove(message)
      const channel = world.channel(message.channel)
      if (!(message.flags & flag.ephemeral))
        dispatch(
          'MESSAGE_DELETE',
          {
            id: message.id,
            channel_id: channel.id,
            ...(channel.guild !== undefined && { guild_id: channel.guild }),
          },
          channel.type === kind.direct ? intent.directMessages : intent.guildMessages,
        )
      changed('deleted', message)
    },
  }
}

export type Writing = ReturnType<typeof createWriting>
