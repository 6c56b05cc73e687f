import { randomBytes } from 'node:crypto'
import { Redis } from 'ioredis'
import { expect } from 'vitest'
import type { Actor } from '../../playground/actor.ts'
import { startTelegram, type TelegramStage } from '../../playground/telegram/index.ts'
import { minute, second, systemClock } from '../../src/base/clock.ts'
import { newId, type BroadcastId } from '../../src/base/ids.ts'
import { rich } from '../../src/base/rich.ts'
import { createStack } from '../../src/base/stack.ts'
import type { NewBroadcast, Progress } from '../../src/domain/broadcasts/model.ts'
import type { Store } from '../../src/engine/ports.ts'
import { openDatabase } from '../../src/store/database.ts'
import { createStore } from '../../src/store/store.ts'
import { aGroup } from '../store/makings.ts'
import { silent } from '../store/sizes.ts'
import { postgresServer, startPostgres } from '../support/postgres.ts'
import { redisServer, startRedis } from '../support/redis.ts'
import type { Server } from '../support/server.ts'
import { createBots, type Bots } from './bots.ts'

export const hasServers = redisServer !== undefined && postgresServer !== undefined

/** Letters in the hands of one pump: what may arrive twice when it is killed. */
export const mostUnderWay = 16

/** Telegram's rate, raised so that a broadcast lasts seconds. */
const perSecond = 150

export interface Scenery extends AsyncDisposable {
  readonly stage: TelegramStage
  /** In all chats, and in private. */
  readonly witness: Actor
  readonly bots: Bots
  readonly postgres: Server
  readonly redis: Server
  readonly store: Store
  /** As many chats, and a broadcast to all of them. */
  broadcast(urgency: NewBroadcast['urgency'], chats?: number): Promise<BroadcastId>
  progress(id: BroadcastId): Promise<Progress>
  /** How many messages arrived, whatever was answered to whoever sent them. */
  arrived(): number
  arrives(atLeast: number): Promise<void>
  /** Until the broadcast has ended; meanwhile `helps` is done again and again. */
  ended(id: BroadcastId, helps?: () => Promise<void>): Promise<Progress>
  /** Chats without a message, and messages too many. */
  count(): { readonly lost: number; readonly doubled: number }
  /** As if the minute had passed for which whoever was killed held its letters: those that were taken five seconds ago or more. */
  holdsEnd(): Promise<void>
  emptyRedis(): Promise<void>
  /** Another story begins: whoever runs is killed, and nothing has arrived. */
  begins(): Promise<void>
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

  return {
    stage,
    witness,
    bots,
    postgres,
    redis,
    store,
    broadcast: async (urgency, size = 200) => {
      const now = systemClock.now()
      const { id: group } = await store.groups.keepImported(aGroup({ sourceId: newId.group() }), now)
      const made = Array.from({ length: size }, (_, at) => stage.group(`Groupe ${at}`, [witness]).id)
      chats.push(...made)
      const join = async (chat: string): Promise<void> => {
        const account = { platform: 'telegram', key: `of ${chat}` }
        await store.groups.join(await store.people.keep(newId.person(), account, chat), group, now)
      }
      await Promise.all(made.map(join))
      const id = newId.broadcast()
      const what = { is: 'text', text: rich`Samedi, tous à Bastille` } as const
      await store.broadcasts.put(id, { audience: { is: 'members', group }, what, urgency }, now)
      return id
    },
    progress,
    arrived: () => messages().length,
    arrives: (atLeast) => expect.poll(() => messages().length, patient).toBeGreaterThanOrEqual(atLeast),
    ended: async (id, helps) => {
      const state = async (): Promise<string> => {
        await helps?.()
        return (await progress(id)).broadcast.state
      }
      // A server that comes back refuses for a moment.
      await expect.poll(() => state().catch(String), patient).toBe('done')
      return progress(id)
    },
    count: () => {
      const reached = new Set(messages())
      return { lost: chats.length - reached.size, doubled: messages().length - reached.size }
    },
    holdsEnd: async () => {
      await database.sql.ask(
        `update porte_voix.letters set held = held - $1::bigint
         where closed is null and held <> due and held < $2::bigint`,
        [minute, systemClock.now() + minute - 5 * second],
      )
    },
    begins: async () => {
      await bots.end()
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

/** It was done, though the connection may have ended before that was said. */
const isDone = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === true
