import { readFile } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import type * as BullBoard from '@bull-board/api'
import type * as Adapters from '@bull-board/api/bullMQAdapter'
import type {
  AppControllerRoute,
  AppViewRoute,
  BullBoardQueues,
  IServerAdapter,
  UIConfig,
} from '@bull-board/api/dist/types.js'
import type * as Bullmq from 'bullmq'
import { required } from '../base/required.ts'
import type { Board, BoardAnswer } from '../engine/board.ts'
import type { JobQueue } from './backend.ts'

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

/** Its one page, without the fonts that it would have browsers fetch elsewhere. */
const filled = (page: string, values: Readonly<Record<string, string>>): string =>
  page
    .replaceAll(/<link[^>]*href="https?:[^>]*>/g, '')
    .replaceAll(/<%([=-]) (\w+) %>/g, (_, how: string, name: string) =>
      how === '-' ? (values[name] ?? '') : escaped(values[name] ?? ''),
    )

interface Route<T> {
  readonly shape: RegExp
  readonly route: T
}

const shaped = <T extends { readonly route: string | string[] }>(of: readonly T[]): readonly Route<T>[] =>
  of.flatMap((route) =>
    [route.route].flat().map((path) => ({
      shape: new RegExp(`^${path.replaceAll(/:(\w+)/g, '(?<$1>[^/]+)')}$`),
      route,
    })),
  )

/** Takes what bull-board would hand to a web framework. */
const collecting = () => {
  const taken = {
    queues: new Map() as BullBoardQueues,
    views: '',
    statics: '',
    entry: [] as readonly Route<AppViewRoute>[],
    api: [] as readonly Route<AppControllerRoute>[],
    config: {} as UIConfig,
  }
  const adapter: IServerAdapter = {
    setQueues: (queues) => {
      taken.queues = queues
      return adapter
    },
    setViewsPath: (path) => {
      taken.views = path
      return adapter
    },
    setStaticPath: (_, path) => {
      taken.statics = path
      return adapter
    },
    setEntryRoute: (route) => {
      taken.entry = shaped([route])
      return adapter
    },
    setErrorHandler: () => adapter,
    // What would change something is not there at all.
    setApiRoutes: (routes) => {
      taken.api = shaped(routes.filter(({ method }) => [method].flat().join() === 'get'))
      return adapter
    },
    setUIConfig: (config) => {
      taken.config = config
      return adapter
    },
  }
  return { taken, adapter }
}

/** bull-board over these queues, below that address: `/queues`. It reads, and changes nothing. */
export const createBoard = (queues: Iterable<JobQueue>, address: string): Board => {
  const { Queue } = required('bullmq') as typeof Bullmq
  const { createBullBoard } = required('@bull-board/api') as typeof BullBoard
  const { BullMQAdapter } = required('@bull-board/api/bullMQAdapter') as typeof Adapters
  const { taken, adapter } = collecting()
  createBullBoard({
    queues: [...queues]
      .filter((queue) => queue instanceof Queue)
      .map((queue) => new BullMQAdapter(queue, { readOnlyMode: true, allowRetries: false })),
    serverAdapter: adapter,
    options: { uiConfig: { boardTitle: 'Porte-voix', hideRedisDetails: true } },
  })

  const file = async (path: string): Promise<BoardAnswer | undefined> => {
    const at = join(taken.statics, path)
    const type = types[extname(at)]
    if (type === undefined || !at.startsWith(taken.statics + sep)) return undefined
    try {
      return { status: 200, type, body: await readFile(at) }
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
      throw error
    }
  }

  const page = async (): Promise<BoardAnswer> => {
    const [entry] = taken.entry
    const view = entry?.route.handler({ basePath: address, uiConfig: taken.config })
    const text = await readFile(join(taken.views, view?.name ?? 'index.ejs'), 'utf8')
    return { status: 200, type: 'text/html; charset=utf-8', body: filled(text, view?.params ?? {}) }
  }

  return async ({ path, query }) => {
    if (path.startsWith('/static/')) return file(path.slice('/static'.length))
    for (const { shape, route } of taken.api) {
      const found = shape.exec(path)
      if (!found) continue
      const { status = 200, body } = await route.handler({
        queues: taken.queues,
        uiConfig: taken.config,
        query,
        params: { ...found.groups },
        body: {},
        headers: {},
      })
      return { status, type: 'application/json; charset=utf-8', body: JSON.stringify(body) }
    }
    return taken.entry.some(({ shape }) => shape.test(path)) ? page() : undefined
  }
}
