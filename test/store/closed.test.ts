import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../src/store/database.ts'
import { silent } from './sizes.ts'

describe('an embedded database that is closed', () => {
  it('refuses, and starves nobody however often it is asked', async () => {
    const { sql, [Symbol.asyncDispose]: close } = await openDatabase({
      where: { pglite: 'memory' },
      log: silent,
    })
    await close()
    const rang = new AbortController()
    const alarm = setTimeout(1).then(() => rang.abort())
    let asked = 0
    while (!rang.signal.aborted && asked < 2_000) {
      const refused = await sql.ask('select 1').catch(String)
      expect(refused).toContain('closed')
      asked++
    }
    await alarm
    expect(asked).toBeLessThan(2_000)
  })
})
