import { expect } from 'vitest'
import { hour, later } from '../../src/base/clock.ts'
import { newId } from '../../src/base/ids.ts'
import { paris, wall } from '../../src/base/zones.ts'
import { usual } from '../../src/domain/links/model.ts'
import { fr } from '../../src/phrases/fr.ts'
import { again, hears, labels, sees } from './seeing.ts'
import { it, onEveryPlatform } from './theatre.ts'

onEveryPlatform('The week’s agenda', (theatre, platform) => {
  it('comes to a linked chat on the day and hour that it chose, in the movement’s own form; one tap opens a card', async () => {
    const { town, appoints, somebody, stage, store, clock } = theatre()
    const there = town()
    const sourceId = `week ${platform}`
    const group = await there.group({ sourceId, name: 'Les Lève-tôt' })
    const organisers = [{ sourceId, name: 'Les Lève-tôt' }]
    const start = later(clock.now(), 26 * hour)
    await there.action({ name: 'Tractage à la gare', organisers, zone: paris, start })
    await there.action({ name: 'Réunion de quartier', organisers, zone: paris, start: later(start, hour) })
    await there.action({ name: 'Dans un mois', organisers, zone: paris, start: later(start, 30 * 24 * hour) })
    const [amel, paul] = [somebody('Amel'), somebody('Paul')]
    await appoints(amel, 'animator', group)
    const chat = stage.group('La discussion', [amel, paul], { animators: [amel] })
    await amel.in(chat).asks('lier')
    await amel.in(chat).presses('Les Lève-tôt')
    await hears(amel.in(chat), fr.links.card('Les Lève-tôt'))
    const [link] = await store.links.of(group)
    if (!link) throw new Error('the chat is not linked')
    // It is a Wednesday, past ten.
    await store.links.set(link.id, { ...usual, day: 3, hour: 10 })
    const agenda = await sees(paul.in(chat), 'AGENDA MILITANT DE LA SEMAINE')
    expect(agenda.text).toContain('--- jeudi 26 novembre ---')
    expect(agenda.text).toContain('🗓️ 1. Tractage à la gare')
    expect(agenda.text).toContain('➙ 12:')
    expect(agenda.text).toContain('➙ Lieu\u00A0: Marché')
    expect(agenda.text).not.toContain('Dans un mois')
    await paul.asks('start')
    await paul.in(chat).presses(/^1\. Tractage/, agenda)
    const card = await sees(platform === 'discord' ? paul.in(chat) : paul, 'Rendez-vous devant la fontaine')
    expect(labels(card)).toContain('Je participe')
    expect(again(paul.in(chat), agenda).text).toBe(agenda.text)
  })

  it('of a loop is that of its department', async () => {
    const { town, appoints, somebody, stage, store, clock } = theatre()
    const there = town()
    const sourceId = `dept ${platform}`
    const loop = await there.group({ name: 'Boucle d’ici', kind: 'loop' })
    await there.group({ sourceId, name: 'Un groupe d’ici' })
    await there.action({
      name: 'Collage du département',
      organisers: [{ sourceId, name: 'Un groupe d’ici' }],
      start: later(clock.now(), 26 * hour),
    })
    const lou = somebody('Lou')
    await appoints(lou, 'loop-animator', loop)
    const chat = stage.group('La boucle', [lou], { animators: [lou] })
    await lou.in(chat).asks('lier')
    await lou.in(chat).presses('Boucle d’ici')
    await hears(lou.in(chat), fr.links.card('Boucle d’ici'))
    const [link] = await store.links.of(loop)
    if (!link) throw new Error('the chat is not linked')
    const { hour: now, dayOfWeek } = wall(clock.now(), paris)
    await store.links.set(link.id, { ...usual, from: 0, to: 0, day: dayOfWeek, hour: now })
    const agenda = await sees(lou.in(chat), 'AGENDA MILITANT DE LA SEMAINE')
    expect(agenda.text).toContain('Collage du département')
  })

  it('comes to people who ask for it, on the day that they choose, about their own groups', async () => {
    const { town, somebody, store, clock } = theatre()
    const there = town()
    const sourceId = `own week ${platform}`
    const group = await there.group({ sourceId, name: 'Les Matinaux' })
    await there.action({
      name: 'Collage du jeudi',
      organisers: [{ sourceId, name: 'Les Matinaux' }],
      start: later(clock.now(), 26 * hour),
    })
    const nora = somebody('Nora')
    await nora.asks('reglages')
    await nora.presses(fr.weeks.mine)
    await hears(nora, fr.weeks.ask(undefined))
    const person = await store.people.keep(
      newId.person(),
      { platform, key: nora.id },
      platform === 'telegram' ? nora.id : `u:${nora.id}`,
    )
    await store.groups.join(person, group, clock.now())
    // It is a Wednesday, past ten.
    await nora.presses(fr.weeks.pick(3, false))
    await sees(nora, fr.weeks.ask(3))
    const agenda = await sees(nora, 'AGENDA MILITANT DE LA SEMAINE')
    expect(agenda.text).toContain('Collage du jeudi')
    expect(agenda.text).toContain('vous l’avez demandé')
    await nora.presses(fr.weeks.change, agenda)
    await nora.presses(fr.weeks.never)
    await sees(nora, fr.weeks.ask(undefined))
    expect((await store.people.kept(person))?.weekDay).toBeUndefined()
  })
})
