import { describe, expect } from 'vitest'
import { newId } from '../../src/base/ids.ts'
import { plain, rich } from '../../src/base/rich.ts'
import { fr } from '../../src/phrases/fr.ts'
import { sees } from './seeing.ts'
import { it, onEveryPlatform } from './theatre.ts'

const sending = { telegram: 'sendMessage', discord: 'POST /channels' } as const

const news = 'Samedi, tous à Bastille'

onEveryPlatform('Saying one thing to many', (theatre, platform) => {
  /** An animator, members of a group, and what the animator says to them. */
  const said = async () => {
    const { somebody, store, town, clock } = theatre()
    const group = await town().group()
    const people = [somebody('Nadia'), somebody(), somebody()] as const
    const ids = []
    for (const person of people) {
      await person.says('/start')
      const door = platform === 'telegram' ? person.id : `u:${person.id}`
      const id = await store.people.keep(newId.person(), { platform, key: person.id }, door)
      ids.push(id)
      await store.groups.join(id, group, clock.now())
    }
    const id = newId.broadcast()
    const [author] = ids
    await store.broadcasts.put(
      id,
      {
        audience: { is: 'members', group },
        what: { is: 'text', text: rich`${news}` },
        urgency: 'announcement',
        ...(author && { author }),
      },
      clock.now(),
    )
    return { nadia: people[0], others: people.slice(1), id }
  }

  describe('Its author', () => {
    it('sees how it fares, in one message, and takes it back', async () => {
      const { nadia, others } = await said()
      for (const { id } of others)
        theatre().stage.misbehave({
          what: 'slow',
          method: sending[platform],
          seconds: 2,
          ...(platform === 'telegram' && { chat: id }),
        })
      await nadia.asks('suivi')
      await nadia.presses(fr.broadcasts.pause)
      await sees(nadia, fr.broadcasts.heading('send', 'paused'))
      await nadia.presses(fr.broadcasts.resume)
      for (const other of others) await sees(other, news)
      await sees(nadia, fr.broadcasts.heading('send', 'done'))
      await sees(nadia, fr.broadcasts.arrived('send', 3, 3))
      await nadia.presses(fr.broadcasts.withdraw)
      await sees(nadia, fr.broadcasts.confirm(3))
      await nadia.presses(fr.broadcasts.withdraw)
      await sees(nadia, fr.broadcasts.heading('withdraw', 'done'))
      for (const other of others) expect(other.seen().some(({ text }) => text.includes(news))).toBe(false)
    })

    it('sees which platform does not answer, and that the rest arrives once it is back', async () => {
      const { somebody, stages, store, town, clock } = theatre()
      const other = platform === 'telegram' ? 'discord' : 'telegram'
      const group = await town().group()
      const nadia = somebody('Nadia')
      const doors = { telegram: (key: string) => key, discord: (key: string) => `u:${key}` }
      const join = async (on: typeof other, key: string) => {
        const id = await store.people.keep(newId.person(), { platform: on, key }, doors[on](key))
        await store.groups.join(id, group, clock.now())
        return id
      }
      await nadia.says('/start')
      const author = await join(platform, nadia.id)
      const far = Array.from({ length: 4 }, (_, at) => stages[other].person(`Personne ${at}`))
      for (const each of far) {
        await each.says('/start')
        await join(other, each.id)
      }
      stages[other].misbehave({ what: 'page', times: Infinity })
      const what = { is: 'text', text: rich`${news}` } as const
      const audience = { is: 'members', group } as const
      await store.broadcasts.put(
        newId.broadcast(),
        { audience, what, urgency: 'reminder', author },
        clock.now(),
      )
      await nadia.asks('suivi')
      await sees(nadia, fr.broadcasts.silent([other]))
      stages[other].behave()
      const done = await sees(nadia, fr.broadcasts.arrived('send', 5, 5))
      expect(done.text).not.toContain(plain(fr.broadcasts.silent([other])))
      theatre().forgives(/the platform does not answer|answers again/)
    })

    it('alone may touch it', async () => {
      const { others } = await said()
      const [other] = others
      await other?.asks('suivi')
      if (other) await sees(other, fr.broadcasts.none)
    })
  })
})
