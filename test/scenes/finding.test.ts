import { describe, expect } from 'vitest'
import { shorten } from '../../src/base/ids.ts'
import { plain } from '../../src/base/rich.ts'
import { fr } from '../../src/phrases/fr.ts'
import { telegram } from '../../src/phrases/telegram.ts'
import { again, labels, links, sees } from './seeing.ts'
import { it, onEveryPlatform } from './theatre.ts'

onEveryPlatform(
  'Somebody who looks for a group',
  (theatre, platform) => {
    describe('by a place', () => {
      it.each(['29000', 'quinper', 'QUIMPER (29)', 'à Quimper'])('finds it by « %s »', async (lieu) => {
        const { town, somebody, store } = theatre()
        const there = town('29232')
        if (
          (await store.groups.near(there.commune.point, 1_000, { skip: 0, take: 1 }, 0 as never)).length === 0
        )
          await there.group({ name: 'Cornouaille insoumise' })
        const camille = somebody()
        await camille.asks('groupes', { lieu })
        const page = await sees(camille, 'Cornouaille insoumise')
        expect(page.text).toContain('groupe local certifié · Quimper · à moins de 1\u00A0km')
        expect(labels(page)).toContain('Rejoindre Cornouaille insoumise')
      })

      it('sees its kind, how far it is and what it does next; the loop; the way to create one', async () => {
        const { town, somebody } = theatre()
        const there = town()
        const { lat, lon } = there.commune.point
        await there.group({
          sourceId: 'canal',
          name: 'Groupe du canal',
          certified: false,
          kind: 'thematic',
          point: { lat: lat + 0.1, lon },
          precision: 'about',
        })
        await there.group({ name: 'La boucle du coin', kind: 'loop' })
        await there.action({
          name: 'Fête du canal',
          organisers: [{ sourceId: 'canal', name: 'Groupe du canal' }],
        })
        const camille = somebody()
        await camille.asks('groupes', { lieu: there.asked })
        const page = await sees(camille, 'Groupe du canal')
        expect(page.text).toContain('groupe thématique · ')
        expect(page.text).toContain('à environ 10\u00A0km')
        expect(page.text).toMatch(/Prochaine action\s: Fête du canal, demain jeudi 26 novembre à 10:0/)
        expect(page.text).toContain('La coordination du département\u00A0: La boucle du coin.')
        expect(links(page)).toEqual(['https://actionpopulaire.fr/groupes/creer/'])
        await camille.presses('Suivre la boucle')
        expect(labels(await sees(camille, 'La boucle du coin'))).toContain('Ne plus suivre la boucle')
      })

      it('chooses among several of a name', async () => {
        const camille = theatre().somebody()
        await camille.asks('groupes', { lieu: 'Montreuil' })
        expect(labels(await sees(camille, '3 lieux'))).toEqual([
          'Montreuil (93)',
          'Montreuil (85)',
          'Montreuil (28)',
        ])
        await camille.presses('Montreuil (85)')
        await sees(camille, fr.groups.nearby('Montreuil (85) et ses environs'))
      })

      it('names first, of several of a name, the one around my group, else that on the hour of Paris', async () => {
        const { town, somebody } = theatre()
        const camille = somebody()
        await camille.asks('groupes', { lieu: 'Saint-Denis' })
        const before = labels(await sees(camille, 'Saint-Denis (974)'))
        expect(before.slice(0, 2)).toEqual(['Saint-Denis (93)', 'Saint-Denis (974)'])
        const id = await town('28267').group({ name: 'Groupe du Drouais', sourceId: `drouais ${platform}` })
        await camille.follows(`g${shorten(id)}`)
        await camille.presses(/^Rejoindre/)
        await camille.asks('groupes', { lieu: 'Montreuil' })
        const after = labels(await sees(camille, '3 lieux'))
        expect(after[0]).toBe('Montreuil (28)')
      })

      it('turns the pages of 46 communes under one postal code, in one message', async () => {
        const camille = theatre().somebody()
        await camille.asks('groupes', { lieu: '51300' })
        const page = await sees(camille, '46 lieux')
        const found = new Set<string>()
        for (let turned = 0; turned < 6; turned += 1) {
          for (const label of labels(again(camille, page))) if (label.endsWith('(51)')) found.add(label)
          if (turned < 5) await camille.presses(fr.places.later)
        }
        expect(found.size).toBe(46)
        expect(labels(again(camille, page))).not.toContain(fr.places.later)
        await camille.presses(fr.places.earlier)
        await camille.presses('Drouilly (51)')
        await sees(camille, 'Drouilly (51)')
      })

      it.each([
        ['2A', 'Groupes d’action en Corse-du-Sud'],
        ['La Réunion', 'Groupes d’action à La Réunion'],
        ['Nouméa', 'Nouméa'],
        ['Londres', 'dans la 3e circonscription de l’étranger'],
        ['lyon 3e', 'Lyon 3e'],
      ])('reads « %s »', async (lieu, words) => {
        const camille = theatre().somebody()
        await camille.asks('groupes', { lieu })
        await sees(camille, words)
      })

      it('chooses a constituency abroad', async () => {
        const camille = theatre().somebody()
        await camille.asks('groupes', { lieu: 'Français de l’étranger' })
        await sees(camille, '11 lieux')
        await camille.presses(/^4e circonscription/)
        await sees(camille, 'dans la 4e circonscription de l’étranger')
      })

      it('sees the nearest ones when there is none nearby', async () => {
        const { town, somebody } = theatre()
        await town().group({ name: 'Le plus proche' })
        const camille = somebody()
        await camille.asks('groupes', { lieu: 'Ouessant 29' })
        const page = await sees(camille, fr.groups.beyond)
        expect(page.text).toMatch(/à \d+\u00A0km/)
        expect(labels(page)).toContain('Créer un groupe')
      })
    })

    describe('by a position', () => {
      it.runIf(platform === 'telegram')(
        'shares it; the button to do so goes, and nothing of it stays',
        async () => {
          const { town, somebody, stage } = theatre()
          const there = town()
          await there.group({ name: 'Groupe d’ici' })
          const camille = somebody()
          await camille.asks('groupes')
          expect(camille.view().keyboard).toMatchObject([{ label: telegram.sharePosition, asks: 'position' }])
          await camille.shares(there.commune.point)
          await sees(camille, 'Groupe d’ici')
          await sees(camille, fr.places.positionUsed)
          expect(camille.view().keyboard).toEqual([])
          const removed = stage
            .ledger()
            .filter(({ params }) => JSON.stringify(params).includes('remove_keyboard'))
          expect(removed.length).toBeGreaterThan(0)
          // No button carries it further.
          expect(JSON.stringify(camille.last().raw)).not.toContain(String(there.commune.point.lat))
        },
      )

      it.runIf(platform === 'telegram')(
        'may write a place instead; the button goes all the same',
        async () => {
          const { town, somebody } = theatre()
          const there = town()
          await there.group({ name: 'Groupe écrit' })
          const camille = somebody()
          await camille.asks('actions')
          expect(camille.view().keyboard).toHaveLength(1)
          await camille.says(there.asked)
          await sees(camille, 'Groupe écrit')
          expect(camille.view().keyboard).toEqual([])
        },
      )

      it.runIf(platform === 'discord')('is asked in a window where there is no position', async () => {
        const { town, somebody } = theatre()
        const there = town()
        await there.group({ name: 'Groupe de la fenêtre' })
        const camille = somebody()
        await camille.asks('groupes')
        await camille.presses(fr.places.choose)
        expect(camille.form()).toMatchObject({ title: plain([{ text: fr.places.form.title }]) })
        await camille.fills({ Lieu: there.asked })
        await sees(camille, 'Groupe de la fenêtre')
      })
    })

    it.runIf(platform === 'discord')(
      'is offered places and days while typing, whatever is typed',
      async () => {
        const { somebody } = theatre()
        const camille = somebody()
        const [first] = await camille.completes('groupes', 'lieu', 'quimp')
        expect(first?.label).toBe('Quimper (29)')
        await camille.asks('groupes', { lieu: first?.value ?? '' })
        await sees(camille, fr.groups.nearby('Quimper (29) et ses environs'))
        expect((await camille.completes('actions', 'quand', 'sam'))[0]).toEqual({
          value: 'samedi',
          label: 'samedi 28 novembre',
        })
        for (const typed of ['', '🥖', '<@everyone>', 'x'.repeat(5_000), '\u202E\\'])
          for (const option of ['lieu', 'quand'])
            expect((await camille.completes('actions', option, typed)).length).toBeLessThanOrEqual(25)
      },
    )
  },
  { embedded: 'memory' },
)
