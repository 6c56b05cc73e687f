import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'vitest'
import type { Actor, Chat, Seen } from '../../playground/actor.ts'
import { shorten, type ActionId } from '../../src/base/ids.ts'
import { again, labels, sees } from './seeing.ts'
import { it, onEveryPlatform, type Theatre } from './theatre.ts'

interface Shown {
  readonly id: ActionId
  readonly chat: Chat
  readonly card: Seen
  /** Whoever asked for the card. */
  readonly first: Actor
}

/** A card in a chat of many. */
const aCard = async ({ town, stage }: Theatre, people: readonly Actor[]): Promise<Shown> => {
  const there = town()
  const id = await there.action({ name: 'Grand banquet' })
  const chat = stage.group('Tout le monde', people)
  const first = people[0]?.in(chat)
  if (!first) throw new Error('nobody is there')
  await first.asks('actions', { lieu: there.asked })
  await first.presses(/Grand banquet/)
  return { id, chat, first, card: await sees(first, 'Rendez-vous devant la fontaine') }
}

const counts = async ({ store }: Theatre, id: ActionId) => (await store.actions.found(id))?.counts

const everybody = (people: readonly Actor[], chat: Chat, label: string) =>
  Promise.all(people.map((person) => person.in(chat).presses(label)))

onEveryPlatform(
  'The copies of a card',
  (theatre, platform) => {
    it('keep the answer of whoever reads them alone, when others answer', async () => {
      const { town, somebody } = theatre()
      const id = await town().action()
      const [amel, bastien] = [somebody('Amel'), somebody('Bastien')]
      await amel.follows(`a${shorten(id)}`)
      await amel.presses('Peut-être')
      await bastien.follows(`a${shorten(id)}`)
      await bastien.presses('Je participe')
      const card = await sees(amel, /1 participe · 1 peut-être/)
      expect(card.text).toContain('vous viendrez peut-être')
      expect(labels(card)).toContain('✓ Peut-être')
    })

    it('end as they should when the platform is slow to change them', async () => {
      const { somebody, stage } = theatre()
      const people = [somebody(), somebody(), somebody()]
      const { id, chat, card, first } = await aCard(theatre(), people)
      const method = platform === 'discord' ? 'PATCH' : 'editMessage'
      stage.misbehave({ what: 'slow', method, seconds: 1.5 })
      await everybody(people, chat, 'Je participe')
      await sees(first, '3 participent')
      await pause(1_500)
      expect(again(first, card).text).toContain('3 participent')
      expect(await counts(theatre(), id)).toEqual({ yes: 3, maybe: 0, no: 0 })
    })

    it('count a crowd to the last one, in few edits', async () => {
      const { somebody, edits } = theatre()
      const people = Array.from({ length: 20 }, () => somebody())
      const { id, chat, card, first } = await aCard(theatre(), people)
      const before = edits()
      await everybody(people, chat, 'Je participe')
      // A busy machine may answer some of them too late for their words to be shown, never for their answer to count.
      await expect
        .poll(() => counts(theatre(), id), { timeout: 20_000 })
        .toEqual({ yes: 20, maybe: 0, no: 0 })
      await sees(first, '20 participent')
      const came = edits() - before
      await everybody(people.slice(0, 10), chat, 'Je ne peux pas')
      await sees(first, '10 participent')
      expect(again(first, card).text).toContain('10 participent')
      // On Discord an answer may change its card for free: only those that would wait for each other end in one change.
      expect(came).toBeLessThanOrEqual(platform === 'telegram' ? 4 : 20)
      expect(edits() - before - came).toBeLessThanOrEqual(platform === 'telegram' ? 3 : 10)
    })
  },
  { unhurried: true },
)
