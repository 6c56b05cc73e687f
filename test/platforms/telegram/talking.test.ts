import { sleep } from '../../../src/base/sleep.ts'
import { expect, test } from 'vitest'
import { instant } from '../../../src/base/clock.ts'
import { bold, link, moment, paragraphs, rich } from '../../../src/base/rich.ts'
import type { Message, Update } from '../../../src/chat/index.ts'
import { telegram } from '../../../src/phrases/telegram.ts'
import { startBot } from './bot.ts'

const say = (text: string, more: Partial<Message> = {}): Message => ({ text: [{ text }], ...more })

test('a militant speaks, and is answered with styled words and buttons', async () => {
  const at = instant('2026-11-28T18:30:00Z')
  await using bot = await startBot(() => [
    {
      text: paragraphs(
        rich`Bonjour ${bold('<b>A</b> *_[x](y)')}`,
        rich`${moment(at, 'samedi 28 novembre à 19 h 30')}, ${link('la page', 'https://exemple.fr/a')}`,
      ),
      rows: [
        [
          { label: 'Je participe', route: '1p.attend.a', tone: 'success' },
          { label: 'Peut-être', route: '1p.attend.b' },
        ],
        [{ label: 'Le site', url: 'https://exemple.fr' }],
        [{ label: 'Chez moi', url: 'http://localhost:8080/' }],
      ],
    },
  ])
  const ana = bot.stage.person('Ana')
  await ana.asks('actions', { lieu: 'montreuil' })
  const seen = ana.last()
  expect(seen.text).toBe('Bonjour <b>A</b> *_[x](y)\n\nsamedi 28 novembre à 19 h 30, la page')
  expect(seen.rich).toContainEqual({ text: 'samedi 28 novembre à 19 h 30', moment: at })
  expect(seen.rich).toContainEqual({ text: 'la page', link: 'https://exemple.fr/a' })
  expect(seen.buttons.map(({ label, row }) => `${row} ${label}`)).toEqual([
    '0 Je participe',
    '0 Peut-être',
    '1 Le site',
  ])
  expect(bot.heard[0]).toMatchObject({
    platform: 'telegram',
    from: { key: ana.id, name: 'Ana', language: 'fr', door: { platform: 'telegram', key: ana.id } },
    place: { kind: 'private', key: ana.id },
    said: { is: 'command', name: 'actions', line: 'montreuil' },
  })
  expect(bot.stage.violations()).toEqual([])
})

test('a press edits the message in place, and the button stops turning', async () => {
  await using bot = await startBot(({ said }) =>
    said.is === 'pressed'
      ? [say('Noté', { instead: true, rows: [[{ label: 'Annuler', route: '1p.b' }]] })]
      : [say('Venez-vous ?', { rows: [[{ label: 'Oui', route: '1p.a' }]] })],
  )
  const ana = bot.stage.person('Ana')
  await ana.says('bonjour')
  await ana.presses('Oui')
  expect(ana.seen().filter(({ from }) => from === 'bot')).toMatchObject([{ text: 'Noté', edited: true }])
  const pressed = bot.heard[1]?.said
  expect(pressed).toMatchObject({ is: 'pressed', route: '1p.a', on: { home: ana.id, ref: ana.last().id } })
  expect(bot.stage.ledger().filter(({ method }) => method === 'answerCallbackQuery')).toHaveLength(1)
  expect(bot.stage.violations()).toEqual([])
})

test('a short aside is a word over the chat, a long one a message', async () => {
  await using bot = await startBot(({ said }) =>
    said.is === 'pressed'
      ? [say('C’est noté', { aside: true }), say('x'.repeat(300), { aside: true })]
      : [say('Venez-vous ?', { rows: [[{ label: 'Oui', route: '1p.a' }]] })],
  )
  const ana = bot.stage.person('Ana')
  await ana.says('bonjour')
  await ana.presses('Oui')
  expect(ana.toasts()).toEqual(['C’est noté'])
  expect(ana.last().text).toBe('x'.repeat(300))
})

test('the position is asked for with a button that goes away once it is used', async () => {
  await using bot = await startBot(({ said }: Update) =>
    said.is === 'position'
      ? [say('Autour de vous', { asks: 'nothing', rows: [[{ label: 'Suite', route: '1p.a' }]] })]
      : [say('Où ?', { asks: 'position', rows: [[{ label: 'Paris', route: '1p.a' }]] })],
  )
  const ana = bot.stage.person('Ana')
  await ana.says('bonjour')
  expect(ana.view().keyboard).toEqual([{ label: telegram.sharePosition, row: 0, asks: 'position' }])
  await ana.presses(telegram.sharePosition)
  expect(bot.heard[1]?.said).toEqual({ is: 'position', point: { lat: 48.8566, lon: 2.3522 } })
  expect(ana.view().keyboard).toEqual([])
  expect(ana.last()).toMatchObject({ text: 'Autour de vous', buttons: [{ label: 'Suite' }] })
  expect(bot.stage.violations()).toEqual([])
})

test('while an answer takes its time, the button has stopped turning already', async () => {
  await using bot = await startBot(async ({ said }) => {
    if (said.is !== 'pressed') return [say('Venez-vous ?', { rows: [[{ label: 'Oui', route: '1p.a' }]] })]
    await sleep(3_500)
    return [say('Noté', { instead: true }), say('C’est bien noté', { aside: true })]
  })
  const ana = bot.stage.person('Ana')
  await ana.says('bonjour')
  void ana.presses('Oui')
  await ana.sees('C’est bien noté')
  await ana.quiet()
  const methods = bot.stage.ledger().map(({ method }) => method)
  expect(methods.filter((method) => method !== 'getUpdates').slice(-3)).toEqual([
    'answerCallbackQuery',
    'editMessageText',
    'sendMessage',
  ])
  expect(bot.stage.violations()).toEqual([])
})

test('five thousand characters are heard as two messages, and answered within what Telegram takes', async () => {
  await using bot = await startBot(({ said }) => [
    say(`${said.is === 'text' ? said.text : ''}${'é'.repeat(1_000)}`),
  ])
  const ana = bot.stage.person('Ana')
  await ana.says('x'.repeat(5_000))
  const answers = ana.seen().filter(({ from }) => from === 'bot')
  expect(answers.map(({ text }) => text.length)).toEqual([4_096, 1_904])
  expect(answers[0]?.text.endsWith('…')).toBe(true)
})
