import { expect } from 'vitest'
import { hour, later, second } from '../../src/base/clock.ts'
import { shorten } from '../../src/base/ids.ts'
import { paris } from '../../src/base/zones.ts'
import { isWorthwhile } from '../../src/domain/reminders/model.ts'
import { fr } from '../../src/phrases/fr.ts'
import { used } from '../../src/phrases/fr/used.ts'
import { hears, sees, times } from './seeing.ts'
import { it, onEveryPlatform } from './theatre.ts'

onEveryPlatform('What its organisers decide of an action', (theatre, platform) => {
  it('is to open it to its group first, and to others at a time that they choose', async () => {
    const { somebody, town, appoints, store, clock, passes } = theatre()
    const group = await town().group({ name: 'Les Premières' })
    const [olga, paul] = [somebody('Olga'), somebody('Paul')]
    const person = await appoints(olga, 'animator', group)
    await olga.asks('nouvelle', { action: 'samedi 14h tractage marché' })
    await olga.presses(fr.planning.buttons.audience)
    await olga.presses(fr.planning.audiences.group)
    await sees(olga, fr.planning.open('group'))
    await olga.presses(fr.planning.buttons.save)
    await sees(olga, fr.planning.saved('Tractage marché'))
    const [found] = await store.plans.managed([group], person, clock.now(), { skip: 0, take: 1 })
    if (!found) throw new Error('nothing was planned')
    const { id } = found.action
    await olga.presses(fr.planning.buttons.manage)
    await olga.presses(fr.managing.buttons.gather)
    await olga.presses(fr.managing.buttons.opening)
    const { department, everyone } = fr.managing.opening
    await olga.fills({ [department.label]: 'jeudi 18h', [everyone.label]: 'dimanche 9h' })
    await hears(olga, fr.refusals['opening-outside']({}))
    await olga.asks('gerer')
    await olga.presses(/Tractage marché/)
    await olga.presses(fr.managing.buttons.gather)
    await olga.presses(fr.managing.buttons.opening)
    await olga.fills({ [department.label]: 'jeudi 18h', [everyone.label]: 'vendredi 9h' })
    await olga.presses(fr.managing.buttons.opening)
    await olga.fills({ [department.label]: 'vendredi 9h', [everyone.label]: 'jeudi 18h' })
    await hears(olga, fr.refusals['opening-order']({}))
    await olga.asks('gerer')
    await olga.presses(/Tractage marché/)
    await olga.presses(fr.managing.buttons.gather)
    const page = await sees(olga, '🔓 Ouverte aux groupes du département demain jeudi 26 novembre à 18:00')
    expect(page.text).toContain('🔓 Ouverte à tout le monde vendredi 27 novembre à 09:00')
    await paul.follows(`a${shorten(id)}`)
    await paul.presses('Je participe')
    await hears(paul, fr.refusals['not-invited']({ name: 'Tractage marché', audience: 'group' }))
    // Sooner than they said, so that nobody waits here.
    await store.openings.keep(id, [{ audience: 'everyone', at: later(clock.now(), 5 * second) }])
    await passes(10 * second)
    await expect
      .poll(async () => (await store.actions.found(id))?.action.audience, { timeout: 20_000, interval: 50 })
      .toBeUndefined()
    await paul.presses('Je participe')
    await sees(paul, 'vous participez')
    expect(await store.openings.of(id)).toEqual([])
    await olga.asks('journal')
    await sees(olga, used['open-in-stages'])
  })

  it('is to remind whoever comes now, from its page, once in a while', async () => {
    const { somebody, town, appoints, store, clock, passes } = theatre()
    const there = town()
    const group = await there.group({ name: 'Les Pressées' })
    const [olga, paul, nour, sami] = [somebody('Olga'), somebody('Paul'), somebody('Nour'), somebody('Sami')]
    const person = await appoints(olga, 'animator', group)
    await olga.asks('nouvelle', { action: 'samedi 14h collage gare' })
    await olga.presses(fr.planning.buttons.save)
    await sees(olga, fr.planning.saved('Collage gare'))
    const [found] = await store.plans.managed([group], person, clock.now(), { skip: 0, take: 1 })
    for (const each of [paul, nour, sami]) await each.follows(`a${shorten(found?.action.id ?? '')}`)
    await sami.presses('Peut-être')
    await paul.presses('Je participe')
    await sees(paul, 'vous participez')
    await nour.presses('Je ne peux pas')
    await olga.presses(fr.planning.buttons.manage)
    await olga.presses(fr.managing.buttons.gather)
    await olga.presses(fr.managing.buttons.remind)
    await hears(olga, fr.managing.called(1))
    await passes(second)
    await sees(paul, '🔔 Collage gare')
    await olga.presses(fr.managing.buttons.remind)
    await hears(olga, fr.managing.calledLately)
    await passes(second)
    expect([paul, nour, sami].map((each) => times(each, '🔔 Collage gare'))).toEqual([1, 0, 0])
    await olga.asks('journal')
    await sees(olga, used['remind-now'])
  })

  it('depends on who brings what: who gives something back the day before is told to them', async () => {
    const { somebody, town, appoints, store, clock } = theatre()
    const there = town()
    const sourceId = `late ${platform}`
    const group = await there.group({ sourceId, name: 'Les Colleuses' })
    const [olga, paul] = [somebody('Olga'), somebody('Paul')]
    await olga.asks('start')
    await appoints(olga, 'animator', group)
    const start = later(clock.now(), 6 * hour)
    const organisers = [{ sourceId, name: 'Les Colleuses' }]
    const id = await there.action({ name: 'Collage du soir', organisers, start, zone: paris })
    await store.needs.add(id, [{ words: 'la voiture', wanted: 1 }])
    await paul.follows(`a${shorten(id)}`)
    await paul.presses(fr.needs.take('la voiture'))
    await hears(paul, fr.needs.taken('la voiture'))
    await paul.presses(fr.needs.giveBack('la voiture'))
    await sees(olga, 'Il manque de nouveau la voiture pour Collage du soir')
  })

  it('is to ask those who have not answered: in the chat, and in private whoever wanted to be asked', async () => {
    const { somebody, stage, town, appoints, passes } = theatre()
    const group = await town().group({ name: 'Les Relances' })
    const [olga, paul, nour] = [somebody('Olga'), somebody('Paul'), somebody('Nour')]
    await appoints(olga, 'animator', group)
    const chat = stage.group('GA', [olga, paul], { animators: [olga] })
    await olga.in(chat).asks('lier')
    await olga.in(chat).presses('Les Relances')
    await hears(olga.in(chat), fr.links.card('Les Relances'))
    for (const each of [paul, nour]) {
      await each.follows(`g${shorten(group)}`)
      await each.presses(fr.groups.join('Les Relances'))
    }
    await paul.presses(fr.groups.askMe)
    await sees(paul, fr.groups.asking)
    await olga.asks('nouvelle', { action: 'samedi 14h tractage gare' })
    await olga.presses(fr.planning.buttons.save)
    await sees(olga, fr.planning.saved('Tractage gare'))
    await olga.presses(fr.planning.buttons.manage)
    await olga.presses(fr.managing.buttons.gather)
    await olga.presses(fr.managing.buttons.chase)
    await hears(olga, fr.managing.chased(2, 1, 1))
    await passes(second)
    await sees(paul, fr.notices.come('Tractage gare'))
    await paul.presses('Je participe')
    await sees(paul, 'vous participez')
    await olga.presses(fr.managing.buttons.chase)
    await hears(olga, fr.managing.chasedLately)
    expect(times(nour, fr.notices.come('Tractage gare'))).toBe(0)
    await olga.asks('journal')
    await sees(olga, used['ask-again'])
    await paul.asks('mesdonnees')
    await sees(paul, fr.privacy.askedBy('Les Relances'))
  })

  it('is to choose who comes among those who signed up; nobody else is counted or reminded', async () => {
    const { somebody, town, appoints, store, clock, platform: on } = theatre()
    const group = await town().group({ name: 'Les Tractrices' })
    const [olga, paul, nour] = [somebody('Olga'), somebody('Paul'), somebody('Nour')]
    const person = await appoints(olga, 'animator', group)
    await olga.asks('nouvelle', { action: 'samedi 14h formation' })
    await olga.presses(fr.planning.buttons.save)
    await sees(olga, fr.planning.saved('Formation'))
    const [found] = await store.plans.managed([group], person, clock.now(), { skip: 0, take: 1 })
    const id = found?.action.id ?? ('' as never)
    await olga.presses(fr.planning.buttons.manage)
    await olga.presses(fr.managing.buttons.gather)
    await olga.presses(fr.managing.buttons.picks)
    await sees(olga, fr.answers.chooses(0))
    for (const each of [paul, nour]) {
      await each.follows(`a${shorten(id)}`)
      await each.presses(fr.answers.buttons.signUp)
      await sees(each, fr.answers.signedUp)
    }
    expect((await store.actions.found(id))?.counts).toMatchObject({ yes: 0, waiting: 2 })
    await olga.presses(fr.managing.buttons.backTo)
    await olga.presses(fr.answers.buttons.who)
    await olga.presses(fr.answers.choose)
    await olga.presses('Nour')
    await sees(olga, fr.answers.choosing.chosen)
    await sees(nour, fr.notices.chosen('Formation'))
    expect(times(paul, 'Vous êtes retenu·e')).toBe(0)
    await olga.asks('journal')
    for (const deed of ['choose-who-comes', 'choose-somebody'] as const) await sees(olga, used[deed])
    // To choose among names is still the look that was noted when they were shown.
    expect((await sees(olga, used['choose-somebody'])).text.split(used['see-names'])).toHaveLength(2)
    expect((await store.actions.found(id))?.counts).toMatchObject({ yes: 1, waiting: 1 })
    // A round gives nobody a seat by itself.
    expect(await store.answers.fillable(clock.now(), 10)).not.toContain(id)
    const chosen = await store.people.byAccount({ platform: on, key: nour.id })
    const due = await store.reminders.due(later(clock.now(), 4 * 24 * hour), 500)
    const worth = due.filter((each) => each.action === id && isWorthwhile(each, clock.now()))
    expect(new Set(worth.map((each) => each.person))).toEqual(new Set([chosen?.id]))
  })
})
