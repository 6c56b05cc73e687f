import { Redis } from 'ioredis'
import type { Clock } from '../base/clock.ts'
import { doctor } from '../phrases/doctor.ts'
import { ill, off, well, why, type Finding } from './finding.ts'

const words = doctor.redis
const about = doctor.about.redis

const oldest = 7

/** One line of what `INFO` answers; Valkey tells there which Redis it stands for. */
const told = (info: string, name: string): string =>
  info
    .split(/\r?\n/)
    .find((line) => line.startsWith(`${name}:`))
    ?.slice(name.length + 1) ?? ''

/** Whether it answers, is recent enough, and keeps what it is given. Changes nothing. */
export const examineRedis = async (url: string | undefined, clock: Clock): Promise<readonly Finding[]> => {
  if (url === undefined) return [off(about, words.off)]
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: 10_000,
    commandTimeout: 10_000,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  })
  let broken: unknown
  redis.on('error', (error) => (broken = error))
  try {
    await redis.connect()
    const asked = clock.now()
    const info = await redis.info()
    const took = clock.now() - asked
    const version = told(info, 'redis_version')
    const policy = told(info, 'maxmemory_policy')
    if (Number.parseInt(version, 10) < oldest) return [ill(about, words.old(version), words.oldRemedy)]
    return [
      well(about, words.fine(version, took)),
      ...(policy === 'noeviction' ? [] : [ill(about, words.evicts(policy), words.evictsRemedy)]),
    ]
  } catch (error) {
    return [ill(about, words.refused(why(broken ?? error)), words.refusedRemedy)]
  } finally {
    redis.disconnect()
  }
}
