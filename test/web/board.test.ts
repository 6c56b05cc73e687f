import { describe, expect, it } from 'vitest'
import { createQueue } from '../../src/queue/queue.ts'
import { boardAddress } from '../../src/web/board.ts'
import { createMetrics } from '../../src/web/metrics.ts'
import { createWeb } from '../../src/web/web.ts'
import { onEachSize, silent } from '../queue/sizes.ts'

const token = 'sesame'
const basic = `Basic ${Buffer.from(`operator:${token}`).toString('base64')}`

onEachSize('the board', (base) => {
  const open = async () => {
    const queue = await createQueue({ where: base().where, log: silent })
    const board = await queue.board(boardAddress, ['telegram'])
    const web = createWeb({ log: silent, checks: {}, metrics: createMetrics(), metricsToken: token, board })
    const get = (path: string, authorization?: string) =>
      web.app.inject({ url: `${boardAddress}${path}`, headers: authorization ? { authorization } : {} })
    return {
      queue,
      web,
      get,
      [Symbol.asyncDispose]: async () => {
        await web[Symbol.asyncDispose]()
        await queue[Symbol.asyncDispose]()
      },
    }
  }

  it('shows what waits to whoever has the password, and to nobody else', async () => {
    await using office = await open()
    await office.queue.add('sweep', {}, { inMs: 60_000 })
    for (const path of ['/', '/api/queues', '/static/images/logo.svg']) {
      const refused = await office.get(path)
      expect(refused.statusCode).toBe(401)
      expect(refused.headers['www-authenticate']).toContain('Basic')
      expect((await office.get(path, 'Bearer wrong')).statusCode).toBe(401)
      expect((await office.get(path, `Bearer ${token}`)).statusCode).toBe(200)
    }
    const told = (await office.get('/api/queues', basic)).json<{
      queues: readonly { name: string; readOnlyMode: boolean; counts: Record<string, number> }[]
    }>()
    const sweep = told.queues.find(({ name }) => name === 'sweep')
    expect(sweep).toMatchObject({ readOnlyMode: true, counts: { delayed: 1 } })
  })

  it('fetches nothing from elsewhere', async () => {
    await using office = await open()
    const page = await office.get('/queue/sweep', basic)
    expect(page.body).toContain(`<base href="${boardAddress}/"`)
    expect(page.body).not.toMatch(/(?:src|href)="https?:|<%/)
    for (const [, path] of page.body.matchAll(/(?:src|href)="(static\/[^"]+)"/g))
      expect((await office.get(`/${path}`, basic)).statusCode).toBe(200)
    expect((await office.get('/static/../../package.json', basic)).statusCode).toBe(404)
  })

  it('knows no queue by a name that is no address', async () => {
    await using office = await open()
    for (const path of ['/api/queues/%25/1', '/api/queues/%E0%A4%A/1', '/queue/%25'])
      expect((await office.get(path, basic)).statusCode).toBeLessThan(500)
  })

  it('changes nothing', async () => {
    await using office = await open()
    for (const method of ['PUT', 'POST', 'DELETE'] as const)
      for (const url of [`${boardAddress}/api/queues/sweep/pause`, `${boardAddress}/api/queues/sweep/empty`])
        expect(
          (await office.web.app.inject({ method, url, headers: { authorization: basic } })).statusCode,
        ).toBe(404)
  })
})

describe('the board without a password', () => {
  it('is for this machine only', async () => {
    await using web = createWeb({
      log: silent,
      checks: {},
      metrics: createMetrics(),
      board: () => Promise.resolve({ status: 200, type: 'text/plain', body: 'seen' }),
    })
    const url = `${boardAddress}/`
    expect((await web.app.inject({ url })).body).toBe('seen')
    expect((await web.app.inject({ url, headers: { via: 'a proxy' } })).statusCode).toBe(403)
  })
})
