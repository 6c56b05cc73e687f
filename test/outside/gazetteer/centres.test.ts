import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { fetchCentres } from '../../../src/outside/gazetteer/centres.ts'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

let server: Server | undefined

/** The State's API, as far as we ask it. */
const serve = async (answer: Answer): Promise<string> => {
  const started = createServer(answer)
  server = started
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}`
}

afterEach(async () => {
  const stopping = server
  server = undefined
  if (!stopping) return
  stopping.closeAllConnections()
  await new Promise((resolve) => stopping.close(resolve))
})

const centre = (code: string, lon: unknown, lat: unknown) => ({
  code,
  nom: code,
  centre: { type: 'Point', coordinates: [lon, lat] },
})

const json =
  (of: unknown): Answer =>
  (_request, response) => {
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(of))
  }

const ask = (url: string, more: { signal?: AbortSignal; timeoutMs?: number } = {}) =>
  fetchCentres({
    url,
    agent: 'Porte-voix/0.1 (+https://example.org)',
    signal: AbortSignal.timeout(10_000),
    ...more,
  })

describe('asking the State’s API for the centres of communes', () => {
  it('learns those of communes and arrondissements, saying who asks', async () => {
    const heard: string[] = []
    const url = await serve((request, response) => {
      heard.push(`${request.method} ${request.url} ${request.headers['user-agent']}`)
      const isDistrict = request.url?.includes('type=arrondissement-municipal')
      json(isDistrict ? [centre('75120', 2.4, 48.86)] : [centre('2A004', 8.7, 41.9)])(request, response)
    })
    expect(await ask(`${url}/`)).toEqual({
      is: 'known',
      centres: new Map([
        ['2A004', { lat: 41.9, lon: 8.7 }],
        ['75120', { lat: 48.86, lon: 2.4 }],
      ]),
      skipped: 0,
    })
    const path = '/communes?fields=code,centre&format=json&geometry=centre'
    expect(heard).toEqual([
      `GET ${path} Porte-voix/0.1 (+https://example.org)`,
      `GET ${path}&type=arrondissement-municipal Porte-voix/0.1 (+https://example.org)`,
    ])
  })

  it('leaves out what it cannot read, and counts it', async () => {
    const url = await serve((request, response) =>
      json(
        request.url?.includes('type=')
          ? { error: 'unknown type' }
          : [
              centre('01001', 4.9, 46.1),
              centre('01002', '5', 46),
              centre('x', 5, 46),
              { code: '01004' },
              null,
              7,
            ],
      )(request, response),
    )
    expect(await ask(url)).toMatchObject({ is: 'known', skipped: 5 })
  })

  it('says which status was refused', async () => {
    const url = await serve((_request, response) => {
      response.statusCode = 503
      response.end('later')
    })
    expect(await ask(url)).toEqual({ is: 'refused', status: 503 })
  })

  it.each([
    ['a page', '<html>'],
    ['nothing', ''],
    ['no list', '{}'],
    ['an empty list', '[]'],
    ['a list of something else', '[1,2]'],
  ])('says that %s cannot be read', async (_what, body) => {
    const url = await serve((_request, response) => response.end(body))
    expect(await ask(url)).toMatchObject({ is: 'unreadable' })
  })

  it('says that nobody answers', async () => {
    expect(await ask('http://127.0.0.1:1')).toMatchObject({ is: 'unreachable' })
    expect(await ask('no address at all')).toMatchObject({ is: 'unreachable' })
  })

  it('says that the answer was cut', async () => {
    const url = await serve((_request, response) => {
      response.write('[{')
      setTimeout(() => response.destroy(), 20)
    })
    expect(await ask(url)).toMatchObject({ is: 'unreachable' })
  })

  it('does not wait for ever, and stops when it is told to', async () => {
    const url = await serve(() => undefined)
    expect(await ask(url, { timeoutMs: 50 })).toMatchObject({ is: 'unreachable' })
    expect(await ask(url, { signal: AbortSignal.timeout(50) })).toMatchObject({ is: 'unreachable' })
    expect(await ask(url, { signal: AbortSignal.abort() })).toMatchObject({ is: 'unreachable' })
  })
})
