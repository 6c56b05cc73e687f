import { z } from 'zod'
import { address, maybe, refine, snowflake, text } from './body.ts'
import { rows } from './components.ts'

const picture = z.strictObject({ url: address(2_048, ['http:', 'https:', 'attachment:']) })

const embed = z
  .strictObject({
    type: maybe(text(0, 100)),
    title: maybe(text(0, 256)),
    description: maybe(text(0, 4_096)),
    url: maybe(address(2_048, ['http:', 'https:'])),
    color: maybe(z.number().int().min(0).max(0xff_ff_ff)),
    timestamp: maybe(z.iso.datetime({ offset: true })),
    author: maybe(
      z.strictObject({ name: text(1, 256), url: maybe(text(0, 2_048)), icon_url: maybe(text(0, 2_048)) }),
    ),
    footer: maybe(z.strictObject({ text: text(1, 2_048), icon_url: maybe(text(0, 2_048)) })),
    image: maybe(picture),
    thumbnail: maybe(picture),
    fields: maybe(
      z
        .array(z.strictObject({ name: text(1, 256), value: text(1, 1_024), inline: maybe(z.boolean()) }))
        .max(25),
    ),
  })
  .superRefine((of, context) => {
    const shown = [of.title, of.description, of.author, of.footer, of.image, of.thumbnail, of.fields]
    if (shown.every((part) => part === undefined || part === ''))
      refine(context, 'EMBED_EMPTY', 'An embed shows something', ['description'])
  })

const size = (of: z.output<typeof embed>): number =>
  [
    of.title,
    of.description,
    of.author?.name,
    of.footer?.text,
    ...(of.fields ?? []).flatMap(({ name, value }) => [name, value]),
  ]
    .map((words) => Array.from(words ?? '').length)
    .reduce((sum, more) => sum + more, 0)

const embeds = z
  .array(embed)
  .max(10)
  .superRefine((all, context) => {
    if (all.map(size).reduce((sum, more) => sum + more, 0) > 6_000)
      refine(context, 'MAX_EMBED_SIZE_EXCEEDED', 'Embed size exceeds maximum size of 6000')
  })

const allowedMentions = z
  .strictObject({
    parse: maybe(z.array(z.enum(['users', 'roles', 'everyone']))),
    users: maybe(z.array(snowflake).max(100)),
    roles: maybe(z.array(snowflake).max(100)),
    replied_user: maybe(z.boolean()),
  })
  .superRefine(({ parse, users, roles }, context) => {
    for (const [name, list] of [
      ['users', users],
      ['roles', roles],
    ] as const)
      if (parse?.includes(name) && list && list.length > 0)
        refine(
          context,
          'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
          `parse:["${name}"] and ${name}: [ids...] are mutually exclusive.`,
        )
  })

const attachment = z.strictObject({
  id: z.union([z.number().int(), z.string()]).transform(String),
  filename: maybe(text(1, 1_024)),
  description: maybe(text(0, 1_024)),
  title: maybe(text(0, 1_024)),
  duration_secs: maybe(z.number()),
  waveform: maybe(text(0, 400)),
  is_spoiler: maybe(z.boolean()),
})

const parts = {
  content: maybe(text(0, 2_000)),
  embeds: maybe(embeds),
  components: maybe(rows),
  allowed_mentions: maybe(allowedMentions),
  attachments: maybe(z.array(attachment).max(10)),
  flags: maybe(z.number().int().min(0)),
}

/** discord.js says these everywhere, even where they mean nothing. */
const saysNothing = { tts: maybe(z.boolean()), enforce_nonce: maybe(z.literal(false)) }

const reference = z.strictObject({
  type: maybe(z.number().int()),
  message_id: snowflake,
  channel_id: maybe(snowflake),
  guild_id: maybe(snowflake),
  fail_if_not_exists: maybe(z.boolean()),
})

/** `POST /channels/…/messages`. */
export const newMessage = z.strictObject({
  ...parts,
  ...saysNothing,
  nonce: maybe(z.union([text(0, 25), z.number().int()]).transform(String)),
  enforce_nonce: maybe(z.boolean()),
  message_reference: maybe(reference),
  sticker_ids: maybe(z.array(snowflake).max(3)),
})

/** The message that a post of a forum begins with: Discord takes no nonce there. */
export const postWords = z.strictObject({
  ...parts,
  ...saysNothing,
  tts: maybe(z.literal(false)),
  sticker_ids: maybe(z.array(snowflake).max(3)),
})

/** What edits a message, by whichever way. */
export const editedMessage = z.strictObject({ ...parts, ...saysNothing, tts: maybe(z.literal(false)) })

/** A follow-up. */
export const followUp = z.strictObject({
  ...parts,
  ...saysNothing,
  username: maybe(text(1, 80)),
  avatar_url: maybe(text(0, 2_048)),
})

/** The words of a first answer. */
export const firstWords = z.strictObject({ ...parts, ...saysNothing })

export type MessageBody = z.output<typeof newMessage>
export type EditBody = z.output<typeof editedMessage>
