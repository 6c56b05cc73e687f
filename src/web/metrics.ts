import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { collectDefaultMetrics, Registry } from 'prom-client'
import { same } from './same.ts'

/** A registry with the figures of the process: memory, event loop, garbage collection. */
export const createMetrics = (): Registry => {
  const register = new Registry()
  collectDefaultMetrics({ register })
  return register
}

const loopback = /^(::1|(::ffff:)?127(\.\d+){3})$/
const ownName = /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/i
const forwarded = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via']

/** A proxy on the same machine speaks for the whole world; so does a page that gave our address another name. */
const fromHere = ({ ip, headers }: FastifyRequest): boolean =>
  loopback.test(ip) &&
  ownName.test(headers.host ?? '') &&
  forwarded.every((name) => headers[name] === undefined)

/** Whoever has the token; without one, whoever is on this machine. */
export const mayRead = (
  request: FastifyRequest,
  token: string | undefined,
  given = request.headers.authorization,
): boolean => (token === undefined ? fromHere(request) : same(given, `Bearer ${token}`))

interface Needs {
  readonly metrics: Registry
  /** Without it, only this machine may read. */
  readonly token?: string
}

/** `/metrics`, in the words of Prometheus. */
export const metricsRoute =
  ({ metrics, token }: Needs): FastifyPluginAsync =>
  async (web) => {
    web.get('/metrics', async (request, reply) => {
      if (mayRead(request, token)) return reply.type(metrics.contentType).send(await metrics.metrics())
      return token === undefined
        ? reply.code(403).send({ error: 'forbidden' })
        : reply.code(401).header('www-authenticate', 'Bearer').send({ error: 'unauthorized' })
    })
  }
