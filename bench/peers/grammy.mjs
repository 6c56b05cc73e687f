// grammY, with its throttler and its retries as its documentation has them; its own numbers are for 30 a second.
import { setTimeout } from 'node:timers/promises'
import { autoRetry } from '@grammyjs/auto-retry'
import { apiThrottler } from '@grammyjs/transformer-throttler'
import { Bot } from 'grammy'

const { TOKEN = '', API = '', CHATS = '0', RATE = '30' } = process.env

const rate = Number(RATE)
const bot = new Bot(TOKEN, { client: { apiRoot: API } })
bot.api.config.use(autoRetry())
bot.api.config.use(
  apiThrottler({
    global: { reservoir: rate, reservoirRefreshAmount: rate, reservoirRefreshInterval: 1000 },
  }),
)
bot.command('aide', (context) => context.reply('Voici ce que je sais faire.'))
bot.catch(() => {})
void bot.start()
await setTimeout(500)
await Promise.all(
  Array.from({ length: Number(CHATS) }, (_, at) => bot.api.sendMessage(at + 1, 'Samedi, tous à Bastille')),
)
