import { readInlineMarkup } from '../keyboards.ts'
import type { Methods } from '../method.ts'
import { readParams, type Params } from '../parameters.ts'
import { readPhoto } from '../pictures.ts'
import { store } from '../posts.ts'
import { bad } from '../refusal.ts'
import { checkPresence, findMessage, findRoom } from '../rooms.ts'
import { without, type Message } from '../types.ts'
import { now, type World } from '../world.ts'
import { readCaption, readText } from '../words.ts'

/** Same as far as a reader can see. */
const looks = ({ text, entities, caption, caption_entities, photo, reply_markup }: Message): string =>
  JSON.stringify([
    text ?? '',
    entities ?? [],
    caption ?? '',
    caption_entities ?? [],
    photo?.[0]?.file_id ?? '',
    reply_markup?.inline_keyboard ?? [],
  ])

/** What an edit leaves as it is goes along; without buttons given, those under the message go away. */
const edit = (world: World, params: Params, change: (message: Message) => Message): Message => {
  if (params.has('inline_message_id')) throw bad('MESSAGE_ID_INVALID')
  const room = findRoom(world, params)
  const found = findMessage(room, params, 'message to edit not found')
  checkPresence(world, room)
  if (!found.byBot || (found.markup && found.markup.is !== 'inline')) throw bad("message can't be edited")
  const kept = without(found.message, 'reply_markup', 'edit_date')
  const keyboard = readInlineMarkup(params.json('reply_markup'), room.facts)
  const message: Message = {
    ...change(kept),
    edit_date: now(world),
    ...(keyboard && { reply_markup: keyboard }),
  }
  if (looks(message) === looks(found.message))
    throw bad(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    )
  const { markup: ___, ...rest } = found
  return store(world, room, { ...rest, message, ...(keyboard && { markup: { is: 'inline', keyboard } }) })
}

const mediaFields = new Set(
  'type media caption parse_mode caption_entities show_caption_above_media has_spoiler'.split(' '),
)

export const edits: Methods = {
  editMessageText: (world, params) =>
    edit(world, params, (message) => {
      if (message.text === undefined) throw bad('there is no text in the message to edit')
      const { text, entities } = readText(params)
      return { ...message, text, entities }
    }),

  editMessageCaption: (world, params) =>
    edit(world, params, (message) => {
      if (!message.photo) throw bad('there is no caption in the message to edit')
      const { text, entities } = readCaption(params)
      return { ...message, caption: text, caption_entities: entities }
    }),

  editMessageMedia: (world, params) =>
    edit(world, params, (message) => {
      const media = params.json('media')
      if (typeof media !== 'object' || media === null) throw bad("can't parse InputMedia: expected an Object")
      const strange = Object.keys(media).find((name) => !mediaFields.has(name))
      if (strange !== undefined) throw bad(`can't parse InputMedia: unknown field "${strange}"`)
      const inner = readParams(media as Readonly<Record<string, unknown>>)
      if (inner.string('type') !== 'photo') throw bad('type of media is not played here')
      const { text, entities } = readCaption(inner)
      const photo = readPhoto(world, params, inner.string('media'))
      return { ...without(message, 'text', 'entities'), photo, caption: text, caption_entities: entities }
    }),

  editMessageReplyMarkup: (world, params) => edit(world, params, (message) => message),
}
