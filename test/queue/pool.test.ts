import { expect, it } from 'vitest'
import type { Sql } from '../../src/base/sql.ts'
import { createPool } from '../../src/queue/pool.ts'

it('whoever could not listen when the connection was lost may do so afterwards', async () => {
  let hears: ((payload: string) => void) | undefined
  let isAway = true
  const sql: Sql = {
    ask: async () => ({ rows: [], count: 0 }),
    transaction: () => Promise.reject(new Error('none')),
    listen: async (_, hear) => {
      if (isAway) throw Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' })
      hears = hear
      return async () => {}
    },
  }
  const client = await createPool(sql).connect()
  const heard: unknown[] = []
  client.on('notification', (told) => heard.push(told))
  // In the only words that BullMQ tries again on.
  await expect(client.query('LISTEN "jobs"')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  isAway = false
  await client.query('LISTEN "jobs"')
  await client.query('LISTEN "jobs"')
  hears?.('sweep')
  expect(heard).toEqual([{ channel: 'jobs', payload: 'sweep' }])
})
