// What one writes first: a loop that sleeps.
import { setTimeout } from 'node:timers/promises'
import { Telegraf } from 'telegraf'

const { TOKEN = '', API = '', CHATS = '0', RATE = '30' } = process.env

const bot = new Telegraf(TOKEN, { telegram: { apiRoot: API } })
bot.command('aide', (context) => context.reply('Voici ce que je sais faire.'))
bot.catch(() => {})
void bot.launch()
await setTimeout(500)
for (let chat = 1; chat <= Number(CHATS); chat += 1) {
  try {
    await bot.telegram.sendMessage(chat, 'Samedi, tous à Bastille')
  } catch (error) {
    await setTimeout(1000 * (error?.parameters?.retry_after ?? 1))
    chat -= 1
  }
  await setTimeout(1050 / Number(RATE))
}
