import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { setTimeout } from 'node:timers/promises'

/** One message that was taken. */
export interface Arrival {
  readonly chat: number
  /** Milliseconds of `performance.now()`. */
  readonly at: number
}

/** As little of Telegram as a broadcast needs, as fast as can be: the playground's checks would be measured too. */
export interface Door extends AsyncDisposable {
  readonly url: string
  readonly token: string
  readonly arrivals: readonly Arrival[]
  /** Messages refused because they came too fast. */
  limited(): number
  /** How many polls there were. */
  polls(): number
  /** Somebody new writes `/aide`; their identifier. */
  tap(): number
  /** When each of them wrote. */
  readonly taps: ReadonlyMap<number, number>
  /** Another contender begins. */
  begins(): void
}

interface Options {
  /** Messages within any second; absent: as many as come. */
  readonly rate?: number
  /** How long an answer takes, from and to, in milliseconds. */
  readonly latency: readonly [number, number]
}

/** So often the door looks at the time, in milliseconds. */
const glance = 2

export const firstTapper = 5_000_000

const token = '8100000001:AAE-bench-of-porte-voix-0000000000000'
const bot = { id: 8_100_000_001, is_bot: true, first_name: 'Porte-voix', username: 'porte_voix_bot' }

const bodyOf = async (request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> => {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  const text = Buffer.concat(pieces).toString()
  return text === '' ? {} : (JSON.parse(text) as Readonly<Record<string, unknown>>)
}

const written = (id: number, from: number) => ({
  update_id: id,
  message: {
    message_id: id,
    date: Math.floor(Date.now() / 1_000),
    chat: { id: from, type: 'private', first_name: 'Ana' },
    from: { id: from, is_bot: false, first_name: 'Ana' },
    text: '/aide',
    entities: [{ type: 'bot_command', offset: 0, length: 5 }],
  },
})

export const openDoor = async ({ rate, latency: [least, most] }: Options): Promise<Door> => {
  let arrivals: Arrival[] = []
  let taken: number[] = []
  let waiting: ReturnType<typeof written>[] = []
  let wake: (() => void) | undefined
  let limited = 0
  let polls = 0
  let last = 0
  const taps = new Map<number, number>()
  /** When we looked for the last time but one: what is read now may have come since then, however long we were kept from looking. */
  let looked = [performance.now(), performance.now()] as const
  const looking = setInterval(() => (looked = [looked[1], performance.now()]), glance)

  /** Only what certainly came too fast: that this process was kept waiting is no fault of who writes. */
  const isTooFast = (now: number): boolean => {
    if (rate === undefined) return false
    taken = taken.filter((at) => now - at < 1_000)
    if (taken.length >= rate) return true
    taken.push(looked[0])
    return false
  }

  const send = async (chat: number) => {
    const at = performance.now()
    if (isTooFast(at)) {
      limited += 1
      const words = 'Too Many Requests: retry after 1'
      return { ok: false, error_code: 429, description: words, parameters: { retry_after: 1 } }
    }
    arrivals.push({ chat, at })
    if (most > 0) await setTimeout(least + Math.random() * (most - least))
    last += 1
    const result = { message_id: last, date: 0, chat: { id: chat, type: 'private' }, text: '' }
    return { ok: true, result }
  }

  const poll = async ({ offset = 0, timeout = 0 }: Readonly<Record<string, unknown>>) => {
    polls += 1
    waiting = waiting.filter(({ update_id: id }) => id >= Number(offset))
    if (waiting.length === 0 && Number(timeout) > 0) {
      const late = new AbortController()
      await Promise.race([
        new Promise<void>((resolve) => (wake = resolve)),
        setTimeout(2_000, undefined, { signal: late.signal }).catch(() => undefined),
      ])
      late.abort()
    }
    return { ok: true, result: waiting }
  }

  const answer = async (method: string, params: Readonly<Record<string, unknown>>): Promise<object> => {
    switch (method.toLowerCase()) {
      case 'getme':
        return { ok: true, result: bot }
      case 'getupdates':
        return poll(params)
      case 'sendmessage':
        return send(Number(params['chat_id']))
      default:
        return { ok: true, result: true }
    }
  }

  const server = createServer((request, response) => {
    void (async () => {
      const method = request.url?.split('?')[0]?.split('/').at(-1) ?? ''
      const told = await answer(method, await bodyOf(request))
      response.writeHead('error_code' in told ? Number(told.error_code) : 200, {
        'content-type': 'application/json',
      })
      response.end(JSON.stringify(told))
    })()
  })
  server.keepAliveTimeout = 60_000
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const at = server.address()
  if (typeof at !== 'object' || at === null) throw new Error('no port')

  return {
    url: `http://127.0.0.1:${at.port}`,
    token,
    get arrivals() {
      return arrivals
    },
    limited: () => limited,
    polls: () => polls,
    taps,
    tap: () => {
      last += 1
      const from = firstTapper + last
      taps.set(from, performance.now())
      waiting.push(written(last, from))
      wake?.()
      return from
    },
    begins: () => {
      arrivals = []
      taken = []
      waiting = []
      limited = 0
      polls = 0
      taps.clear()
    },
    [Symbol.asyncDispose]: async () => {
      clearInterval(looking)
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
