import { expect } from 'vitest'
import { it, onEveryPlatform } from './theatre.ts'

onEveryPlatform('Answering to an action', (theatre) => {
  it('takes one tap, and another one to change one’s mind', async () => {
    const { action, somebody, store } = theatre()
    const id = await action({ name: 'Tractage à Belleville' })
    const amel = somebody('Amel')
    await amel.asks('actions', { lieu: '93100' })
    await amel.sees('Tractage à Belleville')
    await amel.presses(/Tractage à Belleville/)
    await amel.sees('Rendez-vous devant la fontaine')
    await amel.presses('Je participe')
    await amel.sees('1 participe')
    await amel.presses('Je ne peux pas')
    expect((await store.actions.found(id))?.counts).toEqual({ yes: 0, maybe: 0, no: 1 })
  })

  it('follows on every copy of the card', async () => {
    const { action, somebody, stage } = theatre()
    const id = await action({ name: 'Collage de nuit' })
    const [amel, bastien] = [somebody('Amel'), somebody('Bastien')]
    const chat = stage.group('GA Montreuil', [amel, bastien])
    await amel.in(chat).asks('actions', { lieu: '93100' })
    await amel.in(chat).presses(/Collage de nuit/)
    await bastien.in(chat).presses('Je participe')
    await bastien.in(chat).sees('1 participe')
    await amel.asks('actions', { lieu: '93100' })
    await amel.presses(/Collage de nuit/)
    await amel.presses('Peut-être')
    await bastien.in(chat).sees('1 peut-être')
    expect(id).toBeDefined()
  })
})
