import { describe, expect } from 'vitest'
import { day, hour, later } from '../../src/base/clock.ts'
import { paris } from '../../src/base/zones.ts'
import { fr } from '../../src/phrases/fr.ts'
import { again, hears, labels, sees, times } from './seeing.ts'
import { createAnnouncers } from './announcers.ts'
import { it, onEveryPlatform } from './theatre.ts'

onEveryPlatform('Announcing', (theatre, platform) => {
  const { links, writes, aGroup, aLoop, sets } = createAnnouncers(theatre)

  describe('to the chats of a group', () => {
    it('shows what will be read and how many hear it, then leaves, and says what became of it', async () => {
      const { store } = theatre()
      const { id, amel, member } = await aGroup(theatre(), 'Les Jours heureux')
      const people = async () => (await store.links.of(id))[0]?.crowd?.people
      await expect.poll(people, { timeout: 15_000 }).toBe(2)
      await writes(amel, 'Tractage **samedi** à 10 h, [le programme](https://programme.lafranceinsoumise.fr)')
      await hears(amel, '1 discussion')
      await hears(amel, 'Environ 2 personnes dans cette discussion')
      await amel.presses(fr.announcements.send)
      await hears(amel, fr.announcements.holding(30))
      const copy = await sees(member, 'Tractage samedi à 10 h')
      expect(copy.rich.some(({ text, bold }) => bold && text === 'samedi')).toBe(true)
      expect(copy.rich.some(({ link }) => link?.includes('programme.lafranceinsoumise.fr'))).toBe(true)
      const account = await sees(amel, 'Annonce\u00A0: partie')
      await expect.poll(() => again(amel, account).text, { timeout: 15_000 }).toContain('✓ 1 arrivée')
      await amel.asks('suivi')
      await hears(amel, fr.announcements.counts.delivered(1))
    })

    it('is corrected and withdrawn wherever it arrived', async () => {
      const { amel, member } = await aGroup(theatre(), 'Les Soigneux')
      await writes(amel, 'Rendez-vous à midi')
      await amel.presses(fr.announcements.send)
      const copy = await sees(member, 'Rendez-vous à midi')
      const account = await sees(amel, 'Annonce\u00A0: partie')
      await amel.presses(fr.announcements.correct, account)
      await amel.fills({ [fr.announcements.form.label]: 'Rendez-vous à 14 h' })
      await hears(amel, fr.announcements.corrected)
      await expect.poll(() => again(member, copy).text, { timeout: 15_000 }).toContain('14 h')
      // More than a week later, too.
      const { store, clock } = theatre()
      await store.outbox.forget(later(clock.now(), day), later(clock.now(), -day))
      await amel.presses(fr.announcements.withdraw, account)
      await amel.presses(fr.announcements.withdraw)
      await expect
        .poll(() => member.seen().some(({ text }) => text.includes('14 h')), { timeout: 15_000 })
        .toBe(false)
    })

    it('leaves when it is told to, in the words that people use for dates', async () => {
      const { store, clock } = theatre()
      const { amel, member, id } = await aGroup(theatre(), 'Les Patients')
      await writes(amel, 'Rappel du lundi')
      await amel.presses(fr.announcements.schedule)
      await amel.fills({ [fr.announcements.form.whenLabel]: 'un de ces jours' })
      await hears(amel, fr.announcements.unclear)
      // What is typed next is the answer; a window is opened again.
      const corrects = () => (platform === 'discord' ? amel.presses(fr.dialogue.correct) : undefined)
      await corrects()
      await amel.fills({ [fr.announcements.form.whenLabel]: 'hier à 9h' })
      expect((await sees(amel, 'déjà passé')).text).not.toContain('pas compris')
      await corrects()
      await amel.fills({ [fr.announcements.form.whenLabel]: 'tous les lundis jusqu’au scrutin' })
      await hears(amel, fr.announcements.noVote)
      await corrects()
      await amel.fills({ [fr.announcements.form.whenLabel]: 'tous les lundis à 9h jusqu’au 31 décembre' })
      await sees(amel, 'Elle partira lundi 30 novembre à 09:00')
      await amel.presses(fr.announcements.sendLater)
      await hears(amel, fr.announcements.planned)
      const person = (await store.roles.at(id))[0]?.person
      const [planned] = person ? await store.announcements.of(person, 1) : []
      if (!planned?.repeats) throw new Error('it comes back')
      // Monday comes.
      await store.announcements.plan(planned.id, { due: clock.now(), repeats: planned.repeats })
      await sees(member, 'Rappel du lundi')
      const after = await store.announcements.byId(planned.id)
      expect(after?.stage).toBe('holding')
      expect(after?.due).toBeGreaterThan(clock.now())
    })

    it('waits during an electoral silence, which the coordination says', async () => {
      const { somebody, appoints, store, clock, passes } = theatre()
      const { amel, member } = await aGroup(theatre(), 'Les Sages')
      const olga = somebody('Olga')
      const person = await appoints(olga, 'coordination')
      await olga.asks('equipe')
      await olga.presses(fr.team.everywhere)
      await olga.presses(fr.announcements.truce.button)
      await hears(olga, fr.announcements.truce.none)
      await olga.presses(fr.announcements.truce.set)
      await olga.fills({
        [fr.announcements.form.whenLabel]: 'du samedi 10 avril 0h au dimanche 11 avril 20h',
      })
      await sees(olga, /Du samedi 10 avril.* à 00:00 au dimanche 11 avril.* à 20:00/)
      // The second round is another one; what overlaps takes the place of what was said before.
      const set = async (quand: string) => {
        await olga.presses(fr.announcements.truce.set)
        await olga.fills({ [fr.announcements.form.whenLabel]: quand })
      }
      await set('du samedi 24 avril 0h au dimanche 25 avril 20h')
      await sees(olga, /Du samedi 10 avril[^]*Du samedi 24 avril/)
      await set('du vendredi 23 avril 22h au dimanche 25 avril 20h')
      const both = await sees(olga, /Du samedi 10 avril[^]*Du vendredi 23 avril/)
      expect(both.text).not.toContain('samedi 24')
      const [second] = (await store.announcements.truces(clock.now())).slice(1)
      if (!second) throw new Error('there are two')
      const its = fr.announcements.truce.endOf(fr.dates.start(second.from, paris, clock.now()))
      // Not by one tap.
      await olga.presses(its)
      await olga.presses(fr.announcements.truce.keep)
      await sees(olga, /Du samedi 10 avril[^]*Du vendredi 23 avril/)
      expect(await store.announcements.truces(clock.now())).toHaveLength(2)
      await olga.presses(its)
      await olga.presses(fr.announcements.truce.end)
      await expect.poll(async () => (await store.announcements.truces(clock.now())).length).toBe(1)
      await sees(olga, /Du samedi 10 avril.* à 00:00 au dimanche 11 avril.* à 20:00/)
      // What comes back until the vote stops on that day.
      await writes(amel, 'Rappel de campagne')
      await amel.presses(fr.announcements.schedule)
      await amel.fills({ [fr.announcements.form.whenLabel]: 'tous les lundis à 9 h jusqu’au scrutin' })
      await sees(amel, /puis .*11 avril/)
      await amel.presses(fr.announcements.drop)
      const truce = { from: clock.now(), to: later(clock.now(), 6 * 24 * hour) }
      await store.announcements.setTruce(truce, person)
      await writes(amel, 'Pas maintenant')
      await sees(amel, 'C’est la trêve électorale')
      await amel.presses(fr.announcements.send)
      await hears(amel, fr.announcements.planned)
      await sees(amel, fr.announcements.leaves(fr.dates.start(truce.to, paris, clock.now()), undefined))
      await passes(hour)
      expect(times(member, 'Pas maintenant')).toBe(0)
      // It was a mistake.
      await store.announcements.endTruce(truce)
      await passes(1_000)
      await sees(member, 'Pas maintenant')
      for (const next of [await store.announcements.truce(clock.now())])
        if (next) await store.announcements.endTruce(next)
      // Others play without a coordination.
      await store.roles.withdraw(person, 'coordination', undefined)
    })

    it('is nobody’s business without a role', async () => {
      const paul = theatre().somebody('Paul')
      await paul.asks('annonce')
      await hears(paul, fr.announcements.nothing)
    })

    it('says when no chat would hear it', async () => {
      const { town, appoints, somebody } = theatre()
      const amel = somebody('Amel')
      await appoints(amel, 'animator', await town().group({ name: 'Sans chat' }))
      await writes(amel, 'Il y a quelqu’un ?')
      const preview = await sees(amel, 'Aucune discussion')
      expect(labels(preview)).not.toContain(fr.announcements.send)
    })
  })

  describe('to the groups of a department', () => {
    it('takes a second animator, reaches every chat, and asks for « bien reçu »', async () => {
      const { lou, max, one, other } = await aLoop(['Les Lilas', 'Le Pré'])
      await writes(lou, 'Grande réunion jeudi')
      await hears(lou, '2 discussions')
      await lou.presses(fr.announcements.send)
      await hears(lou, fr.announcements.asked)
      const asked = await sees(max, 'Êtes-vous d’accord')
      expect(asked.text).toContain('Grande réunion jeudi')
      await max.presses(fr.announcements.agree, asked)
      await hears(max, fr.announcements.youAgreed)
      for (const { animator, chat } of [one, other]) await sees(animator.in(chat), 'Grande réunion jeudi')
      const told = await sees(one.animator, 'je l’ai relayé')
      await lou.asks('suivi')
      await lou.presses(fr.composing.lists.unread)
      const unread = await sees(lou, fr.composing.lists.unreadHeading)
      expect(unread.text).toContain('Les Lilas')
      expect(unread.text).toContain('Le Pré')
      await one.animator.presses(fr.announcements.received, told)
      await hears(one.animator, fr.announcements.thanks)
      await lou.asks('suivi')
      await hears(lou, fr.announcements.counts.received(1))
      await lou.presses(fr.composing.lists.unread)
      const after = await sees(lou, /bien reçu\s»\n\n• Le Pré$/)
      expect(after.text).not.toContain('Les Lilas')
    })

    it('says beforehand which groups have no chat, and which chats hear nothing now', async () => {
      const { there, lou, one } = await aLoop(['Les Muets', 'Les Autres'])
      await there.group({ name: 'Sans discussion' })
      await sets(one.id, { announcements: false })
      await writes(lou, 'Qui l’entendra ?')
      await lou.presses(fr.composing.lists.unlinked)
      await sees(lou, 'Sans discussion')
      await lou.presses(fr.composing.lists.unreached)
      const page = await sees(lou, fr.composing.lists.unreachedHeading)
      // Discord writes channels its own way.
      expect(page.text).toMatch(/les.muets/i)
      expect(page.text).not.toMatch(/les.autres/i)
    })

    it('lets a group have its say: approve with a line, or decline', async () => {
      const { lou, max, one, other } = await aLoop(['Les Amis', 'Le Refus'])
      const { store } = theatre()
      for (const { id } of [one, other])
        await store.announcements.setSay(id, { mode: 'asked', otherwise: 'decline' })
      await writes(lou, 'Collage vendredi')
      await lou.presses(fr.announcements.send)
      await max.presses(fr.announcements.agree, await sees(max, 'Collage vendredi'))
      const asked = await sees(one.animator, 'Le relayez-vous')
      await one.animator.presses(fr.announcements.relayWithLine, asked)
      await one.animator.fills({ [fr.announcements.form.lineLabel]: 'Rendez-vous chez Amel' })
      await hears(one.animator, fr.announcements.relayed)
      const copy = await sees(one.animator.in(one.chat), 'Collage vendredi')
      expect(copy.text).toContain('Rendez-vous chez Amel')
      await other.animator.presses(fr.announcements.decline, await sees(other.animator, 'Le relayez-vous'))
      await hears(other.animator, fr.announcements.declined)
      expect(times(other.animator.in(other.chat), 'Collage vendredi')).toBe(0)
      await lou.asks('suivi')
      await hears(lou, fr.announcements.counts.declined(1))
      await hears(lou, fr.announcements.counts.delivered(1))
    })

    it('does not leave without a second animator, and says whom to invite', async () => {
      const { town, appoints, somebody, stage } = theatre()
      const there = town()
      const loop = await there.group({ name: 'Boucle seule', kind: 'loop' })
      const lou = somebody('Lou')
      await appoints(lou, 'loop-animator', loop)
      const chat = stage.group('La boucle', [lou], { animators: [lou] })
      await lou.asks('aide')
      await links(lou, chat, 'Boucle seule', loop)
      await writes(lou, 'Je suis seule')
      await lou.presses(fr.announcements.send)
      await hears(lou, fr.announcements.nobody)
      expect(times(lou.in(chat), 'Je suis seule')).toBe(0)
    })
  })
})
