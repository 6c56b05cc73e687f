import type { ServerResponse } from 'node:http'
import type { Answer } from './answers.ts'
import { page } from './answers.ts'

/** What a service on the Internet does one day or another. */
export type Mischief =
  | { readonly is: 'slow'; readonly ms: number }
  /** 429; seconds, or a date of HTTP. */
  | { readonly is: 'too many'; readonly retryAfter?: string }
  /** 502, with the page of a proxy. */
  | { readonly is: 'bad gateway' }
  | { readonly is: 'status'; readonly status: number }
  /** 200, and JSON that stops in the middle. */
  | { readonly is: 'truncated' }
  /** The connection breaks in the middle of the body. */
  | { readonly is: 'cut' }
  /** Takes the request and never answers. */
  | { readonly is: 'silent' }
  /** 200, and a body that never ends. */
  | { readonly is: 'endless' }

export interface Mischiefs {
  /** From now on, and for so many requests (all of them unless told otherwise) to paths that match. */
  add(mischief: Mischief, on?: { readonly path?: RegExp; readonly times?: number }): void
  clear(): void
  next(path: string): Mischief | undefined
}

export const createMischiefs = (): Mischiefs => {
  let planned: { readonly mischief: Mischief; readonly path: RegExp; left: number }[] = []
  return {
    add: (mischief, { path = /^/, times = Number.POSITIVE_INFINITY } = {}) => {
      planned.push({ mischief, path, left: times })
    },
    clear: () => {
      planned = []
    },
    next: (path) => {
      const due = planned.find((one) => one.left > 0 && one.path.test(path))
      if (due) due.left -= 1
      return due?.mischief
    },
  }
}

const chunk = '['.repeat(65_536)

const pour = (response: ServerResponse): void => {
  while (!response.destroyed && response.write(chunk)) if (response.writableNeedDrain) break
  if (!response.destroyed) response.once('drain', () => pour(response))
}

const send = (response: ServerResponse, { status, headers, body }: Answer): void => {
  const bytes = Buffer.from(body)
  response.writeHead(status, { ...headers, 'content-length': bytes.length })
  response.end(bytes)
}

/** Puts an answer on the wire, whole or as the mischief has it; `slow` has been waited for already. */
export const deliver = (response: ServerResponse, answer: Answer, mischief: Mischief | undefined): void => {
  switch (mischief?.is) {
    case undefined:
    case 'slow':
      return send(response, answer)
    case 'too many':
      return send(response, {
        ...page(429, 'Too Many Requests', ''),
        headers: mischief.retryAfter === undefined ? {} : { 'retry-after': mischief.retryAfter },
      })
    case 'bad gateway':
      return send(response, page(502, '502 Bad Gateway', 'nginx'))
    case 'status':
      return send(response, page(mischief.status, String(mischief.status), ''))
    case 'truncated':
      return send(response, { ...answer, body: answer.body.slice(0, Math.ceil(answer.body.length / 2)) })
    case 'cut': {
      const bytes = Buffer.from(answer.body)
      response.writeHead(answer.status, { ...answer.headers, 'content-length': bytes.length })
      response.write(bytes.subarray(0, Math.ceil(bytes.length / 2)), () => response.destroy())
      return
    }
    case 'silent':
      return
    case 'endless':
      response.writeHead(200, { 'content-type': 'application/json' })
      return pour(response)
  }
}
