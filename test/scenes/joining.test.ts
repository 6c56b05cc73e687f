import { describe, expect } from 'vitest'
import { fr } from '../../src/phrases/fr.ts'
import { telegram } from '../../src/phrases/telegram.ts'
import { again, hears, labels, sees, times } from './seeing.ts'
import { it, onEveryPlatform } from './theatre.ts'

onEveryPlatform(
  'Somebody who has found a group',
  (theatre, platform) => {
    describe('joins and leaves', () => {
      it('in one tap each, and is told once what is kept', async () => {
        const { town, somebody, store } = theatre()
        const there = town()
        await there.group({ name: 'Groupe du port' })
        const camille = somebody()
        await camille.asks('groupes', { lieu: there.asked })
        const page = await sees(camille, 'Groupe du port')
        await camille.presses('Rejoindre Groupe du port')
        await sees(camille, 'vous en faites partie')
        expect(again(camille, page).text).toContain('vous en faites partie')
        expect(times(camille, fr.privacy.notice)).toBe(1)
        await camille.presses('Quitter Groupe du port')
        expect(again(camille, page).text).not.toContain('vous en faites partie')
        await camille.presses('Rejoindre Groupe du port')
        await camille.asks('groupes')
        await camille.presses('Quitter Groupe du port')
        await sees(camille, fr.groups.none)
        expect(times(camille, fr.privacy.notice)).toBe(1)
        const known = await store.people.byAccount({ platform, key: camille.id })
        expect(known && (await store.groups.joinedBy(known.id))).toEqual([])
      })

      it('is told when a second tap changes nothing', async () => {
        const { town, somebody } = theatre()
        const there = town()
        await there.group({ name: 'Groupe du quai' })
        const camille = somebody()
        await camille.asks('groupes', { lieu: there.asked })
        const first = await sees(camille, 'Groupe du quai')
        await camille.asks('groupes', { lieu: there.asked })
        await camille.presses('Rejoindre Groupe du quai')
        await camille.presses('Rejoindre Groupe du quai', first)
        await hears(camille, fr.groups.alreadyIn('Groupe du quai'))
        await camille.asks('groupes')
        await camille.presses('Quitter Groupe du quai')
        const others = camille.seen().filter((each) => labels(each).includes('Quitter Groupe du quai'))
        await camille.presses('Quitter Groupe du quai', others[0])
        await hears(camille, fr.groups.alreadyOut('Groupe du quai'))
      })

      it('in a group chat, without anybody seeing it', async () => {
        const { town, somebody, stage } = theatre()
        const there = town()
        await there.group({ name: 'Groupe discret' })
        const [camille, dominique] = [somebody(), somebody()]
        await camille.asks('start')
        const chat = stage.group('GA', [camille, dominique])
        await camille.in(chat).asks('groupes', { lieu: there.asked })
        const eyes = platform === 'discord' ? camille.in(chat) : camille
        await sees(eyes, 'Groupe discret')
        await eyes.presses('Rejoindre Groupe discret')
        await sees(eyes, 'vous en faites partie')
        expect(times(dominique.in(chat), 'Groupe discret')).toBe(0)
      })

      it.runIf(platform === 'telegram')(
        'is told to open the private chat when that was never done',
        async () => {
          const { town, somebody, stage } = theatre()
          const camille = somebody()
          const chat = stage.group('GA', [camille])
          await camille.in(chat).asks('groupes', { lieu: town().asked })
          await sees(camille.in(chat), telegram.waits)
          await camille.in(chat).presses(telegram.openPrivate)
          await sees(camille, 'Groupes d’action, ')
        },
      )
    })
  },
  { embedded: 'memory' },
)
