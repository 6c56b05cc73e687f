import { expect } from 'vitest'
import type { Actor } from '../../playground/actor.ts'
import { fr } from '../../src/phrases/fr.ts'
import { messageMenus } from '../../src/phrases/menu.ts'
import { hears, labels, sees, times } from './seeing.ts'
import { it, onEveryPlatform } from './theatre.ts'

const menu = messageMenus.relay.fr

onEveryPlatform('Handing on a message to be announced', (theatre, platform) => {
  const said = 'Collage ce soir : rendez-vous à 20 h'

  /** What somebody else said there. */
  const handsOn = async (reader: Actor, writer: Actor): Promise<void> => {
    await writer.says(said)
    const message = reader.seen().find(({ text }) => text === said)
    if (!message) throw new Error(`${writer.name} said nothing`)
    await reader.passesOn(message, menu)
  }

  it('shows it as it would be announced, in whose name one likes', async () => {
    const { town, appoints, somebody, stage } = theatre()
    const there = town()
    const [one, other] = [
      await there.group({ name: 'Les Relais' }),
      await there.group({ name: 'Les Autres' }),
    ]
    const [amel, paul] = [somebody('Amel'), somebody('Paul')]
    await appoints(amel, 'animator', one)
    await appoints(amel, 'animator', other)
    const chat = stage.group('Entre nous', [amel, paul], { animators: [amel] })
    await handsOn(amel.in(chat), paul.in(chat))
    const reader = platform === 'discord' ? amel.in(chat) : amel
    await sees(reader, said)
    const page = await sees(reader, /Aucune discussion/)
    expect(labels(page).some((label) => label.startsWith('Plutôt pour'))).toBe(true)
    const before = labels(page).find((label) => label.startsWith('Plutôt pour')) ?? ''
    await reader.presses(before, page)
    const after = await sees(reader, /Aucune discussion/)
    expect(labels(after).find((label) => label.startsWith('Plutôt pour'))).not.toBe(before)
    expect(times(paul.in(chat), 'Aucune discussion')).toBe(0)
  })

  it('means nothing special to whoever announces nothing', async () => {
    const { somebody, stage } = theatre()
    const [amel, paul] = [somebody('Amel'), somebody('Paul')]
    const chat = stage.group('Entre nous', [amel, paul], { animators: [amel] })
    await handsOn(amel.in(chat), paul.in(chat))
    if (platform === 'discord') await hears(amel.in(chat), fr.announcements.nothing)
    else await hears(amel, fr.occasions.noPlace(said))
  })
})
