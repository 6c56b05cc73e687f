import { randomBytes } from 'node:crypto'
import { systemClock } from '../../src/base/clock.ts'
import type { Platform, Update } from '../../src/chat/index.ts'
import { discover } from '../../src/engine/catalogue.ts'
import { createHouse } from '../../src/house.ts'
import { createLog, toStandardOutput } from '../../src/log.ts'
import { createGazetteer } from '../../src/outside/gazetteer/gazetteer.ts'
import { createPace } from '../../src/queue/pace.ts'
import { createQueue } from '../../src/queue/queue.ts'
import { openDatabase } from '../../src/store/database.ts'
import { createStore } from '../../src/store/store.ts'
import { quantile } from '../measure.ts'
import { fill, pick, random } from './country.ts'
import { sized } from '../sized.ts'

/** Asks a house for groups and actions, one question after the other, up to the platform's door. */
const [database = ''] = process.argv.slice(2)
const questions = sized(400, 4)
const warmUp = sized(40, 1)

const clock = systemClock
const log = createLog({ level: 'warn', shape: 'line', secrets: [], write: toStandardOutput() })
const never = new AbortController()
const gazetteer = createGazetteer()

const places =
  '93100,75020,69003,13001,59000,97400,31000,42000,35000,Montreuil 93,st etienne,lyon 3e,Marseile,toulouze,La Réunion,93,2A,Lille,Brest'.split(
    ',',
  )
const whens = [
  '',
  ' ce week-end',
  ' demain',
  ' cette semaine',
  ' samedi',
  ' tracts',
  ' porte-à-porte ce week-end',
]

let heard: ((update: Update) => Promise<void>) | undefined
/** Takes every message, and carries it nowhere. */
const door: Platform = {
  name: 'bench',
  can: { modals: false, position: true, asides: false, dropsRepeats: false, perSecond: 1_000_000 },
  toll: () => ({ overall: false }),
  standing: async () => undefined,
  publish: async () => {},
  listen: (ears, signal) => {
    heard = (update) => ears.hear(update)
    return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
  },
  deliver: async () => ({ is: 'delivered', ref: '1', home: '1' }),
  withdraw: async (_, ref) => ({ is: 'delivered', ref }),
}

await using opened = await openDatabase({
  where: database.startsWith('postgres') ? { url: database } : { pglite: database },
  log,
})
const store = await createStore({ database: opened, keys: [randomBytes(32)], clock, log })
const where = { sql: opened.sql }
await using queue = await createQueue({ where, log })
await using pace = await createPace({ where, mark: (name) => store.mark(name), log })
await fill({ store, sql: opened.sql, gazetteer }, { groups: 6_000, actions: 4_000, answers: 20_000 })
await opened.sql.ask('analyze', [])
const house = createHouse({
  store,
  queue,
  pace,
  platforms: [door],
  handlers: await discover(new URL('../../commands/', import.meta.url)),
  territory: () => gazetteer,
  clock,
  log,
})
const listening = house.listen(door, never.signal)
await new Promise((resolve) => setImmediate(resolve))

const chance = random(2)
let count = 0
const ask = async (name: string, line: string): Promise<number> => {
  const key = String(Math.floor(chance() * 3_000))
  const update: Update = {
    platform: 'bench',
    id: `update ${(count += 1)}`,
    at: clock.now(),
    from: { key, name: 'Amel', door: { platform: 'bench', key } },
    place: { kind: 'private', key },
    back: { platform: 'bench', key },
    said: { is: 'command', name, line },
  }
  const began = performance.now()
  await heard?.(update)
  return performance.now() - began
}

/** One statement that finds what is near, alone: what our answer is made around. */
const bare = async (line: string): Promise<number> => {
  const found = gazetteer.find(line)
  const area = found.is === 'one' ? found.area : gazetteer.find('93100')
  const point = 'point' in area && area.point ? area.point : { lat: 48.86, lon: 2.44 }
  const began = performance.now()
  await store.groups.near(point, 30_000, { skip: 0, take: 5 }, clock.now())
  return performance.now() - began
}

const figures: Record<'groupes' | 'actions' | 'bare', number[]> = { groupes: [], actions: [], bare: [] }
for (let at = -warmUp; at < questions; at++) {
  const place = pick(places, chance())
  const took = {
    groupes: await ask('groupes', place),
    actions: await ask('actions', place + pick(whens, chance())),
    bare: await bare(place),
  }
  if (at < 0) continue
  figures.groupes.push(took.groupes)
  figures.actions.push(took.actions)
  figures.bare.push(took.bare)
}
never.abort()
await listening
const told = Object.entries(figures).map(([name, sample]) => [
  name,
  { p50: quantile(sample, 0.5), p99: quantile(sample, 0.99) },
])
process.stdout.write(`${JSON.stringify(Object.fromEntries(told))}\n`)
