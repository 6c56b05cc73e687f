import { createServer } from 'node:http'
import { expect, test } from 'vitest'
import type { Command, Message } from '../../../src/chat/index.ts'
import { menus } from '../../../src/phrases/menu.ts'
import { presentations } from '../../../src/phrases/telegram.ts'
import { createTelegram } from '../../../src/platforms/telegram/index.ts'
import { startTelegram } from '../../../playground/telegram/index.ts'
import { quietLog, startBot } from './bot.ts'

const say = (text: string, more: Partial<Message> = {}): Message => ({ text: [{ text }], ...more })

const command = (name: Command['name'], audience: Command['for']): Command => ({
  is: 'command',
  name,
  fields: {},
  for: audience,
  aside: false,
  run: () => say(name),
})

test('menus are published by scope and language, once', async () => {
  await using stage = await startTelegram()
  const platform = createTelegram({ token: stage.token, apiRoot: stage.url, perSecond: 30, log: quietLog() })
  const commands = [command('actions', 'everyone'), command('groupes', 'animators')]
  await platform.publish(commands)
  const ana = stage.person('Ana')
  const amy = stage.person('Amy', { language: 'en' })
  const ivo = stage.person('Ivo', { language: 'hr' })
  const group = stage.group('Montreuil', [ana, amy], { animators: [amy] })
  const { fr, en } = menus
  const actions = { name: 'actions', description: fr.actions.description, options: [] }
  expect(ana.menu()).toEqual([actions])
  expect(ivo.menu()).toEqual([actions])
  expect(amy.menu()).toEqual([{ ...actions, description: en.actions.description }])
  expect(
    amy
      .in(group)
      .menu()
      .map(({ name }) => name),
  ).toEqual(['actions', 'groupes'])
  expect(ana.in(group).menu()).toEqual([actions])
  const changes = () => stage.ledger().filter(({ method }) => method.startsWith('set'))
  const before = changes().length
  expect(before).toBeGreaterThan(12)
  await platform.publish(commands)
  expect(changes()).toHaveLength(before)
  await platform.publish(commands.slice(0, 1))
  expect(changes()).toHaveLength(before + 3)
  const described = await fetch(`${stage.url}/bot${stage.token}/getMyDescription?language_code=en`)
  expect(await described.json()).toMatchObject({ result: { description: presentations.en.description } })
  expect(stage.violations()).toEqual([])
})

test('descriptions and menus fit what Telegram takes', () => {
  for (const { description, short } of Object.values(presentations)) {
    expect(Array.from(description).length).toBeLessThanOrEqual(512)
    expect(Array.from(short).length).toBeLessThanOrEqual(120)
  }
  for (const menu of Object.values(menus))
    for (const [name, entry] of Object.entries(menu)) {
      expect(name).toMatch(/^[a-z0-9_]{1,32}$/)
      expect(Array.from(entry.description).length).toBeLessThanOrEqual(256)
    }
})

test('publishing waits when Telegram is busy', async () => {
  await using stage = await startTelegram()
  const platform = createTelegram({ token: stage.token, apiRoot: stage.url, perSecond: 30, log: quietLog() })
  stage.misbehave({ what: 'limit', seconds: 1, method: 'setMyCommands' })
  stage.misbehave({ what: 'cut', method: 'getMyCommands' })
  await platform.publish([command('actions', 'everyone')])
  expect(stage.person('Ana').menu()).toHaveLength(1)
})

test('a server that does not know every method has the menus that it can have', async () => {
  const set: string[] = []
  await using server = await startServer((method) => {
    if (!method.endsWith('MyCommands')) return 404
    if (method === 'setMyCommands') set.push(method)
    return 200
  })
  const platform = createTelegram({ token: '1:a', apiRoot: server.url, perSecond: 30, log: quietLog() })
  await expect(platform.publish([command('actions', 'everyone')])).rejects.toThrow('404')
  expect(set).toHaveLength(12)
  await using strict = await startServer(() => 401)
  const refused = createTelegram({ token: '1:a', apiRoot: strict.url, perSecond: 30, log: quietLog() })
  await expect(refused.publish([command('actions', 'everyone')])).rejects.toThrow('401')
  expect(strict.asked()).toBe(1)
})

/** A server that answers each method with that status, and with nothing. */
const startServer = async (answer: (method: string) => number) => {
  let asked = 0
  const server = createServer((request, response) => {
    asked += 1
    const code = answer(request.url?.split('/').at(-1) ?? '')
    response.writeHead(code, { 'content-type': 'application/json' })
    response.end(
      JSON.stringify(
        code === 200 ? { ok: true, result: [] } : { ok: false, error_code: code, description: 'no' },
      ),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    asked: () => asked,
    url: `http://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}`,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** The web part, as far as Telegram sees it. */
const openDoor = async (receive: (update: object) => Promise<void>) => {
  const secrets: unknown[] = []
  const server = createServer((request, response) => {
    secrets.push(request.headers['x-telegram-bot-api-secret-token'])
    let body = ''
    request.on('data', (part: Buffer) => (body += part.toString()))
    request.on('end', () => {
      receive(JSON.parse(body) as object).then(
        () => response.writeHead(200).end(),
        () => response.writeHead(503).end(),
      )
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    secrets,
    url: `http://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}/telegram/x`,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}

test('with a webhook, Telegram comes to the bot with its secret', async () => {
  const receivers: ((update: object) => Promise<void>)[] = []
  await using door = await openDoor(async (update) => receivers[0]?.(update))
  await using bot = await startBot(
    ({ said }) => [
      said.is === 'pressed'
        ? say('Noté', { instead: true })
        : say('Venez-vous ?', { rows: [[{ label: 'Oui', route: '1p.a' }]] }),
    ],
    { stage: { retryMs: 10 }, bot: { webhook: { url: door.url, secret: 'chut' } } },
  )
  receivers.push((update) => bot.platform.receive(update))
  const ana = bot.stage.person('Ana')
  void ana.says('bonjour')
  await ana.sees('Venez-vous ?')
  await ana.presses('Oui')
  await ana.sees('Noté')
  expect(new Set(door.secrets)).toEqual(new Set(['chut']))
  expect(bot.heard.map(({ said }) => said.is)).toEqual(['text', 'pressed'])
  expect(bot.stage.ledger().some(({ method }) => method === 'getUpdates')).toBe(false)
  await bot.stop()
  await expect(bot.platform.receive({ update_id: 1 })).rejects.toThrow('nobody listens')
  await expect(bot.platform.receive({ hello: 'you' })).rejects.toThrow('no update')
  expect(bot.stage.violations()).toEqual([])
})

test('a webhook left over is taken away before polling', async () => {
  await using stage = await startTelegram()
  const url = `${stage.url}/bot${stage.token}`
  await fetch(`${url}/setWebhook?url=${encodeURIComponent('https://exemple.fr/hook')}`)
  await using bot = await startBot(() => [say('bonjour')], {
    bot: { token: stage.token, apiRoot: stage.url },
  })
  const ana = stage.person('Ana')
  void ana.says('bonjour')
  await ana.sees('bonjour')
  expect(bot.heard).toHaveLength(1)
  await bot.stop()
})

test('pictures are uploaded once, become other pictures in place, and texts by exchange', async () => {
  const png =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
  const picture = (text: string): Message => ({
    text: [{ text, bold: true }],
    image: { png, alt: 'une affiche' },
    rows: [[{ label: 'Oui', route: '1p.a' }]],
  })
  await using bot = await startBot(() => [picture('Une affiche')])
  const ana = bot.stage.person('Ana')
  await ana.says('bonjour')
  expect(ana.last()).toMatchObject({
    text: 'Une affiche',
    rich: [{ text: 'Une affiche', bold: true }],
    image: { url: `data:image/png;base64,${png}` },
    buttons: [{ label: 'Oui' }],
  })
  const home = { platform: 'telegram', key: ana.id }
  const ref = `${ana.last().id}p`
  expect(bot.outcomes).toEqual([{ is: 'delivered', ref, home: ana.id }])
  await bot.platform.deliver(home, picture('La même'))
  expect(bot.stage.ledger().at(-1)?.params).toMatchObject({ photo: expect.stringMatching(/^AgAC/) as string })
  expect(await bot.platform.deliver(home, picture('Corrigée'), ref)).toMatchObject({ is: 'delivered', ref })
  expect(ana.seen()[1]).toMatchObject({ text: 'Corrigée', edited: true, image: {} })
  await bot.platform.deliver(home, say('Annulée'), ref)
  expect(ana.seen().map(({ text }) => text)).toEqual(['bonjour', 'La même', 'Annulée'])
  const text = ana.last().id
  expect(await bot.platform.deliver(home, picture('Finalement'), text)).toMatchObject({ ref: `${text}p` })
  expect(ana.last()).toMatchObject({ text: 'Finalement', image: {} })
  expect(bot.stage.violations()).toEqual([])
})
