import { expect } from 'vitest'
import type { Actor } from '../../playground/actor.ts'
import type { NotedDeed } from '../../src/domain/rights/journal.ts'
import { fr } from '../../src/phrases/fr.ts'
import { used } from '../../src/phrases/fr/used.ts'
import { createAnnouncers } from './announcers.ts'
import { hears, sees } from './seeing.ts'
import { it, onEveryPlatform } from './theatre.ts'

onEveryPlatform('The journal', (theatre) => {
  const { writes, aGroup, aLoop } = createAnnouncers(theatre)
  const { buttons } = fr.managing

  /** Reads it, and finds each of these once, by that person. */
  const reads = async (reader: Actor, by: string, deeds: readonly NotedDeed[]): Promise<void> => {
    await reader.asks('journal')
    const { text } = await sees(reader, 'Journal')
    for (const deed of deeds) {
      const lines = text.split('\n').filter((line) => line.includes(` ${used[deed]}`))
      expect(lines, `${deed} in\n${text}`).toHaveLength(1)
      expect(lines[0]).toContain(by)
    }
  }

  it('tells what was done with an action, once each, in the past', async () => {
    const { town, somebody, appoints } = theatre()
    const group = await town().group({ name: 'Les Notés' })
    const amel = somebody('Amel')
    await appoints(amel, 'animator', group)
    await amel.asks('nouvelle', { action: 'samedi 14h tractage marché' })
    await sees(amel, fr.planning.check)
    await amel.presses(fr.planning.buttons.save)
    await sees(amel, fr.planning.saved('Tractage marché'))
    await amel.asks('gerer')
    await amel.presses(/Tractage marché/)
    await amel.presses(buttons.change)
    await amel.presses(fr.planning.buttons.date)
    await amel.fills({ [fr.planning.form.when.label]: 'samedi 15h30' })
    await sees(amel, fr.planning.checkChange)
    await amel.presses(fr.planning.buttons.saveChange)
    await hears(amel, fr.managing.changed('Tractage marché', false))
    await amel.asks('gerer')
    await amel.presses(/Tractage marché/)
    await amel.presses(buttons.callOff)
    await amel.fills({ [fr.managing.reason.label]: 'La pluie' })
    await hears(amel, fr.managing.calledOff('Tractage marché', false))
    await reads(amel, 'Amel', ['plan', 'change-action', 'call-off'])
  })

  it('tells whose chat it was that somebody linked to another group', async () => {
    const { town, somebody, appoints, stage } = theatre()
    const there = town()
    const [amel, paul] = [somebody('Amel'), somebody('Paul')]
    await appoints(amel, 'animator', await there.group({ name: 'Les Premières' }))
    await appoints(paul, 'animator', await there.group({ name: 'Les Seconds' }))
    const chat = stage.group('Partagée', [amel, paul], { animators: [amel, paul] })
    for (const [actor, name] of [
      [amel, 'Les Premières'],
      [paul, 'Les Seconds'],
    ] as const) {
      await actor.in(chat).asks('lier')
      await actor.in(chat).presses(name)
      await sees(actor.in(chat), `reliée à «\u00A0${name}\u00A0»`)
    }
    await reads(amel, 'Paul', ['unlink'])
    await reads(paul, 'Paul', ['link'])
  })

  it('tells what was done with an announcement, and with the settings of a chat', async () => {
    const { amel, member } = await aGroup(theatre(), 'Les Bavards')
    await writes(amel, 'Rendez-vous à midi')
    await amel.presses(fr.announcements.send)
    await sees(member, 'Rendez-vous à midi')
    const account = await sees(amel, 'Annonce\u00A0: partie')
    await amel.presses(fr.announcements.correct, account)
    await amel.fills({ [fr.announcements.form.label]: 'Rendez-vous à 14 h' })
    await hears(amel, fr.announcements.corrected)
    await amel.presses(fr.announcements.withdraw, account)
    await amel.presses(fr.announcements.withdraw)
    await reads(amel, 'Amel', ['link', 'correct-announcement', 'withdraw-announcement'])
  })

  it('of a loop and of its groups tells who agreed, and who did not relay', async () => {
    const { lou, max, one } = await aLoop(['Les Partants', 'Les Autres'])
    await theatre().store.announcements.setSay(one.id, { mode: 'asked', otherwise: 'decline' })
    await writes(lou, 'Collage vendredi')
    await lou.presses(fr.announcements.send)
    await max.presses(fr.announcements.agree, await sees(max, 'Êtes-vous d’accord'))
    await one.animator.presses(fr.announcements.decline, await sees(one.animator, 'Le relayez-vous'))
    await hears(one.animator, fr.announcements.declined)
    await reads(one.animator, one.animator.name, ['decline-relay'])
    await reads(lou, 'Max', ['agree'])
    await reads(lou, 'Lou', ['ask-agreement'])
  })
})
