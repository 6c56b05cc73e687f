import type { IncomingMessage } from 'node:http'
import type { Raw } from './parameters.ts'
import { bad, Refusal } from './refusal.ts'

const largest = 52_428_800

const bytes = async (request: IncomingMessage): Promise<Buffer<ArrayBuffer>> => {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size > largest) throw new Refusal(413, 'Request Entity Too Large')
    parts.push(part)
  }
  return Buffer.concat(parts)
}

const fromForm = async (body: Buffer<ArrayBuffer>, type: string): Promise<Raw> => {
  const form = await new Response(body, { headers: { 'content-type': type } }).formData().catch(() => {
    throw bad("can't parse multipart form data")
  })
  const raw: Record<string, unknown> = {}
  for (const [name, value] of form.entries()) {
    raw[name] =
      typeof value === 'string'
        ? value
        : { bytes: new Uint8Array(await value.arrayBuffer()), type: value.type, name: value.name }
  }
  return raw
}

const fromJson = (body: Buffer): Raw => {
  if (body.length === 0) return {}
  try {
    const value: unknown = JSON.parse(body.toString('utf8'))
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw bad("can't parse JSON: expected an object")
    return value as Raw
  } catch (error) {
    if (error instanceof SyntaxError) throw bad("can't parse JSON: invalid syntax")
    throw error
  }
}

/** The parameters of a request, from its address and from its body in any of the four ways that Telegram reads. */
export const readBody = async (request: IncomingMessage, query: URLSearchParams): Promise<Raw> => {
  const body = await bytes(request)
  const type = request.headers['content-type'] ?? ''
  const kind = type.split(';')[0]?.trim().toLowerCase()
  const sent =
    kind === 'application/json'
      ? fromJson(body)
      : kind === 'multipart/form-data'
        ? await fromForm(body, type)
        : Object.fromEntries(new URLSearchParams(body.toString('utf8')))
  // A client may repeat the method's name in the form; the one in the address counts.
  const { method: _, ...rest } = { ...Object.fromEntries(query), ...sent }
  return rest
}
