import { expect } from 'vitest'
import type { Actor } from '../../playground/actor.ts'
import { hour } from '../../src/base/clock.ts'
import { plain } from '../../src/base/rich.ts'
import { fr } from '../../src/phrases/fr.ts'
import { hears, sees, times } from './seeing.ts'
import { it, onEveryPlatform, type Theatre } from './theatre.ts'

onEveryPlatform('The role of whoever animates alone', (theatre) => {
  const town = async ({ town: make }: Theatre) => {
    const there = make()
    const group = await there.group({ name: 'Les Jours heureux' })
    const loop = await there.group({ name: 'Boucle du coin', kind: 'loop' })
    return { group, loop }
  }

  it('goes with all the rest when one erases everything; the loop hears whose group nobody animates then', async () => {
    const { somebody, appoints, store } = theatre()
    const { group, loop } = await town(theatre())
    const [amel, lou, cora] = [somebody('Amel'), somebody('Lou'), somebody('Cora')]
    await appoints(amel, 'animator', group)
    await appoints(lou, 'loop-animator', loop)
    await appoints(cora, 'coordination')
    for (const each of [lou, cora]) await each.asks('equipe')
    await amel.asks('mesdonnees')
    await hears(amel, fr.team.kept(1))
    await amel.asks('effacer')
    await hears(amel, fr.team.sole(['Les Jours heureux']))
    await amel.presses(fr.privacy.erase)
    await hears(amel, fr.privacy.erased)
    expect(await store.roles.at(group)).toEqual([])
    const told = await sees(lou, fr.team.notices.unattended('Les Jours heureux'))
    expect(told.text).not.toContain('Amel')
    expect(times(cora, fr.team.notices.unattended('Les Jours heureux'))).toBe(0)
    await lou.presses(fr.team.team)
    await lou.presses(fr.team.invite.animator)
    await sees(lou, 'Invitation de Porte-voix')
  })

  it('is given up: the coordination hears of it where no loop can, not as long as somebody else animates the group', async () => {
    const { somebody, appoints, passes, store } = theatre()
    const { group, loop } = await town(theatre())
    const [amel, bob, lou, cora] = [somebody('Amel'), somebody('Bob'), somebody('Lou'), somebody('Cora')]
    const unattended = (place: string) => fr.team.notices.unattended(place)
    await appoints(amel, 'animator', group)
    await appoints(bob, 'animator', group)
    await appoints(lou, 'loop-animator', loop)
    const coordinates = await appoints(cora, 'coordination')
    for (const each of [lou, cora]) await each.asks('equipe')
    const quits = async (actor: Actor, place: RegExp) => {
      await actor.asks('equipe')
      await actor.presses(place)
      await actor.presses(fr.team.quit)
      const { text } = await sees(actor, 'Voulez-vous vraiment quitter')
      await actor.presses(fr.team.yesQuit)
      await hears(actor, fr.team.left)
      return text
    }
    const alone = plain(fr.team.sole(['Les Jours heureux']))
    expect(await quits(amel, /Les Jours heureux/)).not.toContain(alone)
    await quits(lou, /Boucle du coin/)
    await hears(cora, unattended('Boucle du coin'))
    expect(times(cora, unattended('Les Jours heureux'))).toBe(0)
    expect(await quits(bob, /Les Jours heureux/)).toContain(alone)
    await hears(cora, unattended('Les Jours heureux'))
    await passes(hour)
    expect(times(lou, unattended('Les Jours heureux'))).toBe(0)
    await store.roles.withdraw(coordinates, 'coordination', undefined)
  })
})
