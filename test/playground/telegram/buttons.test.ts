import { expect, test } from 'vitest'
import { startTelegram } from '../../../playground/telegram/index.ts'
import { api, refused, started } from './api.ts'

test('buttons that Telegram does not take are refused', async () => {
  await using stage = await startTelegram()
  const ana = await started(stage)
  const call = api(stage)
  const send = (...row: object[]) =>
    refused(call('sendMessage', { chat_id: ana.id, text: 'a', reply_markup: { inline_keyboard: [row] } }))
  expect(await send({ text: 'a', callback_data: 'é'.repeat(32) })).toMatchObject({ ok: true })
  expect(await send({ text: 'a', callback_data: `${'é'.repeat(32)}a` })).toBe(
    'Bad Request: BUTTON_DATA_INVALID',
  )
  expect(await send({ text: ' ', callback_data: 'a' })).toMatch(/text must be non-empty/)
  expect(await send({ text: 'a' })).toMatch(/Text buttons are unallowed in the inline keyboard/)
  expect(await send({ text: 'a', url: 'http://localhost:8080/a' })).toBe(
    "Bad Request: inline keyboard button URL 'http://localhost:8080/a' is invalid: Wrong HTTP URL",
  )
  expect(await send({ text: 'a', url: 'https://exemple.fr', callback_data: 'a' })).toMatch(/only one of/)
  expect(await send({ text: 'a', callback_data: 'a', color: 'red' })).toMatch(/unknown field "color"/)
  expect(await send({ text: 'a', callback_data: 'a', style: 'red' })).toBe(
    'Bad Request: BUTTON_STYLE_INVALID',
  )
  const many = Array.from({ length: 101 }, () => ({ text: 'a', callback_data: 'a' }))
  expect(await send(...many)).toBe('Bad Request: REPLY_MARKUP_TOO_LONG')
})

test('a position is asked for in private only', async () => {
  await using stage = await startTelegram()
  const ana = await started(stage)
  const group = stage.group('Montreuil', [ana])
  const call = api(stage)
  const reply_markup = { keyboard: [[{ text: 'Ma position', request_location: true }]] }
  expect(await refused(call('sendMessage', { chat_id: group.id, text: 'Où ?', reply_markup }))).toMatch(
    /location can be requested in private chats only/,
  )
  await call('sendMessage', { chat_id: ana.id, text: 'Où ?', reply_markup })
  await ana.presses('Ma position')
  const updates = await call('getUpdates')
  expect(updates.result).toMatchObject([{}, { message: { location: { latitude: 48.8566 } } }])
})

test('a press is answered once, and within its time', async () => {
  let now = Date.now()
  await using stage = await startTelegram({ clock: { now: () => now as never } })
  const ana = await started(stage)
  const call = api(stage)
  const reply_markup = { inline_keyboard: [[{ text: 'Oui', callback_data: 'o' }]] }
  await call('sendMessage', { chat_id: ana.id, text: 'Venez-vous ?', reply_markup })
  const press = async (): Promise<string> => {
    void ana.presses('Oui')
    const { result } = await call('getUpdates')
    return (result as { callback_query?: { id: string } }[]).at(-1)?.callback_query?.id ?? ''
  }
  const first = await press()
  const answer = (id: string, more = {}) =>
    refused(call('answerCallbackQuery', { callback_query_id: id, ...more }))
  expect(await answer(first, { text: 'x'.repeat(201) })).toBe('Bad Request: MESSAGE_TOO_LONG')
  expect(await answer(first, { url: 'https://exemple.fr' })).toBe('Bad Request: URL_INVALID')
  expect(await answer(first, { text: 'Noté' })).toMatchObject({ ok: true })
  expect(await answer(first)).toMatch(/query is too old/)
  expect(ana.toasts()).toEqual(['Noté'])
  const second = await press()
  now += 16_000
  expect(await answer(second)).toMatch(/query is too old/)
  expect(stage.violations()).toContainEqual(expect.stringContaining('never answered'))
})

test('an edit changes something that is there, or is refused', async () => {
  await using stage = await startTelegram()
  const ana = await started(stage)
  const call = api(stage)
  const reply_markup = { inline_keyboard: [[{ text: 'Oui', callback_data: 'o' }]] }
  const sent = await call('sendMessage', { chat_id: ana.id, text: 'Un', reply_markup })
  const { message_id } = sent.result as { message_id: number }
  const edit = (params: object) =>
    refused(call('editMessageText', { chat_id: ana.id, message_id, ...params }))
  expect(await edit({ text: 'Un', reply_markup })).toMatch(/message is not modified/)
  expect(await edit({ text: 'Un', message_id: 3, reply_markup })).toBe(
    'Bad Request: message to edit not found',
  )
  expect(await edit({ text: 'Un' })).toMatchObject({ ok: true })
  expect(ana.last().buttons).toEqual([])
  const own = ana.seen().find(({ from }) => from === 'me')
  expect(await edit({ text: 'Deux', message_id: Number(own?.id) })).toBe(
    "Bad Request: message can't be edited",
  )
  expect(await refused(call('editMessageCaption', { chat_id: ana.id, message_id, caption: 'a' }))).toMatch(
    /there is no caption/,
  )
  const keys = await call('sendMessage', {
    chat_id: ana.id,
    text: 'Clavier',
    reply_markup: { keyboard: [[{ text: 'Oui' }]] },
  })
  const other = (keys.result as { message_id: number }).message_id
  expect(await edit({ text: 'Deux', message_id: other })).toBe("Bad Request: message can't be edited")
  expect(await refused(call('deleteMessage', { chat_id: ana.id, message_id }))).toMatchObject({ ok: true })
  expect(await refused(call('deleteMessage', { chat_id: ana.id, message_id }))).toBe(
    'Bad Request: message to delete not found',
  )
})
