import { expect } from 'vitest'
import { sees } from './seeing.ts'
import { it, onEveryPlatform } from './theatre.ts'

onEveryPlatform('Answering to an action', (theatre) => {
  it('takes one tap, and another one to change one’s mind', async () => {
    const { town, somebody, store } = theatre()
    const there = town()
    const id = await there.action({ name: 'Tractage à Belleville' })
    const amel = somebody('Amel')
    await amel.asks('actions', { lieu: there.asked })
    await sees(amel, 'Tractage à Belleville')
    await amel.presses(/Tractage à Belleville/)
    await sees(amel, 'Rendez-vous devant la fontaine')
    await amel.presses('Je participe')
    await sees(amel, '1 participe')
    await amel.presses('Je ne peux pas')
    expect((await store.actions.found(id))?.counts).toEqual({ yes: 0, maybe: 0, no: 1 })
  })
})
