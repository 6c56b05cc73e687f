import { chmod, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import postgres from 'postgres'
import { describe, expect, it } from 'vitest'
import { doctor } from '../../src/phrases/doctor.ts'
import { claimsOf } from '../../src/store/bots.ts'
import { postgresServer, startPostgres } from '../support/postgres.ts'
import { redisServer, startRedis } from '../support/redis.ts'
import { freePort } from '../support/server.ts'
import { mark, ownFolder, serve, visit } from './visit.ts'

const key = Buffer.alloc(32, 7).toString('base64')

const seen = async (PUBLIC_URL: string): Promise<readonly string[]> =>
  (await visit({ PUBLIC_URL, PLAYGROUND: 'on' })).about(doctor.about.address)

describe('the doctor', () => {
  it('finds a fresh machine in good health', async () => {
    const folder = await ownFolder()
    const { code, lines } = await visit({ DATA_DIR: folder })
    expect(code).toBe(0)
    expect(lines.filter((line) => line.startsWith('✗'))).toEqual([])
    expect(lines.at(-1)).toBe(doctor.well)
    expect(await readdir(folder)).toEqual([])
  })

  it('says that there is nobody to speak with', async () => {
    const { code, about } = await visit({ PLAYGROUND: 'off' })
    expect(code).toBe(1)
    expect(about(doctor.about.settings)).toEqual([
      mark('✗', doctor.about.settings, doctor.settings.nobody),
      doctor.remedy(doctor.settings.nobodyRemedy),
    ])
  })

  describe('in the folder', () => {
    it('says that others may read the key', async () => {
      const folder = await ownFolder()
      await writeFile(join(folder, 'secret.key'), key)
      await chmod(join(folder, 'secret.key'), 0o644)
      const { code, about } = await visit({ DATA_DIR: folder })
      expect(code).toBe(1)
      expect(about(doctor.about.folder)).toContain(
        mark('✗', doctor.about.folder, doctor.folder.keyOpen(join(folder, 'secret.key'))),
      )
    })

    it('says who holds the embedded database', async () => {
      const folder = await ownFolder()
      await writeFile(join(folder, 'base.lock'), JSON.stringify({ pid: 12, host: 'ici', began: '' }))
      const { code, about } = await visit({ DATA_DIR: folder })
      expect(code).toBe(0)
      expect(about(doctor.about.folder)).toContain(
        mark('–', doctor.about.folder, doctor.folder.held(12, 'ici')),
      )
    })

    it('says that it is no folder', async () => {
      const file = join(await ownFolder(), 'fichier')
      await writeFile(file, '')
      const { about } = await visit({ DATA_DIR: file })
      expect(about(doctor.about.folder)[0]).toBe(
        mark('✗', doctor.about.folder, doctor.folder.closed(file, 'ENOTDIR')),
      )
    })
  })

  describe('in the database', () => {
    it.skipIf(postgresServer === undefined)('counts migrations, and changes nothing', async () => {
      await using server = await startPostgres(postgresServer ?? '')
      const { code, about } = await visit({ DATABASE_URL: server.url, SECRET_KEY: key, PLAYGROUND: 'on' })
      expect(code).toBe(0)
      expect(about(doctor.about.database)).toHaveLength(2)
      expect(about(doctor.about.database)[0]).toMatch(/^✓ .*PostgreSQL \d+\.\d+/)
      expect(about(doctor.about.database)[1]).toMatch(/^– .*0 migrations/)
      const sql = postgres(server.url)
      expect(await sql`select 1 from pg_namespace where nspname = 'porte_voix'`).toHaveLength(0)
      await sql`create schema porte_voix`
      await sql`create table porte_voix.migrations (id serial, hash text, created_at bigint)`
      await sql`insert into porte_voix.migrations (created_at) values (99999999999999)`
      await sql.end()
      const ahead = await visit({ DATABASE_URL: server.url, SECRET_KEY: key, PLAYGROUND: 'on' })
      expect(ahead.about(doctor.about.database)[1]).toBe(
        mark('✗', doctor.about.database, doctor.database.ahead),
      )
    })

    it.skipIf(postgresServer === undefined)('says that another bot is at work on it', async () => {
      await using server = await startPostgres(postgresServer ?? '')
      const sql = postgres(server.url)
      await sql`create schema porte_voix`
      await sql`create table porte_voix.bots (platform text, bot text, seen bigint)`
      const bots = async (token: string) => {
        const told = { DATABASE_URL: server.url, SECRET_KEY: key, TELEGRAM_TOKEN: token }
        const root = `http://127.0.0.1:${await freePort()}`
        return (await visit({ ...told, TELEGRAM_API_ROOT: root })).about(doctor.about.database)
      }
      const [claimed] = claimsOf({ telegram: { token: '1:ours' } })
      await sql`insert into porte_voix.bots
        values ('telegram', ${claimed?.bot ?? ''}, extract(epoch from clock_timestamp()) * 1000)`
      await sql.end()
      const warning = mark('✗', doctor.about.database, doctor.database.otherBot('telegram'))
      expect(await bots('1:new')).not.toContain(warning)
      expect(await bots('2:other')).toContain(warning)
    })

    it('says that nobody answers, without the password', async () => {
      const url = `postgres://nom:motdepasse@127.0.0.1:${await freePort()}/base`
      const { code, lines, about } = await visit({ DATABASE_URL: url, SECRET_KEY: key, PLAYGROUND: 'on' })
      expect(code).toBe(1)
      expect(about(doctor.about.database)[0]).toBe(
        mark('✗', doctor.about.database, doctor.database.refused('ECONNREFUSED')),
      )
      expect(lines.join()).not.toContain('motdepasse')
    })
  })

  describe('in Redis', () => {
    it.skipIf(redisServer === undefined)('finds it well, or ready to lose tasks', async () => {
      await using fine = await startRedis(redisServer ?? '')
      await using forgetful = await startRedis(redisServer ?? '', '--maxmemory-policy', 'allkeys-lru')
      const well = await visit({ REDIS_URL: fine.url, PLAYGROUND: 'on' })
      expect([well.code, well.about(doctor.about.redis)]).toEqual([
        0,
        [expect.stringMatching(/^✓ .*version \d/)],
      ])
      const ill = await visit({ REDIS_URL: forgetful.url, PLAYGROUND: 'on' })
      expect(ill.about(doctor.about.redis)).toContain(
        mark('✗', doctor.about.redis, doctor.redis.evicts('allkeys-lru')),
      )
    })

    it('says that nobody answers', async () => {
      const url = `redis://:motdepasse@127.0.0.1:${await freePort()}`
      const { lines, about } = await visit({ REDIS_URL: url, PLAYGROUND: 'on' })
      expect(about(doctor.about.redis)[0]).toBe(
        mark('✗', doctor.about.redis, doctor.redis.refused('ECONNREFUSED')),
      )
      expect(lines.join()).not.toContain('motdepasse')
    })
  })

  it('asks the public address who is there', async () => {
    const ours = await serve({ '/health': { body: { status: 'up' } } })
    const other = await serve({ '/health': { body: 'Welcome to nginx' } })
    const closed = `http://127.0.0.1:${await freePort()}`
    expect(await seen(ours.root)).toEqual([mark('✓', doctor.about.address, doctor.address.fine)])
    expect(await seen(closed)).toEqual([
      mark('–', doctor.about.address, doctor.address.silent('ECONNREFUSED')),
    ])
    expect((await seen(other.root))[0]).toBe(mark('✗', doctor.about.address, doctor.address.stranger(200)))
  })
})
