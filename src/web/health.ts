import type { FastifyPluginAsync } from 'fastify'
import type { Log } from '../base/log.ts'
import { sleep } from '../base/sleep.ts'

/** Resolves when that part works; rejects when it does not. */
export type Check = () => Promise<void>

interface Needs {
  readonly checks: Readonly<Record<string, Check>>
  readonly log: Log
  /** A part that has not answered by then is down. */
  readonly patienceMs: number
}

type State = 'up' | 'down'

const late = async (ms: number, signal: AbortSignal): Promise<never> => {
  await sleep(ms, signal)
  throw new Error(`no answer in ${ms} ms`)
}

/** `/health`: the process is alive. `/ready`: so is all that it needs, part by part. */
export const health =
  ({ checks, log, patienceMs }: Needs): FastifyPluginAsync =>
  async (web) => {
    const last = new Map<string, State>()
    const note = (part: string, state: State, err?: unknown): State => {
      if (last.get(part) !== state) {
        if (state === 'down') log.warn({ err, part }, 'a part does not answer')
        else if (last.has(part)) log.info({ part }, 'a part answers again')
      }
      last.set(part, state)
      return state
    }
    const state = async (part: string, check: Check): Promise<State> => {
      const answered = new AbortController()
      try {
        await Promise.race([check(), late(patienceMs, answered.signal)])
        return note(part, 'up')
      } catch (error) {
        return note(part, 'down', error)
      } finally {
        answered.abort()
      }
    }

    web.get('/health', async () => ({ status: 'up' }))
    web.get('/ready', async (_, reply) => {
      const states = await Promise.all(
        Object.entries(checks).map(async ([part, check]) => [part, await state(part, check)] as const),
      )
      const ready = states.every(([, is]) => is === 'up')
      return reply.code(ready ? 200 : 503).send({ ready, checks: Object.fromEntries(states) })
    })
  }
