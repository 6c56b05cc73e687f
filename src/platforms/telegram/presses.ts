import { second } from '../../base/clock.ts'
import type { Log } from '../../base/log.ts'
import type { Sleep } from '../../base/sleep.ts'
import type { Call } from './call.ts'

/** Whoever pressed sees the button turn until then, when the work takes long. */
const longestSpin = 3 * second

/** Telegram may have a bad moment; it waits for the answer a little longer than that. */
const tries = 3
const longestWait = 3 * second

/** Presses remembered as answered, should Telegram tell of them again. */
const mostAnswered = 1_000

/** Words longer than a glance stay until they are closed. */
const glance = 100

export interface Presses {
  opened(query: string): void
  /** Does it still wait for its answer here? */
  waits(query: string | undefined): query is string
  /** False when Telegram does not take the answer any more. */
  say(query: string, words: string): Promise<boolean>
  /** Opens one of the bot's own links, in whose private chat the answer is. */
  lead(query: string, url: string): Promise<boolean>
  /** Nothing to say: the button just stops turning. */
  settle(query: string): Promise<void>
}

interface Needs {
  readonly call: Call
  readonly sleep: Sleep
  readonly log: Log
}

/** Every press is answered, once: the button turns until it is. */
export const createPresses = ({ call, sleep, log }: Needs): Presses => {
  const waiting = new Map<string, NodeJS.Timeout>()
  const answered = new Set<string>()

  const answer = async (query: string, params: Readonly<Record<string, unknown>>): Promise<boolean> => {
    clearTimeout(waiting.get(query))
    if (!waiting.delete(query)) return false
    answered.add(query)
    const [oldest] = answered
    if (answered.size > mostAnswered && oldest !== undefined) answered.delete(oldest)
    for (let at = 1; ; at += 1) {
      const told = await call({
        method: 'answerCallbackQuery',
        params: { callback_query_id: query, ...params },
      })
      // Answered already: the answer to an earlier try was lost on its way.
      if (told.is === 'gone' && told.why === 'expired' && at > 1) return true
      if (told.is !== 'later' || at === tries || told.inMs > longestWait) return told.is === 'done'
      await sleep(told.inMs)
    }
  }
  const settle = async (query: string): Promise<void> => {
    await answer(query, {})
  }

  return {
    opened: (query) => {
      if (waiting.has(query) || answered.has(query)) return
      const timer = setTimeout(() => {
        settle(query).catch((error: unknown) => {
          log.warn({ err: error }, 'a press on Telegram stays unanswered')
        })
      }, longestSpin)
      waiting.set(query, timer)
    },
    waits: (query): query is string => query !== undefined && waiting.has(query),
    say: (query, words) => answer(query, { text: words, ...(words.length > glance && { show_alert: true }) }),
    lead: (query, url) => answer(query, { url }),
    settle,
  }
}
