import { setTimeout } from 'node:timers/promises'
import { minute, second, systemClock } from '../../src/base/clock.ts'
import { hasPostgres } from '../../test/support/database.ts'
import { redisServer } from '../../test/support/redis.ts'
import { createCrew } from '../broadcast/crew.ts'
import { openDoor, type Door } from '../broadcast/door.ts'
import { openOffice, type Office } from '../broadcast/office.ts'
import { startPeer } from '../broadcast/programs.ts'
import type { Row, Scenario } from '../scenario.ts'
import { sized } from '../sized.ts'

const letters = Number(process.env['BENCH_LETTERS'] ?? sized(200, 40))
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 1)
const rate = 100
const patience = 40_000

interface Count {
  readonly lost: number
  readonly doubled: number
  readonly uncertain: number
}

const counted = ({ arrivals }: Door, uncertain = 0): Count => {
  const reached = new Set(arrivals.map(({ chat }) => chat)).size
  return { lost: letters - reached, doubled: arrivals.length - reached, uncertain }
}

/** Somewhere between a fifth and four fifths. */
const somewhere = async (door: Door, signal: AbortSignal): Promise<void> => {
  const at = letters * (0.2 + 0.6 * Math.random())
  const began = performance.now()
  while (door.arrivals.length < at && performance.now() - began < patience) {
    signal.throwIfAborted()
    await setTimeout(5)
  }
}

/** As if the minute had passed for which whoever was killed held its letters: those that were taken five seconds ago or more. */
const holdsEnd = ({ database }: Office): Promise<unknown> =>
  database.sql.ask(
    `update porte_voix.letters set held = held - $1::bigint where closed is null and held <> due and held < $2::bigint`,
    [minute, systemClock.now() + minute - 5 * second],
  )

const ours = async (
  door: Door,
  urgency: 'announcement' | 'reminder',
  signal: AbortSignal,
): Promise<Count> => {
  await using office = await openOffice({ door, perSecond: rate, withRedis: true })
  const id = await office.broadcast(letters, urgency)
  await using crew = createCrew(door, office.env)
  const [worker] = await crew.start('worker')
  await somewhere(door, signal)
  await worker?.kill('SIGKILL')
  await crew.start('worker')
  /** How many may have arrived or not, once all have a fate. */
  const ends = async (): Promise<number> => {
    const began = performance.now()
    for (;;) {
      signal.throwIfAborted()
      const progress = await office.store.broadcasts.progress(id, systemClock.now())
      if (progress?.broadcast.state === 'done' || performance.now() - began > patience)
        return progress?.uncertain ?? 0
      await holdsEnd(office)
      await setTimeout(200)
    }
  }
  const uncertain = await ends()
  // What nobody knows of, its author sends again; a reminder was sent again by itself.
  if (uncertain > 0) {
    await office.store.broadcasts.retry(id, 'uncertain', systemClock.now())
    await ends()
  }
  return counted(door, uncertain)
}

/** It knows nothing of what it sent before, so it begins again. */
const peer = async (door: Door, signal: AbortSignal): Promise<Count> => {
  door.begins()
  const env = { TOKEN: door.token, API: door.url, CHATS: String(letters), RATE: String(rate) }
  await using first = startPeer('telegraf', env)
  await somewhere(door, signal)
  await first.kill('SIGKILL')
  const before = door.arrivals.length
  await using _ = startPeer('telegraf', env)
  const began = performance.now()
  while (door.arrivals.length < before + letters && performance.now() - began < patience) {
    signal.throwIfAborted()
    await setTimeout(50)
  }
  return counted(door)
}

/** Whoever waits sees that it goes on. */
const tell = (who: string, count: Count): Count => {
  process.stderr.write(`${who}: ${JSON.stringify(count)}\n`)
  return count
}

const worst = (counts: readonly Count[], of: keyof Count): number =>
  Math.max(...counts.map((count) => count[of]))

export const crash: Scenario = {
  name: 'crash',
  work: `kill -9 of the worker somewhere in a broadcast of ${letters} letters at ${rate} a second, then another worker; the worst of ${rounds}`,
  run: async (signal) => {
    if (!hasPostgres || redisServer === undefined) {
      process.stderr.write('no PostgreSQL or no Redis here: nothing to measure\n')
      return []
    }
    await using door = await openDoor({ latency: [20, 60] })
    const reminders: Count[] = []
    const announcements: Count[] = []
    const theirs: Count[] = []
    for (let round = 0; round < rounds; round += 1) {
      reminders.push(tell('reminder', await ours(door, 'reminder', signal)))
      announcements.push(tell('announcement', await ours(door, 'announcement', signal)))
      theirs.push(tell('telegraf', await peer(door, signal)))
    }
    const row = (what: string, counts: readonly Count[], of: keyof Count): Row => ({
      what: `${what}: ${of}`,
      unit: 'letters',
      ours: worst(counts, of),
      ...(of !== 'uncertain' && { peer: { name: 'telegraf, sleep', figure: worst(theirs, of) } }),
      better: 'less',
    })
    return [
      row('reminder', reminders, 'lost'),
      row('reminder', reminders, 'doubled'),
      row('announcement', announcements, 'uncertain'),
      row('announcement, those sent again by its author', announcements, 'lost'),
      row('announcement, those sent again by its author', announcements, 'doubled'),
    ]
  },
}
