import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { aPostgres, createDatabase, hasPostgres } from '../../test/support/database.ts'

const run = promisify(execFile)

/** In as little memory as `npm start` gives. */
const asStarted = ['--expose-gc', '--max-old-space-size=192', '--max-semi-space-size=2']

/** The last line that a program of this folder writes, in a process of its own. */
export const told = async (name: string, args: readonly string[], signal: AbortSignal): Promise<unknown> => {
  const program = fileURLToPath(new URL(`${name}.js`, import.meta.url))
  const { stdout } = await run(process.execPath, [...asStarted, program, ...args], { signal })
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
}

/** The same on each database that this machine has, each time a new one. */
export const onEach = async <T>(
  work: (database: string, size: string) => Promise<T>,
): Promise<readonly T[]> => {
  const done: T[] = []
  const folder = await mkdtemp(join(tmpdir(), 'porte-voix-bench-'))
  try {
    done.push(await work(join(folder, 'base'), 'PGlite'))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  if (!hasPostgres) {
    process.stderr.write('no PostgreSQL here: its figures are left out\n')
    return done
  }
  await using server = await aPostgres()
  await using database = await createDatabase(server.url)
  done.push(await work(database.url, 'PostgreSQL'))
  return done
}
