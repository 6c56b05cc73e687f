import { EventEmitter } from 'node:events'
import { isAway, type Ask, type Sql } from '../base/sql.ts'

/*
 * BullMQ wants what the `pg` package offers: a pool, and clients that it can check out to LISTEN.
 * Here all queues and workers share one database, and a client is nothing but a set of channels.
 */

/** In the only form that BullMQ takes for a lost connection, which it retries instead of giving up. */
const refused = (error: unknown): unknown =>
  isAway(error) ? Object.assign(new Error('ECONNREFUSED', { cause: error }), { code: 'ECONNREFUSED' }) : error

interface Answer<R> {
  readonly rows: R[]
  readonly rowCount: number
}

/** Whoever asks knows the shape of the rows. */
type Query = <R>(text: string, values?: readonly unknown[]) => Promise<Answer<R>>

const nothing = { rows: [], rowCount: 0 }

const querying =
  (ask: Ask): Query =>
  async <R>(text: string, values?: readonly unknown[]): Promise<Answer<R>> => {
    try {
      const { rows, count } = await ask(text, values)
      return { rows: rows as unknown as R[], rowCount: count }
    } catch (error) {
      throw refused(error)
    }
  }

const listens = /^(?:--.*\n)*\s*listen\s+"?(?<channel>\w+)"?/i

/** Naming a session: ours are shared, and carry the program's name already. */
const names = /set_config\('application_name'/

const createClient = (sql: Sql) => {
  const query = querying(sql.ask)
  const channels = new Map<string, Promise<() => Promise<void>>>()
  const client = Object.assign(new EventEmitter(), {
    query: async <R>(text: string, values?: readonly unknown[]): Promise<Answer<R>> => {
      if (names.test(text)) return nothing
      const channel = listens.exec(text)?.groups?.['channel']
      if (channel === undefined) return query<R>(text, values)
      const listening =
        channels.get(channel) ??
        sql.listen(channel, (payload) => client.emit('notification', { channel, payload }))
      channels.set(channel, listening)
      try {
        await listening
      } catch (error) {
        // Whoever asks again is not told of it for ever.
        if (channels.get(channel) === listening) channels.delete(channel)
        throw refused(error)
      }
      return nothing
    },
    release: () => {
      for (const listening of channels.values()) void leave(listening)
      channels.clear()
    },
  })
  return client
}

/** Nobody waits for it: a connection that is lost hears nothing anyway. */
const leave = async (listening: Promise<() => Promise<void>>): Promise<void> => {
  try {
    await (
      await listening
    )()
  } catch (error) {
    if (!isAway(error)) throw error
  }
}

/** Shaped like `pg.Pool`. The database stays its opener's. */
export const createPool = (sql: Sql) =>
  // Each queue and each worker listens to it: they are more than the ten that Node takes for a leak.
  Object.assign(new EventEmitter().setMaxListeners(0), {
    query: querying(sql.ask),
    connect: async () => createClient(sql),
    end: async () => {},
  })

/** Runs statements of which some open and close a transaction inside one that is open already. */
export const inTransaction = <T>(sql: Sql, work: (client: { query: Query }) => Promise<T>): Promise<T> =>
  sql.transaction((ask) => {
    const query = querying(ask)
    return work({
      query: <R>(text: string, values?: readonly unknown[]) =>
        /^\s*(?:begin|commit)\s*$/i.test(text) ? Promise.resolve<Answer<R>>(nothing) : query<R>(text, values),
    })
  })
