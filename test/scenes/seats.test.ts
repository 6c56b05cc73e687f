import { expect } from 'vitest'
import { shorten, type ActionId } from '../../src/base/ids.ts'
import { fr } from '../../src/phrases/fr.ts'
import { hears, labels, sees } from './seeing.ts'
import { it, onEveryPlatform, type Theatre } from './theatre.ts'

const { buttons } = fr.answers

onEveryPlatform('Seats', (theatre) => {
  const limited = async ({ town, gives }: Theatre, seats: number, name: string): Promise<ActionId> => {
    const id = await town().action({ name })
    await gives(id, seats)
    return id
  }

  it('are taken with guests, and a word to the organisers that they alone read', async () => {
    const { town, somebody, appoints, store, platform } = theatre()
    const there = town()
    const group = await there.group({ sourceId: `seats ${theatre().platform}` })
    const organisers = [{ sourceId: `seats ${theatre().platform}`, name: 'GA' }]
    const id = await there.action({ name: 'Collage à plusieurs', organisers })
    const [amel, olga, rosa] = [somebody('Amel'), somebody('Olga'), somebody('Rosa')]
    await appoints(olga, 'animator', group)
    await amel.follows(`a${shorten(id)}`)
    await amel.presses('Je participe')
    await sees(amel, 'vous participez')
    await amel.presses(buttons.more)
    await sees(amel, '2 participent')
    await hears(amel, fr.answers.broughtAlong(1))
    await sees(amel, fr.answers.with(1))
    await amel.presses(buttons.note)
    await amel.fills({ 'Votre mot': 'J’apporte la sono' })
    await hears(amel, fr.answers.noteTaken)
    await olga.follows(`a${shorten(id)}`)
    await olga.presses(buttons.who)
    const list = await sees(olga, fr.answers.who.private)
    expect(list.text).toContain('• Amel (+1)')
    expect(list.text).toContain('J’apporte la sono')
    await olga.presses(buttons.takeOff)
    await olga.presses('Amel')
    await hears(olga, fr.answers.takeOff.done)
    await sees(amel, 'Un·e organisateur·ice vous a retiré·e de la liste')
    // Whom nothing reaches is not said to be told.
    await rosa.follows(`a${shorten(id)}`)
    await rosa.presses('Je participe')
    await sees(rosa, 'vous participez')
    await store.people.reachable({ platform, key: rosa.id }, false)
    await olga.follows(`a${shorten(id)}`)
    await olga.presses(buttons.who)
    await olga.presses(buttons.takeOff, await sees(olga, '• Rosa'))
    await olga.presses('Rosa')
    await hears(olga, fr.answers.takeOff.unheard)
    // Nobody else is offered it, and an old button is no way in.
    expect(labels(await sees(amel, 'Diffusion de tracts'))).not.toContain(buttons.who)
  })

  it('that are all taken make a waiting list; whoever is next is told as soon as one is free', async () => {
    const { somebody } = theatre()
    const id = await limited(theatre(), 1, 'Petite salle')
    const [amel, bastien, chloe] = [somebody('Amel'), somebody('Bastien'), somebody('Chloé')]
    for (const who of [amel, bastien, chloe]) await who.follows(`a${shorten(id)}`)
    await sees(amel, '1 place libre sur 1')
    await amel.presses('Je participe')
    await sees(amel, 'vous participez')
    await bastien.follows(`a${shorten(id)}`)
    await bastien.presses(buttons.wait)
    await sees(bastien, fr.answers.waits(1))
    await chloe.follows(`a${shorten(id)}`)
    await chloe.presses(buttons.wait)
    await sees(chloe, fr.answers.waits(2))
    await amel.presses('Je ne peux pas')
    const offer = await sees(bastien, 'Une place s’est libérée pour Petite salle')
    expect(offer.text).toContain('Elle vous est gardée jusqu’à')
    expect(labels(offer)).toEqual(expect.arrayContaining([buttons.take, fr.notices.buttons.cannot]))
    await bastien.presses(buttons.take, offer)
    await sees(bastien, 'vous participez')
    await sees(chloe, fr.answers.waits(1))
  })

  it('can be refused when there are none left', async () => {
    const { somebody } = theatre()
    const id = await limited(theatre(), 1, 'Salle comble')
    const [amel, bastien] = [somebody('Amel'), somebody('Bastien')]
    await amel.follows(`a${shorten(id)}`)
    await amel.presses('Je participe')
    // Nobody else can come with her.
    expect(labels(await sees(amel, 'Complet'))).not.toContain(buttons.more)
    await bastien.follows(`a${shorten(id)}`)
    await bastien.presses('Je ne peux pas')
    await sees(bastien, 'vous ne pouvez pas venir')
  })

  it('go to those who wait when the action becomes larger', async () => {
    const { somebody, gives } = theatre()
    const id = await limited(theatre(), 1, 'Salle qui grandit')
    const [amel, bastien] = [somebody('Amel'), somebody('Bastien')]
    await amel.follows(`a${shorten(id)}`)
    await amel.presses('Je participe')
    await sees(amel, 'vous participez')
    await bastien.follows(`a${shorten(id)}`)
    await bastien.presses(buttons.wait)
    await sees(bastien, fr.answers.waits(1))
    await gives(id, 5)
    await sees(bastien, 'Une place s’est libérée pour Salle qui grandit')
  })
})
