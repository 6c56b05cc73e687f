import { setTimeout as sleep } from 'node:timers/promises'
import { bad } from './refusal.ts'
import type { Params } from './parameters.ts'
import type { Queue, Waiting } from './updates.ts'

interface Hook {
  readonly url: string
  readonly secret: string | undefined
  readonly connections: number
}

export interface Webhook {
  set(params: Params): void
  remove(params: Params): void
  info(): object
  active(): boolean
  stop(): void
}

interface Needs {
  readonly queue: Queue
  readonly now: () => number
  /** Does what the bot asked for in its answer to an update. */
  readonly perform: (method: string, params: Readonly<Record<string, unknown>>) => Promise<void>
  /** Before the first retry, milliseconds; doubled each time, up to a minute. */
  readonly retryMs: number
}

const longestWait = 60_000
const patience = 60_000
const loopback = /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/
const ports = new Set(['', '443', '80', '88', '8443'])

const readUrl = (url: string): string => {
  if (!URL.canParse(url)) throw bad('bad webhook: invalid URL specified')
  const { protocol, hostname, port } = new URL(url)
  // A Bot API server of one's own takes http and any port; that of Telegram does not, and this one does so on this machine alone.
  if (loopback.test(hostname)) return url
  if (protocol !== 'https:') throw bad('bad webhook: An HTTPS URL must be provided for webhook')
  if (!ports.has(port)) throw bad('bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443')
  return url
}

/** Sends updates to the bot's address: in the order of each chat, again and again until it answers 2xx. */
export const makeWebhook = ({ queue, now, perform, retryMs }: Needs): Webhook => {
  let hook: Hook | undefined
  let stopping = new AbortController()
  let failure: { readonly at: number; readonly words: string } | undefined
  let busy = new Set<number>()

  const post = async (to: Hook, { update }: Waiting, signal: AbortSignal): Promise<Response> => {
    const answer = await fetch(to.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(to.secret && { 'x-telegram-bot-api-secret-token': to.secret }),
      },
      body: JSON.stringify(update),
      signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
    })
    if (!answer.ok) {
      await answer.body?.cancel()
      throw new Error(`Wrong response from the webhook: ${answer.status} ${answer.statusText}`, {
        cause: Number(answer.headers.get('retry-after')),
      })
    }
    return answer
  }

  const reply = async (answer: Response): Promise<void> => {
    const text = await answer.text()
    if (!(answer.headers.get('content-type') ?? '').includes('json') || text === '') return
    const { method, ...params } = JSON.parse(text) as { readonly method?: unknown }
    if (typeof method === 'string') await perform(method, params)
  }

  /** One chat at a time, its updates in their order. */
  const tell = async (to: Hook, first: Waiting, signal: AbortSignal): Promise<void> => {
    let delay = retryMs
    let waiting: Waiting | undefined = first
    while (waiting && !signal.aborted) {
      try {
        const answer = await post(to, waiting, signal)
        queue.done(waiting.update)
        await reply(answer)
        delay = retryMs
      } catch (error) {
        if (signal.aborted) return
        const asked = error instanceof Error && typeof error.cause === 'number' ? error.cause * 1000 : 0
        failure = { at: now(), words: error instanceof Error ? error.message : String(error) }
        await sleep(Math.max(delay, asked), undefined, { signal }).catch((stopped: unknown) => {
          if (!signal.aborted) throw stopped
        })
        delay = Math.min(delay * 2, longestWait)
      }
      waiting = queue.waiting().find(({ chat }) => chat === first.chat)
    }
  }

  const look = (): void => {
    const to = hook
    if (!to) return
    const { signal } = stopping
    const mine = busy
    for (const waiting of queue.waiting()) {
      if (mine.size >= to.connections) return
      if (mine.has(waiting.chat)) continue
      mine.add(waiting.chat)
      void tell(to, waiting, signal).finally(() => {
        mine.delete(waiting.chat)
        if (!signal.aborted) look()
      })
    }
  }
  queue.onPush(look)

  const stop = (): void => {
    stopping.abort()
    stopping = new AbortController()
    busy = new Set()
    hook = undefined
  }

  return {
    set: (params) => {
      const url = params.string('url') ?? ''
      const secret = params.string('secret_token')
      if (secret !== undefined && !/^[\w-]{1,256}$/.test(secret))
        throw bad('secret token contains unallowed characters')
      const connections = params.integer('max_connections') ?? 40
      if (connections < 1 || connections > 100) throw bad('max_connections must be between 1 and 100')
      const to = url === '' ? undefined : { url: readUrl(url), secret, connections }
      queue.allow(params)
      queue.interrupt('terminated by setWebhook request')
      stop()
      failure = undefined
      if (params.boolean('drop_pending_updates')) queue.drop()
      hook = to
      look()
    },
    remove: (params) => {
      stop()
      if (params.boolean('drop_pending_updates')) queue.drop()
    },
    info: () => ({
      url: hook?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: queue.size(),
      ...(failure && { last_error_date: failure.at, last_error_message: failure.words }),
      ...(hook && { max_connections: hook.connections, ip_address: '127.0.0.1' }),
      ...(queue.allowed() && { allowed_updates: queue.allowed() }),
    }),
    active: () => hook !== undefined,
    stop,
  }
}
