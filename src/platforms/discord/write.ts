import type {
  APIActionRowComponent,
  APIAllowedMentions,
  APIComponentInMessageActionRow,
  APIEmbed,
  RawFile,
} from 'discord.js'
import { bold, lines } from '../../base/rich.ts'
import { clip } from '../../base/text.ts'
import type { Looks, Message } from '../../chat/index.ts'
import { discord } from '../../phrases/discord.ts'
import { drawRows } from './buttons.ts'
import { markdown, mostContent } from './markdown.ts'

export const flag = { suppressEmbeds: 4, ephemeral: 64, loading: 128, suppressNotifications: 4_096 } as const

export const looks: Looks = {
  most: mostContent,
  mostBeside: mostContent,
  addresses: true,
  picture: 'below',
  description: 'behind',
  ownClock: true,
  posts: true,
}

/** What every route that writes a message takes. */
export interface Body {
  readonly content: string
  readonly embeds: APIEmbed[]
  readonly components: APIActionRowComponent<APIComponentInMessageActionRow>[]
  readonly allowed_mentions: APIAllowedMentions
  readonly flags: number
  readonly attachments: { id: number; filename?: string; description: string }[]
}

export interface Written {
  readonly body: Body
  readonly files: RawFile[]
}

const picture = ({ image }: Message): Pick<Body, 'embeds' | 'attachments'> & Pick<Written, 'files'> => {
  if (!image) return { embeds: [], attachments: [], files: [] }
  const alt = clip(image.alt, 1_024)
  if ('url' in image)
    return { embeds: [{ description: alt, image: { url: image.url } }], attachments: [], files: [] }
  const [kind, bytes] = 'png' in image ? (['png', image.png] as const) : (['jpeg', image.jpeg] as const)
  const name = `image.${kind}`
  return {
    embeds: [],
    attachments: [{ id: 0, filename: name, description: alt }],
    files: [{ name, data: Buffer.from(bytes, 'base64'), contentType: `image/${kind}` }],
  }
}

/**
 * Nobody is ever pinged, whatever the words are. `new`: a message that was not there; `edit` replaces all of one that was:
 * words, buttons and picture.
 */
export const writeMessage = (message: Message, as: 'new' | 'edit', hidden = false): Written => {
  const { embeds, attachments, files } = picture(message)
  const silent = as === 'new' && message.quiet ? flag.suppressNotifications : 0
  return {
    files,
    body: {
      content: markdown(message.text),
      embeds,
      components: drawRows(message.rows ?? []),
      allowed_mentions: { parse: [] },
      flags: (embeds.length === 0 ? flag.suppressEmbeds : 0) | (hidden ? flag.ephemeral : 0) | silent,
      attachments,
    },
  }
}

/** Where no window can open, a button opens it; what was wrong is said above it. */
export const withDoor = ({ form, ...message }: Message, route: string): Message => {
  if (!form) return message
  const text = form.complaint ?? message.text
  return {
    ...message,
    text: text.length > 0 ? text : lines(bold(form.title), discord.opens),
    rows: [...(message.rows ?? []), [{ label: form.title, route, tone: 'primary' }]],
  }
}
