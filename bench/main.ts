import { readdir } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import { ratio, type Row, type Scenario } from './scenario.ts'
import { table } from './table.ts'

const isScenario = (thing: unknown): thing is Scenario =>
  typeof thing === 'object' && thing !== null && 'work' in thing && 'run' in thing

/** Whatever the files of `scenarios/` export that can be run, by name. */
const discover = async (): Promise<readonly Scenario[]> => {
  const folder = new URL('scenarios/', import.meta.url)
  const files = (await readdir(folder)).filter((file) => /(?<!\.d)\.[jt]s$/.test(file)).toSorted()
  const modules = await Promise.all(
    files.map((file) => import(new URL(file, folder).href) as Promise<Record<string, unknown>>),
  )
  return modules.flatMap((module) => Object.values(module)).filter(isScenario)
}

const say = (text: string): void => void process.stdout.write(`${text}\n`)

const machine = () => ({
  node: process.version,
  cores: cpus().length,
  memoryMB: Math.round(totalmem() / 1_048_576),
})

const withRatios = (row: Row) => ({
  ...row,
  ...(row.peer && { peer: { ...row.peer, ratio: ratio(row, row.peer) } }),
  ...(row.limit && { limit: { ...row.limit, ratio: ratio(row, row.limit) } }),
})

const main = async (): Promise<void> => {
  const { values, positionals } = parseArgs({
    options: { json: { type: 'boolean' } },
    allowPositionals: true,
  })
  const stop = new AbortController()
  process.once('SIGINT', () => stop.abort())
  const scenarios = await discover()
  const chosen =
    positionals.length > 0 ? scenarios.filter(({ name }) => positionals.includes(name)) : scenarios
  if (chosen.length === 0) {
    say(`no such benchmark; there are: ${scenarios.map(({ name }) => name).join(', ')}`)
    process.exitCode = 1
  }
  const told = []
  for (const scenario of chosen) {
    const { name, work } = scenario
    if (!values.json) say(`\n${name}: ${work}`)
    const rows = await scenario.run(stop.signal)
    if (!values.json) say(table(rows))
    told.push({ name, work, rows: rows.map(withRatios) })
  }
  if (values.json) say(JSON.stringify({ machine: machine(), scenarios: told }, undefined, 2))
}

await main()
