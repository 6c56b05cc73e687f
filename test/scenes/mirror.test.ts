import { expect, vi } from 'vitest'
import { later, minute } from '../../src/base/clock.ts'
import { fr } from '../../src/phrases/fr.ts'
import { actionOf } from './planners.ts'
import { hears, labels, sees } from './seeing.ts'
import { it, onEveryPlatform } from './theatre.ts'

onEveryPlatform('Actions among the events of a server', (theatre, platform) => {
  it('where it wants them: made, moved, called off; elsewhere nobody offers it', async () => {
    const { town, stage, stages, somebody, appoints, store, passes, clock } = theatre()
    const group = await town().group({ name: 'Les Jours heureux' })
    const amel = somebody('Amel')
    const person = await appoints(amel, 'animator', group)
    const chat = stage.group('La discussion', [amel], { animators: [amel] })
    const there = amel.in(chat)
    await there.asks('lier')
    await there.presses('Les Jours heureux')
    await hears(there, fr.links.card('Les Jours heureux'))
    await there.presses(fr.links.settings)
    const settings = platform === 'discord' ? there : amel
    const offered = () => settings.seen().some((each) => labels(each).includes(fr.managing.eventsOff))
    if (platform === 'telegram') {
      expect(offered()).toBe(false)
      return
    }
    await settings.presses(fr.managing.eventsOff)
    await vi.waitFor(() => expect(labels(settings.last())).toContain(fr.managing.eventsOn), {
      timeout: 10_000,
    })
    const events = () => stages.discord.events()
    const before = events().length

    await amel.asks('nouvelle', { action: 'samedi 14h tractage marché' })
    await sees(amel, fr.planning.check)
    await amel.presses(fr.planning.buttons.save)
    await passes(1_000)
    await vi.waitFor(() => expect(events().length).toBe(before + 1), { timeout: 30_000, interval: 100 })
    const made = events().at(-1)
    expect(made).toMatchObject({
      name: 'Tractage marché',
      status: 1,
      start: Date.parse('2026-11-28T13:00:00Z'),
    })
    expect(made?.description).toContain('sur la carte')

    await amel.asks('gerer')
    await amel.presses(/Tractage marché/)
    await amel.presses(fr.managing.buttons.change)
    await amel.presses(fr.planning.buttons.date)
    await amel.fills({ [fr.planning.form.when.label]: 'samedi 16h' })
    await amel.presses(fr.planning.buttons.saveChange)
    await passes(1_000)
    await vi.waitFor(() => expect(events().at(-1)?.start).toBe(Date.parse('2026-11-28T15:00:00Z')), {
      timeout: 30_000,
      interval: 100,
    })

    await amel.asks('gerer')
    await amel.presses(/Tractage marché/)
    await amel.presses(fr.managing.buttons.callOff)
    await amel.fills({ [fr.managing.reason.label]: 'Il pleut.' })
    await passes(1_000)
    await vi.waitFor(() => expect(events().at(-1)?.status).toBe(4), { timeout: 30_000, interval: 100 })
    expect(events().length).toBe(before + 1)
    expect(await store.mirrors.due(0 as never, 0 as never, 5)).toEqual([])

    // One that goes on already ends later than was thought, then at once: it began, so it is not cancelled.
    await amel.asks('nouvelle', { action: 'dans 2h collage gare' })
    await sees(amel, fr.planning.check)
    await amel.presses(fr.planning.buttons.save)
    await sees(amel, fr.planning.saved('Collage gare'))
    await passes(1_000)
    await vi.waitFor(() => expect(events().length).toBe(before + 2), { timeout: 30_000, interval: 100 })
    const action = await actionOf(theatre(), group)
    await passes(action.start - clock.now() + 5 * minute)
    const end = later(action.end, 10 * minute)
    await store.plans.change(action.id, { end }, person, clock.now())
    await passes(1_000)
    await vi.waitFor(() => expect(events().at(-1)?.end).toBe(end), { timeout: 30_000, interval: 100 })
    await amel.asks('gerer')
    await amel.presses(/Collage gare/)
    await amel.presses(fr.managing.buttons.callOff)
    await amel.fills({ [fr.managing.reason.label]: 'Il pleut.' })
    await passes(1_000)
    await vi.waitFor(() => expect(events().at(-1)?.status).toBe(3), { timeout: 30_000, interval: 100 })
  })

  it('say to whoever linked the server when they may not be made there, and are left', async () => {
    const { town, stage, somebody, appoints, passes } = theatre()
    const group = await town().group({ name: 'Sans événement' })
    const amel = somebody('Amel')
    await appoints(amel, 'animator', group)
    const there = amel.in(stage.group('Le salon', [amel], { animators: [amel] }))
    await there.asks('lier')
    await there.presses('Sans événement')
    await hears(there, fr.links.card('Sans événement'))
    // Elsewhere nobody offers it: see above.
    if (platform === 'telegram') return
    await there.presses(fr.links.settings)
    await there.presses(fr.managing.eventsOff)
    await sees(there, 'Ce qui arrive ici')
    await vi.waitFor(() => expect(labels(there.last())).toContain(fr.managing.eventsOn), { timeout: 10_000 })
    stage.misbehave({ what: 'forbidden', method: 'scheduled-events', times: Infinity })
    await amel.asks('nouvelle', { action: 'samedi 14h tractage marché' })
    await sees(amel, fr.planning.check)
    await amel.presses(fr.planning.buttons.save)
    await sees(amel, fr.planning.saved('Tractage marché'))
    await passes(1_000)
    const told = await sees(amel, 'Gérer les événements')
    stage.behave()
    await amel.presses(fr.links.settings, told)
    await vi.waitFor(() => expect(labels(amel.last())).toContain(fr.managing.eventsOff), { timeout: 10_000 })
  })
})
