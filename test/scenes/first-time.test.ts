import { expect } from 'vitest'
import { fr } from '../../src/phrases/fr.ts'
import { hears, sees } from './seeing.ts'
import { it, onEveryPlatform } from './theatre.ts'

// The script is docs/premiers-pas.md: who changes one changes the other.
onEveryPlatform('First steps', (theatre) => {
  it('go from nothing to a first announcement in five minutes of taps', async () => {
    const { town, somebody, operator, stage, store } = theatre()
    const there = town()
    const group = await there.group({ name: 'Les Débuts' })
    const olympe = operator()
    let gestures = 0
    const does = async (gesture: Promise<void>): Promise<void> => {
      gestures += 1
      await gesture
    }

    // Somebody who may gives a link.
    await olympe.asks('equipe', { lieu: there.asked })
    await olympe.presses(/Les Débuts/)
    await olympe.presses(fr.team.invite.animator)
    const code = /i[0-9a-z]{12}/.exec((await sees(olympe, 'Invitation de Porte-voix')).text)?.[0] ?? ''

    const [nadia, membre] = [somebody('Nadia'), somebody('Membre')]
    const chat = stage.group('Notre discussion', [nadia, membre], { animators: [nadia], bot: false })
    const began = performance.now()

    // 1. The link, and yes.
    await does(nadia.follows(code))
    await does(nadia.presses(fr.team.accept))
    await hears(nadia, fr.team.accepted('animator', 'Les Débuts'))

    // 2. The bot comes into the chat, which is linked.
    await does(nadia.in(chat).invites())
    await does(nadia.in(chat).asks('lier'))
    await does(nadia.in(chat).presses('Les Débuts'))
    await hears(membre.in(chat), fr.links.card('Les Débuts'))
    for (const link of await store.links.of(group))
      await store.links.set(link.id, { ...link.settings, from: 0, to: 0 })

    // 3. The announcement: written, seen, sent.
    await does(nadia.asks('annonce'))
    await does(nadia.presses(fr.announcements.write))
    await does(nadia.fills({ [fr.announcements.form.label]: 'Première réunion **jeudi à 19 h** !' }))
    await sees(nadia, '1 discussion')
    await does(nadia.presses(fr.announcements.send))
    await sees(membre.in(chat), 'Première réunion jeudi à 19 h')
    await sees(nadia, 'Annonce\u00A0: partie')

    expect(gestures).toBeLessThanOrEqual(9)
    expect(performance.now() - began).toBeLessThan(300_000)
  })
})
