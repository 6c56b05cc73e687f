import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Message } from '../../../src/chat/index.ts'
import { createTelegram } from '../../../src/platforms/telegram/index.ts'
import { startTelegram } from '../../../playground/telegram/index.ts'
import { quietLog, startBot } from './bot.ts'

const say = (text: string, more: Partial<Message> = {}): Message => ({ text: [{ text }], ...more })

test('one slow answer freezes nobody else, and each person is answered in order', async () => {
  const gate = new AbortController()
  const held = new Promise((resolve) => {
    gate.signal.addEventListener('abort', resolve)
  })
  await using bot = await startBot(async ({ said, from }) => {
    if (said.is === 'text' && said.text === 'lent') await held
    return [say(`${from.name} ${said.is === 'text' ? said.text : ''}`)]
  })
  const [ana, bob] = [bot.stage.person('Ana'), bot.stage.person('Bob')]
  const slow = ana.says('lent')
  const next = ana.says('vite')
  await sleep(1_500)
  void bob.says('bonjour')
  await bob.sees('Bob bonjour')
  expect(ana.seen().filter(({ from }) => from === 'bot')).toEqual([])
  gate.abort()
  await Promise.all([slow, next, ana.sees('Ana vite')])
  const words = ana.seen().flatMap(({ from, text }) => (from === 'bot' ? text : []))
  expect(words).toEqual(['Ana lent', 'Ana vite'])
})

test('a bug in one answer is logged, its button stops turning, and the bot goes on', async () => {
  await using bot = await startBot(({ said }) => {
    if (said.is === 'pressed') throw new Error('a bug')
    return [say('Oui ?', { rows: [[{ label: 'Oui', route: '1p.a' }]] })]
  })
  const ana = bot.stage.person('Ana')
  await ana.says('un')
  await ana.presses('Oui')
  expect(bot.logged.join()).toMatch(/an update from Telegram failed.*a bug/)
  await ana.says('deux')
  expect(bot.heard.map(({ said }) => said.is)).toEqual(['text', 'pressed', 'text'])
  expect(bot.stage.ledger().filter(({ method }) => method === 'answerCallbackQuery')).toHaveLength(1)
})

test('a press told twice is answered once, and bears the same number', async () => {
  await using bot = await startBot(({ said }) => [
    said.is === 'pressed'
      ? say('Noté', { aside: true })
      : say('Oui ?', { rows: [[{ label: 'Oui', route: '1p.a' }]] }),
  ])
  const ana = bot.stage.person('Ana')
  await ana.says('un')
  await ana.presses('Oui')
  await bot.stage.retells()
  expect(new Set(bot.heard.map(({ id }) => id)).size).toBe(2)
  expect(bot.heard).toHaveLength(3)
  expect(bot.stage.ledger().filter(({ method }) => method === 'answerCallbackQuery')).toHaveLength(1)
})

test('when another program polls with the same token, the bot waits for its turn and comes back', async () => {
  await using bot = await startBot(() => [say('me revoilà')])
  const ana = bot.stage.person('Ana')
  await ana.says('un')
  await fetch(`${bot.stage.url}/bot${bot.stage.token}/getUpdates?timeout=0`)
  void ana.says('deux')
  for (let tries = 0; tries < 100 && bot.heard.length < 2; tries += 1) await sleep(100)
  expect(bot.logged.join()).toMatch(/another poller has this token/)
  expect(bot.heard.map(({ said }) => said.is === 'text' && said.text)).toEqual(['un', 'deux'])
})

test('a wrong token ends the listening, and the log does not tell it', async () => {
  await using stage = await startTelegram()
  const logged: string[] = []
  const platform = createTelegram({
    token: '1:wrong-token',
    apiRoot: stage.url,
    perSecond: 30,
    log: quietLog(logged),
  })
  const listening = platform.listen(
    { hear: () => Promise.resolve(), suggest: () => Promise.resolve([]) },
    new AbortController().signal,
  )
  await expect(listening).rejects.toThrow('getMe: 401 Unauthorized')
  expect(logged.join()).not.toContain('wrong-token')
})

test('what was not finished when the bot stops is told again when it is back', async () => {
  const stage = await startTelegram()
  const first = await startBot(() => [], { stage: {}, bot: { token: stage.token, apiRoot: stage.url } })
  const ana = stage.person('Ana')
  await ana.says('un')
  expect(first.heard).toHaveLength(1)
  await first.stop()
  await ana.says('deux')
  await using second = await startBot(() => [], { bot: { token: stage.token, apiRoot: stage.url } })
  for (let tries = 0; tries < 50 && second.heard.length < 1; tries += 1) await sleep(50)
  expect(second.heard.map(({ said }) => said)).toEqual([{ is: 'text', text: 'deux' }])
  await first[Symbol.asyncDispose]()
  await second.stop()
  await stage[Symbol.asyncDispose]()
})

test('what is still under way is not confirmed: were the bot to die now, it would be told again', async () => {
  const gate = new AbortController()
  const held = new Promise((resolve) => {
    gate.signal.addEventListener('abort', resolve)
  })
  await using bot = await startBot(async ({ said }) => {
    if (said.is === 'text' && said.text === 'lent') await held
    return []
  })
  const [ana, bob] = [bot.stage.person('Ana'), bot.stage.person('Bob')]
  void ana.says('lent')
  await sleep(1_500)
  void bob.says('vite')
  for (let tries = 0; tries < 50 && bot.heard.length < 2; tries += 1) await sleep(50)
  expect(bot.heard).toHaveLength(2)
  await sleep(1_500)
  const [slow] = bot.heard
  const offsets = bot.stage
    .ledger()
    .flatMap(({ method, params }) => (method === 'getUpdates' ? params['offset'] : []))
  expect(offsets.at(-1)).toBe(Number(slow?.id))
  expect(bot.heard).toHaveLength(2)
  expect(offsets.length).toBeLessThan(10)
  gate.abort()
})
