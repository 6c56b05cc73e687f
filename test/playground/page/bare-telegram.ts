import { Telegraf, type Context } from 'telegraf'
import type { TelegramStage } from '../../../playground/telegram/index.ts'

const words = (going: number): string =>
  `<b>Tractage au marché</b>\n<i>Montreuil</i>, samedi\n${going} participent. <a href="https://www.openstreetmap.org/">Plan</a> /aide`

const drawn = {
  parse_mode: 'HTML',
  reply_markup: { inline_keyboard: [[{ text: 'Je participe', callback_data: 'yes' }]] },
} as const satisfies Parameters<Context['editMessageText']>[1]

/** The least that a bot on Telegram can do, written with its library; resolves once it listens. */
export const startBareTelegram = async (stage: TelegramStage): Promise<AsyncDisposable> => {
  const bot = new Telegraf(stage.token, { telegram: { apiRoot: stage.url } })
  bot.start((context) =>
    context.reply(`Bonjour ${context.from.first_name}`, {
      reply_markup: {
        keyboard: [[{ text: 'Partager ma position', request_location: true }]],
        resize_keyboard: true,
      },
    }),
  )
  bot.command('actions', (context) => context.reply(words(4), drawn))
  bot.action('yes', async (context) => {
    await context.answerCbQuery('C’est noté')
    await context.editMessageText(words(5), drawn)
  })
  bot.on('location', (context) => context.reply(`Autour de ${context.message.location.latitude}`))
  bot.hears(/^\/aide/, (context) => context.reply('Voilà de l’aide.'))
  await bot.telegram.setMyCommands([
    { command: 'start', description: 'Commencer' },
    { command: 'aide', description: 'Tout ce que je sais faire' },
    { command: 'actions', description: 'Voir ce qui se prépare' },
  ])
  const running = bot.launch()
  return {
    [Symbol.asyncDispose]: async () => {
      bot.stop()
      await running
    },
  }
}
