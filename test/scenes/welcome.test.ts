import { describe, expect } from 'vitest'
import { shorten } from '../../src/base/ids.ts'
import { discover } from '../../src/engine/catalogue.ts'
import { fr } from '../../src/phrases/fr.ts'
import { menus } from '../../src/phrases/menu.ts'
import { labels, sees, times } from './seeing.ts'
import { it, onEveryPlatform } from './theatre.ts'

const ways = ['Trouver un groupe', 'Voir les actions', 'Mon agenda', 'Réglages', 'Aide']

onEveryPlatform(
  'At the door',
  (theatre, platform) => {
    describe('Whoever comes for the first time', () => {
      it('is welcomed, and told where to go', async () => {
        const camille = theatre().somebody()
        await camille.asks('start')
        expect(labels(await sees(camille, fr.welcome.hello))).toEqual(ways)
        await camille.presses('Aide')
        await sees(camille, fr.help.heading)
        await camille.presses('Réglages')
        await sees(camille, fr.settings.noName)
        await camille.presses('Mon agenda')
        await sees(camille, fr.agenda.empty)
        expect(times(camille, fr.privacy.notice)).toBe(0)
      })

      it.each([
        ['aide', fr.help.heading],
        ['help', fr.help.heading],
        ['settings', fr.settings.heading],
        ['Réglages', fr.settings.heading],
        ['reglages', fr.settings.heading],
        ['annuler', fr.dialogue.nothing],
        ['cancel', fr.dialogue.nothing],
      ])('types /%s and is answered', async (command, words) => {
        const camille = theatre().somebody()
        await camille.asks(command)
        await sees(camille, words)
      })

      it('sees the commands in the menu, in their language, in private and in a group', async () => {
        const { somebody, stage } = theatre()
        const commands = (await discover(new URL('../../commands/', import.meta.url))).flatMap((each) =>
          each.is === 'command' && each.for === 'everyone' ? [each.name] : [],
        )
        const names = commands.toSorted()
        const [camille, kim] = [somebody(), stage.person('Kim', { language: 'en' })]
        const chat = stage.group('GA', [camille, kim])
        for (const [reader, menu] of [
          [camille, menus.fr],
          [camille.in(chat), menus.fr],
          [kim, menus.en],
          [kim.in(chat), menus.en],
        ] as const) {
          expect(
            reader
              .menu()
              .map(({ name }) => name)
              .toSorted(),
          ).toEqual(expect.arrayContaining(names))
          expect(reader.menu().find(({ name }) => name === 'actions')?.description).toBe(
            menu.actions.description,
          )
        }
      })

      it.runIf(platform === 'telegram')(
        'sees them wherever the menu is, in French unless it speaks English',
        () => {
          const set = theatre()
            .stage.ledger()
            .filter(({ method }) => method === 'setMyCommands')
            .map(({ params }) => `${JSON.stringify(params['scope'])} ${String(params['language_code'])}`)
          for (const type of ['default', 'all_private_chats', 'all_group_chats', 'all_chat_administrators'])
            for (const language of ['undefined', 'fr', 'en'])
              expect(set.filter((each) => each.includes(`"${type}`) && each.endsWith(language))).toHaveLength(
                1,
              )
        },
      )

      it.runIf(platform === 'discord')('sees the options of a command, and what there is to choose', () => {
        const { somebody, stage } = theatre()
        const actions = somebody()
          .menu()
          .find(({ name }) => name === 'actions')
        expect(actions?.options.map(({ name, completes, required }) => [name, completes, required])).toEqual([
          ['lieu', true, false],
          ['quand', true, false],
          ['type', false, false],
        ])
        expect(actions?.options[2]?.choices).toContainEqual({ value: 'tracts', label: 'Diffusion de tracts' })
        const kim = stage.person('Kim', { language: 'en' })
        const english = kim.menu().find(({ name }) => name === 'actions')
        expect(english?.options[2]?.choices).toContainEqual({
          value: 'tracts',
          label: 'Handing out leaflets',
        })
      })

      it('follows a link to a group, and joins it in one tap', async () => {
        const { town, somebody, store } = theatre()
        const id = await town().group({ name: 'Les Insoumis·es du canal' })
        const camille = somebody()
        await camille.follows(`g${shorten(id)}`)
        expect(labels(await sees(camille, fr.groups.noNext))).toContain('Page sur Action Populaire')
        await camille.presses('Rejoindre Les Insoumis·es du canal')
        await sees(camille, 'vous en faites partie')
        const known = await store.people.byAccount({ platform, key: camille.id })
        expect(known && (await store.groups.joinedBy(known.id))).toHaveLength(1)
      })

      it('follows a link to an action, and answers', async () => {
        const { town, somebody } = theatre()
        const id = await town().action({ name: 'Collage de nuit' })
        const camille = somebody()
        await camille.follows(`a${shorten(id)}`)
        await sees(camille, 'Collage de nuit')
        await camille.presses('Je participe')
        await sees(camille, '1 participe')
      })

      it.each([
        'aAAAAAAAAAAAAAAAAAAAAAA',
        'gAAAAAAAAAAAAAAAAAAAAAA',
        'soiree-2019',
        'constructor',
        'x'.repeat(64),
      ])('follows a link that leads nowhere, and gets a useful page (%s)', async (link) => {
        const camille = theatre().somebody()
        await camille.follows(link)
        expect(labels(await sees(camille, fr.welcome.expired))).toEqual(ways)
      })
    })

    describe('What is no command', () => {
      it('is read as a place: its groups, and what is on', async () => {
        const { town, somebody } = theatre()
        const there = town()
        await there.group({ name: 'Groupe du bourg' })
        await there.action({ name: 'Banquet du bourg' })
        const camille = somebody()
        await camille.says(there.asked.toUpperCase())
        expect(labels(await sees(camille, 'Groupe du bourg'))).toContain('Rejoindre Groupe du bourg')
        await sees(camille, 'Banquet du bourg')
      })

      it.each([
        ['Bonjour !', fr.welcome.hello],
        ['merci', fr.occasions.thanks],
        ['aide', fr.help.heading],
        ['🥖', fr.occasions.noPlaceNext],
        ['qwertyuiop zxcvb', fr.occasions.noPlaceNext],
        ['x'.repeat(5_000), fr.occasions.noPlaceNext],
        ['/zut alors', fr.occasions.unknownCommand('zut')],
      ])('gets a page with ways on (%#)', async (text, words) => {
        const camille = theatre().somebody()
        await camille.says(text)
        expect(labels(await sees(camille, words))).toEqual(ways)
      })

      it.each(['🥖', '<b>@everyone</b> ```', 'x'.repeat(5_000), "'); drop table people; --", '%00\u202E%0a'])(
        'may be a place that does not exist (%#)',
        async (lieu) => {
          const camille = theatre().somebody()
          for (const command of ['groupes', 'actions']) {
            await camille.asks(command, { lieu })
            await sees(camille, 'Je ne trouve pas de lieu qui s’appelle')
          }
        },
      )

      it('may be a picture', async () => {
        const camille = theatre().somebody()
        await camille.sendsPicture()
        expect(labels(await sees(camille, fr.occasions.other))).toEqual(ways)
      })

      it('is left alone among people who talk', async () => {
        const { somebody, stage } = theatre()
        const [camille, dominique] = [somebody(), somebody()]
        const chat = stage.group('GA', [camille, dominique])
        // On Discord a chat of one's own is a server that the bot has just come to.
        if (platform === 'discord') await sees(camille.in(chat), fr.welcome.added)
        const before = camille.in(chat).seen().length
        await camille.in(chat).says('On se retrouve à Montreuil demain ?')
        await dominique.in(chat).sendsPicture()
        await dominique.in(chat).says('bonjour')
        expect(camille.in(chat).seen()).toHaveLength(before + 3)
      })

      it.runIf(platform === 'telegram')(
        'reaches the bot in a group when it begins with its name',
        async () => {
          const { somebody, stage, town } = theatre()
          const there = town()
          await there.action({ name: 'Marche du village' })
          const camille = somebody()
          const chat = stage.group('GA', [camille])
          await camille.in(chat).says(`@porte_voix_bot ${there.asked}`)
          await sees(camille.in(chat), 'Marche du village')
        },
      )
    })
  },
  { embedded: 'memory' },
)
