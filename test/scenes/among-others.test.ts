import { describe, expect } from 'vitest'
import { fr } from '../../src/phrases/fr.ts'
import { telegram } from '../../src/phrases/telegram.ts'
import { hears, sees, times } from './seeing.ts'
import { it, onEveryPlatform } from './theatre.ts'

onEveryPlatform(
  'Among others',
  (theatre, platform) => {
    describe('The bot in a chat of many', () => {
      it('greets when it is let in, and says where to go on', async () => {
        const { somebody, stage } = theatre()
        const camille = somebody()
        const chat = stage.group('GA', [camille], { bot: false })
        const here = camille.in(chat)
        await here.invites()
        await sees(here, fr.welcome.added)
        await sees(here, fr.welcome.addedNext)
        expect(times(here, fr.welcome.added)).toBe(1)
        await here.expels()
        await here.invites()
        await here.quiet()
        expect(times(here, fr.welcome.added)).toBe(2)
      })

      it('answers /aide, /start and /settings where they are asked, to whoever asks alone where that is possible', async () => {
        const { somebody, stage } = theatre()
        const [camille, dominique] = [somebody(), somebody()]
        const chat = stage.group('GA', [camille, dominique])
        const [here, aloud] = [camille.in(chat), platform === 'telegram']
        await here.asks(aloud ? 'help' : 'aide')
        await hears(here, fr.help.heading)
        expect(times(dominique.in(chat), fr.help.heading)).toBe(aloud ? 1 : 0)
        await here.asks('start')
        await hears(here, aloud ? fr.welcome.added : fr.welcome.beginHere)
        await here.asks(aloud ? 'settings' : 'reglages')
        await hears(here, aloud ? fr.settings.inPrivate : fr.settings.heading)
        if (!aloud) return
        await here.presses(fr.settings.openPrivate)
        await hears(camille, fr.settings.heading)
      })

      it.runIf(platform === 'telegram')('leads from the group to what was asked there', async () => {
        const { somebody, stage, town } = theatre()
        const there = town()
        await there.group({ name: 'Groupe du chemin' })
        const camille = somebody()
        const here = camille.in(stage.group('GA', [camille]))
        await here.asks('groupes', { lieu: there.asked })
        await hears(here, telegram.waits)
        await here.presses(telegram.openPrivate)
        await sees(camille, 'Groupe du chemin')
        await here.asks('agenda')
        await sees(camille, fr.agenda.empty)
        expect(times(here, telegram.waits)).toBe(1)
      })
    })
  },
  { embedded: 'memory' },
)
