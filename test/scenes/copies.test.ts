import { expect } from 'vitest'
import { it, onEveryPlatform } from './theatre.ts'

onEveryPlatform('The copies of a card', (theatre) => {
  it('keep the answer of whoever reads them alone, when others answer', async () => {
    const { action, somebody, platform } = theatre()
    const name = `Porte-à-porte de ${platform}`
    await action({ name })
    const [amel, bastien] = [somebody('Amel'), somebody('Bastien')]
    for (const person of [amel, bastien]) {
      await person.asks('actions', { lieu: '93100' })
      await person.sees(name)
      await person.presses(new RegExp(name))
      await person.sees('Rendez-vous devant la fontaine')
    }
    await amel.presses('Peut-être')
    await amel.sees('Votre réponse')
    await bastien.presses('Je participe')
    const card = await amel.sees(/devant la fontaine.*1 participe.*1 peut-être/s)
    expect(card.text).toContain('Votre réponse')
    expect(card.buttons.map(({ label }) => label).join(' ')).toContain('✓')
  })

  it('are redrawn a few times only, when a whole chat taps at once', async () => {
    const { action, somebody, stage, store, platform } = theatre()
    const name = `Rassemblement de ${platform}`
    const id = await action({ name })
    const everybody = Array.from({ length: 12 }, (_, at) => somebody(`Militant·e ${at}`))
    const chat = stage.group('Tout le monde', everybody)
    const [first] = everybody
    if (!first) throw new Error('nobody')
    await first.in(chat).asks('actions', { lieu: '93100' })
    await first.in(chat).sees(name)
    await first.in(chat).presses(new RegExp(name))
    await first.in(chat).sees('Rendez-vous devant la fontaine')
    const before = stage.ledger().length
    await Promise.all(everybody.map((person) => person.in(chat).presses('Je participe')))
    await first.in(chat).sees('12 participent')
    expect((await store.actions.found(id))?.counts.yes).toBe(12)
    const edits = stage
      .ledger()
      .slice(before)
      .filter(({ method }) => method === 'editMessageText')
    expect(edits.length).toBeLessThan(8)
  })
})
