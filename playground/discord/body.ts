import type { IncomingMessage } from 'node:http'
import { refusals } from './refusal.ts'
import type { Upload } from './writing.ts'

export interface Read {
  readonly body: unknown
  readonly uploads: readonly Upload[]
}

const json = (text: string): unknown => {
  try {
    return text === '' ? undefined : JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) throw refusals.invalidJson()
    throw error
  }
}

const pictures: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
}

/** Discord goes by the name of the file. */
const typeOf = (name: string): string =>
  pictures[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream'

const file = async (name: string, value: string | File): Promise<Upload[]> => {
  const part = /^files\[(?<part>\d+)\]$/.exec(name)?.groups?.['part']
  if (part === undefined || typeof value === 'string') return []
  return [
    { part, name: value.name, type: typeOf(value.name), bytes: new Uint8Array(await value.arrayBuffer()) },
  ]
}

/** JSON, or a form with `payload_json` and `files[n]`. @throws Refusal for what is neither. */
export const readBody = async (request: IncomingMessage): Promise<Read> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const bytes = Buffer.concat(chunks)
  const type = request.headers['content-type'] ?? ''
  if (!type.startsWith('multipart/form-data')) return { body: json(bytes.toString()), uploads: [] }
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData()
  const payload = form.get('payload_json')
  const uploads = await Promise.all([...form.entries()].map(([name, value]) => file(name, value)))
  return { body: json(typeof payload === 'string' ? payload : ''), uploads: uploads.flat() }
}
