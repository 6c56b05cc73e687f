import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { expect, test } from 'vitest'
import { startTelegram } from '../../../playground/telegram/index.ts'
import { api, refused, started, type Answer } from './api.ts'

interface Update {
  readonly update_id: number
  readonly message?: { readonly text?: string }
}

const told = ({ result }: Answer): readonly Update[] => result as readonly Update[]
const texts = (answer: Answer): readonly (string | undefined)[] =>
  told(answer).map(({ message }) => message?.text)

test('updates are told until they are confirmed, and a poll waits for the next one', async () => {
  await using stage = await startTelegram()
  const call = api(stage)
  const ana = stage.person('Ana')
  await ana.says('un')
  await ana.says('deux')
  await ana.says('trois')
  expect(texts(await call('getUpdates'))).toEqual(['un', 'deux', 'trois'])
  const [first, second] = told(await call('getUpdates', { limit: 2 }))
  expect(second?.update_id).toBe((first?.update_id ?? 0) + 1)
  expect(texts(await call('getUpdates', { offset: second?.update_id }))).toEqual(['deux', 'trois'])
  expect(texts(await call('getUpdates', { offset: -1 }))).toEqual(['trois'])
  const offset = (second?.update_id ?? 0) + 2
  const waiting = call('getUpdates', { offset, timeout: 30 })
  await ana.says('quatre')
  expect(texts(await waiting)).toEqual(['quatre'])
  expect(told(await call('getUpdates', { offset: offset + 1, timeout: 1 }))).toEqual([])
})

test('of two pollers, the one that came first is sent away', async () => {
  await using stage = await startTelegram()
  const call = api(stage)
  const first = call('getUpdates', { timeout: 30 })
  await call('getMe')
  const second = call('getUpdates', { timeout: 1 })
  expect(await first).toMatchObject({
    error_code: 409,
    description:
      'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
  })
  expect(await second).toMatchObject({ ok: true })
})

test('a bot is told what it asks for; memberships and reactions only by their names', async () => {
  await using stage = await startTelegram()
  const call = api(stage)
  const ana = await started(stage)
  await call('getUpdates', { allowed_updates: ['callback_query'] })
  await ana.says('rien')
  await ana.blocks()
  await call('getUpdates', { allowed_updates: [] })
  await ana.returns()
  await ana.says('encore')
  expect(told(await call('getUpdates'))).toMatchObject([
    { message: { text: '/start' } },
    { my_chat_member: { old_chat_member: { status: 'kicked' }, new_chat_member: { status: 'member' } } },
    { message: { text: 'encore' } },
  ])
})

type Serve = (request: IncomingMessage, body: Update, response: ServerResponse) => void

/** A bot's web server that does what it is told to. */
const listening = async (serve: Serve) => {
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (part: Buffer) => (body += part.toString()))
    request.on('end', () => {
      serve(request, JSON.parse(body) as Update, response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0
  return {
    url: `http://127.0.0.1:${port}/hook`,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}

test('a webhook gets its secret and its updates in order, again until it takes them, and may answer at once', async () => {
  await using stage = await startTelegram({ retryMs: 10 })
  const call = api(stage)
  const ana = await started(stage)
  await call('getUpdates', { offset: -1 })
  const heard: string[] = []
  let failures = 2
  await using web = await listening((request, { message }, response) => {
    heard.push(`${String(request.headers['x-telegram-bot-api-secret-token'])} ${message?.text ?? ''}`)
    failures -= 1
    if (failures >= 0) {
      response.writeHead(500).end()
      return
    }
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ method: 'sendMessage', chat_id: ana.id, text: `entendu ${message?.text ?? ''}` }))
  })
  expect(await refused(call('setWebhook', { url: 'http://exemple.fr/hook' }))).toMatch(
    /HTTPS URL must be provided/,
  )
  expect(await refused(call('setWebhook', { url: web.url, secret_token: 'é' }))).toMatch(
    /unallowed characters/,
  )
  await call('setWebhook', { url: web.url, secret_token: 'chut', drop_pending_updates: true })
  expect(await refused(call('getUpdates'))).toMatch(/can't use getUpdates method while webhook is active/)
  await ana.says('un')
  await ana.says('deux')
  await ana.sees('entendu deux')
  expect(heard).toEqual(['chut un', 'chut un', 'chut un', 'chut deux'])
  expect(await call('getWebhookInfo')).toMatchObject({
    result: {
      url: web.url,
      pending_update_count: 0,
      last_error_message: expect.stringMatching(/500/) as string,
    },
  })
  await call('deleteWebhook')
  expect(await call('getUpdates')).toMatchObject({ ok: true, result: [] })
})

test('a picture is uploaded once, and shown again by its identifier', async () => {
  await using stage = await startTelegram()
  const call = api(stage)
  const ana = await started(stage)
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  const form = new FormData()
  form.set('chat_id', ana.id)
  form.set('caption', 'Une affiche')
  form.set('photo', new Blob([png], { type: 'image/png' }), 'affiche.png')
  const sent = await fetch(`${stage.url}/bot${stage.token}/sendPhoto`, { method: 'POST', body: form })
  const { result } = (await sent.json()) as { result: { photo: { file_id: string; width: number }[] } }
  const photo = result.photo[0]
  expect(photo).toMatchObject({ width: 1, height: 1 })
  expect(ana.last()).toMatchObject({
    text: 'Une affiche',
    image: { url: `data:image/png;base64,${png.toString('base64')}` },
  })
  expect(await call('sendPhoto', { chat_id: ana.id, photo: photo?.file_id })).toMatchObject({ ok: true })
  expect(await refused(call('sendPhoto', { chat_id: ana.id, photo: 'unknown' }))).toMatch(
    /wrong file identifier/,
  )
  expect(await refused(call('sendPhoto', { chat_id: ana.id }))).toBe(
    'Bad Request: there is no photo in the request',
  )
  expect(
    await refused(call('sendPhoto', { chat_id: ana.id, photo: photo?.file_id, caption: 'é'.repeat(1025) })),
  ).toBe('Bad Request: message caption is too long')
  const file = await call('getFile', { file_id: photo?.file_id })
  const { file_path } = file.result as { file_path: string }
  const bytes = await fetch(`${stage.url}/file/bot${stage.token}/${file_path}`)
  expect(Buffer.from(await bytes.arrayBuffer()).equals(png)).toBe(true)
})

test('Telegram misbehaves when it is asked to', async () => {
  await using stage = await startTelegram()
  const call = api(stage)
  const ana = await started(stage)
  const write = (text: string) => call('sendMessage', { chat_id: ana.id, text })
  stage.misbehave({ what: 'limit', seconds: 3 })
  expect(await write('a')).toMatchObject({ error_code: 429, parameters: { retry_after: 3 } })
  await write('too early')
  expect(stage.violations()).toEqual([expect.stringMatching(/did not wait as asked/)])
  stage.misbehave({ what: 'error', times: 2, method: 'sendMessage' })
  expect(await write('b')).toMatchObject({ error_code: 500 })
  expect(await call('getMe')).toMatchObject({ ok: true })
  expect(await write('c')).toMatchObject({ error_code: 500 })
  stage.misbehave({ what: 'page' })
  await expect(write('d')).rejects.toThrow(/JSON/)
  stage.misbehave({ what: 'cut' })
  await expect(write('e')).rejects.toThrow()
  stage.misbehave({ what: 'lost' })
  await expect(write('f')).rejects.toThrow()
  expect(ana.last().text).toBe('f')
  stage.misbehave({ what: 'forbidden', times: Infinity, chat: ana.id })
  expect(await write('g')).toMatchObject({ error_code: 403 })
  stage.behave()
  expect(await write('h')).toMatchObject({ ok: true })
  expect(stage.ledger().map(({ status }) => status)).toEqual([429, 200, 500, 200, 500, 502, 0, 0, 403, 200])
})

test('with its real limits, Telegram asks to wait', async () => {
  await using stage = await startTelegram({ limits: true })
  const call = api(stage)
  const ana = await started(stage)
  const group = stage.group('Montreuil', [ana])
  const write = (chat_id: string) => call('sendMessage', { chat_id, text: 'a' })
  for (let sent = 0; sent < 6; sent += 1) expect(await write(ana.id)).toMatchObject({ ok: true })
  expect(await write(ana.id)).toMatchObject({ error_code: 429, parameters: { retry_after: 3 } })
  expect(await write(group.id)).toMatchObject({ ok: true })
})
