import { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { Sql as Client, TransactionSql } from 'postgres'
import { isEnded } from '../base/sql.ts'
import { openSecurely, type Bounds } from './secure-sockets.ts'

/** postgres.js writes at once what is that long, in bytes; the rest when the event loop comes round. */
const writtenAtOnce = 1_024

/**
 * That setting of a connection, so long that its first message is written at once. Whatever was to be written when a connection ended
 * postgres.js 3.4.9 never writes, nor, as it waits for that, anything else on the connections that take its place (porsager/postgres#1208): each would be
 * given up after ten seconds, for ever. As it is, the next one gets rid of it, and the one after that works.
 */
export const greeting = (setting: string): string => setting.padEnd(writtenAtOnce)

interface Where {
  readonly host: readonly string[]
  readonly port: readonly number[]
  readonly path?: string | null
}

/**
 * A socket that says what went wrong only when it closes. Node says so earlier, and postgres.js 3.4.9 then takes a connection for one that can
 * be asked: whoever asks between the two never hears anything, nor, once it is made anew, does whoever comes next.
 */
const saidLate = <S extends Duplex>(socket: S): S => {
  const emit = socket.emit.bind(socket)
  let wrong: unknown
  socket.emit = (event: string | symbol, ...told: unknown[]): boolean => {
    if (event === 'error') {
      wrong = told[0]
      return true
    }
    if (event === 'close' && wrong !== undefined) emit('error', wrong)
    return emit(event, ...told)
  }
  return socket
}

const openSocket = ({ host: [host = ''], port: [port = 0], path }: Where): Socket => {
  const socket = saidLate(new Socket())
  return typeof path === 'string' ? socket.connect(path) : socket.connect(port, host)
}

/**
 * With these options a client makes its connections on sockets of ours, `from` being read of the same address. postgres.js would make those with TLS itself:
 * here they speak it already when they are handed over, and it is told that there is none. Where there are several hosts it chooses, and its
 * own sockets remain.
 */
export const ownSockets = ({ options: { ssl, host, path } }: Client, bounds: Bounds) => {
  if (host.length > 1) return {}
  if (!ssl || typeof path === 'string') return { socket: openSocket }
  const socket = async ({ host: [name = ''], port: [port = 0] }: Where): Promise<Duplex> =>
    saidLate(await openSecurely({ host: name, port }, ssl, bounds))
  return { ssl: false, socket } as const
}

type Work = (session: TransactionSql) => Promise<unknown>

/** Nobody waits for it: the transaction has failed. */
const never = (): Promise<never> => new Promise(() => {})

const unheard = (_: unknown): void => {}

/**
 * postgres.js 3.4.9 rolls back on a connection that has ended, too, and that ends the process: it writes to a socket which is no more
 * (porsager/postgres#1154, #1208). Here the work of such a transaction does not end, so nothing is rolled back, and asks nothing any more; the
 * transaction itself fails at once, whether or not the driver notices.
 */
export const withoutLostRollbacks = (client: Client): Client => {
  const begin = client.begin.bind(client)

  const guarded =
    (work: Work, ended: () => unknown, fails: (error: unknown) => void): Work =>
    async (session) => {
      const unsafe = session.unsafe.bind(session)
      const savepoint = session.savepoint.bind(session)
      session.unsafe = ((...told: Parameters<typeof unsafe>) => {
        const error = ended()
        if (error !== undefined) throw error
        return unsafe(...told)
      }) as typeof unsafe
      session.savepoint = ((inner: Work) => savepoint(guarded(inner, ended, fails))) as typeof savepoint
      try {
        return await work(session)
      } catch (error) {
        if (!isEnded(error)) throw error
        fails(error)
        return never()
      }
    }

  client.begin = (async (work: Work) => {
    let end: unknown
    let fails = unheard
    const failed = new Promise<never>((_, reject) => (fails = reject))
    const begun = begin(guarded(work, () => end, fails))
    try {
      return await Promise.race([begun, failed])
    } catch (error) {
      end = error
      throw error
    }
  }) as typeof client.begin
  return client
}
