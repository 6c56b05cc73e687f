import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { isAway } from '../../src/base/sql.ts'
import { openSecurely } from '../../src/store/secure-sockets.ts'
import { openDatabase } from '../../src/store/database.ts'
import { aPostgres, createDatabase, hasPostgres } from '../support/database.ts'
import { openssl, postgresServer, startPostgres } from '../support/postgres.ts'
import { silent } from './sizes.ts'

it.skipIf(!hasPostgres)(
  'a transaction whose connection ends fails, and everything else goes on',
  async () => {
    await using server = await aPostgres()
    await using own = await createDatabase(server.url)
    await using database = await openDatabase({ where: { url: own.url }, log: silent })
    const ended: Promise<unknown>[] = []
    for (let nth = 0; nth < 8; nth += 1)
      ended.push(
        database.drizzle.transaction(async (within) => {
          if (nth % 2 === 0) await within.execute(sql`select pg_terminate_backend(pg_backend_pid())`)
          await within.transaction(async (deeper) => {
            await deeper.execute(sql`select pg_terminate_backend(pg_backend_pid())`)
          })
          await setTimeout(10)
          await within.execute(sql`select 1`)
        }),
      )
    const outcomes = await Promise.allSettled(ended)
    expect(outcomes.map(({ status }) => status)).toEqual(ended.map(() => 'rejected'))
    await setTimeout(50)
    await database.ready()
    const refused = database.drizzle.transaction(async (within) => {
      await within.execute(sql`select 1 / 0`)
    })
    await expect(refused).rejects.toThrow()
    await database.drizzle.transaction(async (within) => {
      await within.execute(sql`select 1`)
    })
  },
)

/** Stands before a server, and cuts all connections when it is told to, as a machine does that goes down. */
const startWire = async (url: string) => {
  const { hostname, port } = new URL(url)
  const open = new Set<Socket>()
  const wire = createServer((near) => {
    const far = connect(Number(port), hostname)
    open.add(near)
    near.once('close', () => open.delete(near))
    near.pipe(far).pipe(near)
    for (const each of [near, far])
      each.on('error', () => {}).on('close', () => [near, far].map((one) => one.destroy()))
  })
  await once(wire.listen(0, '127.0.0.1'), 'listening')
  const through = new URL(url)
  const address = wire.address()
  through.hostname = '127.0.0.1'
  through.port = String(typeof address === 'object' ? address?.port : '')
  const cut = (how: 'destroy' | 'resetAndDestroy'): void => open.forEach((socket) => void socket[how]())
  return {
    url: through.href,
    cut,
    [Symbol.asyncDispose]: async () => {
      cut('destroy')
      wire.close()
    },
  }
}

const speaksTls = openssl !== undefined && postgresServer !== undefined

/** A server that speaks TLS and that nobody can verify, and whom `sslmode` asks to do so. */
const overTls = async (): Promise<AsyncDisposable & { readonly url: string }> => {
  const server = await startPostgres(postgresServer ?? '', openssl)
  return { ...server, url: `${server.url}?sslmode=require` }
}

const ways = (['destroy', 'resetAndDestroy'] as const)
  .flatMap((how) => [
    { how, by: 'bare', there: hasPostgres, start: aPostgres },
    { how, by: 'TLS', there: speaksTls, start: overTls },
  ])
  .filter(({ there }) => there)

it.each(ways)(
  'connections that end while others are asked come back, each of them ($how, $by)',
  { timeout: 60_000 },
  async ({ how, start, by }) => {
    await using server = await start()
    await using own = await createDatabase(server.url)
    await using wire = await startWire(own.url)
    await using database = await openDatabase({ where: { url: wire.url }, log: silent })
    const { ask } = database.sql
    const { rows } = await ask('select ssl from pg_stat_ssl where pid = pg_backend_pid()')
    expect(rows).toEqual([{ ssl: by === 'TLS' }])
    const asks = async (text: string): Promise<unknown> => {
      try {
        return await ask(text)
      } catch (error) {
        if (!isAway(error)) throw error
        return undefined
      }
    }
    /** Whoever was interrupted asks again at once, of connections that have ended as well, unbeknown to anybody. */
    const insists = async (): Promise<void> => {
      if ((await asks('select pg_sleep(5)')) === undefined)
        await Promise.all(Array.from({ length: 6 }, () => asks('select 1')))
    }
    const all = (asking: typeof ask | typeof asks) =>
      Promise.all(Array.from({ length: 10 }, () => asking('select pg_sleep(0.05)')))
    for (let round = 0; round < (by === 'TLS' ? 4 : 8); round += 1) {
      await all(asks)
      const insisting = [insists(), insists()]
      await setTimeout(30)
      wire.cut(how)
      await Promise.all(insisting)
    }
    const begun = performance.now()
    await all(asks)
    await all(ask)
    expect(performance.now() - begun).toBeLessThan(5_000)
  },
)

it.skipIf(!speaksTls)('a server is believed only as far as its address asks for it', async () => {
  await using server = await startPostgres(postgresServer ?? '', openssl)
  await using open = await aPostgres()
  const at = ({ url }: { readonly url: string }) => ({ host: 'localhost', port: Number(new URL(url).port) })
  const fails = async (whom: typeof server | typeof open, mode: string): Promise<unknown> => {
    const socket = await openSecurely(at(whom), mode, { patience: 5_000, over: new AbortController().signal })
    const [error] = (await once(socket, 'error')) as unknown[]
    return error
  }
  expect(await fails(server, 'verify-full')).toMatchObject({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' })
  expect(await fails(open, 'require')).toMatchObject({ message: expect.stringContaining('TLS') as string })
  for (const { url } of [server, open]) {
    await using database = await openDatabase({ where: { url: `${url}?sslmode=prefer` }, log: silent })
    await database.ready()
  }
  await server.stop('SIGKILL')
  expect(await fails(server, 'require')).toMatchObject({ code: 'ECONNREFUSED' })
})
