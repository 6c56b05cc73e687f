import { wholeOf } from '../../base/chunks.ts'
import { second } from '../../base/clock.ts'

const patience = 15 * second

/** Where Discord keeps what people send. */
const hosts = new Set(['cdn.discordapp.com', 'media.discordapp.net'])

/** The bytes of an attachment; `undefined` when it is too large, does not come, or lies anywhere else than at Discord. */
export const createFetch = (api: string | undefined) => {
  const own = api === undefined ? undefined : new URL(api).host
  return async (file: string, most: number): Promise<Uint8Array | undefined> => {
    if (!URL.canParse(file)) return undefined
    const { host } = new URL(file)
    if (!hosts.has(host) && host !== own) return undefined
    try {
      const answer = await fetch(file, { signal: AbortSignal.timeout(patience), redirect: 'error' })
      if (!answer.ok || Number(answer.headers.get('content-length') ?? 0) > most) return undefined
      return await wholeOf(answer.body, most)
    } catch {
      // Nobody reads a picture that does not come: whoever sent it is told.
      return undefined
    }
  }
}
