import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { systemClock } from '../../src/base/clock.ts'
import { openDatabase } from '../../src/store/database.ts'
import { createStore } from '../../src/store/store.ts'
import { hasPostgres } from '../../test/support/database.ts'
import { redisServer } from '../../test/support/redis.ts'
import { addressed } from '../broadcast/addressed.ts'
import { createCrew } from '../broadcast/crew.ts'
import { openDoor, type Door } from '../broadcast/door.ts'
import { openOffice, silent } from '../broadcast/office.ts'
import type { Row, Scenario } from '../scenario.ts'
import { sized } from '../sized.ts'

const letters = Number(process.env['BENCH_LETTERS'] ?? sized(2_000, 40))
const perSecond = 1_000
/** The same as a pump has in its hands. */
const atOnce = 16
const patience = 40_000

/** Letters a second, from the first to the last. */
const speed = async (door: Door, signal: AbortSignal): Promise<number> => {
  const began = performance.now()
  while (door.arrivals.length < letters && performance.now() - began < patience) {
    signal.throwIfAborted()
    await setTimeout(20)
  }
  const [first, last] = [door.arrivals[0]?.at ?? 0, door.arrivals.at(-1)?.at ?? 0]
  return ((door.arrivals.length - 1) * 1_000) / Math.max(1, last - first)
}

const onServers = async (door: Door, withRedis: boolean, signal: AbortSignal): Promise<number> => {
  await using office = await openOffice({ door, perSecond, withRedis })
  await office.broadcast(letters)
  await using crew = createCrew(door, office.env)
  await crew.start('worker')
  return await speed(door, signal)
}

const embedded = async (door: Door, signal: AbortSignal): Promise<number> => {
  const folder = await mkdtemp(join(tmpdir(), 'porte-voix-bench-'))
  try {
    const key = randomBytes(32)
    {
      await using database = await openDatabase({ where: { pglite: join(folder, 'base') }, log: silent })
      await using store = await createStore({ database, keys: [key], clock: systemClock, log: silent })
      await addressed({ database, store, key, size: letters, urgency: 'announcement' })
    }
    await using crew = createCrew(door, {
      DATA_DIR: folder,
      SECRET_KEY: key.toString('base64'),
      TELEGRAM_TOKEN: door.token,
      TELEGRAM_API_ROOT: door.url,
      TELEGRAM_RATE: String(perSecond),
    })
    await crew.start('all')
    return await speed(door, signal)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const bare = async (door: Door, signal: AbortSignal): Promise<number> => {
  door.begins()
  let chat = 0
  const loop = async (): Promise<void> => {
    while ((chat += 1) <= letters) {
      const answer = await fetch(`${door.url}/bot${door.token}/sendMessage`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ chat_id: chat, text: 'Samedi, tous à Bastille' }),
        // One of its own for each call: what fetch adds to a signal stays there.
        signal: AbortSignal.any([signal]),
      })
      await answer.text()
    }
  }
  await Promise.all(Array.from({ length: atOnce }, loop))
  return await speed(door, signal)
}

export const unleashed: Scenario = {
  name: 'unleashed',
  work: `a broadcast of ${letters} letters by one worker, where the platform grants ${perSecond} a second, which is more than the machine does`,
  run: async (signal) => {
    await using door = await openDoor({ latency: [0, 0] })
    const limit = { name: 'bare calls, 16 at once', figure: await bare(door, signal) }
    const row = (size: string, ours: number): Row => ({
      what: `letters, ${size}`,
      unit: '/s',
      ours,
      limit,
      better: 'more',
    })
    const rows = [row('PGlite', await embedded(door, signal))]
    if (!hasPostgres || redisServer === undefined) {
      process.stderr.write('no PostgreSQL or no Redis here: their figures are left out\n')
      return rows
    }
    return [
      ...rows,
      row('PostgreSQL', await onServers(door, false, signal)),
      row('PostgreSQL and Redis', await onServers(door, true, signal)),
    ]
  },
}
