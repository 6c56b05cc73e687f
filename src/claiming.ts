import { second } from './base/clock.ts'
import type { Log } from './base/log.ts'
import { sleep } from './base/sleep.ts'
import type { Sql } from './base/sql.ts'
import { claim, leave, type Claim } from './store/bots.ts'

/** Another bot of that platform is at work on the same tables. */
export class OtherBot extends Error {
  readonly platform: string

  constructor(platform: string) {
    super(`another bot of ${platform} has this database`)
    this.name = 'OtherBot'
    this.platform = platform
  }
}

/** Whoever is told to stop does not wait longer for a database that is away, in milliseconds. */
const farewell = second

/** Often enough for whoever looks whether we are gone, in milliseconds. */
const glance = 20 * second

interface Needs {
  readonly sql: Sql
  readonly claims: readonly Claim[]
  readonly log: Log
}

const claimAll = async ({ sql, claims }: Omit<Needs, 'log'>): Promise<void> => {
  for (const each of claims) if (!(await claim(sql, each))) throw new OtherBot(each.platform)
}

/** @throws {OtherBot} at once. What it answers keeps the claim until the signal, and throws when somebody else has it all the same. */
export const claiming = async ({
  sql,
  claims,
  log,
}: Needs): Promise<(signal: AbortSignal) => Promise<void>> => {
  await claimAll({ sql, claims })
  return async (signal) => {
    while (!signal.aborted)
      try {
        await sleep(glance, signal)
        await claimAll({ sql, claims })
      } catch (error) {
        if (error instanceof OtherBot) throw error
        if (!signal.aborted) log.warn({ err: error }, 'nobody knows that this bot is at work; trying again')
      }
    try {
      await Promise.race([Promise.all(claims.map((each) => leave(sql, each))), sleep(farewell)])
    } catch (error) {
      log.warn({ err: error }, 'another bot must wait a minute before it can take over')
    }
  }
}
