import { expect } from 'vitest'
import { second } from '../../src/base/clock.ts'
import { shorten } from '../../src/base/ids.ts'
import { fr } from '../../src/phrases/fr.ts'
import { sees, times } from './seeing.ts'
import { it, onEveryPlatform } from './theatre.ts'

const patience = { timeout: 20_000, interval: 20 }

/** Other copies of a card change when taps have settled. */
const settled = 2 * second

onEveryPlatform('My name in chats', (theatre, platform) => {
  it('is shown where I come once I say so, and no more once I say no', async () => {
    const { somebody, stage, town, store, passes } = theatre()
    const there = town()
    const id = await there.action({ name: 'Banquet aux lampions' })
    const [camille, dominique] = [somebody('Camille Dupont'), somebody('Dominique')]
    const chat = stage.group('GA', [camille, dominique])
    await dominique.in(chat).asks('actions', { lieu: there.asked })
    await dominique.in(chat).presses(/Banquet aux lampions/)
    await camille.follows(`a${shorten(id)}`)
    await camille.presses('Je participe')
    await passes(settled)
    await sees(dominique.in(chat), '1 participe')
    expect(times(dominique.in(chat), 'Camille Dupont')).toBe(0)
    await camille.asks('reglages')
    await sees(camille, fr.settings.hidden)
    await camille.presses(fr.settings.show)
    await sees(camille, fr.settings.open)
    await passes(settled)
    await sees(dominique.in(chat), fr.actions.among(['Camille Dupont']))
    await camille.asks('mesdonnees')
    await sees(camille, fr.privacy.openName('Camille Dupont'))
    await camille.asks('reglages')
    await camille.presses(fr.settings.hide)
    await sees(camille, fr.settings.hidden)
    await passes(settled)
    await expect.poll(() => times(dominique.in(chat), 'Camille Dupont'), patience).toBe(0)
    await camille.presses(fr.settings.show)
    await passes(settled)
    await sees(dominique.in(chat), fr.actions.among(['Camille Dupont']))
    // Whoever has their name forgotten is seen nowhere, also under the next one.
    await camille.presses(fr.settings.forget)
    await passes(settled)
    await expect.poll(() => times(dominique.in(chat), 'Camille Dupont'), patience).toBe(0)
    const person = await store.people.byAccount({ platform, key: camille.id })
    expect(person && (await store.people.shownOn(person.id))).toEqual([])
  })
})
