import { realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { freePort, ownFolder, program, runOnce, start, type Server } from './server.ts'

export const postgresServer = program('postgres')

/** An empty PostgreSQL, as fast as can be: what it holds does not outlive it. */
export const startPostgres = async (file: string): Promise<Server> => {
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
  const settings = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    fsync: 'off',
    max_connections: '200',
  }
  const server = await start(
    file,
    ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    /ready to accept connections/,
    folder,
  )
  return { ...server, url: `postgres://postgres@127.0.0.1:${port}/postgres` }
}
