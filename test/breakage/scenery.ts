import { randomBytes } from 'node:crypto'
import { Redis } from 'ioredis'
import { expect } from 'vitest'
import type { Actor } from '../../playground/actor.ts'
import { startTelegram, type TelegramStage } from '../../playground/telegram/index.ts'
import { hour, later, minute, systemClock, type Instant } from '../../src/base/clock.ts'
import { newId, type BroadcastId, type LetterId } from '../../src/base/ids.ts'
import { rich } from '../../src/base/rich.ts'
import { createStack } from '../../src/base/stack.ts'
import type { NewBroadcast, Progress } from '../../src/domain/broadcasts/model.ts'
import type { Account } from '../../src/domain/people/model.ts'
import type { Store } from '../../src/engine/ports.ts'
import { createQueue } from '../../src/queue/queue.ts'
import { openDatabase } from '../../src/store/database.ts'
import { createStore } from '../../src/store/store.ts'
import { aGroup, anAction } from '../store/makings.ts'
import { silent } from '../store/sizes.ts'
import { postgresServer, startPostgres } from '../support/postgres.ts'
import { redisServer, startRedis } from '../support/redis.ts'
import type { Server } from '../support/server.ts'
import { createBots, type Bot, type Bots } from './bots.ts'

export const hasServers = redisServer !== undefined && postgresServer !== undefined

/** Letters in the hands of one pump: what may arrive twice when it is killed. */
export const mostUnderWay = 16

/** Telegram's rate, raised so that a broadcast lasts seconds. */
const perSecond = 150

interface Reader {
  readonly account: Account
  readonly door: string
}

export interface Scenery extends AsyncDisposable {
  readonly stage: TelegramStage
  /** In all chats, and in private. */
  readonly witness: Actor
  readonly bots: Bots
  readonly postgres: Server
  readonly redis: Server
  readonly store: Store
  /** A broadcast to these people, which begins. */
  tell(people: readonly Reader[], urgency: NewBroadcast['urgency']): Promise<BroadcastId>
  /** As many chats, and a broadcast to all of them, which begins. */
  broadcast(urgency: NewBroadcast['urgency'], chats?: number): Promise<BroadcastId>
  progress(id: BroadcastId): Promise<Progress>
  /** How many messages arrived, whatever was answered to whoever sent them. */
  arrived(): number
  arrives(atLeast: number): Promise<void>
  ended(id: BroadcastId): Promise<Progress>
  /** Chats without a message, and messages too many. */
  count(): { readonly lost: number; readonly doubled: number }
  /** The worker that lives: another story's, or a new one. */
  worker(): Promise<Bot>
  /** Kills it, if there is one. */
  nobodyWorks(): Promise<void>
  /** As if the minute had passed for which letters were held that somebody took before that instant, and a sweep had looked. */
  holdsEnd(before: Instant): Promise<void>
  emptyRedis(): Promise<void>
  /** To that person in private, as answers to what they just said. */
  answers(to: Actor, ...words: readonly string[]): Promise<void>
  /** To that person in private, who said that they come: a reminder of an action that begins in so many milliseconds. */
  reminds(to: Actor, beginsIn: number): Promise<LetterId>
  /** What became of it; `undefined` while it is open. */
  fateOf(letter: LetterId): Promise<unknown>
  /** A minute passes: for that process, for Redis, and for whoever sweeps. */
  minutePasses(bot: Bot): Promise<void>
  /** Another story begins: nothing has arrived. */
  begins(): void
}

const patient = { timeout: 45_000, interval: 50 }

/** Both servers, a make-believe Telegram that counts what arrives, and processes to start. */
export const openScenery = async (): Promise<Scenery> => {
  const open = createStack()
  const postgres = open.use(await startPostgres(postgresServer ?? ''))
  const redis = open.use(await startRedis(redisServer ?? ''))
  const stage = open.use(await startTelegram())
  const key = randomBytes(32)
  const database = open.use(await openDatabase({ where: { url: postgres.url }, log: silent }))
  const store = open.use(await createStore({ database, keys: [key], clock: systemClock, log: silent }))
  const queue = open.use(
    await createQueue({ where: { redis: redis.url, house: store.mark('queue') }, log: silent }),
  )
  const bots = open.use(
    await createBots({
      DATABASE_URL: postgres.url,
      REDIS_URL: redis.url,
      SECRET_KEY: key.toString('base64'),
      TELEGRAM_TOKEN: stage.token,
      TELEGRAM_API_ROOT: stage.url,
      TELEGRAM_RATE: String(perSecond),
    }),
  )
  const witness = stage.person('Témoin')
  let chats: string[] = []
  let working: Bot | undefined

  const messages = (): readonly string[] =>
    stage
      .ledger()
      .flatMap(({ method, params, answer }) =>
        method === 'sendMessage' && isDone(answer) && chats.includes(String(params['chat_id']))
          ? [String(params['chat_id'])]
          : [],
      )

  const progress = async (id: BroadcastId): Promise<Progress> => {
    const found = await store.broadcasts.progress(id, systemClock.now())
    if (!found) throw new Error('no such broadcast')
    return found
  }

  const tell: Scenery['tell'] = async (people, urgency) => {
    const now = systemClock.now()
    const { id: group } = await store.groups.keepImported(aGroup({ sourceId: newId.group() }), now)
    const join = async ({ account, door }: Reader): Promise<void> => {
      await store.groups.join(await store.people.keep(newId.person(), account, door), group, now)
    }
    await Promise.all(people.map(join))
    const id = newId.broadcast()
    const what = { is: 'text', text: rich`Samedi, tous à Bastille` } as const
    await store.broadcasts.put(id, { audience: { is: 'members', group }, what, urgency }, now)
    await queue.add('broadcast', { broadcast: id })
    return id
  }

  return {
    stage,
    witness,
    bots,
    postgres,
    redis,
    store,
    tell,
    broadcast: async (urgency, size = 150) => {
      const made = Array.from({ length: size }, (_, at) => stage.group(`Groupe ${at}`, [witness]).id)
      chats.push(...made)
      return tell(
        made.map((chat) => ({ account: { platform: 'telegram', key: `of ${chat}` }, door: chat })),
        urgency,
      )
    },
    progress,
    arrived: () => messages().length,
    arrives: (atLeast) => expect.poll(() => messages().length, patient).toBeGreaterThanOrEqual(atLeast),
    ended: async (id) => {
      const state = async (): Promise<string> => (await progress(id)).broadcast.state
      // A server that comes back refuses for a moment.
      await expect.poll(() => state().catch(String), patient).toBe('done')
      return progress(id)
    },
    count: () => {
      const reached = new Set(messages())
      return { lost: chats.length - reached.size, doubled: messages().length - reached.size }
    },
    worker: async () => {
      if (!working?.lives()) working = await bots.start('worker,web')
      return working
    },
    nobodyWorks: async () => {
      if (working?.lives()) await working.ends('SIGKILL')
    },
    holdsEnd: async (before) => {
      await database.sql.ask(
        `update porte_voix.letters set held = held - $1::bigint
         where closed is null and held <> due and held < $2::bigint`,
        [minute, before + minute],
      )
      await queue.add('sweep', {})
    },
    answers: async (to, ...words) => {
      const body = (text: string) => ({ is: 'message', message: { text: rich`${text}` } }) as const
      const drafts = words.map((text) => ({ to: doorOf(to), lane: 'answer', body: body(text) }) as const)
      await store.outbox.put(drafts, systemClock.now())
    },
    reminds: async (to, beginsIn) => {
      const now = systemClock.now()
      const start = later(now, beginsIn)
      const planned = anAction({ sourceId: newId.action(), start, end: later(start, hour) })
      const { id: action } = await store.actions.keepImported(planned, now)
      const account = { platform: 'telegram', key: to.id }
      const reader = await store.people.keep(newId.person(), account, to.id)
      await store.actions.answer(reader, action, 'yes', now)
      const body = { is: 'notice', notice: { is: 'reminder', action } } as const
      const [letter] = await store.outbox.put([{ to: doorOf(to), lane: 'reminder', reader, body }], now)
      if (!letter) throw new Error('no letter')
      return letter
    },
    fateOf: async (letter) => {
      const asked = 'select fate from porte_voix.letters where id = $1'
      return (await database.sql.ask(asked, [letter])).rows[0]?.['fate'] ?? undefined
    },
    minutePasses: async (bot) => {
      bot.movesClock(minute, 'all')
      const client = new Redis(redis.url)
      for (const name of await client.keys('*:pace:*'))
        for (const field of ['next', 'held', 'bulk'])
          if (await client.hexists(name, field)) await client.hincrbyfloat(name, field, -minute)
      client.disconnect()
      await queue.add('sweep', {})
    },
    begins: () => {
      stage.behave()
      chats = []
    },
    emptyRedis: async () => {
      const client = new Redis(redis.url)
      await client.flushall()
      client.disconnect()
    },
    [Symbol.asyncDispose]: () => open[Symbol.asyncDispose](),
  }
}

const doorOf = ({ id: key }: Actor) => ({ platform: 'telegram', key })

/** It was done, though the connection may have ended before that was said. */
const isDone = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === true
