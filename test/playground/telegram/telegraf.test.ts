import { Telegraf } from 'telegraf'
import { expect, test } from 'vitest'
import { startTelegram } from '../../../playground/telegram/index.ts'

test('a bare telegraf bot is heard and answers, with buttons that can be pressed', async () => {
  await using stage = await startTelegram()
  const bot = new Telegraf(stage.token, { telegram: { apiRoot: stage.url } })
  bot.start((context) =>
    context.reply(`Bonjour ${context.from.first_name}`, {
      reply_markup: { inline_keyboard: [[{ text: 'Un', callback_data: 'one' }]] },
    }),
  )
  bot.action('one', async (context) => {
    await context.answerCbQuery('Noté')
    await context.editMessageText('Un de plus')
  })
  const running = bot.launch()
  const ana = stage.person('Ana')
  await ana.asks('start')
  expect(ana.last().text).toBe('Bonjour Ana')
  await ana.presses('Un')
  expect(ana.toasts()).toEqual(['Noté'])
  expect(ana.last()).toMatchObject({ text: 'Un de plus', edited: true, buttons: [] })
  bot.stop()
  await running
  expect(stage.violations()).toEqual([])
})
