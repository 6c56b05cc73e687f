import { readdir } from 'node:fs/promises'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../src/store/database.ts'
import { aPostgres, createDatabase, hasPostgres } from '../support/database.ts'
import { silent, timesOver } from './sizes.ts'

describe.skipIf(!hasPostgres)('migrations on PostgreSQL', () => {
  it('are made once, however many processes start at the same time', async () => {
    await using server = await aPostgres()
    await using own = await createDatabase(server.url)
    const opened = await timesOver(4, () => openDatabase({ where: { url: own.url }, log: silent }))
    const [first] = opened
    const written = await readdir(new URL('../../migrations/', import.meta.url))
    expect(await first?.drizzle.$count(sql`porte_voix.migrations`)).toBe(
      written.filter((name) => name.endsWith('.sql')).length,
    )
    await Promise.all(opened.map((database) => database[Symbol.asyncDispose]()))
  })
})
