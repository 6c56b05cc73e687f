// telegraf behind a Bottleneck with priorities: answers first, and no more under way than the rate needs.
import { setTimeout } from 'node:timers/promises'
import Bottleneck from 'bottleneck'
import { Telegraf } from 'telegraf'

const { TOKEN = '', API = '', CHATS = '0', RATE = '30' } = process.env

const limiter = new Bottleneck({ minTime: 1000 / (Number(RATE) * 0.985), maxConcurrent: 8 })
const bot = new Telegraf(TOKEN, { telegram: { apiRoot: API } })
const send = async (chat, text, priority) => {
  for (;;)
    try {
      return await limiter.schedule({ priority }, () => bot.telegram.sendMessage(chat, text))
    } catch (error) {
      await setTimeout(1000 * (error?.parameters?.retry_after ?? 1))
    }
}
bot.command('aide', (context) => send(context.chat.id, 'Voici ce que je sais faire.', 1))
bot.catch(() => {})
void bot.launch()
await setTimeout(500)
await Promise.all(
  Array.from({ length: Number(CHATS) }, (_, at) => send(at + 1, 'Samedi, tous à Bastille', 5)),
)
