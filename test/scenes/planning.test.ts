import { describe, expect } from 'vitest'
import type { Actor } from '../../playground/actor.ts'
import { newId } from '../../src/base/ids.ts'
import { fr } from '../../src/phrases/fr.ts'
import { hears, labels, links, sees, times } from './seeing.ts'
import { it, onEveryPlatform, type Theatre } from './theatre.ts'

const ours = {
  source: 'action-populaire',
  url: 'https://actionpopulaire.fr/groupes/00000000-0000-4000-8000-000000000001/',
} as const

/** An animator of a group in a town of its own. */
const animator = async ({ town, somebody, appoints }: Theatre) => {
  const there = town()
  const group = await there.group({
    name: `Groupe de ${there.commune.name}`,
    ...ours,
    sourceId: there.commune.code,
  })
  const amel = somebody('Amel')
  await appoints(amel, 'animator', group)
  return { there, group, amel }
}

const plans = async (actor: Actor, line: string): Promise<void> => {
  await actor.asks('nouvelle', { action: line })
  await sees(actor, fr.planning.check)
}

onEveryPlatform('Planning an action', (theatre, platform) => {
  describe('in one line', () => {
    it('everything comes back to be confirmed, then there is a card, in the list of the town', async () => {
      const { somebody } = theatre()
      const { there, amel } = await animator(theatre())
      await plans(amel, 'samedi 14h tractage marché des Halles')
      const draft = await sees(amel, 'samedi 28 novembre 2026, de 14:00 à 16:00 (heure de Paris)')
      expect(draft.text).toContain('Diffusion de tracts')
      expect(draft.text).toContain(`marché des Halles`)
      expect(draft.text).toContain(`à ${there.commune.name}, comme votre groupe`)
      const paul = somebody('Paul')
      await paul.asks('actions', { lieu: there.asked })
      expect(paul.last().text).not.toContain('Tractage marché des Halles')

      await amel.presses(fr.planning.buttons.save)
      const saved = await sees(amel, fr.planning.saved('Tractage marché des Halles'))
      expect(links(saved)).toContain(
        'https://actionpopulaire.fr/evenements/creer/?group=00000000-0000-4000-8000-000000000001&subtype=diffusion-tracts',
      )
      expect(labels(await sees(amel, 'Pas encore de réponse'))).toContain('Je participe')
      await paul.asks('actions', { lieu: there.asked })
      await hears(paul, 'Tractage marché des Halles')
    })

    it('nothing is saved twice, and nothing that was left', async () => {
      const { amel } = await animator(theatre())
      await plans(amel, 'demain 18h30 collage rdv place Voltaire')
      await amel.presses(fr.planning.buttons.abandon)
      await hears(amel, fr.planning.abandoned)
      await amel.asks('gerer')
      await hears(amel, fr.managing.nothing)
    })

    it('what can mean two things is asked, what is wrong is refused with why, what was typed stays', async () => {
      const { amel } = await animator(theatre())
      await plans(amel, 'lundi prochain 18h réunion')
      const asked = await sees(amel, fr.planning.several)
      expect(labels(asked)).toContain('lundi 30 novembre à 18:00')
      expect(labels(asked)).not.toContain(fr.planning.buttons.save)
      await amel.presses('lundi 7 décembre à 18:00')
      await sees(amel, 'lundi 7 décembre 2026, de 18:00 à 20:00 (heure de Paris)')

      await plans(amel, 'samdi 14h tractage marché')
      const guessed = await sees(amel, fr.planning.meant)
      expect(labels(guessed)).not.toContain(fr.planning.buttons.save)
      await amel.presses('samedi 28 novembre à 14:00')
      const meant = await sees(amel, 'samedi 28 novembre 2026, de 14:00 à 16:00 (heure de Paris)')
      expect(meant.text).toContain('Tractage marché')
      await amel.presses(fr.planning.buttons.date)
      await amel.fills({ [fr.planning.form.when.label]: 'vendredi 28 novembre 14h' })
      await hears(amel, 'n’est pas un vendredi')
      await amel.presses(fr.planning.buttons.giveDate)
      await amel.fills({ [fr.planning.form.when.label]: 'samedi de 22h à 2h' })
      const right = await sees(
        amel,
        'du samedi 28 novembre 2026 à 22:00 au dimanche 29 novembre 2026 à 02:00',
      )
      expect(right.text).toContain('Tractage marché')
    })

    it('an hour alone goes with the day that was typed before, and a day with its hour', async () => {
      const { amel } = await animator(theatre())
      await plans(amel, 'café populaire demain au Bar des Lilas')
      await hears(amel, 'L’heure manque')
      await amel.presses(fr.planning.buttons.giveHour)
      await amel.fills({ [fr.planning.form.when.label]: '18h30' })
      await sees(amel, 'jeudi 26 novembre 2026, de 18:30 à')
      await plans(amel, '14h tractage marché')
      await hears(amel, 'Le jour manque')
      await amel.presses(fr.planning.buttons.giveDate)
      await amel.fills({ [fr.planning.form.when.label]: 'samedi' })
      await sees(amel, 'samedi 28 novembre 2026, de 14:00 à 16:00')
    })

    it('elsewhere, on the clock of that place', async () => {
      const { gazetteer } = theatre()
      const { amel } = await animator(theatre())
      expect(gazetteer.find('97400 Saint-Denis').is).toBe('one')
      await plans(amel, 'samedi 18h réunion publique salle des fêtes, 97400 Saint-Denis')
      await sees(amel, 'de 18:00 à 20:00 (heure de La Réunion)')
    })

    it('in a town of the department of which there are several in the country', async () => {
      const { gazetteer, somebody, appoints, town } = theatre()
      expect(gazetteer.find('Montreuil').is).toBe('several')
      const group = await town('28085').group({ name: 'Groupe de Chartres' })
      const amel = somebody('Amel')
      await appoints(amel, 'animator', group)
      await plans(amel, 'samedi 18h réunion publique salle des fêtes, Montreuil')
      const draft = await sees(amel, 'salle des fêtes, 28500 Montreuil')
      expect(draft.text).not.toContain('comme votre groupe')
    })

    it('its kind can be looked at and left as it is', async () => {
      const { amel } = await animator(theatre())
      await plans(amel, 'samedi 14h tractage gare')
      await amel.presses(fr.planning.buttons.kind)
      await sees(amel, fr.planning.chooseKind)
      await amel.presses(fr.planning.buttons.back)
      await sees(amel, 'samedi 28 novembre 2026')
    })
  })

  describe('with a form', () => {
    it('of five questions at most', async () => {
      const { amel } = await animator(theatre())
      await amel.asks('nouvelle')
      const { form } = fr.planning
      await amel.fills({
        [form.what.label]: 'Porte-à-porte cité des Bosquets',
        [form.when.label]: 'jeudi 18h30-20h30',
        [form.where.label]: 'cité des Bosquets',
        [form.description.label]: 'Venez avec de bonnes chaussures.',
        [form.seats.label]: '12',
      })
      const draft = await sees(amel, 'jeudi 26 novembre 2026, de 18:30 à 20:30')
      expect(draft.text).toContain('Porte-à-porte')
      expect(draft.text).toContain('12 places')
      expect(draft.text).toContain('bonnes chaussures')
      await amel.presses(fr.planning.buttons.audience)
      await amel.presses(fr.planning.audiences.group)
      await sees(amel, fr.planning.open('group'))
      await amel.presses(fr.planning.buttons.save)
      await hears(amel, fr.planning.saved('Porte-à-porte cité des Bosquets'))
    })
  })

  it('only for those who may: the others hear who can help', async () => {
    const paul = theatre().somebody('Paul')
    await paul.asks('nouvelle', { action: 'samedi 14h tractage' })
    await hears(paul, fr.planning.noRole)
  })

  it('somebody with several groups chooses one', async () => {
    const { appoints, town } = theatre()
    const { amel } = await animator(theatre())
    const other = await town().group({ name: 'Un autre groupe' })
    await appoints(amel, 'manager', other)
    await amel.asks('nouvelle', { action: 'dimanche 10h café populaire' })
    await hears(amel, fr.planning.whichGroup)
    await amel.presses('Un autre groupe')
    const draft = await sees(amel, 'dimanche 29 novembre 2026')
    expect(draft.text).toContain('Un autre groupe')
  })

  it.runIf(platform === 'telegram')('what was asked in a group chat goes on in private', async () => {
    const { stage } = theatre()
    const { amel } = await animator(theatre())
    await amel.says('bonjour')
    const chat = stage.group('GA', [amel])
    await amel.in(chat).asks('nouvelle', { action: 'samedi 9h30 tractage gare' })
    await sees(amel, 'samedi 28 novembre 2026, de 09:30 à 11:30')
    expect(
      amel
        .in(chat)
        .seen()
        .some(({ from, text }) => from === 'bot' && text.includes('gare')),
    ).toBe(false)
  })

  it('a better name is told to nobody, and whoever gives it hears so', async () => {
    const { somebody, passes } = theatre()
    const { there, amel } = await animator(theatre())
    await plans(amel, 'samedi 14h tractage marché')
    await amel.presses(fr.planning.buttons.save)
    await sees(amel, fr.planning.saved('Tractage marché'))
    const paul = somebody('Paul')
    await paul.asks('actions', { lieu: there.asked })
    await paul.presses(/Tractage marché/)
    await paul.presses('Je participe')
    await sees(paul, 'vous participez')
    await amel.asks('gerer')
    await amel.presses(/Tractage marché/)
    await amel.presses(fr.managing.buttons.change)
    await amel.presses(fr.planning.buttons.name)
    await amel.fills({ [fr.planning.form.name.label]: 'Grand tractage' })
    await sees(amel, fr.planning.checkChange)
    await amel.presses(fr.planning.buttons.saveChange)
    await sees(amel, fr.managing.changedSilently('Grand tractage'))
    await passes(5_000)
    await sees(paul, 'Grand tractage')
    expect(times(paul, 'Changement pour')).toBe(0)
  })

  it('nobody presses another’s draft on', async () => {
    const { store, somebody, clock, platform: name } = theatre()
    const { amel, group } = await animator(theatre())
    await plans(amel, 'samedi 14h tractage marché')
    const person = (await store.people.byAccount({ platform: name, key: amel.id }))?.id
    const [draft] = person ? await store.drafts.of(person) : []
    const other = somebody('Paul')
    await other.says('bonjour')
    const paul = (await store.people.byAccount({ platform: name, key: other.id }))?.id
    expect(draft && (await store.drafts.get(draft.id, paul ?? newId.person()))).toBeUndefined()
    expect(
      await store.plans.managed([group], person ?? newId.person(), clock.now(), { skip: 0, take: 5 }),
    ).toEqual([])
  })
})

onEveryPlatform(
  'Drafts',
  (theatre) => {
    it('outlive a restart', async () => {
      const { restarts } = theatre()
      const { amel } = await animator(theatre())
      await plans(amel, 'samedi 14h tractage marché')
      await restarts()
      await amel.presses(fr.planning.buttons.save)
      await hears(amel, fr.planning.saved('Tractage marché'))
    })
  },
  { embedded: 'folder' },
)
