import { describe, expect } from 'vitest'
import { shorten } from '../../src/base/ids.ts'
import { fr } from '../../src/phrases/fr.ts'
import { telegram } from '../../src/phrases/telegram.ts'
import { again, hears, labels, sees, times } from './seeing.ts'
import { it, onEveryPlatform } from './theatre.ts'

onEveryPlatform('Together in a chat', (theatre, platform) => {
  it('somebody lists what is on, somebody else turns the page, a third looks closer: one list for all', async () => {
    const { town, somebody, stage, store } = theatre()
    const there = town()
    for (let day = 1; day <= 6; day += 1) await there.action({ name: `Rendez-vous ${day}` })
    const [amel, bastien, chantal] = [somebody(), somebody(), somebody()]
    const chat = stage.group('GA', [amel, bastien, chantal])
    await amel.in(chat).asks('actions', { lieu: there.asked })
    const list = await sees(bastien.in(chat), 'Rendez-vous')
    await bastien.in(chat).presses(fr.actions.later)
    expect(again(amel.in(chat), list).text).toContain('5. Rendez-vous')
    await chantal.in(chat).presses(/^5\. /)
    const card = await sees(amel.in(chat), 'Rendez-vous devant la fontaine')
    expect(card.onlyMe).toBe(false)
    expect(await store.people.byAccount({ platform, key: chantal.id })).toBeUndefined()
    for (const reader of [amel, bastien, chantal]) expect(reader.seen()).toEqual([])
  })

  it('in one topic of it, and the counts follow there', async () => {
    const { town, somebody, stage } = theatre()
    const there = town()
    const id = await there.action({ name: 'Collage du port' })
    const [amel, bastien] = [somebody(), somebody()]
    const forum = stage.group('GA', [amel, bastien], { topics: true })
    const topic = stage.topic(forum, 'Actions')
    await amel.in(topic).asks('actions', { lieu: there.asked })
    await amel.in(topic).presses(/Collage du port/)
    const card = await sees(amel.in(topic), 'Rendez-vous devant la fontaine')
    await bastien.in(topic).presses('Je participe')
    await hears(bastien.in(topic), fr.actions.noted('yes'))
    await sees(amel.in(topic), '1 participe')
    await amel.follows(`a${shorten(id)}`)
    await amel.presses('Peut-être')
    expect((await sees(bastien.in(topic), /1 participe · 1 peut-être/)).id).toBe(card.id)
  })

  describe('Somebody who asks for more than a tap', () => {
    it('is asked alone, though they never wrote to the bot', async () => {
      const { town, somebody, stage } = theatre()
      const [there, elsewhere] = [town(), town()]
      await there.action()
      await elsewhere.action({ name: 'Fête d’ailleurs' })
      const [amel, bastien] = [somebody(), somebody()]
      const chat = stage.group('GA', [amel, bastien])
      await amel.in(chat).asks('actions', { lieu: there.asked })
      await bastien.in(chat).presses(fr.actions.elsewhere)
      await (platform === 'discord' ? bastien.in(chat) : bastien).fills({ Lieu: elsewhere.asked })
      await sees(platform === 'discord' ? bastien.in(chat) : bastien, 'Fête d’ailleurs')
      expect(times(amel.in(chat), 'Fête d’ailleurs')).toBe(0)
      expect(times(amel.in(chat), telegram.waits)).toBe(0)
    })

    it('presses their way to their own things, and nobody else sees them', async () => {
      const { town, somebody, stage } = theatre()
      const there = town()
      const group = await there.group({ name: 'Groupe intime' })
      const [amel, bastien] = [somebody('Amel'), somebody()]
      await amel.follows(`g${shorten(group)}`)
      await amel.presses('Rejoindre Groupe intime')
      const chat = stage.group('GA', [amel, bastien])
      const eyes = platform === 'discord' ? amel.in(chat) : amel
      await amel.in(chat).asks('agenda')
      await sees(eyes, 'Groupe intime')
      await eyes.asks('aide')
      for (const [label, words] of [
        [fr.agenda.mine, 'Groupe intime'],
        [fr.help.settings, fr.settings.heading],
      ] as const) {
        await eyes.presses(label)
        await sees(eyes, words)
      }
      await eyes.presses(fr.groups.find)
      await sees(eyes, 'Groupe intime')
      expect(times(bastien.in(chat), 'Groupe intime')).toBe(0)
      expect(times(bastien.in(chat), fr.settings.heading)).toBe(0)
    })
  })

  it.runIf(platform === 'telegram')(
    'is told at once, though the platform does not take the first answer to a tap',
    async () => {
      const { town, somebody, stage } = theatre()
      const there = town()
      const id = await there.action({ name: 'Loto du port' })
      const [amel, bastien] = [somebody(), somebody()]
      const chat = stage.group('GA', [amel, bastien])
      await amel.in(chat).asks('actions', { lieu: there.asked })
      await amel.in(chat).presses(/Loto du port/)
      for (const [what, answer] of [
        ['error', 'Je participe'],
        ['page', 'Peut-être'],
        ['cut', 'Je ne peux pas'],
        ['limit', 'Je participe'],
        ['lost', 'Peut-être'],
      ] as const) {
        stage.misbehave({ what, method: 'answerCallbackQuery', seconds: 1 })
        await bastien.in(chat).presses(answer)
        stage.behave()
      }
      for (const [answer, heard] of [
        ['yes', 2],
        ['maybe', 2],
        ['no', 1],
      ] as const)
        expect(times(bastien.in(chat), fr.actions.noted(answer))).toBe(heard)
      expect(times(amel.in(chat), telegram.waits)).toBe(0)
      await sees(amel.in(chat), '1 peut-être')
      expect((await theatre().store.actions.found(id))?.counts).toEqual({ yes: 0, maybe: 1, no: 0 })
      expect(bastien.seen()).toEqual([])
      expect(labels(await sees(amel.in(chat), '1 peut-être'))).toContain('Je participe')
    },
  )

  it.runIf(platform === 'telegram')('goes on where the group becomes a supergroup', async () => {
    const { town, somebody, stages } = theatre()
    const there = town()
    const id = await there.action({ name: 'Marche bleue' })
    const [amel, bastien] = [somebody(), somebody()]
    const chat = stages.telegram.group('GA', [amel, bastien])
    await amel.in(chat).asks('actions', { lieu: there.asked })
    await amel.in(chat).presses(/Marche bleue/)
    const fresh = await stages.telegram.migrates(chat)
    await bastien.follows(`a${shorten(id)}`)
    await bastien.presses('Je participe')
    await sees(bastien, '1 participe')
    await amel.in(fresh).asks('actions', { lieu: there.asked })
    await amel.in(fresh).presses(/Marche bleue/)
    await bastien.in(fresh).presses('Peut-être')
    await sees(amel.in(fresh), '1 peut-être')
  })

  it.runIf(platform === 'discord')(
    'is of no concern to a server that never asked for the bot: whoever brings it along reads alone',
    async () => {
      const { town, somebody, stage, store } = theatre()
      const there = town()
      const id = await there.action({ name: 'Apéro du canal' })
      const [amel, bastien] = [somebody(), somebody()]
      const chat = stage.group('Ailleurs', [amel, bastien], { bot: false })
      const here = amel.in(chat)
      await here.asks('actions', { lieu: there.asked })
      await here.presses(/Apéro du canal/)
      const card = await sees(here, 'Rendez-vous devant la fontaine')
      for (const [answer, words] of [
        ['Je participe', '1 participe'],
        ['Peut-être', '1 peut-être'],
      ] as const) {
        await here.presses(answer)
        expect(again(here, card).text).toContain(words)
      }
      expect(here.seen().every(({ onlyMe }) => onlyMe)).toBe(true)
      expect(bastien.in(chat).seen()).toEqual([])
      expect(await store.copies.of(id)).toEqual([])
    },
  )
})
