import { setTimeout } from 'node:timers/promises'
import { hasPostgres } from '../../test/support/database.ts'
import { redisServer } from '../../test/support/redis.ts'
import { createCrew } from '../broadcast/crew.ts'
import { openDoor, type Door } from '../broadcast/door.ts'
import { openOffice } from '../broadcast/office.ts'
import { startPeer } from '../broadcast/programs.ts'
import { answers, tapping } from '../broadcast/round.ts'
import { quantile } from '../measure.ts'
import type { Row, Scenario } from '../scenario.ts'
import { sized } from '../sized.ts'

const rate = 30
const taps = 4
/** How long each is measured, in seconds. */
const lasts = Number(process.env['BENCH_SECONDS'] ?? sized(15, 1))

/** What people waited in a while of taps. */
const measured = async (door: Door): Promise<readonly number[]> => {
  const already = answers(door).length
  const stop = new AbortController()
  const tapped = tapping(door, taps, stop.signal)
  await setTimeout(lasts * 1_000)
  stop.abort()
  await tapped
  await setTimeout(1_000)
  return answers(door).slice(already)
}

interface Waits {
  readonly idle: readonly number[]
  readonly busy: readonly number[]
}

/** The first few answers load and warm what the others find ready. */
const warmed = async (door: Door): Promise<void> => {
  for (let tap = 0; tap < 6; tap += 1) {
    door.tap()
    await setTimeout(250)
  }
}

const ours = async (door: Door): Promise<Waits> => {
  await using office = await openOffice({ door, perSecond: rate, withRedis: true })
  await using crew = createCrew(door, office.env)
  await crew.start('bot', 'worker')
  await warmed(door)
  const idle = await measured(door)
  const broadcast = await office.broadcast(rate * (lasts + 20))
  await office.queue.add('broadcast', { broadcast }, { id: broadcast })
  await setTimeout(2_000)
  return { idle, busy: await measured(door) }
}

const peer = async (door: Door, chats: number): Promise<readonly number[]> => {
  door.begins()
  const env = { TOKEN: door.token, API: door.url, CHATS: String(chats), RATE: String(rate) }
  await using _ = startPeer('telegraf', env)
  while (door.polls() === 0) await setTimeout(20)
  await warmed(door)
  return await measured(door)
}

export const answer: Scenario = {
  name: 'answer',
  work: `from a tap to its answer at the platform’s door, ${taps} a second, while nothing else happens and while a broadcast runs at ${rate} a second`,
  run: async () => {
    if (!hasPostgres || redisServer === undefined) {
      process.stderr.write('no PostgreSQL or no Redis here: nothing to measure\n')
      return []
    }
    await using door = await openDoor({ rate, latency: [20, 60] })
    const own = await ours(door)
    const theirs: Waits = { idle: await peer(door, 0), busy: await peer(door, rate * (lasts + 20)) }
    const row = (what: keyof Waits, share: number): Row => ({
      what: `${what === 'idle' ? 'idle' : 'broadcast running'}, p${share * 100}`,
      unit: 'ms',
      ours: quantile(own[what], share),
      peer: { name: 'telegraf, sleep', figure: quantile(theirs[what], share) },
      limit: { name: 'ours, idle', figure: quantile(own.idle, share) },
      better: 'less',
    })
    return [row('idle', 0.5), row('idle', 0.99), row('busy', 0.5), row('busy', 0.99)]
  },
}
