import { describe, expect } from 'vitest'
import { day, later } from '../../src/base/clock.ts'
import { fr } from '../../src/phrases/fr.ts'
import { createAnnouncers } from './announcers.ts'
import { again, hears, labels, sees } from './seeing.ts'
import { it, onEveryPlatform } from './theatre.ts'

onEveryPlatform('A poll in an announcement', (theatre) => {
  const { writes, aGroup, links } = createAnnouncers(theatre)

  /** Writes, and asks what under it. */
  const asks = async (amel: Parameters<typeof writes>[0], words: string, choices: string) => {
    await writes(amel, words)
    await amel.presses(fr.composing.poll)
    await amel.fills({
      [fr.composing.pollForm.question]: 'Quel soir vous arrange ?',
      [fr.composing.pollForm.choices]: choices,
    })
  }

  describe('of a group with two chats', () => {
    it('is answered once a person, adds up in the account, and ends with its results everywhere', async () => {
      const { somebody, stage, store } = theatre()
      const { id, amel, member } = await aGroup(theatre(), 'Les Sondeurs')
      const paul = somebody('Paul')
      const other = stage.group('L’autre discussion', [amel, paul], { animators: [amel] })
      await links(amel, other, 'Les Sondeurs', id)
      await asks(amel, 'On se réunit', '- lundi\n- jeudi soir')
      await hears(amel, 'Avec un sondage ouvert sept jours')
      await amel.presses(fr.announcements.send)
      const here = await sees(member, 'Quel soir vous arrange')
      const there = await sees(paul.in(other), 'Quel soir vous arrange')
      expect(labels(here)).toEqual(['lundi', 'jeudi soir'])
      await member.presses('lundi', here)
      await hears(member, fr.polls.counted('lundi'))
      await member.presses('jeudi soir', here)
      await hears(member, fr.polls.changed('jeudi soir'))
      await paul.in(other).presses('lundi', there)
      await hears(paul.in(other), fr.polls.counted('lundi'))
      await amel.asks('suivi')
      const account = await sees(amel, fr.polls.results(['lundi', 'jeudi soir'], [1, 1]))
      await paul.asks('mesdonnees')
      await hears(paul, fr.polls.kept(1))
      await amel.presses(fr.polls.close, account)
      await amel.presses(fr.polls.closeNow, await sees(amel, fr.polls.confirmClose))
      for (const [reader, copy] of [
        [member, here],
        [paul.in(other), there],
      ] as const) {
        await expect
          .poll(() => again(reader, copy).text, { timeout: 15_000 })
          .toContain('Le sondage est terminé')
        expect(again(reader, copy).text).toContain('On se réunit')
        expect(labels(again(reader, copy))).toEqual([])
      }
      // Nobody's vote is left.
      const author = (await store.roles.at(id))[0]?.person
      const [sent] = author ? await store.announcements.of(author, 1) : []
      expect(sent?.poll?.totals).toEqual([1, 1])
      expect(sent && (await store.announcements.votes(sent.id, 2))).toEqual([0, 0])
    })

    it('ends by itself after a week, with its results where the question was', async () => {
      const { store, clock } = theatre()
      const { id, amel, member } = await aGroup(theatre(), 'Les Pressés')
      await asks(amel, 'Avant la fin', 'oui\nnon')
      await hears(amel, 'Avec un sondage ouvert sept jours')
      await amel.presses(fr.announcements.send)
      const copy = await sees(member, 'Quel soir vous arrange')
      await member.presses('oui', copy)
      await hears(member, fr.polls.counted('oui'))
      const author = (await store.roles.at(id))[0]?.person
      const [sent] = author ? await store.announcements.of(author, 1) : []
      if (!sent) throw new Error('nothing was sent')
      expect(sent.poll?.ends).toBeGreaterThan(later(clock.now(), 6 * day))
      expect(sent.poll?.ends).toBeLessThanOrEqual(later(clock.now(), 7 * day))
      // The week is over.
      await store.announcements.openPoll(sent.id, clock.now())
      await expect
        .poll(() => again(member, copy).text, { timeout: 15_000 })
        .toContain('Le sondage est terminé')
      expect(again(member, copy).text).toMatch(/oui\s.*1\s\(100/)
      expect(labels(again(member, copy))).toEqual([])
      expect(await store.announcements.votes(sent.id, 2)).toEqual([0, 0])
      await amel.asks('suivi')
      await hears(amel, fr.polls.ended('Quel soir vous arrange ?'))
    })

    it('wants two choices at least, and takes the place of a card', async () => {
      const { amel, there } = await aGroup(theatre(), 'Les Précis', { sourceId: `p ${theatre().platform}` })
      await there.action({
        name: 'Porte-à-porte',
        organisers: [{ sourceId: `p ${theatre().platform}`, name: 'Les Précis' }],
      })
      await asks(amel, 'Une question', 'oui')
      await sees(amel, theatre().platform === 'telegram' ? 'pas compris' : 'oui')
      await amel.asks('annuler')
      await asks(amel, 'Une question', 'oui\nnon\npeut-être')
      await hears(amel, 'Avec un sondage ouvert sept jours')
      await amel.presses(fr.announcements.joinAction)
      await amel.presses(/^Porte-à-porte/)
      await hears(amel, fr.announcements.joined('Porte-à-porte'))
      expect(labels(await sees(amel, 'Avec la carte'))).toContain(fr.composing.poll)
    })
  })
})
