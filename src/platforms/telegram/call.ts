import type { Telegram } from 'telegraf'
import { second } from '../../base/clock.ts'
import type { Log } from '../../base/log.ts'
import { understand, type Told } from './faults.ts'
import type { Request } from './write.ts'

/** An answer that takes longer will not come. */
const patience = 20 * second

/** Doing these twice is the same as once: when an answer is lost, they are simply done again. */
const repeatable = /^(edit|delete|get|set|answer|pin)/

export type Call = (request: Request, signal?: AbortSignal, patienceMs?: number) => Promise<Told>

/**
 * The one way to Telegram. telegraf's own types end with the Bot API 7.1, so what is newer is typed here; and telegraf waits 500 s for an
 * answer, so the patience is ours.
 */
export const createCall =
  ({ telegram, log }: { readonly telegram: Telegram; readonly log: Log }): Call =>
  async ({ method, params }, signal, patienceMs = patience) => {
    const ends = AbortSignal.timeout(patienceMs)
    try {
      const result: unknown = await telegram.callApi(method as 'getMe', params, {
        // The shim whose type telegraf names has the shape of Node's own.
        signal: (signal ? AbortSignal.any([signal, ends]) : ends) as never,
      })
      return { is: 'done', result }
    } catch (error) {
      const outcome = understand(method, error, repeatable.test(method))
      if (outcome.is === 'gone' && outcome.why === 'refused')
        log.error({ method, words: outcome.words }, 'Telegram refuses what we wrote')
      return outcome
    }
  }
