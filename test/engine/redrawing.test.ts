import { expect, it } from 'vitest'
import { rich } from '../../src/base/rich.ts'
import { createErrands } from '../../src/engine/errand.ts'
import { anAction } from '../store/makings.ts'
import { clock, due, noon, onEachSize, somebody, telegram } from '../store/sizes.ts'

onEachSize('A card that is drawn anew', (world) => {
  it('shows their own answer to whoever answered for the first time since that was written', async () => {
    const { store } = world()
    const { id: action } = await store.actions.keepImported(anAction(), noon)
    const to = telegram('42')
    await store.copies.add(action, { to, ref: '7' }, noon)
    await store.outbox.put([{ to, lane: 'refresh', body: { is: 'card', action }, replaces: '7' }], noon)
    const paul = await somebody(store, '42')
    await store.copies.add(action, { to, ref: '7', reader: paul }, noon)
    const [id] = await due(world(), noon, 1)
    const letter = id && (await store.outbox.take(id, noon, noon))
    if (!letter) throw new Error('no letter')
    const readers: unknown[] = []
    const errandOf = createErrands({
      store,
      wording: async (_, reader) => {
        readers.push(reader)
        return { text: rich`Tractage` }
      },
      zoneOf: () => undefined,
      clock,
      sleep: async () => {},
    })
    expect(await errandOf(letter)).toMatchObject({ is: 'say' })
    expect(readers).toEqual([paul])
  })
})
