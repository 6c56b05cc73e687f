import type { FastifyPluginAsync } from 'fastify'
import type { Log } from '../base/log.ts'
import { same } from './same.ts'

export interface WebhookNeeds {
  /** From the root of the web part; nobody can guess it. */
  readonly path: string
  /** What Telegram shows each time, in a header. */
  readonly secret: string
  /** Takes one update as Telegram wrote it; resolves once it is stored. */
  readonly receive: (update: object) => Promise<void>
  readonly log: Log
}

/** After as many failures an update is let go: Telegram would repeat it for a day, and hold back those behind it. */
const mostTries = 3

/** Counts failures of the last updates that failed. */
const createTally = () => {
  const failures = new Map<string, number>()
  return {
    failed: (id: string): number => {
      const count = (failures.get(id) ?? 0) + 1
      failures.delete(id)
      failures.set(id, count)
      const [oldest] = failures.keys()
      if (failures.size > 1_000 && oldest !== undefined) failures.delete(oldest)
      return count
    },
    passed: (id: string): void => void failures.delete(id),
  }
}

const idOf = (update: object): string => ('update_id' in update ? String(update.update_id) : '')

/** Telegram's own door: what does not come from Telegram finds nothing there. */
export const telegramWebhook =
  ({ path, secret, receive, log }: WebhookNeeds): FastifyPluginAsync =>
  async (web) => {
    const tally = createTally()
    web.addHook('onRequest', async (request, reply) => {
      if (same(request.headers['x-telegram-bot-api-secret-token'], secret)) return
      reply.callNotFound()
      return reply
    })
    web.post(path, async (request, reply) => {
      const update = request.body
      if (typeof update !== 'object' || update === null) return reply.code(400).send({ error: 'no update' })
      const id = idOf(update)
      try {
        await receive(update)
        tally.passed(id)
        return await reply.code(200).send({})
      } catch (error) {
        const tries = tally.failed(id)
        log.error({ err: error, update: id, tries }, 'an update from the webhook failed')
        return tries < mostTries
          ? reply.code(503).header('retry-after', '5').send({ error: 'try again' })
          : reply.code(200).send({})
      }
    })
  }
