import { setTimeout } from 'node:timers/promises'
import { systemClock } from '../../src/base/clock.ts'
import { rich } from '../../src/base/rich.ts'
import { hasPostgres } from '../../test/support/database.ts'
import { redisServer } from '../../test/support/redis.ts'
import { createCrew } from '../broadcast/crew.ts'
import { openDoor, type Door } from '../broadcast/door.ts'
import { openOffice } from '../broadcast/office.ts'
import { quantile } from '../measure.ts'
import type { Row, Scenario } from '../scenario.ts'
import { sized } from '../sized.ts'

const letters = Number(process.env['BENCH_LETTERS'] ?? sized(100, 10))
const pause = 120

/** Milliseconds from when it was sent to when it came, each to a chat of its own. */
const trips = async (door: Door, send: (chat: number) => Promise<unknown>): Promise<readonly number[]> => {
  const sent = new Map<number, number>()
  for (let chat = 1; chat <= letters; chat += 1) {
    sent.set(chat, performance.now())
    await send(chat)
    await setTimeout(pause)
  }
  await setTimeout(1_000)
  return door.arrivals.map(({ chat, at }) => at - (sent.get(chat) ?? Number.NaN)).slice(letters / 10)
}

const ours = async (door: Door, withRedis: boolean): Promise<readonly number[]> => {
  await using office = await openOffice({ door, perSecond: 30, withRedis })
  await using crew = createCrew(door, office.env)
  await crew.start('bot', 'worker')
  return await trips(door, async (chat) => {
    const to = { platform: 'telegram', key: String(chat) }
    const body = { is: 'message', message: { text: rich`Changement d’heure` } } as const
    await office.store.outbox.put([{ to, lane: 'urgent', body }], systemClock.now())
    await office.queue.add('pump', { platform: 'telegram' }, { id: 'telegram' })
  })
}

const bare = async (door: Door): Promise<readonly number[]> => {
  door.begins()
  return await trips(door, (chat) =>
    fetch(`${door.url}/bot${door.token}/sendMessage`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ chat_id: chat, text: 'Changement d’heure' }),
    }).then((answer) => answer.text()),
  )
}

export const door: Scenario = {
  name: 'door',
  work: `from the commit of a letter, by one process, to the platform’s door, by another; ${letters} letters, one at a time`,
  run: async () => {
    if (!hasPostgres || redisServer === undefined) {
      process.stderr.write('no PostgreSQL or no Redis here: nothing to measure\n')
      return []
    }
    await using open = await openDoor({ rate: 30, latency: [0, 0] })
    const limit = await bare(open)
    const rows: Row[] = []
    for (const [size, withRedis] of [
      ['Redis', true],
      ['PostgreSQL', false],
    ] as const) {
      const own = await ours(open, withRedis)
      for (const share of [0.5, 0.99])
        rows.push({
          what: `${size}, p${share * 100}`,
          unit: 'ms',
          ours: quantile(own, share),
          limit: { name: 'a bare call', figure: quantile(limit, share) },
          better: 'less',
        })
    }
    return rows
  },
}
