import { setMaxListeners } from 'node:events'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres, { type Options, type ParameterOrJSON, type Sql as Client } from 'postgres'
import { second } from '../base/clock.ts'
import type { Log } from '../base/log.ts'
import type { Ask } from '../base/sql.ts'
import type { Database } from './database.ts'
import { createHearing } from './hearing.ts'
import { greeting, ownSockets, withoutLostRollbacks } from './lost-connections.ts'
import { alone, migrations } from './migrate.ts'

type Answers = Record<string, never>

const asking =
  (client: Pick<Client<Answers>, 'unsafe'>): Ask =>
  async (text, values = []) => {
    const rows = await client.unsafe<Record<string, unknown>[]>(
      text,
      values.map((value) => value as ParameterOrJSON<never>),
    )
    // Several statements give a list of lists, which nobody reads.
    return { rows, count: rows.count ?? 0 }
  }

/** How long a connection may take to be made, in milliseconds. */
const connecting = 10 * second

interface Needs {
  readonly url: string
  readonly log: Log
}

export const openPostgres = async ({ url, log }: Needs): Promise<Database> => {
  const options: Options<Answers> = {
    connect_timeout: connecting / second,
    // Seconds: soon at first, and never so late that people wait for a server that is back.
    backoff: (attempts: number) => Math.min(0.05 * 2 ** attempts, 1),
    onnotice: ({ message }) => log.debug({ message }, 'the database remarks'),
    connection: {
      application_name: 'porte-voix',
      // The queue's statements name no schema; ours always do.
      search_path: greeting('bullmq, public'),
    },
  }
  const single = postgres(url, { ...options, max: 1 })
  try {
    const session = drizzle({ client: single, casing: 'snake_case' })
    await alone(session, () => migrate(session, migrations()))
  } finally {
    await single.end({ timeout: 5 })
  }
  const over = new AbortController()
  // Each connection that is being made listens to it.
  setMaxListeners(0, over.signal)
  const bounds = { patience: connecting, over: over.signal }
  const lasting: Options<Answers> = { ...options, fetch_types: false, ...ownSockets(single, bounds) }
  const client = postgres(url, { ...lasting, max: 10 })
  // Known by now. Asked for by each connection, a server that stops meanwhile would end the process: nobody hears that it failed.
  Object.assign(client.options.parsers, single.options.parsers)
  Object.assign(client.options.serializers, single.options.serializers)
  withoutLostRollbacks(client)
  const hearing = createHearing(() => postgres(url, { ...lasting, max: 1 }))
  const database = drizzle({ client, casing: 'snake_case' })
  return {
    drizzle: database,
    kind: 'server',
    sql: {
      ask: asking(client),
      transaction: async (work) => {
        const { result } = await client.begin(async (session) => ({ result: await work(asking(session)) }))
        return result
      },
      listen: hearing.listen,
    },
    ready: async () => {
      await database.execute(sql`select 1`)
    },
    // Nobody asks any more; a connection that was lost may never say that it has ended.
    [Symbol.asyncDispose]: async () => {
      over.abort()
      await Promise.all([client.end({ timeout: 2 }), hearing[Symbol.asyncDispose]()])
    },
  }
}
