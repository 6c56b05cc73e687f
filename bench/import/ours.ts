import { readFileSync } from 'node:fs'
import { systemClock } from '../../src/base/clock.ts'
import { createImports } from '../../src/domain/imports/service.ts'
import { createLog, toStandardOutput } from '../../src/log.ts'
import { createActionPopulaire } from '../../src/outside/action-populaire/index.ts'
import { createGazetteer } from '../../src/outside/gazetteer/gazetteer.ts'
import { openDatabase } from '../../src/store/database.ts'
import { createStore } from '../../src/store/store.ts'

/** A first import, whole and without pauses, into the database named; says how long it took and how large it grew. */
const [url = '', database = '', onlyOpen] = process.argv.slice(2)
const clock = systemClock
const log = createLog({ level: 'warn', shape: 'line', secrets: [], write: toStandardOutput() })
const peakMB = (): number =>
  Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1_024

await using opened = await openDatabase({
  where: database.startsWith('postgres') ? { url: database } : { pglite: database },
  log,
})
const store = await createStore({ database: opened, keys: [Buffer.alloc(32, 1)], clock, log })
const imports = createImports({
  ...store,
  name: 'action-populaire',
  source: createActionPopulaire({ url, clock, version: '0.0.0', contact: 'bench', paceMs: 0 }),
  gazetteer: createGazetteer(),
  wanted: [],
  clock,
  log,
})
const never = new AbortController()
const beforeMB = peakMB()
const began = performance.now()
let progress = await imports.progress()
if (onlyOpen === undefined)
  while (progress.what !== 'nothing') progress = await imports.poll({ signal: never.signal, forMs: 600_000 })
const seconds = (performance.now() - began) / 1_000
process.stdout.write(`${JSON.stringify({ seconds, peakMB: peakMB(), beforeMB, ...progress })}\n`)
