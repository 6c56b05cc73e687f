import { setTimeout } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { hasPostgres } from '../../test/support/database.ts'
import { redisServer } from '../../test/support/redis.ts'
import { createCrew } from '../broadcast/crew.ts'
import { openDoor, type Door } from '../broadcast/door.ts'
import { openOffice, type Office } from '../broadcast/office.ts'
import { memoryOf } from '../process.ts'
import type { Row, Scenario } from '../scenario.ts'
import { sized } from '../sized.ts'

const sizes = [sized(1_000, 50), 10_000, 100_000].slice(0, sized(3, 1))
/** How long each is watched, in seconds. */
const lasts = Number(process.env['BENCH_SECONDS'] ?? sized(15, 2))

interface Peaks {
  /** Of the process that writes the broadcast out and carries it. */
  memory: number
  /** Letters that are open. */
  rows: number
  keys: number
}

const openRows = async ({ database }: Office): Promise<number> => {
  const { rows } = await database.sql.ask(
    'select count(*)::int as open from porte_voix.letters where closed is null',
    [],
  )
  return Number(rows[0]?.['open'])
}

const peaks = async (door: Door, size: number, signal: AbortSignal): Promise<Peaks> => {
  await using office = await openOffice({ door, perSecond: 60, withRedis: true })
  await office.broadcast(size)
  await using crew = createCrew(door, office.env)
  const [worker] = await crew.start('worker')
  const redis = new Redis(office.redis ?? '')
  const most: Peaks = { memory: 0, rows: 0, keys: 0 }
  try {
    for (const from = performance.now(); performance.now() - from < lasts * 1_000;) {
      signal.throwIfAborted()
      worker?.check()
      most.memory = Math.max(most.memory, await memoryOf(worker?.pid))
      most.rows = Math.max(most.rows, await openRows(office))
      most.keys = Math.max(most.keys, await redis.dbsize())
      await setTimeout(200)
    }
  } finally {
    redis.disconnect()
  }
  return most
}

export const audience: Scenario = {
  name: 'audience',
  work: `what a broadcast takes while it goes out, by its audience; the most that was seen in ${lasts} seconds, one process each`,
  run: async (signal) => {
    if (!hasPostgres || redisServer === undefined) {
      process.stderr.write('no PostgreSQL or no Redis here: nothing to measure\n')
      return []
    }
    await using door = await openDoor({ latency: [20, 60] })
    const rows: Row[] = []
    let least: Peaks | undefined
    for (const size of sizes) {
      const own = await peaks(door, size, signal)
      least ??= own
      for (const [of, what, unit] of [
        ['memory', 'memory', 'MB'],
        ['rows', 'open letters', 'rows'],
        ['keys', 'Redis', 'keys'],
      ] as const)
        rows.push({
          what: `${what}, ${size.toLocaleString('en')} people`,
          unit,
          ours: own[of],
          limit: { name: `for ${(sizes[0] ?? 0).toLocaleString('en')}`, figure: least[of] },
          better: 'less',
        })
    }
    return rows
  },
}
