import { afterAll, beforeAll, beforeEach, describe } from 'vitest'
import { instant, type Clock, type Instant } from '../../src/base/clock.ts'
import { newId, type LetterId, type PersonId } from '../../src/base/ids.ts'
import type { Log } from '../../src/base/log.ts'
import type { Account } from '../../src/domain/people/model.ts'
import type { Store } from '../../src/engine/ports.ts'
import { openDatabase, type Database, type Where } from '../../src/store/database.ts'
import { createStore } from '../../src/store/store.ts'
import { aPostgres, createDatabase, hasPostgres } from '../support/database.ts'

export const silent: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

export const noon = instant('2026-11-28T12:00Z')

export const clock: Clock = { now: () => noon }

export const keys = [Buffer.alloc(32, 1)]

/** What a story of the store is told with; its tables are empty when each story begins. */
export interface World {
  readonly database: Database
  readonly store: Store
}

interface Base extends AsyncDisposable {
  readonly where: Where
}

const embedded = async (): Promise<Base> => ({
  where: { pglite: 'memory' },
  [Symbol.asyncDispose]: async () => {},
})

const served = async (): Promise<Base> => {
  const server = await aPostgres()
  const own = await createDatabase(server.url)
  return {
    where: { url: own.url },
    [Symbol.asyncDispose]: async () => {
      await own[Symbol.asyncDispose]()
      await server[Symbol.asyncDispose]()
    },
  }
}

export const sizes: readonly {
  readonly name: string
  readonly there: boolean
  readonly start: () => Promise<Base>
}[] = [
  { name: 'embedded', there: true, start: embedded },
  { name: 'on PostgreSQL', there: hasPostgres, start: served },
]

// Much faster than TRUNCATE, for so few rows.
const emptied = ['people', 'groups', 'actions', 'imports', 'inbox', 'letters', 'dialogues']
  .map((table) => `delete from porte_voix.${table};`)
  .join(' ')

/** The same stories on each size of storage that this machine has, or among these. */
export const onEachSize = (title: string, stories: (world: () => World) => void, among = sizes): void => {
  for (const { name, there, start } of among)
    describe.skipIf(!there)(`${title}, ${name}`, () => {
      let base: Base
      let world: World
      beforeAll(async () => {
        base = await start()
        const database = await openDatabase({ where: base.where, log: silent })
        world = { database, store: await createStore({ database, keys, clock, log: silent }) }
      })
      beforeEach(async () => {
        await world.database.sql.ask(emptied)
      })
      afterAll(async () => {
        await world.database[Symbol.asyncDispose]()
        await base[Symbol.asyncDispose]()
      })
      stories(() => world)
    })
}

/** The fastest that this machine has: where a story is long, and not about storage. */
export const fastest = sizes.filter(({ there }) => there).slice(-1)

export const telegram = (key: string): Account => ({ platform: 'telegram', key })

/** Letters that are due and in nobody's hands, in the order in which they leave. */
export const due = async ({ database }: Pick<World, 'database'>, now: Instant, most: number) => {
  const { rows } = await database.sql.ask(
    `select id from porte_voix.letters where closed is null and due <= $1 and (held is null or held <= $1)
     order by lane, turn limit $2`,
    [now, most],
  )
  return rows.map(({ id }) => id as LetterId)
}

/** Somebody who has been made known. */
export const somebody = (store: Store, key: string): Promise<PersonId> =>
  store.people.keep(newId.person(), telegram(key), key)

export const timesOver = <T>(times: number, work: (at: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: times }, (_, at) => work(at)))
