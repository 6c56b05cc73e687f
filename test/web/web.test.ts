import { EventEmitter, once } from 'node:events'
import { createServer } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Log } from '../../src/base/log.ts'
import { createMetrics } from '../../src/web/metrics.ts'
import { createWeb } from '../../src/web/web.ts'

type Needs = Parameters<typeof createWeb>[0]

const listening = () => {
  const heard: string[] = []
  const hear = (_: object, words: string): void => void heard.push(words)
  const log: Log = { debug: hear, info: hear, warn: hear, error: hear }
  return { heard, log }
}

const open = (needs: Partial<Needs> = {}) => {
  const { heard, log } = listening()
  const web = createWeb({ log, checks: {}, metrics: createMetrics(), ...needs })
  onTestFinished(() => web[Symbol.asyncDispose]())
  return { web, heard, app: web.app }
}

const nothing = async (): Promise<void> => {}

const from = (remoteAddress: string, headers: Record<string, string> = {}) => ({
  url: '/metrics',
  remoteAddress,
  headers: { host: '127.0.0.1:8080', ...headers },
})

describe('/health and /ready', () => {
  it('say that the process is alive, whatever the state of the rest', async () => {
    const { app } = open({ checks: { database: () => Promise.reject(new Error('secret')) } })
    const answer = await app.inject('/health')
    expect([answer.statusCode, answer.json()]).toEqual([200, { status: 'up' }])
  })

  it('tell part by part what works, and never why it does not', async () => {
    const { app, heard } = open({
      checks: { database: nothing, queue: () => Promise.reject(new Error('redis://:motdepasse@x')) },
    })
    const answer = await app.inject('/ready')
    expect([answer.statusCode, answer.json()]).toEqual([
      503,
      { ready: false, checks: { database: 'up', queue: 'down' } },
    ])
    await app.inject('/ready')
    expect(heard).toEqual(['a part does not answer'])
  })

  it('say it when a part is back', async () => {
    let works = false
    const queue = (): Promise<void> => (works ? nothing() : Promise.reject(new Error('no')))
    const { app, heard } = open({ checks: { queue } })
    expect((await app.inject('/ready')).statusCode).toBe(503)
    works = true
    expect((await app.inject('/ready')).json()).toEqual({ ready: true, checks: { queue: 'up' } })
    expect(heard).toEqual(['a part does not answer', 'a part answers again'])
  })

  it('do not wait for ever for a part that hangs', async () => {
    const { app } = open({ checks: { database: () => new Promise(() => {}) }, patienceMs: 50 })
    expect((await app.inject('/ready')).json()).toEqual({ ready: false, checks: { database: 'down' } })
  })
})

describe('/metrics', () => {
  it('are for this machine when there is no token', async () => {
    const { app } = open()
    for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) {
      const answer = await app.inject(from(address))
      expect(answer.statusCode).toBe(200)
      expect(answer.body).toContain('process_resident_memory_bytes')
    }
  })

  it.each([
    ['somebody else', from('192.0.2.1')],
    ['somebody else behind a proxy of this machine', from('127.0.0.1', { 'x-forwarded-for': '192.0.2.1' })],
    ['a page that gave this machine another name', from('127.0.0.1', { host: 'evil.example' })],
  ])('are not for %s', async (_, request) => {
    const { app } = open()
    expect((await app.inject(request)).statusCode).toBe(403)
  })

  it('are for whoever has the token, and nobody else, when there is one', async () => {
    const { app } = open({ metricsToken: 'jeton' })
    const status = async (headers: Record<string, string>): Promise<number> =>
      (await app.inject(from('192.0.2.1', headers))).statusCode
    expect(await status({ authorization: 'Bearer jeton' })).toBe(200)
    expect(await status({ authorization: 'Bearer jetons' })).toBe(401)
    expect(await status({ authorization: 'jeton' })).toBe(401)
    expect((await app.inject(from('127.0.0.1'))).statusCode).toBe(401)
  })
})

describe('the webhook of Telegram', () => {
  const path = '/telegram/chemin'
  const secret = 'secret'

  const hook = (receive: (update: object) => Promise<void>) => {
    const { app, heard } = open({ webhook: { path, secret, receive } })
    const post = (body: object | string, headers: Record<string, string> = {}) =>
      app.inject({
        method: 'POST',
        url: path,
        headers: {
          'content-type': 'application/json',
          'x-telegram-bot-api-secret-token': secret,
          ...headers,
        },
        payload: typeof body === 'string' ? body : JSON.stringify(body),
      })
    return { app, heard, post }
  }

  it('hands over what Telegram sends', async () => {
    const received: object[] = []
    const { post } = hook(async (update) => void received.push(update))
    expect((await post({ update_id: 1, message: {} })).statusCode).toBe(200)
    expect(received).toEqual([{ update_id: 1, message: {} }])
  })

  it('does not exist for whoever lacks the secret, nor at another path', async () => {
    const received: object[] = []
    const { app, post } = hook(async (update) => void received.push(update))
    const wrong = await post({ update_id: 1 }, { 'x-telegram-bot-api-secret-token': 'autre' })
    const absent = await app.inject({ method: 'POST', url: path, payload: { update_id: 1 } })
    const elsewhere = await app.inject({ method: 'POST', url: '/telegram/autre', payload: { update_id: 1 } })
    expect([wrong, absent, elsewhere].map((answer) => [answer.statusCode, answer.body])).toEqual(
      Array.from({ length: 3 }, () => [404, '{"error":"not found"}']),
    )
    expect(received).toEqual([])
  })

  it('refuses what is no update, without a word about why', async () => {
    const { post } = hook(nothing)
    for (const body of ['', '{', 'null', '3', '"a"']) expect((await post(body)).statusCode).toBe(400)
  })

  it('asks Telegram for an update again when it could not be stored, and lets it go after three times', async () => {
    const { post, heard } = hook(() => Promise.reject(new Error('no')))
    const statuses = []
    for (let time = 0; time < 3; time++) statuses.push((await post({ update_id: 7 })).statusCode)
    expect(statuses).toEqual([503, 503, 200])
    expect((await post({ update_id: 8 })).statusCode).toBe(503)
    expect(heard).toHaveLength(4)
  })

  it('does not exist at all without webhook', async () => {
    const { app } = open()
    expect((await app.inject({ method: 'POST', url: path, payload: {} })).statusCode).toBe(404)
  })
})

describe('the web part', () => {
  const local = { host: '127.0.0.1', port: 0 }

  it('listens until the signal, and ends what is under way', async () => {
    const stop = new AbortController()
    const asked = new EventEmitter()
    const { web } = open({
      pages: [
        async (page) => {
          page.get('/slow', async () => {
            asked.emit('now')
            await once(asked, 'answer')
            return 'done'
          })
        },
      ],
    })
    const address = await web.listen(local, stop.signal)
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    const answer = fetch(`${address}/slow`)
    await once(asked, 'now')
    stop.abort()
    asked.emit('answer')
    expect(await (await answer).text()).toBe('done')
    await web[Symbol.asyncDispose]()
    await expect(fetch(`${address}/health`)).rejects.toThrow()
  })

  it('never listens when it was stopped before', async () => {
    const { web } = open()
    await expect(web.listen(local, AbortSignal.abort())).rejects.toThrow()
  })

  it('says that somebody else has the port', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void other.close())
    await once(other, 'listening')
    const at = other.address()
    const port = typeof at === 'object' && at ? at.port : 0
    const { web } = open()
    await expect(web.listen({ ...local, port }, new AbortController().signal)).rejects.toMatchObject({
      code: 'EADDRINUSE',
    })
  })

  it('says nothing of its inside when a page fails', async () => {
    const { app, heard } = open({
      pages: [
        async (page) => {
          page.get('/broken', () => Promise.reject(new Error('intérieur')))
        },
      ],
    })
    const answer = await app.inject('/broken')
    expect([answer.statusCode, answer.body]).toEqual([500, '{"error":"internal"}'])
    expect(heard).toEqual(['a request failed'])
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
  })
})
