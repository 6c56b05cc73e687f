import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import type { Clock, Instant } from '../../src/base/clock.ts'
import { sleep } from '../../src/base/sleep.ts'
import type { Movement } from '../movement/index.ts'
import { forbidden, json, notAllowed, notFound, redirect, type Answer } from './answers.ts'
import { eventRoutes } from './event-routes.ts'
import { groupRoutes } from './group-routes.ts'
import { mapRoutes } from './map-routes.ts'
import { createMischiefs, deliver, type Mischief } from './mischief.ts'
import { searchRoutes } from './search-routes.ts'
import { createWorld, type Change } from './world.ts'

/** A line of the ledger. */
export interface Request {
  readonly at: Instant
  readonly method: string
  /** With its query. */
  readonly path: string
  readonly headers: IncomingHttpHeaders
}

export interface ActionPopulaire extends AsyncDisposable {
  readonly url: string
  /** Everything that was ever asked, in order. */
  readonly requests: readonly Request[]
  misbehave(mischief: Mischief, on?: { readonly path?: RegExp; readonly times?: number }): void
  behave(): void
  readonly change: Change
}

export interface Needs {
  readonly movement: Movement
  readonly clock: Clock
  /** Any free one unless told otherwise. */
  readonly port?: number
}

const routes = [...mapRoutes, ...eventRoutes, ...searchRoutes, ...groupRoutes]

const routeOf = (path: string) => {
  for (const route of routes) {
    const match = route.path.exec(path)
    if (match) return { ...route, id: match[1] ?? '' }
  }
  return undefined
}

/** A make-believe Action Populaire on the loopback, with the habits of the real one. */
export const startActionPopulaire = async ({
  movement,
  clock,
  port = 0,
}: Needs): Promise<ActionPopulaire> => {
  const requests: Request[] = []
  const mischiefs = createMischiefs()
  const world = createWorld(movement)
  let url = ''

  const answer = (
    { method = '', headers }: IncomingMessage,
    { pathname, searchParams, search }: URL,
  ): Answer => {
    const route = routeOf(pathname)
    if (!route) return routeOf(`${pathname}/`) ? redirect(301, `${pathname}/${search}`) : notFound
    if (pathname.startsWith('/api/') && headers.authorization?.startsWith('Bearer ')) return forbidden
    if (method !== 'GET' && !(method === 'HEAD' && route.head)) return notAllowed
    return route.answer({ id: route.id, query: searchParams, now: clock.now(), base: url, world })
  }

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url ?? '/'
    requests.push({ at: clock.now(), method: request.method ?? '', path, headers: request.headers })
    const mischief = mischiefs.next(path)
    if (mischief?.is === 'slow') await sleep(mischief.ms)
    deliver(response, answer(request, new URL(path, url)), mischief)
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) =>
      deliver(response, json({ detail: String(error) }, {}, 500), undefined),
    )
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new TypeError('Expected to listen on a port')
  url = `http://127.0.0.1:${address.port}`

  return {
    url,
    requests,
    misbehave: (mischief, on) => mischiefs.add(mischief, on),
    behave: () => mischiefs.clear(),
    change: world.change,
    [Symbol.asyncDispose]: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}
