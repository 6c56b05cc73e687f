import { describe, expect } from 'vitest'
import type { Actor } from '../../playground/actor.ts'
import { shorten, type ActionId } from '../../src/base/ids.ts'
import { fr } from '../../src/phrases/fr.ts'
import { again, hears, labels, sees, times } from './seeing.ts'
import { it, onEveryPlatform, type Theatre } from './theatre.ts'

const counts = async ({ store }: Theatre, id: ActionId) => (await store.actions.found(id))?.counts

/** Shows the card of that place's only action to everybody in the chat. */
const showsCard = async (reader: Actor, lieu: string, name: RegExp): Promise<void> => {
  await reader.asks('actions', { lieu })
  await reader.presses(name)
}

onEveryPlatform('Answering to an action', (theatre, platform) => {
  describe('in private', () => {
    it('takes one tap, and another one to change one’s mind', async () => {
      const { town, somebody } = theatre()
      const there = town()
      const id = await there.action({ name: 'Tractage à Belleville' })
      const amel = somebody('Amel')
      await showsCard(amel, there.asked, /Tractage à Belleville/)
      const card = await sees(amel, 'Rendez-vous devant la fontaine')
      const now = () => again(amel, card)
      await amel.presses('Je participe')
      await hears(amel, fr.actions.introduced('Amel'))
      expect(now().text).toContain('1 participe')
      expect(now().text).toContain('Votre réponse\u00A0: vous participez.')
      expect(labels(now())).toContain('✓ Je participe')
      await amel.presses('Peut-être')
      expect(now().text).toContain('1 peut-être')
      await amel.presses('Je ne peux pas')
      expect(now().text).toContain('vous ne pouvez pas venir')
      expect(await counts(theatre(), id)).toEqual({ yes: 0, maybe: 0, no: 1 })
      expect(times(amel, fr.privacy.notice)).toBe(1)
      expect(times(amel, fr.actions.introduced('Amel'))).toBe(1)
    })

    it('says so when the same answer is given twice, and changes nothing', async () => {
      const { town, somebody, stage, edits } = theatre()
      const id = await town().action()
      const amel = somebody()
      await amel.follows(`a${shorten(id)}`)
      await amel.presses('Peut-être')
      await amel.quiet()
      const [before, calls] = [edits(), stage.ledger().length]
      await amel.presses('✓ Peut-être')
      await hears(amel, fr.actions.already('maybe'))
      expect(edits()).toBe(before)
      expect(stage.ledger().length).toBeLessThan(calls + 4)
      expect(await counts(theatre(), id)).toEqual({ yes: 0, maybe: 1, no: 0 })
    })

    it('without a name when somebody cannot come', async () => {
      const { town, somebody, store } = theatre()
      const id = await town().action()
      const amel = somebody('Amel Dupont')
      await amel.follows(`a${shorten(id)}`)
      await amel.presses('Je ne peux pas')
      await hears(amel, fr.privacy.notice)
      expect((await store.people.byAccount({ platform, key: amel.id }))?.name).toBeUndefined()
      expect(times(amel, 'Amel Dupont')).toBe(0)
    })
  })

  describe('in a group chat', () => {
    it('takes one tap of somebody who never wrote to the bot; everybody sees the counts, nobody who', async () => {
      const { town, somebody, stage } = theatre()
      const there = town()
      const id = await there.action({ name: 'Collage de nuit' })
      const [amel, bastien] = [somebody('Amel'), somebody('Bastien')]
      const chat = stage.group('GA Montreuil', [amel, bastien])
      await showsCard(amel.in(chat), there.asked, /Collage de nuit/)
      const card = await sees(amel.in(chat), 'Rendez-vous devant la fontaine')
      await bastien.in(chat).presses('Je participe')
      await hears(bastien.in(chat), fr.actions.noted('yes'))
      await hears(bastien.in(chat), platform === 'discord' ? fr.privacy.notice : fr.privacy.brief)
      await sees(amel.in(chat), '1 participe')
      expect(bastien.seen()).toEqual([])
      // Where nobody is written to before they wrote.
      expect(times(bastien.in(chat), fr.actions.opensFirst)).toBe(platform === 'telegram' ? 1 : 0)
      for (const reader of [amel, bastien]) {
        const shown = again(reader.in(chat), card)
        expect(shown.text).not.toContain('Bastien')
        expect(shown.text).not.toContain('Votre réponse :')
        expect(labels(shown)).toContain('Je participe')
      }
      expect(times(amel.in(chat), fr.actions.noted('yes'))).toBe(0)
      await bastien.in(chat).presses('Je participe')
      await hears(bastien.in(chat), fr.actions.already('yes'))
      expect(await counts(theatre(), id)).toEqual({ yes: 1, maybe: 0, no: 0 })
    })

    it('says to whoever cannot be written to how they may hear of it', async () => {
      const { town, somebody, stage, store } = theatre()
      const there = town()
      await there.action({ name: 'Collage du soir' })
      const [amel, bastien] = [somebody('Amel'), somebody('Bastien')]
      const chat = stage.group('GA Montreuil', [amel, bastien])
      await showsCard(amel.in(chat), there.asked, /Collage du soir/)
      await bastien.in(chat).presses('Peut-être')
      await hears(bastien.in(chat), fr.actions.noted('maybe'))
      await store.people.reachable({ platform, key: bastien.id }, false)
      const hint = platform === 'telegram' ? fr.actions.opensFirst : fr.actions.closedDoor
      const before = times(bastien.in(chat), hint)
      await bastien.in(chat).presses('Je participe')
      await hears(bastien.in(chat), fr.actions.noted('yes'))
      expect(times(bastien.in(chat), hint)).toBe(before + 1)
      await bastien.in(chat).presses('Je ne peux pas')
      await hears(bastien.in(chat), fr.actions.noted('no'))
      expect(times(bastien.in(chat), hint)).toBe(before + 1)
      // Whoever writes is heard, and hears.
      await bastien.asks('start')
      await bastien.in(chat).presses('Je participe')
      await bastien.quiet()
      expect(times(bastien.in(chat), hint)).toBe(before + 1)
    })

    it('follows on every copy of the card, wherever it is', async () => {
      const { town, somebody, stages, stage } = theatre()
      const there = town()
      const id = await there.action({ name: 'Marche des lanternes' })
      const [amel, bastien] = [somebody('Amel'), somebody('Bastien')]
      const chats = [stage.group('GA un', [amel, bastien]), stage.group('GA deux', [amel])]
      for (const chat of chats) await showsCard(amel.in(chat), there.asked, /Marche des lanternes/)
      await amel.follows(`a${shorten(id)}`)
      const other = stages[platform === 'discord' ? 'telegram' : 'discord'].person('Chantal')
      await other.follows(`a${shorten(id)}`)
      await bastien.in(chats[0]).presses('Je participe')
      for (const reader of [amel.in(chats[1]), amel, other]) await sees(reader, '1 participe')
      await other.presses('Peut-être')
      for (const reader of [amel.in(chats[0]), amel.in(chats[1]), amel])
        await sees(reader, /1 participe · 1 peut-être/)
      expect(await counts(theatre(), id)).toEqual({ yes: 1, maybe: 1, no: 0 })
    })

    it.runIf(platform === 'discord')(
      'may begin with a card for oneself, then shown to everybody',
      async () => {
        const { town, somebody, stage, store } = theatre()
        const there = town()
        const id = await there.group({ sourceId: 'shown' })
        await there.action({ name: 'Tractage discret', organisers: [{ sourceId: 'shown', name: 'GA' }] })
        const [amel, bastien] = [somebody(), somebody()]
        const chat = stage.group('GA', [amel, bastien])
        await amel.in(chat).asks('start', { lien: `g${shorten(id)}` })
        await amel.in(chat).presses(fr.groups.see)
        const card = await sees(amel.in(chat), 'Tractage discret')
        expect(card.onlyMe).toBe(true)
        await amel.in(chat).presses('Je participe')
        await sees(amel.in(chat), 'vous participez')
        expect(times(bastien.in(chat), 'Tractage discret')).toBe(0)
        await amel.in(chat).presses(fr.actions.showEverybody)
        const shown = await sees(bastien.in(chat), 'Tractage discret')
        expect(shown.text).not.toContain('Votre réponse :')
        await bastien.in(chat).presses('Je participe')
        await sees(bastien.in(chat), '2 participent')
        expect(await store.people.byAccount({ platform, key: bastien.id })).toBeDefined()
      },
    )
  })

  describe('My agenda', () => {
    it('shows what I answered, what became of it, and my groups', async () => {
      const { town, somebody, changes } = theatre()
      const there = town()
      const [kept, cancelled] = [
        await there.action({ name: 'Banquet' }),
        await there.action({ name: 'Loto' }),
      ]
      const group = await there.group({ name: 'Groupe du Loto' })
      const amel = somebody()
      await amel.asks('agenda')
      await sees(amel, fr.agenda.empty)
      for (const id of [kept, cancelled]) {
        await amel.follows(`a${shorten(id)}`)
        await amel.presses('Je participe')
      }
      await amel.follows(`g${shorten(group)}`)
      await amel.presses(/^Rejoindre/)
      await changes(cancelled, { state: 'cancelled' })
      await amel.asks('agenda')
      const agenda = await sees(amel, fr.agenda.heading)
      expect(agenda.text).toMatch(/Banquet\s: vous participez\ndemain jeudi 26 novembre/)
      expect(agenda.text).toMatch(/Loto\s: ANNULÉE, ne vous déplacez pas/)
      expect(agenda.text).toContain('Votre groupe\u00A0: Groupe du Loto.')
      await amel.presses('Banquet', agenda)
      await amel.presses('Je ne peux pas')
      await amel.asks('agenda')
      await sees(amel, /Banquet\s: vous ne pouvez pas/)
      await amel.presses(fr.agenda.myGroups)
      await amel.presses('Quitter Groupe du Loto')
      await amel.asks('agenda')
      await sees(amel, fr.agenda.noGroups)
    })
  })
})
