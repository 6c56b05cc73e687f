import { describe, expect } from 'vitest'
import type { Actor, Chat, Seen } from '../../playground/actor.ts'
import { shorten } from '../../src/base/ids.ts'
import { fr } from '../../src/phrases/fr.ts'
import { writesOldButton } from './forging.ts'
import { again, hears, labels, sees, times } from './seeing.ts'
import { it, onEveryPlatform, type Theatre } from './theatre.ts'

const hostile = '<b>A</b> @everyone *_[x](y)'

/** These words stand there as they are, in one style, and lead nowhere. */
const isPlain = ({ rich: spans }: Seen, words: string): boolean =>
  spans.some(({ text, link, italic }) => text.includes(words) && link === undefined && !italic)

const pinged = ({ stages, platform }: Theatre, chat: Chat): readonly string[] =>
  platform === 'discord' ? stages.discord.pinged(chat) : []

onEveryPlatform('What nobody expects', (theatre, platform) => {
  describe('Names that look like markup', () => {
    it('are shown as they are on a card in a group, and ping nobody', async () => {
      const { town, somebody, stage, store } = theatre()
      const there = town()
      const group = { sourceId: `hostile ${platform}`, name: `${hostile} <@1> #tous` }
      await there.group(group)
      const id = await there.action({
        name: `${hostile} du ${platform}`,
        description: `Venez ! ${hostile} ||caché|| \`\`\`code`,
        organisers: [group],
      })
      const [amel, bastien] = [somebody(hostile), somebody()]
      const chat = stage.group(`GA ${hostile}`, [amel, bastien])
      await amel.in(chat).asks('actions', { lieu: there.asked })
      await amel.in(chat).presses(/^1\. <b>A/)
      const card = await sees(amel.in(chat), `Venez ! ${hostile} ||caché||`)
      for (const words of [`${hostile} du ${platform}`, `Venez ! ${hostile}`, group.name])
        expect(isPlain(card, words), words).toBe(true)
      await amel.in(chat).presses('Je participe')
      await sees(bastien.in(chat), '1 participe')
      expect(pinged(theatre(), chat)).toEqual([])
      expect((await store.actions.found(id))?.counts.yes).toBe(1)
    })

    it('are shown as they are to whoever bears them, and to whoever looks for a group', async () => {
      const { town, somebody } = theatre()
      const there = town()
      await there.group({ name: `${hostile} de ${platform}` })
      const id = await there.action({ name: hostile })
      const amel = somebody(hostile)
      await amel.follows(`a${shorten(id)}`)
      await amel.presses('Je participe')
      expect(isPlain(await sees(amel, fr.actions.introduced(hostile)), hostile)).toBe(true)
      await amel.asks('reglages')
      expect(isPlain(await sees(amel, fr.settings.name(hostile)), hostile)).toBe(true)
      await amel.asks('groupes', { lieu: there.asked })
      expect(isPlain(await sees(amel, `${hostile} de ${platform}`), `${hostile} de ${platform}`)).toBe(true)
      await amel.presses(/^Rejoindre/)
      await amel.asks('agenda')
      expect(isPlain(await sees(amel, fr.agenda.heading), hostile)).toBe(true)
      await amel.asks('mesdonnees')
      await sees(amel, `${hostile} de ${platform}`)
    })

    it('may be chosen, with signs that no database keeps', async () => {
      const { somebody, store } = theatre()
      const amel = somebody()
      await amel.asks('reglages')
      await amel.presses(fr.settings.choose)
      await amel.fills({ [fr.settings.form.label]: `Ren\0ard ${hostile} \uD83D` })
      const page = await sees(amel, 'C’est noté')
      expect(page.text).not.toContain('\0')
      expect(page.text.isWellFormed()).toBe(true)
      const name = (await store.people.byAccount({ platform, key: amel.id }))?.name
      expect(name).toMatch(/^Renard <b>A/)
    })
  })

  describe('Words that are no place', () => {
    it.each([
      ['in Arabic', 'مونتروي'],
      ['with signs that no database keeps', 'Zz\0wrtx\uD83D qz\uDC00'],
      ['in emoji, thousands of them', '🥖'.repeat(3_000)],
      ['with markup', hostile],
    ])('get a page with ways on: %s', async (_, words) => {
      const amel = theatre().somebody()
      await amel.says(words)
      const page = await sees(amel, fr.occasions.noPlaceNext)
      expect(labels(page)).toContain('Voir les actions')
      expect(page.text.isWellFormed()).toBe(true)
      for (const command of ['groupes', 'actions']) {
        await amel.asks(command, { lieu: words })
        await sees(amel, 'Je ne trouve pas de lieu')
      }
      // On a line of words it would be a part of the place.
      if (platform === 'telegram') return
      await amel.asks('actions', { lieu: 'Nevers', quand: words })
      await hears(amel, fr.engine.unreadable('quand', words.replaceAll('\0', '').toWellFormed()))
    })
  })

  describe('Things that come twice', () => {
    it('are answered once, and counted once', async () => {
      const { town, somebody, store, stage } = theatre()
      const id = await town().action({ name: 'Dit deux fois' })
      const amel = somebody('Amel')
      await amel.asks('aide')
      await stage.retells()
      expect(times(amel, fr.help.heading)).toBe(1)
      await amel.follows(`a${shorten(id)}`)
      await amel.presses('Je participe')
      await stage.retells()
      await stage.retells()
      await amel.quiet()
      expect((await store.actions.found(id))?.counts).toEqual({ yes: 1, maybe: 0, no: 0 })
      expect(times(amel, fr.actions.introduced('Amel'))).toBe(1)
      expect(times(amel, fr.actions.already('yes'))).toBe(0)
    })

    it('at once by one person and by two, are counted once each', async () => {
      const { town, somebody, store, stage } = theatre()
      const there = town()
      const id = await there.action({ name: 'Tous à la fois' })
      const [amel, bastien] = [somebody(), somebody()]
      const chat = stage.group('GA', [amel, bastien])
      await amel.in(chat).asks('actions', { lieu: there.asked })
      await amel.in(chat).presses(/Tous à la fois/)
      const card = await sees(amel.in(chat), 'Rendez-vous devant la fontaine')
      const taps = (who: Actor) => Array.from({ length: 3 }, () => who.in(chat).presses('Je participe', card))
      await Promise.all([...taps(amel), ...taps(bastien)])
      await sees(bastien.in(chat), '2 participent')
      expect((await store.actions.found(id))?.counts).toEqual({ yes: 2, maybe: 0, no: 0 })
      for (const who of [amel, bastien]) {
        expect(times(who.in(chat), fr.actions.noted('yes'))).toBe(1)
        expect(times(who.in(chat), fr.actions.already('yes'))).toBe(2)
      }
      await Promise.all([
        amel.in(chat).presses('Je ne peux pas', card),
        bastien.in(chat).presses('Peut-être', card),
      ])
      await sees(amel.in(chat), '1 peut-être')
      expect((await store.actions.found(id))?.counts).toEqual({ yes: 0, maybe: 1, no: 1 })
      expect(again(amel.in(chat), card).text).not.toContain('participe\n')
    })
  })

  describe('A button of another time', () => {
    it.each(['0p.vieux', '1p.inconnu.x', '1f.inconnu.x', '1p.participer.%00', 'constructor', '1p.__proto__'])(
      'says so, and where to go on (%s)',
      async (route) => {
        const { somebody, stage } = theatre()
        const [amel, bastien] = [somebody(), somebody()]
        const chat = stage.group('GA', [amel, bastien])
        await writesOldButton(theatre(), chat, route)
        await amel.in(chat).presses('Vieux bouton')
        await hears(amel.in(chat), fr.occasions.staleButton)
        expect(times(bastien.in(chat), fr.occasions.staleButton)).toBe(0)
      },
    )
  })
})
