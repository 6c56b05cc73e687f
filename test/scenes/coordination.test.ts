import { expect } from 'vitest'
import { fr } from '../../src/phrases/fr.ts'
import { announceDo, decideRelay } from '../../src/views/announcement-presses.ts'
import { endLink } from '../../src/views/link-presses.ts'
import { invite } from '../../src/views/team-presses.ts'
import { createAnnouncers } from './announcers.ts'
import { writesOldButton } from './forging.ts'
import { hears, sees, times } from './seeing.ts'
import { it, onEveryPlatform } from './theatre.ts'

onEveryPlatform('The coordination', (theatre) => {
  const { aLoop, aGroup, links, writes } = createAnnouncers(theatre)

  it('speaks to the loops, or through them to every chat, when a second one of it agrees', async () => {
    const { stage, somebody, appoints } = theatre()
    const { loop, lou, one, other } = await aLoop(['Les Premiers', 'Les Seconds'])
    const [olga, oscar] = [somebody('Olga'), somebody('Oscar')]
    for (const each of [olga, oscar]) await appoints(each, 'coordination')
    await oscar.asks('aide')
    const department = stage.group('La boucle', [lou], { animators: [lou] })
    await links(lou, department, 'Boucle du coin', loop)
    const [ofLoop, ofOne, ofOther] = [
      lou.in(department),
      one.animator.in(one.chat),
      other.animator.in(other.chat),
    ]
    const writesForAll = async (words: string) => {
      await olga.asks('annonce')
      await olga.presses(fr.announcements.everywhere)
      await olga.presses(fr.announcements.write)
      await olga.fills({ [fr.announcements.form.label]: words })
      return sees(olga, /discussions? \(/)
    }
    const leaves = async (words: string) => {
      await olga.presses(fr.announcements.send)
      await hears(olga, fr.announcements.asked)
      expect(times(ofLoop, words)).toBe(0)
      await oscar.presses(fr.announcements.agree, await sees(oscar, words))
      await sees(ofLoop, words)
    }
    await writesForAll('Aux boucles seulement')
    await olga.presses(fr.composing.audience)
    await olga.presses(fr.composing.kind('loop', false))
    await olga.presses(fr.composing.done)
    await sees(olga, /Groupes\s: boucles/)
    await leaves('Aux boucles seulement')
    await writesForAll('À tout le pays')
    await leaves('À tout le pays')
    for (const reader of [ofOne, ofOther]) {
      // It says whose word it is.
      expect((await sees(reader, 'À tout le pays')).text).toContain(fr.announcements.everywhere)
      expect(times(reader, 'Aux boucles seulement')).toBe(0)
    }
  })

  it('and all others meet the same refusal, whatever they press: what is made up, what an administrator of the chat presses', async () => {
    const { stage, somebody, store } = theatre()
    const { id, amel, member } = await aGroup(theatre(), 'Les Fermes')
    await writes(amel, 'Parole gardée')
    await amel.presses(fr.announcements.send)
    await sees(member, 'Parole gardée')
    await sees(amel, 'Annonce\u00A0: partie')
    const author = (await store.roles.at(id))[0]?.person
    const [sent] = author ? await store.announcements.of(author, 1) : []
    const [link] = await store.links.of(id)
    if (!sent || !link) throw new Error('nothing was sent')
    // He administers the chat, and has no role here.
    const chief = somebody('Chef')
    const chat = stage.group('Chez le chef', [chief], { animators: [chief] })
    const announcement = sent.id
    for (const button of [
      announceDo.button('x', { announcement, does: 'back-yes' }),
      announceDo.button('x', { announcement, does: 'retry' }),
      announceDo.button('x', { announcement, does: 'agree' }),
      decideRelay.button('x', { announcement, group: id, does: 'relay' }),
      endLink.button('x', { link: link.id }),
      invite.button('x', { role: 'animator', place: id }),
    ]) {
      const before = times(chief.in(chat), 'n’est pas dans vos droits')
      await writesOldButton(theatre(), chat, button.route)
      await chief.in(chat).presses('Vieux bouton')
      await expect
        .poll(() => times(chief.in(chat), 'n’est pas dans vos droits'), { timeout: 15_000 })
        .toBeGreaterThan(before)
    }
    expect((await store.announcements.byId(announcement))?.stage).toBe('sent')
    expect(await store.links.of(id)).toHaveLength(1)
    expect(times(member, 'Parole gardée')).toBe(1)
  })
})
