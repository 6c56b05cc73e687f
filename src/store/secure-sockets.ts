import { once } from 'node:events'
import { isIP, Socket } from 'node:net'
import { Duplex } from 'node:stream'
import { connect, type ConnectionOptions } from 'node:tls'

/** As postgres.js reads it from an address: the words of `sslmode`, or what Node's TLS takes. */
export type Ssl = string | boolean | object

/** « Do you speak TLS? », before anything else is said. */
const question = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47])
const yes = 'S'.charCodeAt(0)

/** Encrypted, whoever answers. */
const unverified: ReadonlySet<unknown> = new Set(['require', 'allow', 'prefer'])

export interface Bounds {
  /** In milliseconds. */
  readonly patience: number
  /** Nobody wants a connection any more. */
  readonly over: AbortSignal
}

interface Where {
  readonly host: string
  readonly port: number
}

const optionsOf = (ssl: Ssl, { host }: Where): ConnectionOptions => ({
  ...(isIP(host) === 0 && { servername: host }),
  ...(unverified.has(ssl) && { rejectUnauthorized: false }),
  ...(typeof ssl === 'object' && ssl),
})

/** In the words of postgres.js. */
const failure = (code: 'CONNECT_TIMEOUT' | 'CONNECTION_CLOSED', { host, port }: Where): Error =>
  Object.assign(new Error(`${code} ${host}:${port}`), { code })

/**
 * A connection on which TLS is spoken; or not, where that is only preferred and the server does not. PostgreSQL is asked first, on the
 * same connection.
 * @throws Error when there is none in time; nothing is left open then.
 */
const shakeHands = async (where: Where, ssl: Ssl, { patience, over }: Bounds): Promise<Socket> => {
  const ends = new AbortController()
  const late = setTimeout(() => ends.abort(failure('CONNECT_TIMEOUT', where)), patience)
  const bare = new Socket()
  const lost = (): void => ends.abort(failure('CONNECTION_CLOSED', where))
  over.addEventListener('abort', lost, { once: true })
  if (over.aborted) lost()
  bare.on('error', (error) => ends.abort(error)).on('close', lost)
  const happens = async (socket: Socket, event: string): Promise<unknown> => {
    try {
      const [told] = (await once(socket, event, { signal: ends.signal })) as unknown[]
      return told
    } catch (error) {
      throw ends.signal.aborted ? ends.signal.reason : error
    }
  }
  try {
    bare.connect(where.port, where.host)
    await happens(bare, 'connect')
    bare.write(question)
    const answer = await happens(bare, 'data')
    // Whatever came with that one byte was not said under TLS, and could be anybody's.
    if (!(answer instanceof Buffer) || answer.length !== 1) throw failure('CONNECTION_CLOSED', where)
    if (answer[0] !== yes) {
      if (ssl !== 'prefer' && ssl !== 'allow') throw new Error('the database does not speak TLS')
      return bare.removeAllListeners()
    }
    const secure = connect({ ...optionsOf(ssl, where), socket: bare })
    await happens(secure, 'secureConnect')
    return secure
  } catch (error) {
    bare.destroy()
    throw error
  } finally {
    clearTimeout(late)
    over.removeEventListener('abort', lost)
  }
}

/** Where there is no connection: it takes what is written, and ends at once with what was wrong. */
const broken = (wrong: Error): Duplex => {
  const nothing = new Duplex({ read: () => {}, write: (_, __, done) => done() })
  setImmediate(() => nothing.destroy(wrong))
  return nothing
}

/** Never rejects: whoever made a connection for postgres.js and failed is never asked again. */
export const openSecurely = async (where: Where, ssl: Ssl, bounds: Bounds): Promise<Duplex> => {
  try {
    return await shakeHands(where, ssl, bounds)
  } catch (error) {
    return broken(
      error instanceof Error ? error : new Error('the database cannot be reached', { cause: error }),
    )
  }
}
