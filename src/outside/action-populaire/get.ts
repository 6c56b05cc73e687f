import { atMost, TooLong } from '../../base/chunks.ts'
import { given } from '../../base/given.ts'

/** What came back from one GET, body and all. */
export type Got =
  | {
      readonly is: 'answer'
      readonly status: number
      readonly retryAfter?: string
      readonly etag?: string
      readonly modified?: string
      readonly body: string
    }
  | { readonly is: 'fault'; readonly why: string }

export interface Ask {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly fetch: typeof globalThis.fetch
  /** The whole exchange, body included. */
  readonly patienceMs: number
  /** A body longer than that is a fault. */
  readonly mostBytes: number
  readonly signal: AbortSignal
}

class TooLate extends Error {}

/** A signal that also ends after a while; disposing of it leaves nothing behind on the one it follows. */
const deadline = (signal: AbortSignal, ms: number): Disposable & { readonly signal: AbortSignal } => {
  const controller = new AbortController()
  const follow = (): void => controller.abort(signal.reason)
  const timer = setTimeout(() => controller.abort(new TooLate(`no answer within ${ms} ms`)), ms)
  if (signal.aborted) follow()
  signal.addEventListener('abort', follow, { once: true })
  return {
    signal: controller.signal,
    [Symbol.dispose]: () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', follow)
    },
  }
}

const read = async (response: Response, mostBytes: number): Promise<string> => {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of atMost(response.body, mostBytes)) text += decoder.decode(chunk, { stream: true })
  return text + decoder.decode()
}

/** What went wrong on the way, in a few words; `fetch` hides it in the cause. */
const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message
}

/** A network or a server at fault is an outcome; only the caller's own abort rejects. */
export const get = async ({ url, headers, fetch, patienceMs, mostBytes, signal }: Ask): Promise<Got> => {
  using limit = deadline(signal, patienceMs)
  try {
    const response = await fetch(url, { headers, signal: limit.signal })
    const body = await read(response, mostBytes)
    const header = (name: string): string | undefined => response.headers.get(name) ?? undefined
    return {
      is: 'answer',
      status: response.status,
      body,
      ...given({
        retryAfter: header('retry-after'),
        etag: header('etag'),
        modified: header('last-modified'),
      }),
    }
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof TooLate || error instanceof TooLong || error instanceof TypeError)
      return { is: 'fault', why: reasonOf(error) }
    throw error
  }
}
