import { instant } from '../../src/base/clock.ts'
import type { Rich, Span } from '../../src/base/rich.ts'
import type { Seen, ShownButton } from '../actor.ts'
import type { Entity, InlineKeyboard, ReplyKeyboard } from './types.ts'
import type { Stored, StoredFile, World } from './world.ts'

const styleOf = ({ type, url, unix_time }: Entity, text: string): Partial<Span> => {
  switch (type) {
    case 'bold':
      return { bold: true }
    case 'italic':
      return { italic: true }
    case 'text_link':
      return url === undefined ? {} : { link: url }
    case 'url':
      return { link: text }
    case 'date_time':
      return unix_time === undefined ? {} : { moment: instant(unix_time * 1000) }
    default:
      return {}
  }
}

/** The text as a client draws it: cut wherever a style begins or ends. */
export const drawn = (text: string, entities: readonly Entity[]): Rich => {
  const cuts = new Set([0, text.length])
  for (const { offset, length } of entities) cuts.add(offset).add(offset + length)
  const at = [...cuts].toSorted((one, two) => one - two)
  return at.slice(0, -1).map((start, index) => {
    const end = at[index + 1] ?? text.length
    const styles = entities
      .filter(({ offset, length }) => offset <= start && offset + length >= end)
      .map((entity) => styleOf(entity, text.slice(entity.offset, entity.offset + entity.length)))
    return Object.assign({ text: text.slice(start, end) }, ...styles) as Span
  })
}

const tones = { primary: 'primary', success: 'success', danger: 'danger' } as const

export const shownButtons = (keyboard: InlineKeyboard | undefined): readonly ShownButton[] =>
  (keyboard?.inline_keyboard ?? []).flatMap((row, at) =>
    row.map(({ text, url, style }) => {
      const tone = tones[style as keyof typeof tones]
      return { label: text, row: at, ...(url !== undefined && { url }), ...(tone && { tone }) }
    }),
  )

export const shownKeys = (keyboard: ReplyKeyboard | undefined): readonly ShownButton[] =>
  (keyboard?.keyboard ?? []).flatMap((row, at) =>
    row.map(({ text, request_location }) => ({
      label: text,
      row: at,
      ...(request_location === true && { asks: 'position' as const }),
    })),
  )

const pictureUrl = ({ url, bytes, type }: StoredFile): string =>
  url ?? `data:${type || 'image/png'};base64,${Buffer.from(bytes ?? []).toString('base64')}`

/** What a service line says. */
const service = ({ message }: Stored): string | undefined => {
  if (message['new_chat_members']) return '(arrivée dans la discussion)'
  if (message['left_chat_member']) return '(départ de la discussion)'
  if (message['migrate_to_chat_id'] || message['migrate_from_chat_id'])
    return '(le groupe est devenu un supergroupe)'
  if (message.location) return `(position : ${message.location.latitude}, ${message.location.longitude})`
  return undefined
}

/** One message as that person's client shows it. */
export const seenBy = (world: World, person: number, stored: Stored, pinned: boolean): Seen => {
  const { message, byBot, order, silent } = stored
  const words = message.text ?? message.caption ?? service(stored) ?? ''
  const photo = message.photo?.[0]
  const file = photo && world.files.get(photo.file_id)
  return {
    id: String(message.message_id),
    order,
    from: byBot ? 'bot' : message.from?.id === person && !message.sender_chat ? 'me' : 'other',
    author: message.sender_chat?.title ?? message.from?.first_name ?? message.chat.title ?? '',
    text: words,
    rich: drawn(words, message.entities ?? message.caption_entities ?? []),
    buttons: shownButtons(message.reply_markup),
    ...(file && { image: { url: pictureUrl(file), alt: message.caption ?? '' } }),
    edited: message.edit_date !== undefined,
    onlyMe: false,
    silent,
    ...(pinned && { pinned }),
    at: message.date * 1000,
    raw: message,
  }
}
