import { expect, it } from 'vitest'
import { day, later } from '../../src/base/clock.ts'
import { newId } from '../../src/base/ids.ts'
import { rich } from '../../src/base/rich.ts'
import { aGroup } from './makings.ts'
import { noon, onEachSize, somebody } from './sizes.ts'

onEachSize('letters of a broadcast', (world) => {
  it('are forgotten while others try them again: whoever comes second waits, and nobody is sent away', async () => {
    const { store, database } = world()
    const { id: group } = await store.groups.keepImported(aGroup(), noon)
    await store.groups.join(await somebody(store, '42'), group, noon)
    const id = newId.broadcast()
    const what = { is: 'text', text: rich`Samedi` } as const
    await store.broadcasts.put(id, { audience: { is: 'members', group }, what, urgency: 'urgent' }, noon)
    await store.broadcasts.advance(id, { most: 10, window: 10, now: noon })
    const [letter] = await store.outbox.takeNext({
      platform: 'telegram',
      from: 'answer',
      to: 'announcement',
      now: noon,
      until: later(noon, day),
      most: 1,
    })
    if (!letter) throw new Error('no letter')
    await store.outbox.close(new Map([[letter.id, { is: 'gone', why: 'refused' }]]), noon)

    const waits = async (): Promise<number> =>
      (await database.sql.ask('select 1 from pg_locks where not granted')).count
    const week = later(noon, 7 * day)
    let forgetting: Promise<number> = Promise.resolve(-1)
    await database.sql.transaction(async (ask) => {
      await ask('select 1 from porte_voix.broadcasts where id = $1 for update', [id])
      forgetting = store.outbox.forget(week, week)
      // Embedded, transactions follow one another.
      if (database.kind === 'server') await expect.poll(waits).toBeGreaterThan(0)
      await ask('update porte_voix.letters set closed = null, fate = null, why = null where broadcast = $1', [
        id,
      ])
    })
    expect(await forgetting).toBe(0)
    expect(await store.broadcasts.progress(id, noon)).toMatchObject({ gone: 0, left: 1 })
  })
})
