import { day, minute, second } from '../../base/clock.ts'
import type { Log } from '../../base/log.ts'
import type { Sleep } from '../../base/sleep.ts'
import type { Call } from './call.ts'
import { createContest } from './contest.ts'
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
/** A batch that is not done by then goes on while the next one comes. */
const batch = second
const farewell = 10 * second
const mostAtOnce = 200
/** Not done by then, or so many of them: Telegram may forget them, for it tells no more than 100 at once. */
const mostPatience = minute
const mostHeldBack = 50
/** After a week without updates Telegram begins with any number. */
const renumbering = day
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
    /** The first update that was never told. */
    let offset = 0
    /** When each update that is not done was told, by its number; the oldest first. */
    const under = new Map<number, number>()
    let lastTold = performance.now()
    let failures = 0
    const contest = createContest({ log })

    /** The first one that Telegram must not forget: what is under way when we die is told again. */
    const unconfirmed = (): number => {
      if (under.size > mostHeldBack) return offset
      for (const [id, told] of under) if (performance.now() - told < mostPatience) return id
      return offset
    }
    const wait = async (ms: number): Promise<void> => {
      await sleep(ms, signal).catch((stopped: unknown) => {
        if (!signal.aborted) throw stopped
      })
    }
    const yielding = async ({ message }: TelegramFault): Promise<void> => {
      if (/webhook/i.test(message)) {
        log.warn({}, 'a webhook is set for this token: taking it away')
        await call({ method: 'deleteWebhook', params: {} }, signal)
      }
      await wait(contest.lost())
    }
    const ask = (timeout: number, limit: number, stop?: AbortSignal) =>
      call(
        {
          method: 'getUpdates',
          params: { offset: unconfirmed(), limit, timeout, allowed_updates: wanted },
        },
        stop,
        (timeout + 15) * second,
      )
    const failed = async (inMs: number): Promise<void> => {
      failures += 1
      if (failures === 1) log.warn({}, 'Telegram does not answer: trying again')
      await wait(Math.max(inMs, Math.min(jittered(inMs * failures), longestWait)))
    }
    const next = async (): Promise<readonly NativeUpdate[]> => {
      try {
        const again = unconfirmed() < offset
        contest.begins()
        const told = await ask(again ? 0 : held, mostHeldBack * 2, signal)
        if (told.is === 'done' && isList(told.result)) {
          contest.answered()
          if (failures > 0) log.info({ failures }, 'Telegram answers again')
          failures = 0
          return again ? told.result.filter(({ update_id: id }) => id >= offset) : told.result
        }
        if (!signal.aborted) await failed(told.is === 'later' ? told.inMs : second)
      } catch (error) {
        if (!(error instanceof TelegramFault) || error.code !== 409) throw error
        await yielding(error)
      }
      return []
    }
    const follow = (update: NativeUpdate): void => {
      const { update_id: id } = update
      offset = Math.max(offset, id + 1)
      lastTold = performance.now()
      under.set(id, lastTold)
      take(update)
        .catch((error: unknown) => {
          log.error({ err: error, update: id }, 'an update from Telegram failed')
        })
        .finally(() => under.delete(id))
    }

    await call({ method: 'deleteWebhook', params: {} }, signal).catch((error: unknown) => {
      // Were one set, the first poll would say so.
      if (!(error instanceof TelegramFault) || error.code === 401) throw error
      log.warn({ err: error }, 'Telegram does not take a webhook away')
    })
    while (!signal.aborted) {
      for (const update of await next()) follow(update)
      await order.rest(batch)
      while (order.size() > mostAtOnce && !signal.aborted) await order.rest(batch)
      if (under.size === 0 && performance.now() - lastTold > renumbering) offset = 0
    }
    await order.rest(farewell)
    if (offset > 0)
      await ask(0, 1).catch((error: unknown) => {
        log.debug({ err: error }, 'not confirmed')
      })
  }
