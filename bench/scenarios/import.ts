import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Scenario } from '../scenario.ts'

const program = (name: string): string => fileURLToPath(new URL(`../import/${name}.js`, import.meta.url))

interface Figures {
  readonly seconds: number
  readonly peakMB: number
}

const run = promisify(execFile)

/** What a program of ours says on its last line. */
const figures = async (args: readonly string[], signal: AbortSignal): Promise<Figures> => {
  const { stdout } = await run(process.execPath, args, { signal, maxBuffer: 2 ** 24 })
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Figures
}

const startServer = async (signal: AbortSignal): Promise<AsyncDisposable & { readonly url: string }> => {
  const server = spawn(process.execPath, [program('server')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    signal,
  })
  const ended = once(server, 'exit')
  const [said] = (await once(server.stdout, 'data')) as readonly Buffer[]
  return {
    url: String(said).trim(),
    [Symbol.asyncDispose]: async () => {
      server.kill('SIGTERM')
      await ended
    },
  }
}

/** As `npm start` runs the product. */
const lean = ['--max-old-space-size=192', '--max-semi-space-size=2']

/** The promise of the product. */
const mostMB = 300

export const firstImport: Scenario = {
  name: 'import',
  work: '6,000 groups and 4,000 actions from a make-believe Action Populaire, without pauses, into an embedded database',
  run: async (signal) => {
    await using server = await startServer(signal)
    const folder = await mkdtemp(join(tmpdir(), 'porte-voix-import-'))
    try {
      const args = [...lean, program('ours'), server.url, join(folder, 'data')]
      // The first start makes the database, which takes more memory than any use of it.
      await figures([...args, 'open'], signal)
      const ours = await figures(args, signal)
      const bare = await figures([program('bare'), server.url], signal)
      return [
        {
          what: 'first import',
          unit: 's',
          ours: ours.seconds,
          limit: { name: 'the same questions, unread', figure: bare.seconds },
          better: 'less',
        },
        {
          what: 'memory at most',
          unit: 'MB',
          ours: ours.peakMB,
          limit: { name: 'promised', figure: mostMB },
          better: 'less',
        },
      ]
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  },
}
