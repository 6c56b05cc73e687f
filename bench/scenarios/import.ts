import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { median } from '../measure.ts'
import { runToEnd, serve } from '../process.ts'
import type { Row, Scenario } from '../scenario.ts'
import { postgresServer, startPostgres } from '../../test/support/postgres.ts'

interface Told {
  readonly seconds: number
  readonly peakMB: number
}

const program = (name: string): string => fileURLToPath(new URL(`../import/${name}.js`, import.meta.url))

const told = async (name: string, of: readonly string[], signal: AbortSignal): Promise<Told> =>
  JSON.parse(await runToEnd({ args: [program(name), ...of], signal })) as Told

const embedded = async (url: string, signal: AbortSignal): Promise<Told> => {
  const folder = await mkdtemp(join(tmpdir(), 'porte-voix-bench-'))
  try {
    return await told('ours', [url, join(folder, 'base')], signal)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const served = async (file: string, url: string, signal: AbortSignal): Promise<Told> => {
  await using postgres = await startPostgres(file)
  return told('ours', [url, postgres.url], signal)
}

const runs = 3

/** What the product promises not to grow over. */
const promisedMB = 300

export const firstImport: Scenario = {
  name: 'import',
  work: 'a first import of 6,000 groups and 4,000 actions, without the pauses that manners ask for, beside reading the same pages and keeping nothing',
  run: async (signal) => {
    await using server = await serve({ args: [program('server')], signal })
    const rounds: Record<'PGlite' | 'PostgreSQL' | 'raw', Told[]> = { PGlite: [], PostgreSQL: [], raw: [] }
    for (let at = 0; at < runs; at++) {
      rounds.PGlite.push(await embedded(server.said, signal))
      if (postgresServer !== undefined)
        rounds.PostgreSQL.push(await served(postgresServer, server.said, signal))
      rounds.raw.push(await told('raw', [server.said], signal))
    }
    const figure = (who: keyof typeof rounds, of: keyof Told): number =>
      median(rounds[who].map((one) => one[of]))
    const sizes = (['PGlite', 'PostgreSQL'] as const).filter((size) => rounds[size].length > 0)
    return sizes.flatMap((size): readonly Row[] => [
      {
        what: `time on ${size}`,
        unit: 's',
        ours: figure(size, 'seconds'),
        peer: { name: 'download', figure: figure('raw', 'seconds') },
        better: 'less',
      },
      {
        what: `peak memory on ${size}`,
        unit: 'MB',
        ours: figure(size, 'peakMB'),
        peer: { name: 'download', figure: figure('raw', 'peakMB') },
        limit: { name: 'promised', figure: promisedMB },
        better: 'less',
      },
    ])
  },
}
