import { randomBytes } from 'node:crypto'
import { systemClock } from '../../src/base/clock.ts'
import type { BroadcastId } from '../../src/base/ids.ts'
import { rich, plain } from '../../src/base/rich.ts'
import { sleep } from '../../src/base/sleep.ts'
import { createStack } from '../../src/base/stack.ts'
import type { Message, Outcome, Platform, Toll } from '../../src/chat/index.ts'
import type { Log } from '../../src/base/log.ts'
import { createBreaker } from '../../src/engine/breaker.ts'
import { createConductor } from '../../src/engine/conductor.ts'
import { createCourier } from '../../src/engine/courier.ts'
import { createFates } from '../../src/engine/fates.ts'
import type { Draft, Lane } from '../../src/engine/letter.ts'
import { noMeters } from '../../src/engine/meters.ts'
import { createPump } from '../../src/engine/pump.ts'
import { createWeather } from '../../src/engine/weather.ts'
import { createPace } from '../../src/queue/pace.ts'
import { openDatabase, type Database } from '../../src/store/database.ts'
import { createStore } from '../../src/store/store.ts'
import { silent } from '../queue/sizes.ts'

/** What arrived at the platform's door. */
export interface Arrival {
  readonly key: string
  readonly words: string
  readonly at: number
}

interface Door {
  readonly log?: Log

  readonly perSecond: number
  readonly toll?: (key: string) => Toll
  readonly dropsRepeats?: boolean
  /** Whether it answers at all. */
  readonly answers?: () => Promise<boolean>
  /** What the platform answers; it arrives all the same. */
  readonly answer?: (arrival: Arrival, nth: number) => Outcome | Promise<Outcome>
}

const keys = [randomBytes(32)]

export const draft = (key: string, lane: Lane, words = key, of: Partial<Draft> = {}): Draft => ({
  to: { platform: 'made-up', key },
  lane,
  body: { is: 'message', message: { text: rich`${words}` } },
  ...of,
})

/** One for all the offices of a file: to open it takes longer than most stories. It ends with the process. */
let opened: Promise<Database> | undefined

const emptied = [
  'letters',
  'broadcasts',
  'copies',
  'truces',
  'pace',
  'refusals',
  'memberships',
  'accounts',
  'people',
  'groups',
]
  .map((table) => `delete from porte_voix.${table};`)
  .join(' ')

/** Everything between the outbox and a platform of our own, on an embedded database that nobody else uses meanwhile. */
export const openPostOffice = async ({
  perSecond,
  toll,
  dropsRepeats = false,
  answers,
  answer,
  log = silent,
}: Door) => {
  const open = createStack()
  const clock = systemClock
  const database = await (opened ??= openDatabase({ where: { pglite: 'memory' }, log }))
  await database.sql.ask(emptied)
  const store = await createStore({ database, keys, clock, log })
  const pace = open.use(
    await createPace({ where: { sql: database.sql }, mark: (name) => store.mark(name), log }),
  )
  const arrivals: Arrival[] = []
  const withdrawn: string[] = []
  const woken: number[] = []
  const platform: Platform = {
    name: 'made-up',
    can: { modals: false, position: false, asides: false, dropsRepeats, perSecond },
    toll: ({ key }) => toll?.(key) ?? { overall: true },
    ...(answers && { answers }),
    standing: async () => undefined,
    publish: async () => {},
    listen: async () => {},
    deliver: async ({ key }, message: Message) => {
      const arrival = { key, words: plain(message.text), at: performance.now() }
      arrivals.push(arrival)
      return (await answer?.(arrival, arrivals.length)) ?? { is: 'delivered', ref: '1', home: key }
    },
    withdraw: async ({ key }, ref) => {
      withdrawn.push(key)
      return { is: 'delivered', ref }
    },
  }
  const platforms = new Map([[platform.name, platform]])
  const wake = async (_: string, inMs: number): Promise<void> => void woken.push(inMs)
  const breaker = createBreaker({ shared: pace, clock, log })
  const weather = createWeather({ log })
  const fates = createFates({
    store,
    pace,
    weather,
    wake,
    clock,
    sleep,
    stopping: new AbortController().signal,
    log,
  })
  const shared = { store, breaker, weather, wake, platforms, clock, sleep, log }
  const wording = async (body: Draft['body']) => {
    if (body.is === 'message') return body.message
    return body.is === 'progress' || body.is === 'withdrawn' ? { text: rich`${body.is}` } : undefined
  }
  const courier = createCourier({
    ...shared,
    pace,
    fates,
    wording,
    zoneOf: () => undefined,
    meters: noMeters,
  })
  const pump = createPump({ ...shared, courier })
  const conductor = createConductor({ store, wake, clock, sleep })
  return {
    store,
    courier,
    arrivals,
    withdrawn,
    woken,
    put: (...drafts: readonly Draft[]) => store.outbox.put(drafts, clock.now()),
    run: (signal: AbortSignal = AbortSignal.timeout(20_000)) => pump.run(platform.name, signal),
    conduct: (id: BroadcastId, signal: AbortSignal = AbortSignal.timeout(20_000)) =>
      conductor.conduct(id, signal),
    ask: database.sql.ask,
    /** Whatever it waits for is over. */
    hurries: (id: string) =>
      database.sql.ask('update porte_voix.letters set held = 1, due = 1 where id = $1 and closed is null', [
        id,
      ]),
    /** As if somebody had taken it and died, whose hold ended then. */
    lose: (id: string, until: number) =>
      database.sql.ask('update porte_voix.letters set held = $2, due = $2::bigint - 1000 where id = $1', [
        id,
        until,
      ]),
    fates: async (): Promise<Readonly<Record<string, number>>> => {
      const { rows } = await database.sql.ask(
        'select coalesce(fate, $1) as fate, count(*)::int as n from porte_voix.letters group by 1',
        ['open'],
      )
      return Object.fromEntries(rows.map(({ fate, n }) => [String(fate), Number(n)]))
    },
    [Symbol.asyncDispose]: () => open[Symbol.asyncDispose](),
  }
}
