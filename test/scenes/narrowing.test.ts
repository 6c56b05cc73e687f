import { describe, expect } from 'vitest'
import { second } from '../../src/base/clock.ts'
import { paris, wall } from '../../src/base/zones.ts'
import { usual } from '../../src/domain/reminders/model.ts'
import { fr } from '../../src/phrases/fr.ts'
import { createAnnouncers } from './announcers.ts'
import { hears, labels, sees, times } from './seeing.ts'
import { it, onEveryPlatform } from './theatre.ts'

onEveryPlatform('Choosing whom an announcement is for', (theatre, platform) => {
  const { writes, aGroup, aLoop } = createAnnouncers(theatre)

  describe('among the groups of a department', () => {
    it('takes kinds, certified or not, and places', async () => {
      const { there, lou, one, other } = await aLoop(
        ['Les Locaux', 'Les Thématiques'],
        [
          { kind: 'local', certified: true },
          { kind: 'thematic', certified: false },
        ],
      )
      await writes(lou, 'Pour quelques-uns')
      await hears(lou, '2 discussions')
      await lou.presses(fr.composing.audience)
      await lou.presses(fr.composing.kind('local', false))
      await sees(lou, fr.composing.filter({ kinds: ['local'] }))
      await lou.presses(fr.composing.certified(undefined))
      await sees(lou, fr.composing.filter({ kinds: ['local'], certified: true }))
      await lou.presses(fr.composing.done)
      await sees(lou, /1 discussion .*\n(?:.*\n)*.*Groupes certifiés seulement/)
      await lou.presses(fr.composing.audience)
      await lou.presses(fr.composing.places)
      await lou.fills({ [fr.composing.placesForm.label]: 'Nulle-part-sur-Rien' })
      await hears(lou, fr.composing.unclearPlace('Nulle-part-sur-Rien'))
      // What is typed next is the answer; a window is opened again.
      if (platform === 'discord') await lou.presses(fr.dialogue.correct)
      await lou.fills({ [fr.composing.placesForm.label]: `15 km autour de ${there.asked}` })
      await sees(lou, /15\skm autour/)
      await lou.presses(fr.composing.patience(24))
      await sees(lou, 'ont 48 heures pour répondre')
      await lou.presses(fr.composing.done)
      const page = await sees(lou, /1 discussion .*\n(?:.*\n)*.*15\skm autour/)
      expect(labels(page)).toContain(fr.announcements.send)
      expect(times(one.animator.in(one.chat), 'Pour quelques-uns')).toBe(0)
      expect(times(other.animator.in(other.chat), 'Pour quelques-uns')).toBe(0)
    })
  })

  describe('members who asked for copies of their own', () => {
    it('get one, are told why, stop it with one tap, and see it changed and taken back', async () => {
      const { store, somebody } = theatre()
      const { id, amel, member } = await aGroup(theatre(), 'Les Abonnés')
      const [nora, omar] = [somebody('Nora'), somebody('Omar')]
      for (const each of [nora, omar]) {
        await each.asks('reglages')
        // Nothing comes before they say so.
        expect(labels(await sees(each, fr.settings.heading))).toContain(fr.composing.news.on)
      }
      await nora.presses(fr.composing.news.on)
      await hears(nora, fr.composing.news.started)
      await omar.presses(fr.composing.news.on)
      await hears(omar, fr.composing.news.started)
      for (const each of [nora, omar]) {
        const person = await store.people.byAccount({ platform: theatre().platform, key: each.id })
        if (!person) throw new Error('somebody is not known')
        await store.groups.join(person.id, id, theatre().clock.now())
        await store.reminders.keepWishes(person.id, { ...usual, quiet: { from: 0, to: 0 } })
      }
      await writes(amel, 'Assemblée dimanche')
      await hears(amel, fr.composing.members(2))
      await amel.presses(fr.announcements.send)
      await sees(member, 'Assemblée dimanche')
      for (const each of [nora, omar]) {
        const copy = await sees(each, 'Assemblée dimanche')
        expect(copy.text).toContain('vous l’avez demandé')
      }
      const account = await sees(amel, 'Annonce\u00A0: partie')
      await amel.asks('suivi')
      await hears(amel, fr.composing.copies(2, 2))
      await nora.presses(fr.composing.noMore)
      await hears(nora, fr.composing.news.stopped)
      await amel.presses(fr.announcements.correct, account)
      await amel.fills({ [fr.announcements.form.label]: 'Assemblée samedi' })
      await sees(nora, 'Assemblée samedi')
      await omar.asks('mesdonnees')
      await sees(omar, fr.composing.news.kept)
      await amel.presses(fr.announcements.withdraw, account)
      await amel.presses(fr.announcements.withdraw, await sees(amel, fr.announcements.confirmWithdraw))
      await expect
        .poll(() => omar.seen().some(({ text }) => text.includes('Assemblée')), { timeout: 15_000 })
        .toBe(false)
      // Whoever stopped it gets no other.
      await writes(amel, 'Encore une')
      await hears(amel, fr.composing.members(1))
    })

    it('wait for the end of quiet hours, and the account says that they do', async () => {
      const { store, somebody, clock, passes } = theatre()
      const { id, amel, member } = await aGroup(theatre(), 'Les Silencieux')
      const nora = somebody('Nora')
      await nora.asks('reglages')
      await nora.presses(fr.composing.news.on)
      await hears(nora, fr.composing.news.started)
      const person = await store.people.byAccount({ platform, key: nora.id })
      if (!person) throw new Error('she is not known')
      await store.groups.join(person.id, id, clock.now())
      // Two minutes from now it is over.
      const { hour, minute } = wall(clock.now(), paris)
      const now = hour * 60 + minute
      const quiet = { from: now - 60, to: now + 2 }
      await store.reminders.keepWishes(person.id, { ...usual, zone: paris, quiet })
      await writes(amel, 'Sans la réveiller')
      await amel.presses(fr.announcements.send)
      await sees(member, 'Sans la réveiller')
      await sees(amel, 'Annonce\u00A0: partie')
      await amel.asks('suivi')
      await hears(amel, fr.composing.copies(0, 1))
      expect(times(nora, 'Sans la réveiller')).toBe(0)
      for (let waited = 0; waited < 3; waited += 1) await passes(50 * second)
      expect((await sees(nora, 'Sans la réveiller')).text).toContain('vous l’avez demandé')
      await expect
        .poll(async () => {
          await amel.asks('suivi')
          return times(amel, fr.composing.copies(1, 1))
        })
        .toBeGreaterThan(0)
    })
  })
})
