import { realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { freePort, ownFolder, program, runOnce, start, type Server } from './server.ts'

export const postgresServer = program('postgres')

/** With it a server may speak TLS. */
export const openssl = program('openssl')

/** An empty PostgreSQL, as fast as can be: what it holds does not outlive it. `tls`: it speaks that, by a certificate that nobody has signed. */
export const startPostgres = async (file: string, tls?: string): Promise<Server> => {
  const [port, folder] = [await freePort(), await ownFolder()]
  const cluster = join(folder, 'cluster')
  await runOnce(join(dirname(realpathSync(file)), 'initdb'), [
    '--pgdata',
    cluster,
    '--username=postgres',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C',
    '--no-sync',
  ])
  if (tls !== undefined)
    await runOnce(tls, [
      ...'req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost'.split(' '),
      '-addext',
      'subjectAltName=DNS:localhost',
      '-keyout',
      join(cluster, 'server.key'),
      '-out',
      join(cluster, 'server.crt'),
    ])
  const settings = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    fsync: 'off',
    max_connections: '200',
    ssl: tls === undefined ? 'off' : 'on',
  }
  const server = await start(
    file,
    ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    /ready to accept connections/,
    folder,
  )
  return { ...server, url: `postgres://postgres@127.0.0.1:${port}/postgres` }
}
