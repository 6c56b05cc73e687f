import { describe, expect } from 'vitest'
import type { Actor } from '../../playground/actor.ts'
import { hour } from '../../src/base/clock.ts'
import { fr } from '../../src/phrases/fr.ts'
import { hears, labels, sees } from './seeing.ts'
import { it, onEveryPlatform, type Theatre } from './theatre.ts'

const codeIn = (text: string): string => /i[0-9a-z]{12}/.exec(text)?.[0] ?? ''

/** Somebody prepares an invitation at a place and gives its code. */
const invites = async (actor: Actor, lieu: string, name: RegExp, button: string): Promise<string> => {
  await actor.asks('equipe', { lieu })
  await actor.presses(name)
  await sees(actor, 'Équipe')
  await actor.presses(button)
  return codeIn((await sees(actor, 'Invitation de Porte-voix')).text)
}

const opens = (actor: Actor, code: string): Promise<void> => actor.follows(code)

onEveryPlatform('Roles', (theatre, platform) => {
  const town = async ({ town: make }: Theatre) => {
    const there = make()
    const group = await there.group({ name: 'Les Jours heureux' })
    const loop = await there.group({ name: 'Boucle du coin', kind: 'loop' })
    return { there, group, loop }
  }

  describe('begin with whoever runs the program', () => {
    it('who invites a loop, which invites a group, which invites a manager', async () => {
      const { somebody, operator } = theatre()
      const { there } = await town(theatre())
      const [olympe, lou, amel, malik] = [operator(), somebody('Lou'), somebody('Amel'), somebody('Malik')]
      await olympe.asks('equipe')
      await hears(olympe, fr.team.operatorHint)

      const forLou = await invites(olympe, there.asked, /Boucle du coin/, fr.team.invite['loop-animator'])
      await opens(lou, forLou)
      await hears(lou, fr.team.may('loop-animator'))
      await lou.presses(fr.team.accept)
      await hears(lou, fr.team.accepted('loop-animator', 'Boucle du coin'))
      await hears(olympe, fr.team.notices.accepted('Lou', 'loop-animator', 'Boucle du coin'))

      const forAmel = await invites(lou, there.asked, /Les Jours heureux/, fr.team.invite.animator)
      await opens(amel, forAmel)
      await amel.presses(fr.team.accept)
      await hears(amel, fr.team.accepted('animator', 'Les Jours heureux'))

      await amel.asks('equipe')
      await amel.presses(/Les Jours heureux/)
      await hears(amel, fr.team.binome)
      await amel.presses(fr.team.invite.manager)
      await opens(malik, codeIn((await sees(amel, 'Invitation de Porte-voix')).text))
      await malik.presses(fr.team.accept)
      await hears(malik, fr.team.accepted('manager', 'Les Jours heureux'))

      await amel.asks('journal')
      const journal = await sees(amel, 'Journal')
      expect(journal.text).toContain('Malik')
      expect(journal.text).toContain('a accepté le rôle')
      await malik.asks('journal')
      await hears(malik, fr.team.none)
    })

    it.runIf(platform === 'telegram')('whose menu shows what they may do, as long as they may', async () => {
      const { somebody, operator } = theatre()
      const { there } = await town(theatre())
      const [amel, paul] = [somebody('Amel'), somebody('Paul')]
      const names = (of: Actor) => of.menu().map(({ name }) => name)
      const forAmel = await invites(operator(), there.asked, /Les Jours heureux/, fr.team.invite.animator)
      await paul.asks('aide')
      await opens(amel, forAmel)
      await hears(amel, fr.team.may('animator'))
      expect(names(amel)).not.toContain('nouvelle')
      await amel.presses(fr.team.accept)
      await expect.poll(() => names(amel)).toContain('nouvelle')
      expect(names(amel)).toContain('actions')
      expect(names(paul)).not.toContain('nouvelle')
      await amel.asks('equipe')
      await amel.presses(/Les Jours heureux/)
      await amel.presses(fr.team.quit)
      await amel.presses(fr.team.yesQuit)
      await hears(amel, fr.team.left)
      await expect.poll(() => names(amel)).not.toContain('nouvelle')
    })

    it('whose help says more to those who have a role', async () => {
      const { somebody, appoints } = theatre()
      const { group } = await town(theatre())
      const [amel, paul] = [somebody('Amel'), somebody('Paul')]
      await appoints(amel, 'animator', group)
      await amel.asks('aide')
      await hears(amel, fr.help.animators)
      await paul.asks('aide')
      await hears(paul, fr.help.heading)
      expect((await sees(paul, fr.help.heading)).text).not.toContain('/equipe')
      await paul.asks('equipe')
      await hears(paul, fr.team.none)
    })
  })

  describe('are given by a link', () => {
    it('that works once, for one person', async () => {
      const { somebody, operator } = theatre()
      const { there } = await town(theatre())
      const code = await invites(operator(), there.asked, /Les Jours heureux/, fr.team.invite.animator)
      const [amel, late] = [somebody('Amel'), somebody('Tard')]
      await opens(amel, code)
      await opens(late, code)
      await hears(late, fr.team.may('animator'))
      await amel.presses(fr.team.accept)
      await hears(amel, fr.team.accepted('animator', 'Les Jours heureux'))
      await late.presses(fr.team.accept)
      await hears(late, fr.refusals['invitation-over']({}))
      await opens(somebody('Encore'), code)
    })

    it('that waits for three days, and no longer', async () => {
      const { somebody, operator, passes } = theatre()
      const { there } = await town(theatre())
      const code = await invites(operator(), there.asked, /Les Jours heureux/, fr.team.invite.animator)
      await passes(71 * hour)
      const [amel, bob] = [somebody('Amel'), somebody('Bob')]
      await opens(amel, code)
      await hears(amel, fr.team.may('animator'))
      await passes(1.5 * hour)
      await opens(bob, code)
      await hears(bob, fr.refusals['invitation-over']({}))
      // What was offered in time is too late, too.
      await amel.presses(fr.team.accept)
      await hears(amel, fr.refusals['invitation-over']({}))
    })

    it('that is worth nothing once its giver may no longer give it', async () => {
      const { somebody, appoints, store } = theatre()
      const { there, loop } = await town(theatre())
      const lou = somebody('Lou')
      const person = await appoints(lou, 'loop-animator', loop)
      const code = await invites(lou, there.asked, /Les Jours heureux/, fr.team.invite.animator)
      await store.roles.withdraw(person, 'loop-animator', loop)
      const amel = somebody('Amel')
      await opens(amel, code)
      await hears(amel, fr.refusals['invitation-over']({}))
    })

    it('to a binôme, and no further', async () => {
      const { somebody, appoints, operator } = theatre()
      const { there, group } = await town(theatre())
      const code = await invites(operator(), there.asked, /Les Jours heureux/, fr.team.invite.animator)
      const [one, two, three] = [somebody('Une'), somebody('Deux'), somebody('Trois')]
      await appoints(one, 'animator', group)
      await appoints(two, 'animator', group)
      await opens(three, code)
      await three.presses(fr.team.accept)
      await hears(three, fr.refusals['binome-full']({ place: 'Les Jours heureux' }))
      await one.asks('equipe')
      await one.presses(/Les Jours heureux/)
      expect(labels(await sees(one, 'Équipe'))).not.toContain(fr.team.invite.animator)
    })
  })

  describe('end', () => {
    it('when two animators of a loop agree about a third', async () => {
      const { somebody, appoints, store } = theatre()
      const { loop } = await town(theatre())
      const [lou, max, zoe] = [somebody('Lou'), somebody('Max'), somebody('Zoé')]
      await appoints(lou, 'loop-animator', loop)
      await appoints(max, 'loop-animator', loop)
      const third = await appoints(zoe, 'loop-animator', loop)
      // Telegram lets nobody be written to who never wrote.
      for (const each of [lou, max, zoe]) await each.asks('equipe')
      await lou.presses(/Boucle du coin/)
      await lou.presses(fr.team.takeOut)
      await lou.presses(/Zoé/)
      await hears(lou, fr.team.confirmReplace('Zoé'))
      await lou.presses(fr.team.yesReplace)
      await hears(lou, fr.team.asked)
      expect((await store.roles.of(third)).length).toBe(1)
      await hears(max, fr.team.notices.replacement('Zoé', 'Boucle du coin'))
      await max.presses(fr.team.notices.agree)
      await hears(max, fr.team.takenOut)
      const told = await sees(zoe, fr.team.notices.withdrawn('loop-animator', 'Boucle du coin'))
      expect(labels(told)).toContain(fr.help.settings)
      expect(await store.roles.of(third)).toEqual([])
    })

    it('at once: an old button meets a refusal that says who can help', async () => {
      const { somebody, appoints, store } = theatre()
      const { group } = await town(theatre())
      const amel = somebody('Amel')
      const person = await appoints(amel, 'animator', group)
      await amel.asks('equipe')
      await amel.presses(/Les Jours heureux/)
      await sees(amel, 'Équipe')
      await store.roles.withdraw(person, 'animator', group)
      await amel.presses(fr.team.invite.manager)
      await hears(amel, 'n’est pas dans vos droits')
    })

    it('when one gives them up', async () => {
      const { somebody, appoints } = theatre()
      const { group } = await town(theatre())
      const amel = somebody('Amel')
      await appoints(amel, 'animator', group)
      await amel.asks('equipe')
      await amel.presses(/Les Jours heureux/)
      await amel.presses(fr.team.quit)
      await amel.presses(fr.team.yesQuit)
      await hears(amel, fr.team.left)
      await amel.asks('equipe')
      await hears(amel, fr.team.none)
    })
  })
})
