import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Call, Mishap } from '../stage.ts'
import { readBody } from './body.ts'
import type { Limits } from './limits.ts'
import type { Mishaps } from './mishaps.ts'
import { isUpload, type Raw } from './parameters.ts'
import { forbidden, isMistake, Refusal, tooMany } from './refusal.ts'

export interface Wire extends AsyncDisposable {
  readonly url: string
  readonly ledger: Call[]
  /** Requests under way, polling left aside. */
  busy(): number
  /** How many have ended. */
  count(): number
}

interface Needs {
  readonly token: string
  readonly host: string
  readonly port: number
  readonly now: () => number
  readonly limits: Limits
  readonly mishaps: Mishaps
  readonly spelled: (method: string) => string
  /** @throws Refusal */
  readonly perform: (method: string, raw: Raw, closed: AbortSignal) => unknown
  readonly file: (id: string) => { readonly bytes: Uint8Array; readonly type: string } | undefined
  readonly violate: (words: string) => void
  /** For what is wrong with the server itself. */
  readonly fail: (error: unknown) => void
}

interface Answer {
  readonly status: number
  readonly body: unknown
}

/** A playground may stay open for days. */
const longestLedger = 20_000

const page = '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>'

const refused = ({ code, message, parameters }: Refusal): Answer => ({
  status: code,
  body: { ok: false, error_code: code, description: message, ...(parameters && { parameters }) },
})

const chatOf = (raw: Raw): string | undefined => {
  const chat = raw['chat_id']
  return typeof chat === 'string' || typeof chat === 'number' ? String(chat) : undefined
}

/** Uploads are noted by their size. */
const noted = (raw: Raw): Raw =>
  Object.fromEntries(
    Object.entries(raw).map(([name, value]) => [
      name,
      isUpload(value) ? { upload: value.name, size: value.bytes.length } : value,
    ]),
  )

const same = (method: string, raw: Raw): string => `${method} ${JSON.stringify(noted(raw))}`

const befall = (mishap: Mishap | undefined, chat: string | undefined): Answer | undefined => {
  switch (mishap?.what) {
    case 'limit':
      return refused(tooMany(mishap.seconds ?? 1))
    case 'forbidden':
      return refused(
        forbidden(
          chat?.startsWith('-') ? 'bot was kicked from the group chat' : 'bot was blocked by the user',
        ),
      )
    case 'error':
      return refused(new Refusal(500, 'Internal Server Error'))
    case 'page':
      return { status: 502, body: page }
    case 'slow':
    case 'cut':
    case 'lost':
    case undefined:
      return undefined
  }
}

/** The Bot API over HTTP: `/bot<token>/<method>` and `/file/bot<token>/<path>`. */
export const openWire = async (needs: Needs): Promise<Wire> => {
  const { token, now, limits, mishaps, perform, spelled } = needs
  const ledger: Call[] = []
  const notBefore = new Map<string, number>()
  /** Requests that were done, and whose answers were lost: asking the same again is no mistake. */
  const lost = new Set<string>()
  let busy = 0
  let count = 0

  const attempt = async (method: string, raw: Raw, closed: AbortSignal): Promise<Answer> => {
    try {
      limits.check(method, chatOf(raw))
      return { status: 200, body: { ok: true, result: await perform(method, raw, closed) } }
    } catch (error) {
      if (error instanceof Refusal) {
        if (isMistake(error) && !lost.has(same(method, raw))) needs.violate(`${method}: ${error.message}`)
        return refused(error)
      }
      needs.fail(error)
      return refused(new Refusal(500, 'Internal Server Error'))
    }
  }

  const patience = (method: string, raw: Raw, answer: Answer): void => {
    const chat = chatOf(raw)
    // Questions about a chat are no messages to it.
    if (chat === undefined || method.startsWith('get')) return
    if ((notBefore.get(chat) ?? 0) > now())
      needs.violate(`${method}: did not wait as asked before writing to ${chat}`)
    notBefore.delete(chat)
    const { body } = answer
    if (answer.status !== 429 || typeof body !== 'object' || body === null || !('parameters' in body)) return
    const { retry_after: seconds } = body.parameters as { readonly retry_after: number }
    notBefore.set(chat, now() + seconds * 1000 - 100)
  }

  const answerCall = async (
    request: IncomingMessage,
    response: ServerResponse,
    method: string,
    raw: Raw,
  ): Promise<void> => {
    const at = now()
    const closed = new AbortController()
    response.on('close', () => {
      closed.abort()
    })
    const mishap = mishaps.next(method, chatOf(raw))
    const note = (status: number, answer: unknown): void => {
      ledger.push({ at, method, params: noted(raw), status, answer })
      if (ledger.length > longestLedger) ledger.shift()
    }
    if (mishap?.what === 'cut') {
      note(0, undefined)
      request.socket.destroy()
      return
    }
    if (mishap?.what === 'slow') await sleep((mishap.seconds ?? 1) * 1000)
    const answer = befall(mishap, chatOf(raw)) ?? (await attempt(method, raw, closed.signal))
    patience(method, raw, answer)
    note(mishap?.what === 'lost' ? 0 : answer.status, answer.body)
    if (mishap?.what === 'lost') {
      lost.add(same(method, raw))
      request.socket.destroy()
      return
    }
    send(response, answer)
  }

  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const download = /^\/file\/bot([^/]+)\/photos\/(.+)$/.exec(url.pathname)
    if (download?.[1] === token) {
      const file = needs.file(download[2] ?? '')
      response.writeHead(file ? 200 : 404, { 'content-type': file?.type ?? 'text/plain' }).end(file?.bytes)
      return
    }
    const [, given, named] = /^\/bot([^/]+)\/(\w+)\/?$/.exec(decodeURIComponent(url.pathname)) ?? []
    if (given === undefined || named === undefined) {
      send(response, refused(new Refusal(404, 'Not Found')))
      return
    }
    if (given !== token) {
      send(response, refused(new Refusal(401, 'Unauthorized')))
      return
    }
    const method = spelled(named)
    const counts = method !== 'getUpdates'
    if (counts) busy += 1
    try {
      await answerCall(request, response, method, await readBody(request, url.searchParams))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      send(response, refused(error))
    } finally {
      if (counts) {
        busy -= 1
        count += 1
      }
    }
  }

  const server = createServer((request, response) => {
    respond(request, response).catch((error: unknown) => {
      if (response.destroyed || request.destroyed) return
      needs.fail(error)
      response.destroy()
    })
  })
  const port = await listening(server, needs.port, needs.host)
  return {
    url: `http://${needs.host}:${port}`,
    ledger,
    busy: () => busy,
    count: () => count,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}

const send = (response: ServerResponse, { status, body }: Answer): void => {
  const isPage = typeof body === 'string'
  response
    .writeHead(status, { 'content-type': isPage ? 'text/html' : 'application/json' })
    .end(isPage ? body : JSON.stringify(body))
}

const listening = (server: Server, port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      const address = server.address()
      if (typeof address === 'object' && address) resolve(address.port)
      else reject(new Error('the server has no port'))
    })
  })
