import { expect, it } from 'vitest'
import { newId } from '../../src/base/ids.ts'
import { usual } from '../../src/domain/links/model.ts'
import { createStore } from '../../src/store/store.ts'
import { clock, keys, noon, onEachSize, silent, somebody, telegram } from './sizes.ts'

onEachSize('the topics of a chat', (world) => {
  it('are found without reading the links of other chats, also those linked before they were marked', async () => {
    const { store, database } = world()
    const by = await somebody(store, '42')
    const put = async (key: string, title = key) =>
      store.links.put({ id: newId.link(), address: telegram(key), title, since: noon, settings: usual }, by)
    for (const key of ['-100', '-100/7', '-1001/7', '-2/7', '-3/1']) await put(key)
    await store.links.move(telegram('-3/1'), '-100/8')
    const topics = async () =>
      (await store.links.within('telegram', '-100/')).map(({ key }) => key).toSorted()
    expect(await topics()).toEqual(['-100/7', '-100/8'])

    await database.sql.ask('update porte_voix.links set whole_mark = null')
    expect(await topics()).toEqual(['-100/7', '-100/8'])
    await createStore({ database, keys, clock, log: silent })
    // Whoever reads one of these fails.
    for (const key of ['-1001/7', '-2/7'])
      await database.sql.ask("update porte_voix.links set sealed_key = 'broken' where id = $1", [
        (await store.links.at(telegram(key)))?.id,
      ])
    expect(await topics()).toEqual(['-100/7', '-100/8'])
  })
})
