import { expect } from 'vitest'
import { shorten } from '../../src/base/ids.ts'
import { readCalendar } from '../../src/domain/calendars/service.ts'
import { fr } from '../../src/phrases/fr.ts'
import { labels, links, sees } from './seeing.ts'
import { it, onEveryPlatform, type Theatre } from './theatre.ts'

const { buttons } = fr.calendars
const publicUrl = 'https://porte-voix.example'

onEveryPlatform(
  'A calendar',
  (theatre, platform) => {
    /** What a calendar program finds at that address. */
    const opened = async ({ store, clock }: Theatre, address: string) => {
      const token = /calendriers\/([\w-]+)\.ics/.exec(address)?.[1] ?? ''
      return readCalendar(store.calendars, token, clock.now())
    }

    const addressIn = (text: string): string =>
      /https:\/\/porte-voix\.example\/calendriers\/p[\w-]+\.ics/.exec(text)?.[0] ?? ''

    it('of one’s own is opened, changed and closed from the agenda, and holds what one answered', async () => {
      const { somebody, town } = theatre()
      const id = await town().action({ name: 'Tractage du marché couvert' })
      const amel = somebody('Amel')
      await amel.follows(`a${shorten(id)}`)
      await amel.presses('Je participe')
      await sees(amel, 'vous participez')
      await amel.asks('agenda')
      await amel.presses(buttons.mine)
      const first = addressIn((await sees(amel, 'abonnez-vous')).text)
      expect((await opened(theatre(), first))?.entries.map(({ action }) => action.name)).toEqual([
        'Tractage du marché couvert',
      ])
      await amel.presses(buttons.renew)
      await expect.poll(() => opened(theatre(), first)).toBeUndefined()
      const second = addressIn((await sees(amel, 'abonnez-vous')).text)
      expect(second).not.toBe(first)
      expect((await opened(theatre(), second))?.entries).toHaveLength(1)
      await amel.presses(buttons.revoke)
      await sees(amel, fr.calendars.closed)
      expect(await opened(theatre(), second)).toBeUndefined()
    })

    it('of one’s own is shown to oneself alone, also from a group chat, and goes with one’s data', async () => {
      const { somebody, stage } = theatre()
      const [camille, dominique] = [somebody('Camille'), somebody()]
      await camille.asks('start')
      const chat = stage.group('GA', [camille, dominique])
      await camille.in(chat).asks('agenda')
      const there = platform === 'discord' ? camille.in(chat) : camille
      await sees(there, fr.agenda.empty)
      await there.presses(buttons.mine)
      const address = addressIn((await sees(there, 'abonnez-vous')).text)
      expect(await opened(theatre(), address)).toBeDefined()
      expect(
        dominique
          .in(chat)
          .seen()
          .map(({ text }) => text)
          .join(),
      ).not.toContain('calendriers/')
      await camille.asks('mesdonnees')
      await sees(camille, fr.calendars.kept)
      await camille.asks('effacer')
      await camille.presses(fr.privacy.erase)
      await sees(camille, fr.privacy.erased)
      expect(await opened(theatre(), address)).toBeUndefined()
    })

    it('takes one action by a link on its card', async () => {
      const { somebody, town } = theatre()
      const id = await town().action({ name: 'Fête de quartier' })
      const amel = somebody('Amel')
      await amel.follows(`a${shorten(id)}`)
      const card = await sees(amel, 'Fête de quartier')
      expect(labels(card)).toContain(fr.calendars.add)
      const link = links(card).find((each) => each.includes('/calendriers/')) ?? ''
      expect((await opened(theatre(), link))?.entries.map(({ action }) => action.id)).toEqual([id])
    })
  },
  { publicUrl },
)
