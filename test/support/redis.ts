import { freePort, ownFolder, program, start, type Server } from './server.ts'

export const redisServer = program('redis-server')

/** An empty Redis that keeps what it is told to keep in a folder of its own. */
export const startRedis = async (file: string, ...options: readonly string[]): Promise<Server> => {
  const [port, folder] = [await freePort(), await ownFolder()]
  const server = await start(
    file,
    ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', ...options],
    /Ready to accept connections/,
    folder,
  )
  return { ...server, url: `redis://127.0.0.1:${port}` }
}
