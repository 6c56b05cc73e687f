import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instant } from '../../../src/base/clock.ts'
import { length } from '../../../src/base/text.ts'
import { plain, type Rich, type Span } from '../../../src/base/rich.ts'
import type { Button } from '../../../src/chat/index.ts'
import { drawButtons } from '../../../src/platforms/telegram/buttons.ts'
import { drawText, opensAnywhere } from '../../../src/platforms/telegram/entities.ts'
import { readKey, readRef, writeKey, writeRef } from '../../../src/platforms/telegram/keys.ts'
import { draw, mostText, writeSend } from '../../../src/platforms/telegram/write.ts'
import { checkEntities } from '../../../playground/telegram/entities.ts'
import { readMarkup } from '../../../playground/telegram/keyboards.ts'

const hostile = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fc.constantFrom(
    '<b>A</b> @everyone *_[x](y)',
    '👩🏽‍🚀🏳️‍🌈',
    '\uD83D',
    '\0',
    '\u202Eabc',
    ' ',
    '',
    '```',
    'A <3',
    'e\u0301'.repeat(50),
  ),
)

const address = fc.oneof(
  fc.webUrl(),
  fc.constantFrom(
    'http://localhost:8080/a',
    'https://exemple.fr/é?a=1#b',
    'javascript:alert(1)',
    'http://[::1]/',
    '',
  ),
)

const span: fc.Arbitrary<Span> = fc.record(
  {
    text: hostile,
    bold: fc.constant(true as const),
    italic: fc.constant(true as const),
    link: address,
    moment: fc.integer({ min: 0, max: 4e12 }).map((ms) => instant(ms)),
  },
  { requiredKeys: ['text'] },
)

const texts: fc.Arbitrary<Rich> = fc.array(span, { maxLength: 12 })

test('whatever people write, Telegram takes it as it is, and nothing in it becomes a style', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const drawn = drawText(text, mostText)
      expect(drawn.text).toBe(text.map((each) => each.text.toWellFormed()).join(''))
      expect(() => checkEntities(drawn.text, drawn.entities)).not.toThrow()
      if (text.every(({ bold, italic, link, moment }) => !bold && !italic && !link && moment === undefined))
        expect(drawn.entities).toEqual([])
    }),
  )
})

test('a text that is too long is cut between two characters, and its styles with it', () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: 40 }), (text, most) => {
      const drawn = drawText(text, most)
      expect(length(drawn.text)).toBeLessThanOrEqual(most)
      expect(drawn.text.isWellFormed()).toBe(true)
      expect(() => checkEntities(drawn.text, drawn.entities)).not.toThrow()
      if (length(plain(text)) > most) expect(drawn.text.endsWith('…')).toBe(true)
    }),
  )
  const long = drawText([{ text: '😀'.repeat(5_000), bold: true }], mostText)
  expect(length(long.text)).toBe(4096)
  expect(long.entities).toEqual([{ type: 'bold', offset: 0, length: 2 * 4095 }])
})

const button: fc.Arbitrary<Button> = fc.oneof(
  fc.record({ label: hostile, route: fc.constant('1p.attend.abc') }),
  fc.record({ label: hostile, url: address }),
  fc.record({ label: hostile, start: fc.oneof(fc.constant('a_-9'), hostile) }),
)

test('whatever buttons there are, Telegram takes those that can be pressed, three to a row', () => {
  fc.assert(
    fc.property(fc.array(fc.array(button, { maxLength: 8 }), { maxLength: 20 }), (rows) => {
      const keyboard = drawButtons(rows, 'porte_voix_bot')
      if (!keyboard) return
      expect(() => readMarkup(keyboard, { id: 1, type: 'private' })).not.toThrow()
      for (const row of keyboard.inline_keyboard) expect(row.length).toBeLessThanOrEqual(3)
      const routes = rows.flat().filter((each) => 'route' in each).length
      const drawn = keyboard.inline_keyboard.flat().filter(({ callback_data }) => callback_data).length
      expect(drawn).toBe(Math.min(routes, drawn))
    }),
  )
  const answers = ['Je participe', 'Peut-être', 'Je ne peux pas'].map((label) => ({ label, route: '1p.a' }))
  const rows = drawButtons([answers], 'bot')?.inline_keyboard.map((row) => row.map(({ text }) => text))
  expect(rows).toEqual([['Je participe', 'Peut-être', 'Je ne peux pas']])
  const long = ['Rejoindre le groupe de Montreuil', 'Quitter'].map((label) => ({ label, route: '1p.a' }))
  expect(drawButtons([long], 'bot')?.inline_keyboard).toHaveLength(2)
})

test('an address that only this machine can open is not sent', () => {
  for (const url of [
    'http://localhost/a',
    'http://127.0.0.1:80/',
    'http://[::1]/',
    'http://a.localhost/',
    'ftp://a.fr',
    'a.fr',
    '',
  ])
    expect([url, opensAnywhere(url)]).toEqual([url, false])
  for (const url of ['https://actionpopulaire.fr/', 'http://192.168.1.2:8080/a', 'https://[2001:db8::1]/'])
    expect([url, opensAnywhere(url)]).toEqual([url, true])
})

test('the position is asked for in private only, in a line of its own where there are buttons', () => {
  const message = { text: [{ text: 'Où ?' }], asks: 'position' as const }
  const buttons = { rows: [[{ label: 'Paris', route: '1p.a' }]] }
  const here = { botName: 'bot', alone: true, edits: false }
  expect(draw(message, here)).toMatchObject({ markup: { keyboard: [[{ request_location: true }]] } })
  expect(draw({ ...message, ...buttons }, here)).toMatchObject({
    markup: { inline_keyboard: [[{ text: 'Paris' }]] },
    after: { markup: { keyboard: [[{ request_location: true }]] } },
  })
  expect(draw(message, { ...here, edits: true })).toMatchObject({ after: { markup: { keyboard: [[{}]] } } })
  expect(draw(message, { ...here, alone: false }).markup).toBeUndefined()
  expect(draw({ ...message, asks: 'nothing' }, here).markup).toEqual({ remove_keyboard: true })
})

test('an address says all that is needed, and comes back as it was', () => {
  const id = fc.integer({ min: 1, max: 2 ** 52 - 1 })
  fc.assert(
    fc.property(
      fc.record(
        {
          chat: fc.oneof(
            id,
            id.map((each) => -each),
          ),
          topic: id,
          by: id,
          on: fc.record({ id, picture: fc.boolean() }).map(writeRef),
          query: fc.bigInt({ min: 1n, max: 2n ** 63n - 1n }).map(String),
        },
        { requiredKeys: ['chat'] },
      ),
      (target) => {
        expect(readKey(writeKey(target))).toEqual(target)
      },
    ),
  )
  expect(readRef('12p')).toEqual({ id: 12, picture: true })
  expect(() => readKey('discord')).toThrow(RangeError)
})

test('what names people cannot be passed on', () => {
  const params = (kept?: true) =>
    writeSend(
      { chat: 1 },
      draw({ text: [{ text: 'Ana' }], ...(kept && { kept }) }, { botName: 'b', alone: true, edits: false }),
    ).params
  expect(params(true)).toMatchObject({ protect_content: true })
  expect(params()).not.toHaveProperty('protect_content')
})
