import { describe, expect, vi } from 'vitest'
import type { Mishap, Stage } from '../../playground/stage.ts'
import { newId, shorten } from '../../src/base/ids.ts'
import { fr } from '../../src/phrases/fr.ts'
import { again, hears, labels, sees, times } from './seeing.ts'
import { it, onEveryPlatform } from './theatre.ts'

const question = fr.settings.form.label

const mishaps: readonly Mishap[] = [
  { what: 'limit', seconds: 1 },
  { what: 'error' },
  { what: 'page' },
  { what: 'slow', seconds: 1 },
  { what: 'cut' },
  { what: 'lost' },
]

/** Of what answers a question in private, and of what answers a tap there. */
const methods = {
  telegram: { asked: 'sendMessage', pressed: 'editMessageText' },
  discord: { asked: 'interactions', pressed: 'interactions' },
} as const

/** How many times the bot changed what the platform shows before anybody has written. */
const menusSet = (stage: Stage): number =>
  stage.ledger().filter(({ method }) => /^(set(My|Chat)|PUT .*\/commands)/.test(method)).length

onEveryPlatform('In trouble', (theatre, platform) => {
  describe('The platform', () => {
    it.each(mishaps)('answers badly ($what): the answer comes once all the same', async (mishap) => {
      const { town, somebody, stage, store } = theatre()
      const there = town()
      const name = `Malgré tout (${mishap.what})`
      const id = await there.action({ name })
      const amel = somebody('Amel')
      await amel.quiet()
      // Where nobody knows whether the answer arrived, and it cannot be replaced, twice is better than never.
      const most = mishap.what === 'lost' ? 2 : 1
      const befallen = stage.ledger().length
      stage.misbehave({ ...mishap, method: methods[platform].asked })
      await amel.asks('actions', { lieu: there.asked })
      await sees(amel, name)
      expect(times(amel, name)).toBeLessThanOrEqual(most)
      await amel.presses(/^1\. Malgré tout/)
      const card = await sees(amel, 'Rendez-vous devant la fontaine')
      stage.misbehave({ ...mishap, method: methods[platform].pressed })
      await amel.presses('Je participe', card)
      await vi.waitFor(() => expect(again(amel, card).text).toContain('1 participe'), 10_000)
      await hears(amel, fr.actions.introduced('Amel'))
      expect(times(amel, fr.actions.introduced('Amel'))).toBe(1)
      expect((await store.actions.found(id))?.counts).toEqual({ yes: 1, maybe: 0, no: 0 })
      const bad = stage.ledger().slice(befallen)
      if (mishap.what !== 'slow')
        expect(bad.filter(({ status }) => status === 0 || status >= 429)).toHaveLength(2)
      stage.behave()
      await amel.asks('aide')
      await sees(amel, fr.help.heading)
    })

    it('fails for a while: whoever wrote meanwhile is answered afterwards, in order', async () => {
      const { somebody, stage } = theatre()
      const [amel, bastien] = [somebody(), somebody()]
      await amel.quiet()
      stage.misbehave({ what: 'error', method: methods[platform].asked, times: 3 })
      await Promise.all([amel.asks('aide'), bastien.asks('agenda')])
      await sees(amel, fr.help.heading)
      await sees(bastien, fr.agenda.empty)
      expect(times(amel, fr.help.heading)).toBe(1)
      expect(times(bastien, fr.agenda.empty)).toBe(1)
    })
  })

  describe('Somebody', () => {
    it('shuts the bot out and comes back: their answer stands, and they are answered again', async () => {
      const { town, somebody, store } = theatre()
      const id = await town().action({ name: `Le retour sur ${platform}` })
      const [amel, bastien] = [somebody(), somebody()]
      await amel.follows(`a${shorten(id)}`)
      await amel.presses('Je participe')
      await sees(amel, '1 participe')
      await amel.blocks()
      await bastien.follows(`a${shorten(id)}`)
      await bastien.presses('Je participe')
      await sees(bastien, '2 participent')
      await bastien.quiet()
      expect((await store.actions.found(id))?.counts.yes).toBe(2)
      await amel.returns()
      await amel.follows(`a${shorten(id)}`)
      const card = await sees(amel, '2 participent')
      expect(labels(card)).toContain('✓ Je participe')
      await amel.presses('Je ne peux pas', card)
      await sees(bastien, /1 participe\b/)
    })

    it.runIf(platform === 'discord')(
      'opens their private messages again without a word: they are tried once a day, or when they ask for it',
      async () => {
        const { somebody, stage, store, passes } = theatre()
        const bastien = somebody('Bastien')
        const chat = stage.group('GA Montreuil', [bastien])
        const there = bastien.in(chat)
        const account = { platform, key: bastien.id }
        await store.people.keep(newId.person(), account, `u:${bastien.id}`)
        const isClosed = async () => (await store.people.byAccount(account))?.closed === true
        await bastien.blocks()
        await store.people.reachable(account, false)

        await there.asks('reglages')
        await sees(there, fr.settings.closed)
        expect(await isClosed()).toBe(false)
        await there.presses(fr.settings.reach)
        await hears(there, fr.settings.reaching)
        await vi.waitFor(async () => expect(await isClosed()).toBe(true), 10_000)

        await bastien.returns()
        await there.asks('agenda')
        await hears(there, fr.agenda.empty)
        expect(await isClosed()).toBe(true)
        await there.asks('reglages')
        await there.presses(fr.settings.reach)
        await hears(there, fr.settings.reachingSoon)
        for (const half of [40_000, 40_000]) await passes(half)
        await there.presses(fr.settings.reach, await sees(there, fr.settings.closed))
        await sees(bastien, fr.settings.reached)
        expect(await isClosed()).toBe(false)
      },
    )

    it('takes the bot out of a group: what was shown there is left, and all goes on elsewhere', async () => {
      const { town, somebody, store, stage } = theatre()
      const there = town()
      const name = `Sans le groupe de ${platform}`
      const id = await there.action({ name })
      const [amel, bastien] = [somebody(), somebody()]
      const chat = stage.group('GA', [amel, bastien])
      await amel.in(chat).asks('actions', { lieu: there.asked })
      await amel.in(chat).presses(/^1\. Sans le groupe/)
      await sees(amel.in(chat), 'Rendez-vous devant la fontaine')
      await amel.in(chat).expels()
      await bastien.follows(`a${shorten(id)}`)
      await bastien.presses('Je participe')
      await sees(bastien, '1 participe')
      await bastien.quiet()
      await vi.waitFor(async () => expect(await store.copies.of(id)).toHaveLength(1), 5_000)
      await amel.in(chat).invites()
      await amel.in(chat).asks('actions', { lieu: there.asked })
      await amel.in(chat).presses(/^1\. Sans le groupe/)
      await sees(amel.in(chat), '1 participe')
    })
  })

  describe('The program is started anew', () => {
    it('while people answer: old cards work, and every answer counts once', async () => {
      const { town, somebody, restarts, stage } = theatre()
      const id = await town().action({ name: `Avant et après sur ${platform}` })
      const amel = somebody()
      await amel.follows(`a${shorten(id)}`)
      const card = await sees(amel, 'Rendez-vous devant la fontaine')
      await amel.presses('Peut-être', card)
      const published = menusSet(stage)
      expect(published).toBeGreaterThan(0)
      await restarts()
      expect(menusSet(stage)).toBe(published)
      await amel.presses('Je participe', card)
      await vi.waitFor(() => expect(again(amel, card).text).toContain('1 participe'), 5_000)
      expect((await theatre().store.actions.found(id))?.counts).toEqual({ yes: 1, maybe: 0, no: 0 })
      expect(times(amel, fr.privacy.notice)).toBe(1)
    })

    it('between a tap and what others see of it: they see it all the same', async () => {
      const { town, somebody, restarts, stage } = theatre()
      const there = town()
      const id = await there.action({ name: 'Vu de tous' })
      const [amel, bastien] = [somebody(), somebody()]
      const chat = stage.group('GA', [bastien])
      await bastien.in(chat).asks('actions', { lieu: there.asked })
      await bastien.in(chat).presses(/^1\. Vu de tous/)
      await amel.follows(`a${shorten(id)}`)
      await amel.presses('Je participe')
      expect(times(bastien.in(chat), '1 participe')).toBe(0)
      await restarts()
      await sees(bastien.in(chat), '1 participe')
    })

    it('in the middle of a question: it waits, and is answered', async () => {
      const { somebody, restarts } = theatre()
      const amel = somebody()
      await amel.asks('reglages')
      await amel.presses(fr.settings.choose)
      await restarts()
      await amel.fills({ [question]: `Renard de ${platform}` })
      await sees(amel, fr.settings.renamed(`Renard de ${platform}`))
    })

    it.runIf(platform === 'telegram')(
      'in the middle of a question, which a link brings back and a long name does not lose',
      async () => {
        const { somebody, restarts } = theatre()
        const amel = somebody()
        await amel.asks('reglages')
        await amel.presses(fr.settings.choose)
        const asked = await sees(amel, question)
        await amel.says('x'.repeat(300))
        await sees(amel, fr.dialogue.tooLong(60, 300))
        await restarts()
        await amel.follows('reprendre')
        await vi.waitFor(() => expect(times(amel, question)).toBe(3), 10_000)
        await amel.says('Renard')
        await sees(amel, fr.settings.renamed('Renard'))
        await amel.presses(fr.dialogue.leave, asked)
        await hears(amel, fr.dialogue.nothing)
        const { people } = theatre().store
        expect((await people.byAccount({ platform, key: amel.id }))?.name).toBe('Renard')
        await amel.follows('reprendre')
        expect(labels(await sees(amel, fr.welcome.expired))).toContain('Mon agenda')
      },
    )

    it.runIf(platform === 'telegram')(
      'and hears what was said while nobody was there, and nothing twice',
      async () => {
        const { somebody, restarts, stage } = theatre()
        const amel = somebody()
        await amel.asks('agenda')
        await sees(amel, fr.agenda.empty)
        const asked: Promise<void>[] = []
        await restarts()
        await stage.retells()
        await restarts(() => asked.push(amel.asks('aide'), amel.says('merci')))
        await Promise.all(asked)
        await sees(amel, fr.help.heading)
        await sees(amel, fr.occasions.thanks)
        await stage.quiet()
        for (const words of [fr.agenda.empty, fr.help.heading, fr.occasions.thanks])
          expect(times(amel, words)).toBe(1)
      },
    )
  })
})
