import { expect } from 'vitest'
import { shorten } from '../../src/base/ids.ts'
import { fr } from '../../src/phrases/fr.ts'
import { usedOn } from '../../src/phrases/fr/used.ts'
import { hears, labels, sees, times } from './seeing.ts'
import { it, onEveryPlatform } from './theatre.ts'

onEveryPlatform('To trust people with an action', (theatre) => {
  it('is to let in only those who have a role: in its group, or in the department', async () => {
    const { somebody, town, appoints, store, clock, stage } = theatre()
    const there = town()
    const group = await there.group({ name: 'Les Équipes' })
    const neighbours = await there.group({ name: 'Les Voisines' })
    const [olga, paul] = [somebody('Olga'), somebody('Paul')]
    const person = await appoints(olga, 'animator', group)
    await paul.follows(`g${shorten(group)}`)
    await paul.presses(fr.groups.join('Les Équipes'))
    const chat = stage.group('Toutes et tous', [olga, paul], { animators: [olga] })
    await olga.in(chat).asks('lier')
    await olga.in(chat).presses('Les Équipes')
    await hears(olga.in(chat), fr.links.card('Les Équipes'))
    for (const audience of ['animators', 'team'] as const) {
      const name = `Formation ${audience}`
      await olga.asks('nouvelle', { action: `samedi 14h ${name}` })
      await olga.presses(fr.planning.buttons.audience)
      await olga.presses(fr.planning.audiences[audience])
      await sees(olga, fr.planning.open(audience))
      await olga.presses(fr.planning.buttons.save)
      await sees(olga, fr.planning.saved(name))
      // A chat of many is not told of what is not for it; whoever may come reads for whom it is.
      await hears(olga, fr.planning.forFew)
      await sees(olga, fr.planning.open(audience))
    }
    await olga.asks('nouvelle', { action: 'samedi 14h Formation ouverte' })
    await olga.presses(fr.planning.buttons.save)
    await sees(paul.in(chat), 'Formation ouverte')
    expect(times(paul.in(chat), 'Formation animators') + times(paul.in(chat), 'Formation team')).toBe(0)
    const page = { skip: 0, take: 9 }
    const week = await store.actions.search({ programmeOf: group, from: clock.now(), page })
    expect(week.map(({ action }) => action.name)).toEqual(['Formation ouverte'])
    const planned = await store.plans.managed([group], person, clock.now(), { skip: 0, take: 3 })
    const asks = async (name: string) => {
      const { action } = planned.find((each) => each.action.name === name) ?? {}
      await paul.follows(`a${shorten(action?.id ?? '')}`)
      await paul.presses('Je participe')
    }
    // To have joined is no role.
    for (const audience of ['animators', 'team'] as const) {
      await asks(`Formation ${audience}`)
      await hears(paul, fr.refusals['not-invited']({ name: `Formation ${audience}`, audience }))
    }
    await appoints(paul, 'manager', neighbours)
    await asks('Formation team')
    await asks('Formation animators')
    await sees(paul, 'vous participez')
    const counts = async (name: string) => {
      const { action } = planned.find((each) => each.action.name === name) ?? {}
      return action && (await store.actions.found(action.id))?.counts.yes
    }
    expect([await counts('Formation animators'), await counts('Formation team')]).toEqual([1, 0])
    await appoints(paul, 'manager', group)
    await asks('Formation team')
    await expect.poll(() => counts('Formation team'), { timeout: 15_000, interval: 50 }).toBe(1)
  })

  it('is to name somebody who comes for it alone', async () => {
    const { somebody, town, appoints, store, clock } = theatre()
    const group = await town().group({ name: 'Les Confiantes' })
    const [olga, paul] = [somebody('Olga'), somebody('Paul')]
    const person = await appoints(olga, 'animator', group)
    for (const line of ['samedi 14h collage gare', 'dimanche 14h collage port']) {
      await olga.asks('nouvelle', { action: line })
      await olga.presses(fr.planning.buttons.save)
      await sees(olga, fr.planning.saved(line.includes('gare') ? 'Collage gare' : 'Collage port'))
    }
    await olga.asks('gerer')
    await olga.presses(/Collage gare/)
    await olga.presses(fr.managing.buttons.needs)
    await olga.presses(fr.needs.add)
    await olga.fills({ [fr.needs.form.label]: 'colle' })
    await hears(olga, fr.needs.added(1))
    await olga.presses(fr.managing.buttons.backTo)
    await olga.presses(fr.managing.buttons.handOver)
    await olga.presses(fr.managing.buttons.helpers)
    await sees(olga, fr.managing.noComers)
    await paul.follows(`g${shorten(group)}`)
    await paul.presses(fr.groups.join('Les Confiantes'))
    await paul.asks('actions')
    await paul.presses(/Collage gare/)
    await paul.presses('Je participe')
    await sees(paul, 'vous participez')
    await paul.asks('gerer')
    await sees(paul, fr.managing.noRole)
    await olga.presses(fr.managing.buttons.backTo)
    await olga.presses(fr.managing.buttons.handOver)
    await olga.presses(fr.managing.buttons.helpers)
    await olga.presses('Paul')
    await sees(olga, fr.managing.helpers(['Paul']))
    await sees(paul, 'l’équipe vous confie aussi cette action')
    const nour = somebody('Nour')
    const [shown] = await store.plans.managed([group], person, clock.now(), { skip: 0, take: 1 })
    await nour.follows(`a${shorten(shown?.action.id ?? '')}`)
    await nour.presses(fr.needs.take('colle'))
    await hears(nour, fr.needs.taken('colle'))
    const { buttons } = fr.managing
    await paul.asks('gerer')
    await paul.presses(/Collage gare/)
    const page = await sees(paul, 'gare')
    const shownTo = [
      buttons.change,
      buttons.repost,
      buttons.show,
      buttons.callOff,
      buttons.needs,
      buttons.back,
    ]
    expect(labels(page)).toEqual(shownTo)
    await paul.presses(buttons.needs)
    expect((await sees(paul, '• colle')).text).toContain('• colle : 1 sur 1')
    expect((await sees(paul, '• colle')).text).not.toContain('Nour')
    await paul.presses(buttons.backTo)
    await paul.presses(buttons.change)
    expect(labels(await sees(paul, fr.planning.checkChange))).not.toContain(fr.planning.buttons.audience)
    // Relieved, and named again.
    await olga.presses(fr.managing.removeHelper('Paul'))
    await sees(olga, fr.managing.helpers([]))
    await paul.presses(fr.planning.buttons.saveChange)
    await hears(paul, 'n’est pas dans vos droits')
    await olga.presses('Paul')
    await sees(olga, fr.managing.helpers(['Paul']))
    await paul.asks('gerer')
    await paul.presses(/Collage gare/)
    await paul.presses(buttons.callOff)
    await paul.fills({ [fr.managing.reason.label]: 'il pleut' })
    await hears(paul, fr.managing.calledOff('Collage gare', false))
    await paul.asks('gerer')
    await sees(paul, fr.managing.noRole)
    await olga.asks('journal')
    await sees(olga, `${usedOn['name-helper']('Paul')}\u00A0: Collage gare`)
  })

  it('another group is asked to organise with: it declines, is asked again, and says yes', async () => {
    const { somebody, town, appoints, store, clock, stage } = theatre()
    const there = town()
    const group = await there.group({ name: 'Les Invitantes' })
    const amel = somebody('Amel')
    await appoints(amel, 'animator', group)
    const other = await there.group({ name: 'Les Voisines' })
    const vera = somebody('Vera')
    await appoints(vera, 'animator', other)
    await vera.says('bonjour')
    const chat = stage.group('Chez les voisines', [vera], { animators: [vera] })
    await vera.in(chat).asks('lier')
    await vera.in(chat).presses('Les Voisines')
    await hears(vera.in(chat), fr.links.card('Les Voisines'))
    await amel.asks('nouvelle', { action: 'samedi 14h rassemblement place de la mairie' })
    await amel.presses(fr.planning.buttons.save)
    await hears(amel, fr.planning.saved('Rassemblement place de la mairie'))
    const proposes = async (to = 'Les Voisines'): Promise<void> => {
      await amel.asks('gerer')
      await amel.presses(/Rassemblement/)
      await amel.presses(fr.managing.buttons.partners)
      await amel.presses(fr.managing.buttons.invite)
      await amel.fills({ [fr.managing.partnerForm.label]: there.asked })
      await amel.presses(to)
    }
    await there.group({ name: 'Les Absentes' })
    await proposes(fr.managing.buttons.elsewhere)
    await amel.fills({ [fr.managing.partnerForm.label]: 'nulle part ailleurs' })
    await hears(amel, fr.managing.noPartner)
    await amel.presses(fr.managing.buttons.elsewhere)
    await amel.fills({ [fr.managing.partnerForm.label]: there.asked })
    await hears(amel, fr.managing.whichPartner)
    await proposes('Les Absentes')
    await hears(amel, fr.managing.nobodyThere('Les Absentes'))
    await proposes()
    await hears(amel, fr.managing.asked('Les Voisines'))
    await sees(vera, 'propose à Les Voisines')
    await vera.presses(fr.managing.refuse)
    await hears(vera, fr.managing.refused)
    await sees(amel, 'Les Voisines ne co-organise pas')
    await proposes()
    await sees(vera, 'propose à Les Voisines')
    await vera.presses(fr.managing.accept)
    await hears(vera, fr.managing.accepted('Rassemblement place de la mairie'))
    await sees(amel, 'Les Voisines co-organise')
    await hears(vera, fr.planning.posted(1, 0))
    await sees(vera.in(chat), 'Rassemblement place de la mairie')
    const page = { skip: 0, take: 9 }
    const [found] = await store.actions.search({ programmeOf: group, from: clock.now(), page })
    expect(found?.action.organisers.map(({ name }) => name)).toContain('Les Voisines')
  })
})
