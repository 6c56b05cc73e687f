import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { z } from 'zod'
import { aPostgres, createDatabase, hasPostgres } from '../../test/support/database.ts'
import type { Row, Scenario } from '../scenario.ts'

const program = fileURLToPath(new URL('../find/asking.js', import.meta.url))
const run = promisify(execFile)

const figure = z.object({ p50: z.number(), p99: z.number() })
const told = z.object({ groupes: figure, actions: figure, bare: figure })

/** What a militant is promised, in milliseconds. */
const promised = 50

const ask = async (database: string, signal: AbortSignal): Promise<z.infer<typeof told>> => {
  const { stdout } = await run(process.execPath, [program, database], { signal })
  return told.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''))
}

const rows = (size: string, { groupes, actions, bare }: z.infer<typeof told>): readonly Row[] =>
  Object.entries({ '/groupes': groupes, '/actions': actions }).flatMap(([command, figures]) =>
    (['p50', 'p99'] as const).map((at) => ({
      what: `${command} ${at}, ${size}`,
      unit: 'ms',
      ours: figures[at],
      peer: { name: 'one statement', figure: bare[at] },
      limit: { name: 'promised', figure: promised },
      better: 'less' as const,
    })),
  )

const embedded = async (signal: AbortSignal): Promise<readonly Row[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'porte-voix-bench-'))
  try {
    return rows('PGlite', await ask(join(folder, 'base'), signal))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const served = async (signal: AbortSignal): Promise<readonly Row[]> => {
  if (!hasPostgres) {
    process.stderr.write('no PostgreSQL here: its figures are left out\n')
    return []
  }
  await using server = await aPostgres()
  await using database = await createDatabase(server.url)
  return rows('PostgreSQL', await ask(database.url, signal))
}

export const find: Scenario = {
  name: 'find',
  work: '400 × /groupes and /actions on 6,000 groups, 4,000 actions, 20,000 answers: from the update to the platform’s door',
  run: async (signal) => [...(await embedded(signal)), ...(await served(signal))],
}
