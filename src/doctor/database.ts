import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import postgres, { type Sql } from 'postgres'
import { z } from 'zod'
import type { Clock } from '../base/clock.ts'
import { doctor } from '../phrases/doctor.ts'
import { absence, type Claim } from '../store/bots.ts'
import { migrations } from '../store/migrate.ts'
import { ill, off, well, why, type Finding } from './finding.ts'

const words = doctor.database
const about = doctor.about.database

/** PostgreSQL numbers its versions so: 150004 is 15.4. */
const oldest = 150_000

const journal = z.object({ entries: z.array(z.object({ when: z.number() })) })

const known = async (folder: string): Promise<readonly number[]> => {
  const text = await readFile(join(folder, 'meta', '_journal.json'), 'utf8')
  return journal.parse(JSON.parse(text)).entries.map(({ when }) => when)
}

interface Server {
  readonly version: string
  readonly number: number
  readonly user: string
  readonly mayCreate: boolean
  readonly migrated: boolean
}

const look = async (sql: Sql, table: string): Promise<Server> => {
  const [row] = await sql<[Server]>`
    select current_setting('server_version') as version,
           current_setting('server_version_num')::int as number,
           current_user as "user",
           has_database_privilege(current_database(), 'create') as "mayCreate",
           to_regclass(${table}) is not null as migrated`
  return row
}

const migrationState = async (sql: Sql, { mayCreate, migrated, user }: Server): Promise<Finding> => {
  const { migrationsFolder, migrationsSchema, migrationsTable } = migrations()
  const all = await known(migrationsFolder)
  if (!migrated && !mayCreate) return ill(about, words.forbidden, words.forbiddenRemedy(user))
  const done = migrated
    ? await sql<{ when: string }[]>`
        select created_at as "when" from ${sql(migrationsSchema)}.${sql(migrationsTable)}`
    : []
  const newest = Math.max(...all)
  if (done.some(({ when }) => Number(when) > newest)) return ill(about, words.ahead, words.aheadRemedy)
  return done.length < all.length
    ? off(about, words.behind(done.length, all.length))
    : well(about, words.upToDate(all.length))
}

const others = async (sql: Sql, claims: readonly Claim[]): Promise<readonly Finding[]> => {
  const [{ there }] = await sql<
    [{ there: boolean }]
  >`select to_regclass('porte_voix.bots') is not null as there`
  if (!there) return []
  const found = await sql<{ platform: string; bot: string }[]>`
    select platform, bot from porte_voix.bots
    where seen > extract(epoch from clock_timestamp()) * 1000 - ${absence}`
  return found
    .filter(({ platform, bot }) => claims.some((own) => own.platform === platform && own.bot !== bot))
    .map(({ platform }) => ill(about, words.otherBot(platform), words.otherBotRemedy))
}

/** Whether the server answers, is recent enough, holds our tables as this version knows them, and nobody else's. Changes nothing. */
export const examineDatabase = async (
  url: string | undefined,
  claims: readonly Claim[],
  clock: Clock,
): Promise<readonly Finding[]> => {
  if (url === undefined) return [off(about, words.embedded)]
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {} })
  const { migrationsSchema, migrationsTable } = migrations()
  try {
    await sql`select 1`
    const asked = clock.now()
    const server = await look(sql, `${migrationsSchema}.${migrationsTable}`)
    const took = clock.now() - asked
    if (server.number < oldest) return [ill(about, words.old(server.version), words.oldRemedy)]
    const [version = ''] = server.version.split(' ')
    return [
      well(about, words.fine(version, took)),
      await migrationState(sql, server),
      ...(await others(sql, claims)),
    ]
  } catch (error) {
    return [ill(about, words.refused(why(error)), words.refusedRemedy)]
  } finally {
    await sql.end({ timeout: 2 })
  }
}
