import { hasPostgres } from '../../test/support/database.ts'
import { redisServer, startRedis } from '../../test/support/redis.ts'
import { createCrew } from '../broadcast/crew.ts'
import { openDoor, type Door } from '../broadcast/door.ts'
import { openOffice } from '../broadcast/office.ts'
import { peerNames, startPeer, type PeerName } from '../broadcast/programs.ts'
import { watch, type Result } from '../broadcast/round.ts'
import { median } from '../measure.ts'
import type { Row, Scenario } from '../scenario.ts'
import { sized } from '../sized.ts'

/** Telegram's 30 a second, or so many times as fast, like its answers and whoever taps: for a first look, on a machine that can. */
const hurry = Number(process.env['BENCH_HURRY'] ?? sized(1, 10))
const rate = 30 * hurry
/** Fewer for a first look; more rounds for medians. */
const letters = Number(process.env['BENCH_LETTERS'] ?? sized(3_000, 40))
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 1)
const taps = 2 * hurry
/** Ours alone, when the others are known. */
const beside = process.env['BENCH_ALONE'] === undefined ? peerNames.slice(0, sized(peerNames.length, 1)) : []
const latency = [20 / hurry, 60 / hurry] as const
const patience = Math.max(120_000, (2_500 * letters) / rate)

const plan = (door: Door, signal: AbortSignal) => ({ door, rate, letters, taps, patience, signal })

const ours = async (door: Door, workers: number, signal: AbortSignal): Promise<Result> => {
  await using office = await openOffice({ door, perSecond: rate, withRedis: true })
  await using crew = createCrew(door, office.env)
  await crew.start('bot', ...Array.from({ length: workers }, () => 'worker'))
  const broadcast = await office.broadcast(letters)
  await office.queue.add('broadcast', { broadcast }, { id: broadcast })
  return await watch(plan(door, signal))
}

const peer = async (door: Door, name: PeerName, redis: string, signal: AbortSignal): Promise<Result> => {
  door.begins()
  await using _ = startPeer(name, {
    TOKEN: door.token,
    API: door.url,
    CHATS: String(letters),
    RATE: String(rate),
    REDIS: redis,
  })
  return await watch(plan(door, signal))
}

/** A round takes minutes: whoever waits sees that it goes on. */
const tell = (who: string, result: Result): void =>
  void process.stderr.write(`${who}: ${JSON.stringify(result)}\n`)

const crews = [1, 2, 4].slice(0, sized(3, 1))

const middle = (results: readonly Result[], of: keyof Result): number => median(results.map((one) => one[of]))

const figures = [
  { of: 'share', what: 'share of the rate', unit: '%', better: 'more' },
  { of: 'limited', what: '429', unit: 'times', better: 'less' },
  { of: 'p50', what: 'answered, p50', unit: 'ms', better: 'less' },
  { of: 'p99', what: 'answered, p99', unit: 'ms', better: 'less' },
  { of: 'lost', what: 'lost', unit: 'letters', better: 'less' },
  { of: 'doubled', what: 'doubled', unit: 'letters', better: 'less' },
] as const

type Figure = (typeof figures)[number]

const row = (workers: number, { of, what, unit, better }: Figure, own: readonly Result[]): Row => ({
  what: `${what}, ${workers} workers`,
  unit,
  ours: middle(own, of),
  better,
  ...(of === 'share' && { limit: { name: 'granted', figure: 100 } }),
})

/** Ours by the number of workers; then, with two, beside each of the others. */
const rows = (
  own: ReadonlyMap<number, readonly Result[]>,
  others: ReadonlyMap<PeerName, readonly Result[]>,
): readonly Row[] => [
  ...[...own].flatMap(([workers, results]) => figures.map((figure) => row(workers, figure, results))),
  ...[...others].flatMap(([name, theirs]) =>
    figures.slice(0, 4).map((figure) => ({
      ...row(2, figure, own.get(2) ?? []),
      peer: { name, figure: middle(theirs, figure.of) },
    })),
  ),
]

export const broadcast: Scenario = {
  name: 'broadcast',
  work: `${letters} letters at ${rate} a second, ${taps} taps a second meanwhile, the platform answers in ${latency.map((ms) => Math.round(ms)).join('–')} ms; medians of ${rounds}`,
  run: async (signal) => {
    if (!hasPostgres || redisServer === undefined) {
      process.stderr.write('no PostgreSQL or no Redis here: nothing to measure\n')
      return []
    }
    await using door = await openDoor({ rate, latency })
    const own = new Map<number, Result[]>(crews.map((workers) => [workers, []]))
    const others = new Map<PeerName, Result[]>(beside.map((name) => [name, []]))
    for (let round = 0; round < rounds; round += 1) {
      for (const workers of crews) {
        const result = await ours(door, workers, signal)
        tell(`ours, ${workers} workers`, result)
        own.get(workers)?.push(result)
      }
      for (const name of beside) {
        await using server = await startRedis(redisServer)
        const result = await peer(door, name, server.url, signal)
        tell(name, result)
        others.get(name)?.push(result)
      }
    }
    return rows(own, others)
  },
}
