import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { median } from '../measure.ts'
import { startAndEnd, type Started } from '../process.ts'
import type { Row, Scenario } from '../scenario.ts'
import { sized } from '../sized.ts'

const program = fileURLToPath(new URL('../../src/main.js', import.meta.url))

const answers = async (address: string): Promise<true | undefined> => {
  try {
    return (await fetch(address)).status === 200 || undefined
  } catch (error) {
    // Nobody listens there yet.
    if (error instanceof TypeError) return undefined
    throw error
  }
}

/** It says an address, and all that it needs answers. */
const ours = (folder: string, signal: AbortSignal): Promise<Started> =>
  startAndEnd({
    args: [program],
    env: { DATA_DIR: folder, PORT: '0', PLAYGROUND: 'on', LOG_LEVEL: 'warn' },
    ready: async (said) => {
      const [address] = /http:\/\/[\w.:-]+/.exec(said) ?? []
      return address === undefined ? undefined : answers(`${address}/ready`)
    },
    signal,
  })

const script = (text: string, signal: AbortSignal): Promise<Started> =>
  startAndEnd({
    args: ['--input-type=module', '--eval', `${text}; console.log('ready'); setInterval(() => {}, 60_000)`],
    env: {},
    ready: async (said) => said.includes('ready') || undefined,
    signal,
  })

const libraries = `
  import { Telegraf } from 'telegraf'
  import { Client } from 'discord.js'
  new Telegraf('1:token'); new Client({ intents: [] })`

const runs = sized(5, 1)

interface Round {
  readonly first: Started
  readonly again: Started
  readonly bare: Started
  readonly empty: Started
}

const round = async (signal: AbortSignal): Promise<Round> => {
  const folder = await mkdtemp(join(tmpdir(), 'porte-voix-bench-'))
  try {
    return {
      first: await ours(join(folder, 'data'), signal),
      again: await ours(join(folder, 'data'), signal),
      bare: await script(libraries, signal),
      empty: await script('', signal),
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

export const start: Scenario = {
  name: 'start',
  work: 'from the start of the process to /ready with the playground, beside telegraf and discord.js without a bot in them',
  run: async (signal) => {
    await round(signal)
    const rounds: Round[] = []
    for (let at = 0; at < runs; at++) rounds.push(await round(signal))
    const figure = (who: keyof Round, of: keyof Started): number => median(rounds.map((one) => one[who][of]))
    const row = (what: string, unit: string, who: keyof Round, of: keyof Started): Row => ({
      what,
      unit,
      ours: figure(who, of),
      peer: { name: 'libraries', figure: figure('bare', of) },
      limit: { name: 'node', figure: figure('empty', of) },
      better: 'less',
    })
    return [
      row('first start', 'ms', 'first', 'readyMs'),
      row('second start', 'ms', 'again', 'readyMs'),
      row('memory when ready', 'MB', 'again', 'memoryMB'),
    ]
  },
}
