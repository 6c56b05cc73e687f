import { wholeOf } from '../../base/chunks.ts'
import { second } from '../../base/clock.ts'
import type { Call } from './call.ts'

interface Needs {
  readonly call: Call
  readonly token: string
  /** Another Bot API server than Telegram's own. */
  readonly apiRoot?: string
}

const patience = 15 * second

const pathOf = (result: unknown): string | undefined =>
  typeof result === 'object' && result !== null && 'file_path' in result
    ? String(result.file_path)
    : undefined

/** The bytes of a file that somebody sent; `undefined` when it is too large, or does not come. Its address holds the token: it is told to nobody. */
export const createFetch =
  ({ call, token, apiRoot = 'https://api.telegram.org' }: Needs) =>
  async (file: string, most: number): Promise<Uint8Array | undefined> => {
    const told = await call({ method: 'getFile', params: { file_id: file } })
    const path = told.is === 'done' ? pathOf(told.result) : undefined
    if (path === undefined) return undefined
    try {
      const answer = await fetch(`${apiRoot}/file/bot${token}/${path}`, {
        signal: AbortSignal.timeout(patience),
      })
      if (!answer.ok || Number(answer.headers.get('content-length') ?? 0) > most) return undefined
      return await wholeOf(answer.body, most)
    } catch {
      // What went wrong may say the address.
      return undefined
    }
  }
