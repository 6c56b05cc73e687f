import { describe, expect } from 'vitest'
import { shorten } from '../../src/base/ids.ts'
import { fr } from '../../src/phrases/fr.ts'
import { hears, labels, sees, times } from './seeing.ts'
import { it, onEveryPlatform } from './theatre.ts'

const question = fr.settings.form.label

onEveryPlatform('What is mine', (theatre, platform) => {
  describe('My name', () => {
    it('is chosen, changed and forgotten', async () => {
      const { somebody, store } = theatre()
      const camille = somebody()
      const name = async (): Promise<string | undefined> =>
        (await store.people.byAccount({ platform, key: camille.id }))?.name
      await camille.asks('reglages')
      await sees(camille, fr.settings.noName)
      await camille.presses(fr.settings.choose)
      await camille.fills({ [question]: '  Camille \n du  Port ' })
      await sees(camille, fr.settings.renamed('Camille du Port'))
      await hears(camille, fr.privacy.notice)
      expect(await name()).toBe('Camille du Port')
      await camille.presses(fr.settings.change)
      await camille.fills({ [question]: '🐙' })
      await sees(camille, fr.settings.renamed('🐙'))
      await camille.presses(fr.settings.forget)
      await sees(camille, fr.settings.forgotten)
      expect(await name()).toBeUndefined()
      expect(times(camille, fr.privacy.notice)).toBe(1)
    })

    it('is what organisers see, whatever the account is called', async () => {
      const { somebody, store, town } = theatre()
      const id = await town().action()
      const camille = somebody('Camille Dupont')
      await camille.asks('reglages')
      await camille.presses(fr.settings.choose)
      await camille.fills({ [question]: 'Le Renard' })
      await camille.follows(`a${shorten(id)}`)
      await camille.presses('Je participe')
      await sees(camille, '1 participe')
      expect((await store.people.byAccount({ platform, key: camille.id }))?.name).toBe('Le Renard')
      expect(times(camille, 'Camille Dupont')).toBe(0)
    })
  })

  describe.runIf(platform === 'telegram')('A question asked in a conversation', () => {
    it.each(['/annuler', '/cancel'])('is left by %s', async (word) => {
      const camille = theatre().somebody()
      await camille.asks('reglages')
      await camille.presses(fr.settings.choose)
      await sees(camille, question)
      await camille.says(word)
      await sees(camille, fr.dialogue.left)
      await camille.says('🐙')
      await sees(camille, 'Je ne suis qu’un petit robot')
      await camille.says(word)
      await sees(camille, fr.dialogue.nothing)
    })

    it('is left by its button, which then says that it is over', async () => {
      const camille = theatre().somebody()
      await camille.asks('reglages')
      await camille.presses(fr.settings.choose)
      const asked = await sees(camille, question)
      await camille.presses(fr.dialogue.leave)
      await sees(camille, fr.dialogue.left)
      await camille.presses(fr.settings.choose)
      await camille.fills({ [question]: 'Camille' })
      const old = camille.seen().filter((each) => labels(each).includes(fr.dialogue.leave))
      expect(old.length).toBeGreaterThan(0)
      await camille.presses(fr.dialogue.leave, old[0])
      await hears(camille, fr.dialogue.nothing)
      expect(asked.id).toBeDefined()
    })

    it('waits while one looks elsewhere with buttons, and gives way to a command', async () => {
      const camille = theatre().somebody()
      await camille.asks('reglages')
      await camille.presses(fr.settings.choose)
      await camille.sendsPicture()
      await sees(camille, fr.dialogue.notUnderstood)
      await camille.asks('agenda')
      await sees(camille, fr.agenda.empty)
      await camille.says('🐙')
      await sees(camille, 'Je ne suis qu’un petit robot')
    })

    it('asks again for a name that is too long', async () => {
      const camille = theatre().somebody()
      await camille.asks('reglages')
      await camille.presses(fr.settings.choose)
      await camille.says('x'.repeat(5_000))
      await sees(camille, /trop long/)
      await camille.says('Camille')
      await sees(camille, fr.settings.renamed('Camille'))
    })

    it('goes to the private chat when it begins in a group', async () => {
      const { somebody, stage } = theatre()
      const [camille, dominique] = [somebody(), somebody()]
      await camille.asks('start')
      const chat = stage.group('GA', [camille, dominique])
      await camille.in(chat).asks('reglages')
      await camille.in(chat).presses(fr.settings.openPrivate)
      await sees(camille, fr.settings.noName)
      await camille.presses(fr.settings.choose)
      await camille.in(chat).says('Camille')
      expect(times(camille, fr.settings.renamed('Camille'))).toBe(0)
      await camille.says('Camille')
      await sees(camille, fr.settings.renamed('Camille'))
      expect(times(dominique.in(chat), 'Camille')).toBe(0)
    })
  })

  describe.runIf(platform === 'discord')('A question asked in a window', () => {
    it('takes as much as a name may hold', async () => {
      const camille = theatre().somebody()
      await camille.asks('reglages')
      await camille.presses(fr.settings.choose)
      expect(camille.form()).toMatchObject({ title: 'Votre nom', questions: [{ required: true, most: 60 }] })
      await expect(camille.fills({ [question]: 'x'.repeat(61) })).rejects.toThrow()
      await camille.fills({ [question]: '🐙'.repeat(60) })
      await sees(camille, fr.settings.renamed('🐙'.repeat(60)))
    })

    it('is answered to whoever filled it alone, in a server', async () => {
      const { somebody, stage } = theatre()
      const [camille, dominique] = [somebody(), somebody()]
      const chat = stage.group('GA', [camille, dominique])
      await camille.in(chat).asks('reglages')
      await camille.in(chat).presses(fr.settings.choose)
      await camille.in(chat).fills({ [question]: 'Camille' })
      await sees(camille.in(chat), fr.settings.renamed('Camille'))
      expect(times(dominique.in(chat), 'Camille')).toBe(0)
    })
  })

  describe('My data', () => {
    it('are read word for word, then erased: nothing is left, and the counts follow', async () => {
      const { somebody, store, stage, town } = theatre()
      const there = town()
      const id = await there.action({ name: 'Banquet de la place' })
      const group = await there.group({ name: 'Groupe de la place' })
      const [camille, dominique] = [somebody('Camille'), somebody()]
      const chat = stage.group('GA', [camille, dominique])
      await dominique.in(chat).asks('actions', { lieu: there.asked })
      await dominique.in(chat).presses(/Banquet de la place/)
      await camille.in(chat).presses('Je participe')
      await camille.follows(`a${shorten(id)}`)
      await camille.follows(`g${shorten(group)}`)
      await camille.presses(/^Rejoindre/)
      await camille.asks('mesdonnees')
      const kept = await sees(camille, fr.privacy.heading)
      for (const words of ['Camille', camille.id, 'Groupe de la place', 'Banquet de la place'])
        expect(camille.seen().some(({ order, text }) => order >= kept.order && text.includes(words))).toBe(
          true,
        )
      await camille.asks('effacer')
      await camille.presses(fr.privacy.keep)
      await sees(camille, fr.privacy.kept)
      expect(await store.people.byAccount({ platform, key: camille.id })).toBeDefined()
      await camille.asks('effacer')
      await camille.presses(fr.privacy.erase)
      await sees(camille, fr.privacy.erased)
      expect(await store.people.byAccount({ platform, key: camille.id })).toBeUndefined()
      expect((await store.actions.found(id))?.counts).toEqual({ yes: 0, maybe: 0, no: 0 })
      expect(await store.copies.of(id)).toHaveLength(1)
      await camille.asks('mesdonnees')
      await sees(camille, fr.privacy.nothing)
      await camille.asks('agenda')
      await sees(camille, fr.agenda.empty)
      await sees(dominique.in(chat), 'Pas encore de réponse.')
    })

    it('are kept anew when one comes back by an old card, which says so again', async () => {
      const { somebody, town, store } = theatre()
      const id = await town().action()
      const camille = somebody('Camille')
      await camille.follows(`a${shorten(id)}`)
      const card = await sees(camille, 'Rendez-vous devant la fontaine')
      await camille.presses('Je participe', card)
      await camille.asks('effacer')
      await camille.presses(fr.privacy.erase)
      await camille.presses('✓ Je participe', card)
      expect((await store.actions.found(id))?.counts).toEqual({ yes: 1, maybe: 0, no: 0 })
      expect(times(camille, fr.privacy.notice)).toBe(2)
    })

    it('are nothing for whoever only looked around', async () => {
      const { somebody, store } = theatre()
      const camille = somebody()
      for (const command of ['start', 'aide', 'groupes', 'actions', 'agenda', 'reglages'])
        await camille.asks(command)
      await camille.asks('mesdonnees')
      await sees(camille, fr.privacy.nothing)
      await camille.asks('effacer')
      await camille.presses(fr.privacy.erase)
      await sees(camille, fr.privacy.erased)
      expect(await store.people.byAccount({ platform, key: camille.id })).toBeUndefined()
      expect(times(camille, fr.privacy.notice)).toBe(0)
    })

    it('are the reader’s alone in a group chat', async () => {
      const { somebody, stage, town } = theatre()
      const [camille, dominique] = [somebody('Camille'), somebody()]
      await camille.follows(`a${shorten(await town().action())}`)
      await camille.presses('Je participe')
      const chat = stage.group('GA', [camille, dominique])
      for (const command of ['mesdonnees', 'agenda', 'reglages', 'effacer'])
        await camille.in(chat).asks(command)
      await sees(platform === 'discord' ? camille.in(chat) : camille, fr.privacy.confirm)
      expect(
        dominique
          .in(chat)
          .seen()
          .map(({ text }) => text)
          .join(),
      ).not.toContain('Camille')
    })
  })
})
