import type { FastifyInstance, FastifyPluginAsync } from 'fastify'
import type * as Fastify from 'fastify'
import type { Registry } from 'prom-client'
import type { Log } from '../base/log.ts'
import { required } from '../base/required.ts'
import { fr } from '../phrases/fr.ts'
import { boardRoutes } from './board.ts'
import { calendars } from './calendars.ts'
import { health, type Check } from './health.ts'
import { metricsRoute } from './metrics.ts'
import { telegramWebhook, type WebhookNeeds } from './telegram.ts'

/** Routes of somebody else, with hooks of their own. */
export type Page = FastifyPluginAsync

interface Needs {
  readonly log: Log
  /** By the name that `/ready` shows. */
  readonly checks: Readonly<Record<string, Check>>
  /** A part that has not answered a check by then is down; 3 seconds when absent. */
  readonly patienceMs?: number
  readonly metrics: Registry
  readonly metricsToken?: string
  readonly webhook?: Omit<WebhookNeeds, 'log'>
  /** Calendars, by the token of their address. */
  readonly calendar?: Parameters<typeof calendars>[0]['read']
  /** What waits in the queues. */
  readonly board?: Parameters<typeof boardRoutes>[0]['board']
  readonly pages?: readonly Page[]
}

export interface Web extends AsyncDisposable {
  /** For tests: `inject()` speaks to it without a socket. */
  readonly app: FastifyInstance
  /**
   * The address that answers from now on, `http://127.0.0.1:8080`. When the signal is aborted nothing new is taken, and what
   * is under way ends.
   * @throws an error with the code `EADDRINUSE` when somebody else has the port.
   */
  listen(at: { readonly host: string; readonly port: number }, signal: AbortSignal): Promise<string>
}

const { fastify } = required('fastify') as typeof Fastify

const noSchema = (): never => {
  throw new Error('No route here has a schema')
}

/** Ours have none: what would compile them takes a while to load. */
const withoutSchemas = { compilersFactory: { buildValidator: noSchema, buildSerializer: noSchema } }

/** A page that holds its connection open must not hold up the end. */
const mostMsToEnd = 5_000

const statusOf = (error: unknown): number =>
  error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : 500

export const createWeb = ({
  log,
  checks,
  patienceMs = 3_000,
  metrics,
  metricsToken,
  webhook,
  calendar,
  board,
  pages = [],
}: Needs): Web => {
  const app = fastify({ bodyLimit: 1_048_576, schemaController: withoutSchemas })
  app.addHook('onSend', async (_, reply) => {
    reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'no-referrer')
  })
  app.setNotFoundHandler((_, reply) => reply.code(404).send({ error: 'not found' }))
  app.setErrorHandler((error, request, reply) => {
    const status = statusOf(error)
    if (status >= 500) log.error({ err: error, route: request.routeOptions.url }, 'a request failed')
    return reply.code(status).send({ error: status >= 500 ? 'internal' : 'bad request' })
  })
  app.register(health({ checks, patienceMs, log }))
  app.register(metricsRoute({ metrics, ...(metricsToken !== undefined && { token: metricsToken }) }))
  if (webhook) app.register(telegramWebhook({ ...webhook, log }))
  if (calendar) app.register(calendars({ read: calendar, t: fr }))
  if (board) app.register(boardRoutes({ board, ...(metricsToken !== undefined && { token: metricsToken }) }))
  for (const page of pages) app.register(page)

  const close = async (): Promise<void> => {
    const cut = setTimeout(() => app.server.closeAllConnections(), mostMsToEnd).unref()
    try {
      await app.close()
    } finally {
      clearTimeout(cut)
    }
  }
  const end = async (): Promise<void> => {
    try {
      await close()
    } catch (error) {
      log.error({ err: error }, 'the web part did not close')
    }
  }
  return {
    app,
    listen: async (at, signal) => {
      signal.throwIfAborted()
      const address = await app.listen(at)
      signal.addEventListener('abort', () => void end(), { once: true })
      if (signal.aborted) await end()
      return address
    },
    [Symbol.asyncDispose]: close,
  }
}
