import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { systemClock, type Clock } from '../../src/base/clock.ts'
import { readConfig, type Environment } from '../../src/config.ts'
import { examine } from '../../src/doctor/doctor.ts'
import { doctor } from '../../src/phrases/doctor.ts'

export type Page = { readonly status?: number; readonly date?: string; readonly body: unknown }
export type Pages = Readonly<Record<string, Page>>

/** A service that knows a few pages; what it was asked is kept. */
export const serve = async (pages: Pages) => {
  const asked: IncomingMessage[] = []
  const server = createServer((request, response) => {
    asked.push(request)
    const { status = 200, date, body } = pages[request.url ?? ''] ?? { status: 500, body: {} }
    if (date !== undefined) response.setHeader('date', date)
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const at = server.address()
  return { root: `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}`, asked }
}

/** A folder that lasts as long as the test. */
export const ownFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'porte-voix-doctor-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return folder
}

/** The doctor's answer to these settings: all lines, and those about one thing with what to do about it. */
export const visit = async (env: Environment, clock: Clock = systemClock) => {
  const lines: string[] = []
  const config = readConfig({ DATA_DIR: await ownFolder(), ...env })
  const { signal } = new AbortController()
  const code = await examine({ config, clock, signal, say: (line) => lines.push(line) })
  const about = (name: string): readonly string[] =>
    lines.flatMap((line, at) =>
      line.startsWith(`✗ ${name}`)
        ? [line, lines[at + 1] ?? '']
        : line.slice(2).startsWith(name)
          ? [line]
          : [],
    )
  return { code, lines, about }
}

export const mark = (is: string, about: string, words: string): string => doctor.line(is, about, words)
