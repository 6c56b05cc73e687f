import { Telegram } from 'telegraf'
import { minute, second, systemClock, type Clock } from '../../base/clock.ts'
import type { Log } from '../../base/log.ts'
import { sleep } from '../../base/sleep.ts'
import type { Command, Ears, Outcome, Platform } from '../../chat/index.ts'
import { telegram as phrases } from '../../phrases/telegram.ts'
import { doorLink } from './buttons.ts'
import { createCall } from './call.ts'
import { createCrowd } from './crowd.ts'
import { createDeliver, hello } from './deliver.ts'
import { addressOf, platform, readKey, type Target } from './keys.ts'
import { wanted, type NativeUpdate } from './native.ts'
import { TelegramFault } from './faults.ts'
import { createFetch } from './fetch.ts'
import { createOrder } from './order.ts'
import { createPersist } from './persist.ts'
import { createPoll } from './poll.ts'
import { createPin } from './pin.ts'
import { createPresses } from './presses.ts'
import { ownMenu, shownOf } from './publish.ts'
import { read } from './read.ts'
import { createSend } from './send.ts'
import { createStanding } from './standing.ts'
import { tollOf } from './toll.ts'
import { createWays } from './ways.ts'
import { withdraw } from './withdraw.ts'
import { looks } from './write.ts'

export interface TelegramOptions {
  readonly token: string
  /** Another Bot API server than Telegram's own. */
  readonly apiRoot?: string
  /** Telegram sends its updates there, and shows the secret; without it they are polled for. */
  readonly webhook?: { readonly url: string; readonly secret: string }
  readonly perSecond: number
  readonly log: Log
  readonly clock?: Clock
}

export interface TelegramPlatform extends Platform {
  /**
   * Takes one update that came by webhook, as Telegram wrote it; whoever calls has checked the secret. Resolves when it is stored, or is being
   * worked on for a while; rejects when it failed or nobody listens yet.
   */
  receive(update: object): Promise<void>
}

/** Telegram waits for 2xx before it sends the next update of a chat. */
const fast = 2 * second

/** Whoever does not even say who we are by then is not well. */
const patience = 5 * second

/** What is under way when we stop may still end well. */
const farewell = 10 * second

/** « Unauthorized », and what Telegram says to a token of another shape: « Not Found ». */
const refusesToken: ReadonlySet<number> = new Set([401, 404])

const isUpdate = (update: object): update is NativeUpdate =>
  'update_id' in update && Number.isSafeInteger(update.update_id)

export const createTelegram = (options: TelegramOptions): TelegramPlatform => {
  const { token, apiRoot, webhook, perSecond, log, clock = systemClock } = options
  const telegram = new Telegram(token, { ...(apiRoot && { apiRoot }), webhookReply: false })
  const call = createCall({ telegram, log })
  const persist = createPersist({ call, sleep })
  const presses = createPresses({ call, sleep, log })
  const order = createOrder()
  const send = createSend({ call })
  const pin = createPin({ call, sleep, log })
  const ways = createWays({ call, log })
  let known: ReadonlySet<string> | undefined
  let menus: readonly Command[] = []
  let listening: ((native: NativeUpdate) => Promise<void>) | undefined
  let name: string | undefined

  const askName = async (signal?: AbortSignal, tries?: number): Promise<string> => {
    const me = await persist({ method: 'getMe', params: {} }, signal, tries)
    if (typeof me === 'object' && me !== null && 'username' in me) return String(me.username)
    throw new TypeError('Telegram does not say who the bot is')
  }

  let self: number | undefined
  const askSelf = async (): Promise<number> => {
    if (self !== undefined) return self
    const me = await persist({ method: 'getMe', params: {} })
    if (typeof me !== 'object' || me === null || !('id' in me))
      throw new TypeError('Telegram does not say who the bot is')
    return (self = Number(me.id))
  }

  /** Whoever took the token back gives us another one: the letters wait for it. */
  const disowned = (error: unknown): Outcome => {
    if (!(error instanceof TelegramFault) || !refusesToken.has(error.code)) throw error
    log.error({ code: error.code }, 'Telegram refuses the token; letters wait until it is put right')
    return { is: 'later', inMs: minute, limited: true, whole: true }
  }

  const deliverTo: TelegramPlatform['deliver'] = async ({ key }, message, replaces) => {
    try {
      name ??= await askName()
    } catch (error) {
      // Nothing can be drawn without the bot's name, and nothing was sent.
      if (error instanceof TelegramFault && error.code === 0) return { is: 'later', inMs: 5 * second }
      return disowned(error)
    }
    try {
      return await createDeliver({ send, pin, presses, ways, botName: name })(readKey(key), message, replaces)
    } catch (error) {
      return disowned(error)
    }
  }

  const refuseMask = (to: Target): Promise<unknown> =>
    deliverTo(addressOf(to), {
      text: phrases.anonymous,
      rows: [[{ label: phrases.openPrivate, start: hello }]],
      quiet: true,
    })

  /** In the order of each speaker; a press is watched over from the moment it is told. */
  const hear = async (native: NativeUpdate, to: Ears, botName: string): Promise<void> => {
    const { update, query, anonymous } = read(native, {
      botName,
      knows: (command) => known?.has(command) ?? true,
      now: clock.now(),
    })
    if (query !== undefined) presses.opened(query)
    await order.run(update?.from.key ?? '', async () => {
      try {
        if (anonymous) await refuseMask(anonymous)
        if (update) await to.hear(update)
      } finally {
        if (query !== undefined) await presses.settle(query)
      }
    })
  }

  const poll = createPoll({ call, order, sleep, log })

  return {
    name: platform,
    can: {
      modals: false,
      position: true,
      asides: false,
      knocks: true,
      dropsRepeats: false,
      perSecond,
      looks,
    },
    toll: ({ key }, message) => tollOf(readKey(key), message),
    publish: async (commands) => {
      known = new Set(commands.flatMap(({ name: own, alias = [] }) => [own, ...alias]))
      menus = commands
      let changed = 0
      const refused: TelegramFault[] = []
      for (const { get, is, set } of shownOf(commands)) {
        try {
          if (is(await persist(get))) continue
          await persist(set)
          changed += 1
        } catch (error) {
          // A server that does not know one of these methods may know the others.
          if (!(error instanceof TelegramFault) || error.code === 0 || error.code === 401) throw error
          refused.push(error)
        }
      }
      if (changed > 0) log.info({ changed }, 'the menus are published on Telegram')
      if (refused[0]) throw refused[0]
    },
    door: (start) => (name === undefined ? undefined : doorLink(name, start)),
    menu: async ({ key }, animates) => {
      for (const { get, is, set } of ownMenu(menus, readKey(key).chat, animates)) {
        const there = await call(get)
        if (there.is === 'done' && is(there.result)) continue
        // Nobody waits for it: what is busy now is tried when they speak again.
        const told = await call(set)
        if (told.is !== 'done') throw new TelegramFault(set.method, 0, told.is)
      }
    },
    listen: async (ears, signal) => {
      try {
        const botName = (name ??= await askName(signal, Infinity))
        const take = (native: NativeUpdate): Promise<void> => hear(native, ears, botName)
        listening = take
        if (!webhook) return await poll(take, signal)
        const { url, secret } = webhook
        await persist(
          { method: 'setWebhook', params: { url, secret_token: secret, allowed_updates: wanted } },
          signal,
          Infinity,
        )
        await stopped(signal)
      } catch (error) {
        if (!signal.aborted) throw error
      } finally {
        listening = undefined
        await order.rest(farewell)
      }
    },
    deliver: deliverTo,
    crowd: createCrowd(call),
    standing: createStanding({ call, self: askSelf }),
    answers: async () => {
      try {
        const told = await call({ method: 'getMe', params: {} }, undefined, patience)
        return told.is !== 'uncertain' && (told.is !== 'later' || told.limited === true)
      } catch (error) {
        if (error instanceof TelegramFault) return true
        throw error
      }
    },
    fetch: createFetch({ call, token, ...(apiRoot && { apiRoot }) }),
    withdraw: ({ key }, ref, instead) =>
      withdraw(
        { call, edit: (_, edited) => deliverTo({ platform, key }, instead, edited) },
        readKey(key),
        ref,
      ),
    receive: async (update) => {
      if (!isUpdate(update)) throw new TypeError('this is no update of Telegram')
      if (!listening) throw new Error('nobody listens to Telegram yet')
      const heard = listening(update)
      heard.catch((error: unknown) => {
        log.error({ err: error, update: update.update_id }, 'an update from Telegram failed')
      })
      const late = new AbortController()
      const enough = sleep(fast, late.signal).catch(() => undefined)
      await Promise.race([heard, enough]).finally(() => {
        late.abort()
      })
    },
  }
}

const stopped = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve()
    else
      signal.addEventListener(
        'abort',
        () => {
          resolve()
        },
        { once: true },
      )
  })
