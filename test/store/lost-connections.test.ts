import { setTimeout } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { openDatabase } from '../../src/store/database.ts'
import { aPostgres, createDatabase, hasPostgres } from '../support/database.ts'
import { silent } from './sizes.ts'

it.skipIf(!hasPostgres)(
  'a transaction whose connection ends fails, and everything else goes on',
  async () => {
    await using server = await aPostgres()
    await using own = await createDatabase(server.url)
    await using database = await openDatabase({ where: { url: own.url }, log: silent })
    const ended: Promise<unknown>[] = []
    for (let nth = 0; nth < 8; nth += 1)
      ended.push(
        database.drizzle.transaction(async (within) => {
          if (nth % 2 === 0) await within.execute(sql`select pg_terminate_backend(pg_backend_pid())`)
          await within.transaction(async (deeper) => {
            await deeper.execute(sql`select pg_terminate_backend(pg_backend_pid())`)
          })
          await setTimeout(10)
          await within.execute(sql`select 1`)
        }),
      )
    const outcomes = await Promise.allSettled(ended)
    expect(outcomes.map(({ status }) => status)).toEqual(ended.map(() => 'rejected'))
    await setTimeout(50)
    await database.ready()
    const refused = database.drizzle.transaction(async (within) => {
      await within.execute(sql`select 1 / 0`)
    })
    await expect(refused).rejects.toThrow()
    await database.drizzle.transaction(async (within) => {
      await within.execute(sql`select 1`)
    })
  },
)
