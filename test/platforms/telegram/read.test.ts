import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instant } from '../../../src/base/clock.ts'
import type { NativeMember, NativeMessage, NativeUpdate } from '../../../src/platforms/telegram/native.ts'
import { read } from '../../../src/platforms/telegram/read.ts'

const now = instant('2026-11-25T12:00:00Z')
const reading = { botName: 'porte_voix_bot', knows: (name: string) => name === 'actions', now }
const ana = { id: 5_000_000_001, is_bot: false, first_name: 'Ana', language_code: 'fr' }
const alone = { id: ana.id, type: 'private' as const }
const group = { id: -1_004_503_599_627_370, type: 'supergroup' as const }

/** Also what is no character at all. */
const anything = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units))

const message = (more: Partial<NativeMessage>): NativeUpdate => ({
  update_id: 7,
  message: { message_id: 1, from: ana, chat: alone, date: 1_764_072_000, ...more },
})
const said = (more: Partial<NativeMessage>) => read(message(more), reading).update?.said

test('commands are read however people type them', () => {
  expect(said({ text: '/actions' })).toEqual({ is: 'command', name: 'actions', line: '' })
  expect(said({ text: '/Actions  Saint-Étienne\n samedi ' })).toEqual({
    is: 'command',
    name: 'actions',
    line: 'Saint-Étienne\n samedi',
  })
  expect(said({ text: '/réglages' })).toEqual({ is: 'command', name: 'reglages', line: '' })
  expect(said({ text: '/start a_-Bc9' })).toEqual({ is: 'command', name: 'start', line: 'a_-Bc9' })
  expect(said({ text: '/aide@Porte_Voix_Bot' })).toMatchObject({ name: 'aide' })
  expect(said({ text: '/aide@autre_bot' })).toBeUndefined()
  expect(said({ text: '/' })).toEqual({ is: 'text', text: '/' })
  expect(said({ text: '12/12' })).toEqual({ is: 'text', text: '12/12' })
})

test('words passed on from somebody else order nothing', () => {
  expect(said({ text: '/effacer', forward_origin: {} })).toEqual({
    is: 'text',
    text: '/effacer',
    passedOn: true,
  })
})

test('words keep the styles that their writer gave them, and no others', () => {
  const text = 'Rendez-vous samedi, voir ici'
  const entities = [
    { type: 'bold', offset: 12, length: 6 },
    { type: 'text_link', offset: 25, length: 3, url: 'https://lafranceinsoumise.fr' },
    { type: 'spoiler', offset: 0, length: 5 },
  ]
  expect(said({ text, entities })).toEqual({
    is: 'text',
    text,
    markup: 'Rendez-vous **samedi**, voir [ici](https://lafranceinsoumise.fr)',
  })
  expect(said({ text, entities: [{ type: 'spoiler', offset: 0, length: 5 }] })).toEqual({ is: 'text', text })
  expect(
    said({ text: 'ici', entities: [{ type: 'text_link', offset: 0, length: 3, url: 'tg://user?id=1' }] }),
  ).toEqual({ is: 'text', text: 'ici', markup: 'ici' })
})

test('in a group, a command that is not ours and talk are nobody’s business', () => {
  expect(said({ chat: group, text: '/bannir' })).toBeUndefined()
  expect(said({ chat: group, text: '/actions' })).toMatchObject({ name: 'actions' })
  expect(said({ chat: group, text: '/bannir@porte_voix_bot' })).toMatchObject({ name: 'bannir' })
  expect(said({ chat: group, text: 'bonjour' })).toBeUndefined()
  expect(said({ chat: group, text: '@porte_voix_bot Lyon' })).toEqual({ is: 'text', text: 'Lyon' })
  expect(said({ chat: group, text: '@porte_voix_bots Lyon' })).toBeUndefined()
  expect(said({ chat: group, photo: [{ file_id: 'a' }] })).toBeUndefined()
  expect(said({ chat: group, location: { latitude: 1, longitude: 2 } })).toBeUndefined()
})

test('pictures and voices are heard in private, what the platform itself writes is not', () => {
  const photo = [
    { file_id: 'small', width: 320 },
    { file_id: 'fit', width: 1_280 },
    { file_id: 'huge', width: 2_560 },
  ]
  expect(said({ photo, caption: '/effacer' })).toMatchObject({
    is: 'other',
    file: 'fit',
    caption: '/effacer',
  })
  expect(said({ voice: {} })).toEqual({ is: 'other' })
  expect(said({ pinned_message: {} })).toBeUndefined()
  expect(said({ location: { latitude: 48.8, longitude: 2.3 } })).toEqual({
    is: 'position',
    point: { lat: 48.8, lon: 2.3 },
  })
})

test('other bots, channels and posts that Telegram repeats in a group mean nothing', () => {
  expect(said({ from: { ...ana, is_bot: true }, text: '/actions' })).toBeUndefined()
  expect(read(message({ chat: { id: -5, type: 'channel' }, text: '/actions' }), reading)).toEqual({})
  const relayed = { chat: group, text: '/actions', sender_chat: { id: -5, type: 'channel' as const } }
  expect(read(message({ ...relayed, is_automatic_forward: true }), reading)).toEqual({})
  expect(read(message(relayed), reading)).toEqual({ anonymous: { chat: group.id } })
  expect(read({ update_id: 1 }, reading)).toEqual({})
})

test('a topic is a place of its own; a thread of replies is not', () => {
  const inTopic = message({ chat: group, text: '/actions', message_thread_id: 9, is_topic_message: true })
  expect(read(inTopic, reading).update).toMatchObject({
    place: { kind: 'group', key: '-1004503599627370/9' },
    back: { key: '-1004503599627370/9~u5000000001' },
  })
  const reply = message({ chat: group, text: '/actions', message_thread_id: 9 })
  expect(read(reply, reading).update?.place.key).toBe('-1004503599627370')
})

test('a press is answered even if its message is too old to be read, or means nothing', () => {
  const press = { id: '1234567890123456789', from: ana, data: '1p.a' }
  const old = { message_id: 4, chat: group, date: 0 }
  expect(read({ update_id: 8, callback_query: { ...press, message: old } }, reading)).toMatchObject({
    query: press.id,
    update: {
      id: '8',
      at: now,
      back: { key: '-1004503599627370~u5000000001~m4~q1234567890123456789' },
      said: { is: 'pressed', route: '1p.a', on: { home: '-1004503599627370', ref: '4' } },
    },
  })
  expect(read({ update_id: 8, callback_query: press }, reading)).toEqual({ query: press.id })
})

test('whatever is written, reading does not fail, and what comes out can be kept', () => {
  fc.assert(
    fc.property(anything, anything, (text, first_name) => {
      const { update } = read(message({ text, from: { ...ana, first_name } }), reading)
      const kept = JSON.stringify(update)
      expect(kept).not.toMatch(/\\u0000|\\ud[89a-f]/)
      expect(update?.from.name).not.toBe('')
    }),
  )
})

test('the General topic has no number of its own', () => {
  const there = (topic: number) =>
    read(
      message({ chat: group, text: '/actions', message_thread_id: topic, is_topic_message: true }),
      reading,
    ).update?.place.key
  expect(there(1)).toBe(String(group.id))
  expect(there(2)).toBe(`${group.id}/2`)
})

test('a group that became another is told by the old one or by the new one', () => {
  const old = { id: -5, type: 'group' as const }
  const moves = [
    message({ chat: old, migrate_to_chat_id: group.id }),
    message({ chat: group, migrate_from_chat_id: old.id, sender_chat: group }),
  ]
  for (const move of moves)
    expect(read(move, reading).update).toMatchObject({
      place: { key: '-5' },
      said: { is: 'moved', to: String(group.id) },
    })
})

test('what the bot may do where it stays is told when it changes', () => {
  const change = (type: 'supergroup' | 'channel', before: NativeMember, after: NativeMember) =>
    read(
      {
        update_id: 1,
        my_chat_member: {
          chat: { id: -5, type },
          from: ana,
          date: 1,
          old_chat_member: before,
          new_chat_member: after,
        },
      },
      reading,
    ).update?.said.is
  const [member, admin] = [{ status: 'member' }, { status: 'administrator', can_post_messages: true }]
  const muted = { status: 'restricted', is_member: true, can_send_messages: false }
  const bare = { ...admin, can_post_messages: false }
  expect(change('supergroup', member, admin)).toBe('allowed')
  expect(change('supergroup', member, muted)).toBe('silenced')
  expect(change('supergroup', muted, member)).toBe('allowed')
  expect(change('supergroup', admin, member)).toBeUndefined()
  expect(change('channel', bare, admin)).toBe('allowed')
  expect(change('channel', admin, bare)).toBe('silenced')
  expect(change('supergroup', muted, { status: 'left' })).toBe('removed')
})
