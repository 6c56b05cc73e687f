import { expect, test } from 'vitest'
import { startTelegram } from '../../../playground/telegram/index.ts'
import { api, refused, started } from './api.ts'

const bold = (offset: number, length: number) => ({ type: 'bold', offset, length })

test('Telegram measures texts in code points, after it has parsed and trimmed them', async () => {
  await using stage = await startTelegram()
  const ana = await started(stage)
  const call = api(stage)
  const send = (text: string, more = {}) => refused(call('sendMessage', { chat_id: ana.id, text, ...more }))
  expect(await send('😀'.repeat(4096))).toMatchObject({ ok: true })
  expect(await send('😀'.repeat(4097))).toBe('Bad Request: message is too long')
  expect(await send(`<b>${'a'.repeat(4096)}</b>  \n`, { parse_mode: 'HTML' })).toMatchObject({ ok: true })
  expect(await send(' \n ')).toBe('Bad Request: message text is empty')
  expect(await send('<b></b>', { parse_mode: 'HTML' })).toBe('Bad Request: message text is empty')
  expect(await refused(call('sendMessage', { chat_id: ana.id }))).toBe('Bad Request: message text is empty')
})

test('entities that point outside of the text, cross each other or split a character are refused', async () => {
  await using stage = await startTelegram()
  const ana = await started(stage)
  const call = api(stage)
  const send = (text: string, ...entities: object[]) =>
    refused(call('sendMessage', { chat_id: ana.id, text, entities }))
  expect(await send('abc', bold(0, 3), { type: 'italic', offset: 1, length: 1 })).toMatchObject({ ok: true })
  expect(await send('abc', bold(1, 5))).toMatch(/ends after the end of the text at UTF-16 offset 6/)
  expect(await send('abc', bold(9, 1))).toMatch(/begins after the end of the text/)
  expect(await send('abc', bold(-1, 1))).toMatch(/incorrect offset -1/)
  expect(await send('a😀', bold(0, 2))).toMatch(/ends in a middle of a UTF-16 symbol/)
  expect(await send('abcd', bold(0, 3), { type: 'italic', offset: 1, length: 3 })).toMatch(/crosses/)
  expect(await send('abc', { type: 'shiny', offset: 0, length: 1 })).toMatch(/Unsupported type/)
  expect(await send('abc', { type: 'text_link', offset: 0, length: 1, url: 'nowhere' })).toMatch(
    /Wrong HTTP URL/,
  )
  expect(await send('abc', { type: 'date_time', offset: 0, length: 1, unix_time: 5 })).toMatchObject({
    ok: true,
  })
  expect(await send('abc', { type: 'date_time', offset: 0, length: 1 })).toMatch(/unix_time/)
  expect(
    await send('abc', { type: 'date_time', offset: 0, length: 1, unix_time: 5, date_time_format: 'YYYY' }),
  ).toMatch(/date-time format/)
})

test('markup that is not closed, not known or not escaped is refused', async () => {
  await using stage = await startTelegram()
  const ana = await started(stage)
  const call = api(stage)
  const send = (parse_mode: string, text: string) =>
    refused(call('sendMessage', { chat_id: ana.id, text, parse_mode }))
  expect(await send('HTML', 'A <3 B')).toMatch(/can't parse entities: Unsupported start tag/)
  expect(await send('HTML', '<p>Un</p>')).toMatch(/Unsupported start tag "p" at byte offset 0/)
  expect(await send('HTML', '<b>Un')).toMatch(/Can't find end tag corresponding to start tag "b"/)
  expect(await send('HTML', '<b>Un</i>')).toMatch(/Unmatched end tag/)
  expect(await send('MarkdownV2', 'Un.')).toMatch(/Character '.' is reserved and must be escaped/)
  expect(await send('MarkdownV2', '*Un')).toMatch(/Can't find end of Bold entity at byte offset 0/)
  expect(await send('Markdown', 'un_nom')).toMatch(/Can't find end of the entity starting at byte offset 2/)
  expect(await send('BBCode', 'Un')).toBe('Bad Request: unsupported parse_mode')
  expect(
    await call('sendMessage', {
      chat_id: ana.id,
      text: '<b>Un</b> &lt;3 <a href="https://exemple.fr?a=1&amp;b=2">lien</a>',
      parse_mode: 'HTML',
    }),
  ).toMatchObject({
    result: {
      text: 'Un <3 lien',
      entities: [
        { type: 'bold', offset: 0, length: 2 },
        { type: 'text_link', offset: 6, length: 4, url: 'https://exemple.fr?a=1&b=2' },
      ],
    },
  })
  expect(
    await call('sendMessage', {
      chat_id: ana.id,
      text: '*Un _deux_* [lien](https://exemple.fr) fin\\.',
      parse_mode: 'MarkdownV2',
    }),
  ).toMatchObject({
    result: {
      text: 'Un deux lien fin.',
      entities: [
        { type: 'bold', offset: 0, length: 7 },
        { type: 'italic', offset: 3, length: 4 },
        { type: 'text_link', offset: 8, length: 4, url: 'https://exemple.fr' },
      ],
    },
  })
})

test('a parameter that a method does not take is refused, and remembered as a mistake', async () => {
  await using stage = await startTelegram()
  const ana = await started(stage)
  const call = api(stage)
  expect(
    await refused(call('sendMessage', { chat_id: ana.id, text: 'a', disable_web_page_preview: true })),
  ).toMatch(/unknown parameter "disable_web_page_preview"/)
  expect(stage.violations()).toEqual([
    expect.stringContaining('unknown parameter "disable_web_page_preview"'),
  ])
  expect(await call('sendInvoices', {})).toMatchObject({ ok: false, error_code: 404 })
  expect(
    await refused(call('sendMessage', { chat_id: ana.id, text: 'a', link_preview_options: { off: true } })),
  ).toMatch(/unknown field "off"/)
})

test('forms and addresses carry parameters as well as JSON does', async () => {
  await using stage = await startTelegram()
  const ana = await started(stage)
  const url = `${stage.url}/bot${stage.token}`
  const keyboard = JSON.stringify({ inline_keyboard: [[{ text: 'Un', callback_data: 'u' }]] })
  const form = new URLSearchParams({ chat_id: ana.id, text: 'par formulaire', reply_markup: keyboard })
  expect(await (await fetch(`${url}/sendMessage`, { method: 'POST', body: form })).json()).toMatchObject({
    ok: true,
  })
  expect(await (await fetch(`${url}/sendmessage?${form.toString()}`)).json()).toMatchObject({ ok: true })
  const parts = new FormData()
  parts.set('chat_id', ana.id)
  parts.set('text', 'par morceaux')
  expect(await (await fetch(`${url}/sendMessage`, { method: 'POST', body: parts })).json()).toMatchObject({
    ok: true,
  })
  expect(ana.last().text).toBe('par morceaux')
  const wrong = await fetch(`${stage.url}/bot1:wrong/getMe`)
  expect([wrong.status, await wrong.json()]).toEqual([
    401,
    { ok: false, error_code: 401, description: 'Unauthorized' },
  ])
})
