import { setMaxListeners } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { vi, expect } from 'vitest'
import { startDiscord, type DiscordStage } from '../../playground/discord/index.ts'
import { startTelegram, type TelegramStage } from '../../playground/telegram/index.ts'
import { second, type Clock } from '../../src/base/clock.ts'
import type { Log } from '../../src/base/log.ts'
import { createStack } from '../../src/base/stack.ts'
import type { DepartmentCode } from '../../src/domain/territory/model.ts'
import type { Gazetteer } from '../../src/domain/territory/ports.ts'
import { discover } from '../../src/engine/catalogue.ts'
import type { Pace } from '../../src/engine/pace.ts'
import type { Queue, Store } from '../../src/engine/ports.ts'
import { QueueUnavailable } from '../../src/engine/unavailable.ts'
import { createHouse } from '../../src/house.ts'
import { createImporting } from '../../src/importing.ts'
import { createDiscord } from '../../src/platforms/discord/index.ts'
import { createTelegram } from '../../src/platforms/telegram/index.ts'
import { createPace } from '../../src/queue/pace.ts'
import { createQueue } from '../../src/queue/queue.ts'
import { openDatabase, type Where } from '../../src/store/database.ts'
import { createStore } from '../../src/store/store.ts'

export interface Stages extends AsyncDisposable {
  readonly telegram: TelegramStage
  readonly discord: DiscordStage
}

/** Both make-believe platforms; they stay when the house is opened anew. */
export const openStages = async (needs: {
  readonly clock: Clock
  readonly idle: () => Promise<void>
}): Promise<Stages> => {
  const open = createStack()
  return {
    telegram: open.use(await startTelegram(needs)),
    discord: open.use(await startDiscord(needs)),
    [Symbol.asyncDispose]: () => open[Symbol.asyncDispose](),
  }
}

interface Needs {
  readonly stages: Stages
  readonly where: Where
  readonly keys: readonly Buffer[]
  readonly gazetteer: Gazetteer
  readonly clock: Clock
  readonly log: Log
  /** Chats take so many times more messages than the platforms say. */
  readonly hurry: number
  /** Platforms grant so many times more messages a second than they say. */
  readonly grants: number
  /** Where groups and actions are imported from, and only of these departments. */
  readonly source?: { readonly url: string; readonly departments: readonly DepartmentCode[] }
  /** Where the web part would be reached from outside. */
  readonly publicUrl?: string
}

/** The same pace, for people who do in seconds what takes others minutes. */
const hurried = (pace: Pace, times: number): Pace => ({
  ...pace,
  reserve: (wish) =>
    pace.reserve({
      ...wish,
      tolls: wish.tolls.map(({ overall, chat }) => ({
        overall,
        ...(chat && { chat: { ...chat, per: chat.per / times } }),
      })),
    }),
})

/** Whoever has this account, on each platform, may appoint the first animators. */
export const operatorId = '900100200300400'
const operators = ['telegram', 'discord'].map((platform) => ({ platform, key: operatorId }))

/** An answer that a platform does not take now is not waited for. */
const longest = 1_000

/** The whole product, with telegraf and discord.js, from its database to its connections. */
export interface Opened extends AsyncDisposable {
  readonly store: Store
  idle(): Promise<void>
  /** What is due is looked at now, whatever round is under way. */
  rings(): Promise<void>
}

export const openHouse = async (needs: Needs): Promise<Opened> => {
  const { stages, where: kept, keys, gazetteer, clock, log, hurry, grants, publicUrl, source } = needs
  const open = createStack()
  const database = open.use(await openDatabase({ where: kept, log }))
  const store = open.use(await createStore({ database, keys, clock, log }))
  const where = { sql: database.sql }
  const queue = open.use(await createQueue({ where, log }))
  const pace = open.use(await createPace({ where, mark: (name) => store.mark(name), log }))
  const { telegram, discord } = stages
  const platforms = [
    createTelegram({ token: telegram.token, apiRoot: telegram.url, perSecond: 30 * grants, clock, log }),
    createDiscord({ token: discord.token, api: discord.api, perSecond: 50 * grants, clock, log }),
  ]
  const config = source && {
    actionPopulaireUrl: source.url,
    departments: source.departments,
    contact: 'contact@example.test',
    madeUp: true,
  }
  const importing = config && createImporting({ config, store, territory: () => gazetteer, clock, log })
  const house = createHouse({
    store,
    queue,
    pace: hurried(pace, hurry),
    platforms,
    handlers: await discover(new URL('../../commands/', import.meta.url)),
    territory: () => gazetteer,
    operators,
    undo: (30 * second) / hurry,
    ...(importing && { importing: importing.work }),
    ...(source && { sourceUrl: source.url }),
    changesSettle: 1_000,
    ...(publicUrl !== undefined && { publicUrl }),
    clock,
    log,
  })
  /** Another process, which the pump might be, may carry an answer that this one has written. */
  const answered = async (): Promise<void> => {
    await house.idle()
    for (const began = performance.now(); performance.now() - began < longest; await wait(20)) {
      if (!(await store.outbox.oldest(clock.now())).has('answer')) return
    }
  }
  const stop = new AbortController()
  // Every part listens to it.
  setMaxListeners(0, stop.signal)
  const living = [
    ...platforms.map((platform) => house.listen(platform, stop.signal)),
    house.work(stop.signal),
    ringing(queue, stop.signal),
  ]
  open.use({
    [Symbol.asyncDispose]: async () => {
      stop.abort()
      await Promise.all(living)
    },
  })
  await Promise.race([listening(stages), Promise.all(living)])
  let rung = 0
  return {
    store,
    idle: answered,
    rings: async () => {
      rung += 1
      for (const name of [...rounds, ...(importing ? (['import'] as const) : [])])
        await queue.add(name, {}, { id: `${name} ${rung}` })
    },
    [Symbol.asyncDispose]: () => open[Symbol.asyncDispose](),
  }
}

/** What the clock wakes. */
const rounds = ['remind', 'announce', 'sweep'] as const

/** The clock wakes what is due every ten seconds; a scene does not wait for that. */
const ringing = async (queue: Queue, signal: AbortSignal): Promise<void> => {
  const ring = async (): Promise<void> => {
    try {
      for (const name of rounds) await queue.add(name, {}, { id: name })
    } catch (error) {
      // It rings again.
      if (!(error instanceof QueueUnavailable)) throw error
    }
  }
  while (!signal.aborted) {
    await ring()
    try {
      await wait(1_500, undefined, { signal })
    } catch (error) {
      if (!signal.aborted) throw error
    }
  }
}

/** It is there once it hears: before, Discord would tell it nothing. */
const listening = ({ telegram, discord }: Stages): Promise<void> =>
  vi.waitFor(
    () => {
      expect(telegram.ledger().some(({ method }) => method === 'getMe')).toBe(true)
      expect(discord.gateway.listeners()).toBeGreaterThan(0)
    },
    { timeout: 40_000, interval: 20 },
  )
