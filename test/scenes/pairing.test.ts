import { describe, expect } from 'vitest'
import type { Actor } from '../../playground/actor.ts'
import { shorten } from '../../src/base/ids.ts'
import { fr } from '../../src/phrases/fr.ts'
import { codeSeenBy, pairs } from './pairs.ts'
import { hears, sees, times } from './seeing.ts'
import { it, onEveryPlatform, type PlatformName } from './theatre.ts'

onEveryPlatform('One person on both platforms', (theatre, platform) => {
  const elsewhere: PlatformName = platform === 'discord' ? 'telegram' : 'discord'
  const both = (name: string): readonly [Actor, Actor] => {
    const { stages } = theatre()
    return [stages[platform].person(name), stages[elsewhere].person(name)]
  }

  it('is asked for on one, confirmed on the other, and known on both from then on', async () => {
    const { town, store } = theatre()
    const id = await town().action({ name: 'Banquet populaire' })
    const [here, there] = both('Amel')
    await here.follows(`a${shorten(id)}`)
    await here.presses('Je participe')
    await hears(here, fr.actions.introduced('Amel'))
    await here.asks('jumeler')
    const code = await codeSeenBy(here)
    await there.asks('jumeler', { code: code.toLowerCase() })
    await sees(there, fr.pairing.ask('Amel', [platform]))
    await there.presses(fr.pairing.pair)
    await sees(there, fr.pairing.paired)
    await hears(here, fr.pairing.told(elsewhere))
    await there.asks('agenda')
    await sees(there, /Banquet populaire.*vous participez/)
    await there.asks('jumeler')
    await sees(there, fr.pairing.together(['discord', 'telegram']))
    const person = await store.people.byAccount({ platform: elsewhere, key: there.id })
    expect(person).toEqual(await store.people.byAccount({ platform, key: here.id }))
  })

  it.runIf(platform === 'discord')('goes from Discord to Telegram by a link', async () => {
    const [here, there] = both('Nour')
    await here.asks('jumeler')
    const offered = await sees(here, fr.pairing.secret)
    const way = offered.buttons.find(({ label }) => label === fr.pairing.goOn('telegram'))
    await there.follows(new URL(way?.url ?? '').searchParams.get('start') ?? '')
    await there.presses(fr.pairing.pair)
    await sees(there, fr.pairing.paired)
  })

  it('is two again whenever they like, and the account that leaves knows nothing', async () => {
    const { town } = theatre()
    const id = await town().action({ name: 'Fête de rentrée' })
    const [here, there] = both('Bastien')
    await here.follows(`a${shorten(id)}`)
    await here.presses('Peut-être')
    await pairs(here, there)
    await there.asks('jumeler')
    await there.presses(fr.pairing.part)
    await sees(there, fr.pairing.askPart)
    await there.presses(fr.pairing.partNow)
    await sees(there, fr.pairing.parted)
    await there.asks('agenda')
    await sees(there, fr.agenda.empty)
    await here.asks('agenda')
    await sees(here, /Fête de rentrée.*peut-être/)
  })

  describe('A code', () => {
    it('serves once, and only somebody else’s platform', async () => {
      const { stages } = theatre()
      const [here, there] = both('Chantal')
      await here.asks('jumeler')
      const code = await codeSeenBy(here)
      await here.asks('jumeler', { code })
      await sees(here, fr.pairing.already)
      const neighbour = stages[platform].person('Voisine')
      await neighbour.asks('jumeler', { code })
      await sees(neighbour, fr.pairing.elsewhere(platform))
      await there.asks('jumeler', { code })
      await there.presses(fr.pairing.pair)
      await sees(there, fr.pairing.paired)
      const late = stages[elsewhere].person('En retard')
      await late.asks('jumeler', { code })
      await sees(late, fr.pairing.unknown)
    })

    it('that is none is refused, with what to do next', async () => {
      const [here] = both('Dominique')
      await here.asks('jumeler', { code: 'n’importe quoi' })
      await sees(here, fr.pairing.unknown)
    })

    it('changes nothing when its reader has second thoughts', async () => {
      const { store } = theatre()
      const [here, there] = both('Elias')
      await here.asks('jumeler')
      await there.asks('jumeler', { code: await codeSeenBy(here) })
      await there.presses(fr.pairing.dont)
      await sees(there, fr.pairing.notPaired)
      expect(await store.people.byAccount({ platform: elsewhere, key: there.id })).toBeUndefined()
    })

    it('is for the eyes of whoever asked, in a chat of many too', async () => {
      const { stage } = theatre()
      const [amel, bastien] = [stage.person('Farid'), stage.person('Gaëlle')]
      const chat = stage.group('GA', [amel, bastien])
      await amel.asks('start')
      await amel.in(chat).asks('jumeler')
      await codeSeenBy(platform === 'discord' ? amel.in(chat) : amel)
      expect(times(bastien.in(chat), '/jumeler ')).toBe(0)
    })
  })
})
