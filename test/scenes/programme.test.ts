import { describe, expect } from 'vitest'
import { instant, later, minute } from '../../src/base/clock.ts'
import { shorten } from '../../src/base/ids.ts'
import { instantAt, paris, plusDays, type Day } from '../../src/base/zones.ts'
import type { ImportedAction } from '../../src/domain/actions/model.ts'
import { fr } from '../../src/phrases/fr.ts'
import { again, hears, labels, links, sees, times } from './seeing.ts'
import { it, onEveryPlatform, type Theatre } from './theatre.ts'
import type { Town } from './towns.ts'

const department = ({ gazetteer }: Theatre, { commune }: Town) => {
  const found = gazetteer.department(commune.department)
  if (!found) throw new Error('no such department')
  return found
}

const wednesday = '2026-11-25' as Day
const on = (days: number, time: string): Pick<ImportedAction, 'start' | 'end'> => {
  const start = instantAt(plusDays(wednesday, days), time, paris)
  return { start, end: later(start, 120 * minute) }
}

/** A month of a small town: who comes sees four at once. */
const aMonth = async (there: Town): Promise<void> => {
  await there.action({ name: 'Apéro du mercredi', kind: 'fete', ...on(0, '18:00') })
  await there.action({ name: 'Tractage du jeudi', ...on(1, '07:30') })
  await there.action({ name: 'Collage du samedi', kind: 'collage', ...on(3, '14:00') })
  await there.action({ name: 'Marché du dimanche', ...on(4, '10:00') })
  await there.action({ name: 'Porte-à-porte du mardi', kind: 'porte-a-porte', ...on(6, '18:00') })
  await there.action({ name: 'Banquet du 12', kind: 'fete', ...on(17, '12:00') })
}

const month = [
  'Apéro du mercredi',
  'Tractage du jeudi',
  'Collage du samedi',
  'Marché du dimanche',
  'Porte-à-porte du mardi',
  'Banquet du 12',
]

const shown = (text: string): readonly string[] => month.filter((name) => text.includes(name))

onEveryPlatform('What is on', (theatre, platform) => {
  describe('near a place', () => {
    it('comes in pages of one message', async () => {
      const { town, somebody } = theatre()
      const there = town()
      await aMonth(there)
      const camille = somebody()
      await camille.asks('actions', { lieu: there.asked })
      const list = await sees(camille, 'Apéro du mercredi')
      expect(shown(list.text)).toEqual(month.slice(0, 4))
      expect(list.text).toContain('aujourd’hui mercredi 25 novembre à 18:00')
      expect(list.text).toContain('demain jeudi 26 novembre à 07:30')
      expect(list.text).toContain('samedi 28 novembre à 14:00')
      await camille.presses(fr.actions.later)
      expect(shown(again(camille, list).text)).toEqual(month.slice(4))
      await camille.presses(fr.actions.earlier)
      expect(shown(again(camille, list).text)).toEqual(month.slice(0, 4))
    })

    it('is filtered by days and by kind, in one tap each', async () => {
      const { town, somebody } = theatre()
      const there = town()
      await aMonth(there)
      const camille = somebody()
      await camille.asks('actions', { lieu: there.asked })
      const list = await sees(camille, 'Apéro du mercredi')
      const seen = (): readonly string[] => shown(again(camille, list).text)
      await camille.presses(fr.actions.filters.today)
      expect(seen()).toEqual(month.slice(0, 1))
      await camille.presses(fr.actions.filters.weekend)
      expect(seen()).toEqual(month.slice(2, 4))
      expect(again(camille, list).text).toContain('du samedi 28 novembre au dimanche 29 novembre')
      await camille.presses(fr.actions.filters.week)
      expect(seen()).toEqual(month.slice(0, 4))
      await camille.presses(fr.actions.filters.anyTime)
      await camille.presses(fr.actions.filters.byKind)
      await camille.presses(fr.actions.kinds.collage)
      expect(seen()).toEqual(['Collage du samedi'])
      await camille.presses(fr.actions.filters.anyKind)
      expect(seen()).toEqual(month.slice(0, 4))
    })

    it.each([
      [{ quand: 'samedi' }, ['Collage du samedi']],
      [{ quand: 'ce week-end', type: 'tracts' }, ['Marché du dimanche']],
      [{ quand: '12/12' }, ['Banquet du 12']],
      [{ quand: 'le 12 décembre' }, ['Banquet du 12']],
      [{ quand: 'aujourd’hui' }, ['Apéro du mercredi']],
      [{ quand: 'semaine prochaine' }, ['Porte-à-porte du mardi']],
      [{ type: 'porte-a-porte' }, ['Porte-à-porte du mardi']],
    ])('is filtered as it is asked: %o', async (filters, names) => {
      const { town, somebody, store } = theatre()
      const there = town('25056')
      const { point } = there.commune
      const page = { page: { skip: 0, take: 1 }, from: instant(0), near: { point, within: 1_000 } }
      if ((await store.actions.search(page)).length === 0) await aMonth(there)
      const camille = somebody()
      await camille.asks('actions', { lieu: there.asked, ...filters })
      expect(shown((await sees(camille, names[0] ?? '')).text)).toEqual(names)
    })

    it('says so when there is nothing, and where else to look', async () => {
      const { town, somebody } = theatre()
      const there = town()
      const camille = somebody()
      await camille.asks('actions', { lieu: there.asked, quand: 'demain' })
      expect(labels(await sees(camille, fr.actions.nothingThen))).toEqual(
        expect.arrayContaining([
          fr.actions.filters.anyTime,
          fr.actions.filters.wholeDepartment,
          fr.actions.seeGroups,
          fr.actions.elsewhere,
        ]),
      )
      await camille.presses(fr.actions.filters.wholeDepartment)
      await sees(camille, fr.actions.heading.inDepartment(fr.places.around(department(theatre(), there))))
    })

    it('looks at the part of the day that was said, and at all of it in one tap', async () => {
      const { town, somebody } = theatre()
      const there = town()
      await there.action({ name: 'Tractage du jeudi', ...on(1, '07:30') })
      const camille = somebody()
      await camille.asks('actions', { lieu: there.asked, quand: 'demain soir' })
      const list = await sees(camille, fr.actions.nothingThen)
      expect(list.text).toContain('demain jeudi 26 novembre, le soir')
      await camille.presses(fr.actions.filters.wholeDay)
      expect(shown(again(camille, list).text)).toEqual(['Tractage du jeudi'])
    })

    it('says that a date with its year is over, and what comes', async () => {
      const { town, somebody } = theatre()
      const there = town()
      await there.action({ name: 'Tractage du jeudi', ...on(1, '07:30') })
      const camille = somebody()
      await camille.asks('actions', { lieu: there.asked, quand: '01/01/2020' })
      await sees(camille, fr.actions.lostDay('01/01/2020'))
      await sees(camille, 'Tractage du jeudi')
    })

    it.runIf(platform === 'discord')('says which option it does not understand', async () => {
      const camille = theatre().somebody()
      await camille.asks('actions', { lieu: 'Montreuil 93', quand: 'la saint-glinglin' })
      await sees(camille, fr.engine.unreadable('quand', 'la saint-glinglin'))
    })
  })

  it('of my groups: where to look when I have none, then what they organise', async () => {
    const { town, somebody } = theatre()
    const there = town()
    const id = await there.group({ sourceId: `mine ${platform}` })
    const organisers = [{ sourceId: `mine ${platform}`, name: 'Le mien' }]
    await there.action({ name: 'Réunion à moi', kind: 'reunion', organisers, ...on(2, '19:00') })
    await there.action({ name: 'Réunion d’à côté', kind: 'reunion', ...on(2, '19:00') })
    const camille = somebody()
    await camille.asks('actions')
    await sees(camille, fr.groups.none)
    await camille.follows(`g${shorten(id)}`)
    await camille.presses(/^Rejoindre/)
    await camille.asks('actions')
    const list = await sees(camille, fr.actions.heading.mine())
    expect(list.text).toContain('Réunion à moi')
    expect(list.text).not.toContain('Réunion d’à côté')
    await camille.presses(fr.actions.filters.today)
    await sees(camille, fr.actions.nothingThen)
  })

  describe('A card', () => {
    it('says what, when, where, by whom and how many; leads to the map and to the official page', async () => {
      const { town, somebody } = theatre()
      const there = town()
      const id = await there.action({
        name: 'Collage du samedi',
        kind: 'collage',
        organisers: [{ sourceId: 'nobody', name: 'Le groupe du coin' }],
        ...on(3, '14:00'),
      })
      const camille = somebody()
      await camille.follows(`a${shorten(id)}`)
      const card = await sees(camille, 'Collage du samedi')
      for (const words of [
        'Collage d’affiches',
        'Marché',
        there.commune.name,
        'Organisée par Le groupe du coin',
        'Rendez-vous devant la fontaine.',
        'Pas encore de réponse.',
        'Votre réponse reste ici',
      ])
        expect(card.text).toContain(words)
      expect(card.rich.some(({ link }) => link?.startsWith('https://www.openstreetmap.org/'))).toBe(true)
      expect(links(card)).toEqual(['https://actionpopulaire.fr/evenements/1/'])
      expect(labels(card).slice(0, 3)).toEqual(Object.values(fr.actions.answers))
      const { start } = on(3, '14:00')
      if (platform === 'discord') {
        expect(card.raw).toMatchObject({ content: expect.stringContaining(`<t:${start / 1_000}:F>`) })
        expect(card.raw).toMatchObject({ content: expect.stringContaining(`<t:${start / 1_000}:R>`) })
        expect(card.text).toContain('samedi 28 novembre 2026')
      } else {
        expect(card.text).toContain('samedi 28 novembre, de 14:00 à 16:00 (2\u00A0h)')
        expect(card.rich).toContainEqual(expect.objectContaining({ moment: start }))
      }
    })

    it('says the hour of the place, and that of Paris where it is another', async () => {
      const { town, somebody } = theatre()
      const there = town('97411')
      const id = await there.action({ name: 'Pique-nique du volcan', ...on(3, '08:00') })
      const camille = somebody()
      await camille.follows(`a${shorten(id)}`)
      const card = await sees(camille, 'Pique-nique du volcan')
      expect(card.text).toContain('samedi 28 novembre, de 11:00 à 13:00, heure de La Réunion')
      expect(card.text).toMatch(
        platform === 'discord'
          ? /soit samedi 28 novembre 2026.*08:00/
          : /soit samedi 28 novembre à 08:00, heure de Paris/,
      )
      await camille.asks('actions', { lieu: 'La Réunion' })
      await sees(camille, 'samedi 28 novembre à 11:00, heure de La Réunion')
    })

    it.each([
      ['cancelled', { state: 'cancelled' }, fr.actions.wasCancelled, 'est annulée ou retirée'],
      ['withdrawn', { state: 'withdrawn' }, fr.actions.wasWithdrawn, 'est annulée ou retirée'],
      ['over', { start: instant(0), end: instant(1) }, fr.actions.over, 'est déjà terminée'],
    ] as const)('takes no answer once the action is %s', async (_, of, words, refusal) => {
      const { town, somebody, changes, store } = theatre()
      const id = await town().action({ name: 'Collage de minuit' })
      const camille = somebody()
      await camille.follows(`a${shorten(id)}`)
      await sees(camille, 'Collage de minuit')
      await changes(id, of)
      await camille.presses('Je participe')
      await hears(camille, refusal)
      expect((await store.actions.found(id))?.counts).toEqual({ yes: 0, maybe: 0, no: 0 })
      expect(await store.people.byAccount({ platform, key: camille.id })).toBeUndefined()
      await camille.follows(`a${shorten(id)}`)
      const card = await sees(camille, words)
      expect(labels(card)).not.toContain('Je participe')
      expect(times(camille, fr.privacy.notice)).toBe(0)
    })
  })
})
