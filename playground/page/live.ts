import type { FastifyInstance } from 'fastify'
import { second } from '../../src/base/clock.ts'
import type { Change, Stage } from '../stage.ts'
import type { World } from './world.ts'

/** What the page hears when a phone must look again. */
export interface News extends Change {
  readonly platform: string
}

interface LiveNeeds {
  readonly stages: readonly Stage[]
  readonly world: () => World
}

const looksEvery = second
const beatsEvery = 15

/** Only what concerns everybody; the time would make each one different. */
const around = ({ now: _now, ...rest }: World): string => JSON.stringify(rest)

const sent = (event: string, body: string): string => `event: ${event}\ndata: ${body}\n\n`

/** `/playground/events`: `change` when a phone must look again, `world` when what is around them differs; both as JSON. */
export const liveRoute = (web: FastifyInstance, { stages, world }: LiveNeeds): void => {
  const open = new Set<() => void>()

  web.get('/playground/events', (_request, reply) => {
    reply.hijack()
    const stream = reply.raw
    stream.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
    stream.write(': here\n\n')

    let known = around(world())
    const lookAround = (): void => {
      const seen = around(world())
      if (seen === known) return
      known = seen
      stream.write(sent('world', JSON.stringify(world())))
    }
    const leave = stages.map((stage) =>
      stage.onChange((change) => {
        const news: News = { platform: stage.platform, ...change }
        stream.write(sent('change', JSON.stringify(news)))
      }),
    )
    let looks = 0
    const timer = setInterval(() => {
      lookAround()
      looks += 1
      if (looks % beatsEvery === 0) stream.write(': still here\n\n')
    }, looksEvery)

    const close = (): void => {
      clearInterval(timer)
      for (const stop of leave) stop()
      open.delete(close)
      stream.end()
    }
    open.add(close)
    stream.once('close', close)
  })

  // A server waits for its connections before it closes, and these would never end.
  web.addHook('preClose', async () => {
    for (const close of open) close()
  })
}
