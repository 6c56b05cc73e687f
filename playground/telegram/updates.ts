import { bad, conflict } from './refusal.ts'
import type { Params } from './parameters.ts'
import type { Update, UpdateKind } from './types.ts'

/** What a bot is told of unless it asks for it by name. */
const onDemand = new Set(['chat_member', 'message_reaction', 'message_reaction_count'])

const longest = 50
/** Between two polls of a bot that has much to do, milliseconds. */
const recently = 2_500

export interface Waiting {
  readonly update: Update
  readonly chat: number
}

export interface Queue {
  push(kind: UpdateKind, payload: object, chat: number): void
  /** Tells the last update once more. */
  again(): void
  /** Long polling. `closed`: whoever asked is gone. */
  poll(params: Params, closed: AbortSignal): Promise<readonly Update[]>
  /** Takes note of `allowed_updates`. */
  allow(params: Params): void
  allowed(): readonly string[] | undefined
  /** The poll that waits, if any, ends with a 409. */
  interrupt(why: string): void
  size(): number
  /** In the order of their chats, for a webhook. */
  waiting(): readonly Waiting[]
  done(update: Update): void
  drop(): void
  /** Somebody polls, or did a moment ago. */
  isPolled(): boolean
  onPush(listener: () => void): void
}

interface Needs {
  readonly next: () => number
  readonly webhook: () => boolean
}

const readKinds = (given: unknown): readonly string[] | undefined => {
  if (!Array.isArray(given) || !given.every((kind) => typeof kind === 'string'))
    throw bad("can't parse allowed_updates: expected an Array of String")
  return given.length === 0 ? undefined : given
}

export const makeQueue = ({ next, webhook }: Needs): Queue => {
  let queue: Waiting[] = []
  let last: Waiting | undefined
  let kinds: readonly string[] | undefined
  let polled = -recently
  let waiter: { readonly wake: () => void; readonly refuse: (error: Error) => void } | undefined
  let listener: (() => void) | undefined

  const add = (waiting: Waiting): void => {
    queue.push(waiting)
    waiter?.wake()
    listener?.()
  }
  const interrupt = (why: string): void => {
    waiter?.refuse(conflict(why))
    waiter = undefined
  }
  const wait = (seconds: number, closed: AbortSignal): Promise<void> =>
    new Promise<void>((resolve, reject) => {
      const done = (): void => {
        clearTimeout(timer)
        closed.removeEventListener('abort', done)
        if (waiter === mine) waiter = undefined
        resolve()
      }
      const timer = setTimeout(done, seconds * 1000)
      const mine = {
        wake: done,
        refuse: (error: Error) => {
          clearTimeout(timer)
          closed.removeEventListener('abort', done)
          reject(error)
        },
      }
      closed.addEventListener('abort', done, { once: true })
      waiter = mine
    })
  const confirm = (offset: number): void => {
    if (offset < 0) queue = queue.slice(offset)
    else queue = queue.filter(({ update }) => update.update_id >= offset)
  }
  const allow = (params: Params): void => {
    if (params.has('allowed_updates')) kinds = readKinds(params.json('allowed_updates'))
  }

  return {
    push: (kind, payload, chat) => {
      const wanted = kinds ? kinds.includes(kind) : !onDemand.has(kind)
      if (!wanted) return
      last = { update: { update_id: next(), [kind]: payload }, chat }
      add(last)
    },
    again: () => {
      if (last) add(last)
    },
    poll: async (params, closed) => {
      if (webhook())
        throw conflict(
          "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
        )
      interrupt('terminated by other getUpdates request; make sure that only one bot instance is running')
      allow(params)
      confirm(params.integer('offset') ?? 0)
      const most = Math.min(Math.max(params.integer('limit') ?? 100, 1), 100)
      const seconds = Math.min(Math.max(params.integer('timeout') ?? 0, 0), longest)
      if (queue.length === 0 && seconds > 0) await wait(seconds, closed)
      // Whoever left in the middle of a poll does not come back for the next one.
      polled = closed.aborted ? -recently : performance.now()
      return closed.aborted ? [] : queue.slice(0, most).map(({ update }) => update)
    },
    allow,
    allowed: () => kinds,
    interrupt,
    size: () => queue.length,
    waiting: () => queue,
    done: (update) => {
      const at = queue.findIndex((waiting) => waiting.update === update)
      if (at !== -1) queue.splice(at, 1)
    },
    drop: () => {
      queue = []
    },
    isPolled: () => waiter !== undefined || performance.now() - polled < recently,
    onPush: (of) => {
      listener = of
    },
  }
}
