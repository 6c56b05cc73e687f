// BullMQ's own limiter alone, on the same Redis; answers with a better priority.
import { setTimeout } from 'node:timers/promises'
import { Queue, Worker } from 'bullmq'
import { Telegraf } from 'telegraf'

const { TOKEN = '', API = '', CHATS = '0', RATE = '30', REDIS = '' } = process.env

const { hostname: host, port } = new URL(REDIS)
const connection = { host, port: Number(port), maxRetriesPerRequest: null }
const bot = new Telegraf(TOKEN, { telegram: { apiRoot: API } })
const queue = new Queue('peer', { connection })
const worker = new Worker(
  'peer',
  async ({ data: { chat, text } }) => {
    try {
      await bot.telegram.sendMessage(chat, text)
    } catch (error) {
      await worker.rateLimit(1000 * (error?.parameters?.retry_after ?? 1))
      throw Worker.RateLimitError()
    }
  },
  { connection, concurrency: 50, limiter: { max: Number(RATE), duration: 1000 } },
)
worker.on('error', () => {})
const add = (chat, text, priority) =>
  queue.add('send', { chat, text }, { priority, removeOnComplete: true, removeOnFail: true })
bot.command('aide', (context) => add(context.chat.id, 'Voici ce que je sais faire.', 1))
bot.catch(() => {})
void bot.launch()
await setTimeout(500)
for (let chat = 1; chat <= Number(CHATS); chat += 1) await add(chat, 'Samedi, tous à Bastille', 5)
