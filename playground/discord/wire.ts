import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Call, Mishap } from '../stage.ts'
import { readBody, type Read } from './body.ts'
import type { Gateway } from './gateway.ts'
import type { Limits } from './limits.ts'
import type { Mishaps } from './mishaps.ts'
import type { Attachment } from './model.ts'
import { bodyOf, limited, Refusal, refusals } from './refusal.ts'
import { findRoute, type Found, type Route } from './routing.ts'

interface Needs {
  readonly token: string
  readonly host: string
  readonly port: number
  readonly now: () => number
  readonly routes: readonly Route[]
  readonly limits: Limits
  readonly mishaps: Mishaps
  readonly gateway: Gateway
  readonly file: (id: string) => Attachment | undefined
  readonly violate: (words: string) => void
}

interface Answer {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

const page = '<html><head><title>502 Bad Gateway</title></head><body>cloudflare</body></html>'

const refused = (of: Refusal): Answer => ({
  status: of.status,
  body: bodyOf(of),
  ...(of.retryAfter !== undefined && {
    headers: {
      'retry-after': String(Math.ceil(of.retryAfter)),
      'x-ratelimit-scope': of.global ? 'global' : 'user',
      ...(of.global && { 'x-ratelimit-global': 'true' }),
    },
  }),
})

const befallen = (mishap: Mishap | undefined): Answer | undefined => {
  switch (mishap?.what) {
    case 'limit':
      return refused(limited(mishap.seconds ?? 1))
    case 'forbidden':
      return refused(refusals.missingAccess())
    case 'error':
      return refused(refusals.server())
    case 'page':
      return { status: 502, body: page }
    case 'slow':
    case 'cut':
    case 'lost':
    case undefined:
      return undefined
  }
}

/** What a bot that knows the rules never meets. */
const avoidable = ({ code, status }: Refusal): boolean =>
  code === 50_035 || code === 40_060 || status === 405 || status === 429 || (status === 401 && code === 0)

const send = (response: ServerResponse, { status, body, headers }: Answer): void => {
  const type = typeof body === 'string' ? 'text/html' : 'application/json'
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  if (body === undefined) response.writeHead(status, headers).end()
  else response.writeHead(status, { 'content-type': type, ...headers }).end(text)
}

const record = (body: unknown): Readonly<Record<string, unknown>> =>
  Array.isArray(body)
    ? { body }
    : typeof body === 'object' && body !== null
      ? (body as Readonly<Record<string, unknown>>)
      : {}

const perform = ({ route, params }: Found, url: URL, read: Read, authorized: boolean): Answer => {
  if (!route.open && !authorized) throw refusals.unauthorized()
  const told = route.run({ params, query: url.searchParams, ...read })
  return told ? { status: told.status ?? 200, body: told.body } : { status: 204 }
}

/** REST v10 under `/api`, files, and the way into the gateway. */
export const openWire = async (needs: Needs) => {
  const { token, now, routes, limits, mishaps, gateway } = needs
  const ledger: Call[] = []
  /** Requests whose answer was kept from the bot: it may well ask again. */
  const lost = new Set<string>()
  const notBefore = new Map<string, number>()
  let busy = 0
  let ended = now()

  const attempt = (method: string, url: URL, read: Read, authorized: boolean): Answer => {
    const [verb = '', path = ''] = method.split(' ')
    try {
      const found = findRoute(routes, verb, path)
      if ('verbs' in found) throw found.verbs ? refusals.wrongMethod() : refusals.notFound()
      const headers = limits.check(method)
      return { ...perform(found, url, read, authorized), headers }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      if (avoidable(error) && !lost.has(method)) needs.violate(`${method}: ${JSON.stringify(bodyOf(error))}`)
      return refused(error)
    }
  }

  const patience = (method: string, { status, body }: Answer): void => {
    if ((notBefore.get(method) ?? 0) > now()) needs.violate(`${method}: did not wait as asked`)
    notBefore.delete(method)
    if (status !== 429 || typeof body !== 'object' || body === null || !('retry_after' in body)) return
    notBefore.set(method, now() + Number(body.retry_after) * 1_000 - 100)
  }

  const call = async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    const path = url.pathname.replace(/^\/api(?:\/v\d+)?/, '')
    const method = `${request.method ?? 'GET'} ${path}`
    const at = now()
    const read = await readBody(request)
    const mishap = mishaps.next(method, /^\/(?:channels|guilds)\/(?<chat>\d+)/.exec(path)?.groups?.['chat'])
    const note = (status: number, answer: unknown): void => {
      ledger.push({ at, method, params: record(read.body), status, answer })
    }
    if (mishap?.what === 'cut') {
      note(0, undefined)
      request.socket.destroy()
      return
    }
    if (mishap?.what === 'slow') await sleep((mishap.seconds ?? 1) * 1_000)
    const authorized = request.headers.authorization === `Bot ${token}`
    const answer = befallen(mishap) ?? attempt(method, url, read, authorized)
    patience(method, answer)
    note(mishap?.what === 'lost' ? 0 : answer.status, answer.body)
    if (mishap?.what !== 'lost') return send(response, answer)
    lost.add(method)
    request.socket.destroy()
  }

  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const id = /^\/attachments\/\d+\/(?<id>\d+)\//.exec(url.pathname)?.groups?.['id']
    if (id !== undefined) {
      const file = needs.file(id)
      response
        .writeHead(file ? 200 : 404, { 'content-type': file?.content_type ?? 'text/plain' })
        .end(file?.bytes)
      return
    }
    if (!url.pathname.startsWith('/api/')) return send(response, refused(refusals.notFound()))
    busy += 1
    try {
      await call(request, response, url)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      send(response, refused(error))
    } finally {
      busy -= 1
      ended = now()
    }
  }

  const server = createServer((request, response) => {
    respond(request, response).catch((error: unknown) => {
      needs.violate(
        `the server itself failed: ${error instanceof Error ? (error.stack ?? error.message) : 'with no error'}`,
      )
      response.destroy()
    })
  })
  server.on('upgrade', (request, socket, head) => gateway.upgrade(request, socket, head))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(needs.port, needs.host, resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    port,
    ledger,
    /** Requests under way. */
    busy: () => busy,
    /** When the last request ended. */
    endedAt: () => ended,
    close: (): Promise<void> =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

export type Wire = Awaited<ReturnType<typeof openWire>>
