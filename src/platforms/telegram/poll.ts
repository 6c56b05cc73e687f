import { minute, second } from '../../base/clock.ts'
import type { Log } from '../../base/log.ts'
import type { Sleep } from '../../base/sleep.ts'
import type { Call } from './call.ts'
import { TelegramFault } from './faults.ts'
import type { NativeUpdate } from './native.ts'
import { wanted } from './native.ts'
import type { Order } from './order.ts'

interface Needs {
  readonly call: Call
  readonly order: Order
  readonly sleep: Sleep
  readonly log: Log
}

/** Telegram holds the answer back that long when there is nothing to tell. */
const held = 50
/** A batch that is not done by then is finished while the next one comes. */
const batch = second
const farewell = 10 * second
const mostAtOnce = 200
const conflictWait = 3 * second
const longestWait = minute

const isList = (result: unknown): result is readonly NativeUpdate[] => Array.isArray(result)

const jittered = (ms: number): number => Math.round(ms * (1 + Math.random()))

/**
 * Long polling of our own: telegraf's stops for good when a second poller shows up, waits for the slowest of a batch before it asks for the
 * next one, and 500 s for a connection that is dead.
 * @throws TelegramFault when the token is wrong.
 */
export const createPoll =
  ({ call, order, sleep, log }: Needs) =>
  async (take: (update: NativeUpdate) => Promise<void>, signal: AbortSignal): Promise<void> => {
    let offset = 0
    let failures = 0

    const wait = async (ms: number): Promise<void> => {
      await sleep(ms, signal).catch((stopped: unknown) => {
        if (!signal.aborted) throw stopped
      })
    }
    /** Whoever else polls with this token wins for a moment; a webhook left over is taken away. */
    const yielding = async (): Promise<void> => {
      log.warn({}, 'another poller has this token: waiting for my turn')
      await wait(jittered(conflictWait))
      if (!signal.aborted) await call({ method: 'deleteWebhook', params: {} }, signal)
    }
    const ask = (timeout: number, limit: number, stop?: AbortSignal) =>
      call(
        { method: 'getUpdates', params: { offset, limit, timeout, allowed_updates: wanted } },
        stop,
        (timeout + 15) * second,
      )
    const next = async (): Promise<readonly NativeUpdate[]> => {
      try {
        const told = await ask(held, 100, signal)
        if (told.is === 'done' && isList(told.result)) {
          failures = 0
          return told.result
        }
        failures += 1
        if (signal.aborted) return []
        const asked = told.is === 'later' ? told.inMs : second
        await wait(Math.min(jittered(asked * failures), longestWait))
      } catch (error) {
        if (!(error instanceof TelegramFault) || error.code !== 409) throw error
        await yielding()
      }
      return []
    }

    await call({ method: 'deleteWebhook', params: {} }, signal)
    while (!signal.aborted) {
      for (const update of await next()) {
        offset = update.update_id + 1
        take(update).catch((error: unknown) => {
          log.error({ err: error, update: update.update_id }, 'an update from Telegram failed')
        })
      }
      await order.rest(batch)
      while (order.size() > mostAtOnce && !signal.aborted) await order.rest(batch)
    }
    await order.rest(farewell)
    // What is not done is told again at the next start, and known by its number if it was done after all.
    if (order.size() === 0 && offset > 0)
      await ask(0, 1).catch((error: unknown) => log.debug({ err: error }, 'not confirmed'))
  }
