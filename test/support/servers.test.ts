import { Redis } from 'ioredis'
import postgres from 'postgres'
import { describe, expect, it } from 'vitest'
import { postgresServer, startPostgres } from './postgres.ts'
import { redisServer, startRedis } from './redis.ts'

describe('servers for tests', () => {
  it.skipIf(redisServer === undefined)('start and end a Redis', async () => {
    await using server = await startRedis(redisServer ?? '')
    const redis = new Redis(server.url)
    expect(await redis.ping()).toBe('PONG')
    redis.disconnect()
  })
  it.skipIf(postgresServer === undefined)('start and end a PostgreSQL', async () => {
    await using server = await startPostgres(postgresServer ?? '')
    const sql = postgres(server.url)
    expect(await sql`select 1 as one`).toEqual([{ one: 1 }])
    await sql.end()
  })
})
