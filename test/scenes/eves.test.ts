import { expect } from 'vitest'
import { day, hour, later } from '../../src/base/clock.ts'
import { dayOf, instantAt, paris } from '../../src/base/zones.ts'
import { usual } from '../../src/domain/links/model.ts'
import { fr } from '../../src/phrases/fr.ts'
import { hears, labels, sees, times } from './seeing.ts'
import { it, onEveryPlatform } from './theatre.ts'

onEveryPlatform('An action, the evening before', (theatre, platform) => {
  it('is spoken of in the chats of its group that want it, once', async () => {
    const { town, appoints, somebody, stage, store, clock, passes } = theatre()
    const there = town()
    const sourceId = `eve ${platform}`
    const group = await there.group({ sourceId, name: 'Les Veilleuses' })
    const [amel, paul] = [somebody('Amel'), somebody('Paul')]
    await appoints(amel, 'animator', group)
    const chats = [
      stage.group('Qui veut', [amel, paul], { animators: [amel] }),
      stage.group('Qui ne veut pas', [amel, paul], { animators: [amel] }),
    ]
    for (const chat of chats) {
      await amel.in(chat).asks('lier')
      await amel.in(chat).presses('Les Veilleuses')
      await hears(amel.in(chat), fr.links.card('Les Veilleuses'))
    }
    const [wants, other] = await store.links.of(group)
    if (!wants || !other) throw new Error('the chats are not linked')
    await store.links.set(wants.id, { ...usual, from: 0, to: 0 })
    await store.links.set(other.id, { ...usual, from: 0, to: 0, reminders: false })
    const now = clock.now()
    const today = instantAt(dayOf(now, paris), '18:00', paris)
    const eve = today > now ? today : later(today, day)
    // At noon.
    const start = later(eve, 18 * hour)
    await there.action({ name: 'Porte-à-porte', start, organisers: [{ sourceId, name: 'Les Veilleuses' }] })
    const [here, elsewhere] = chats.map((chat) => paul.in(chat))
    if (!here || !elsewhere) throw new Error('there are two')
    // Nothing is shown during an electoral silence, and all of it when that is taken back.
    const truce = { from: now, to: later(now, 6 * day) }
    const [animator] = await store.roles.at(group)
    if (!animator) throw new Error('there is one')
    await store.announcements.setTruce(truce, animator.person)
    await amel.asks('nouvelle', { action: 'lundi 14h tractage marché' })
    await sees(amel, fr.planning.check)
    await amel.presses(fr.planning.buttons.save)
    await sees(amel, fr.planning.postedAfterTruce(2, fr.dates.start(truce.to, paris, now)))
    await amel.presses(fr.planning.buttons.manage)
    await amel.presses(fr.managing.buttons.gather)
    await amel.presses(fr.managing.buttons.chase)
    await hears(amel, fr.refusals['truce-lasts']({}))
    expect(times(here, 'Pas encore de réponse')).toBe(0)
    await store.announcements.endTruce(truce)
    await passes(1_000)
    await sees(here, 'Pas encore de réponse')
    await passes(1_000)
    expect(times(here, fr.notices.soon('Porte-à-porte'))).toBe(0)
    await passes(eve - clock.now() + hour / 2)
    const reminder = await sees(here, fr.notices.soon('Porte-à-porte'))
    expect(reminder.text).toContain('Marché')
    expect(labels(reminder)).toEqual([fr.notices.buttons.card])
    await passes(hour)
    await passes(1_000)
    expect(times(here, fr.notices.soon('Porte-à-porte'))).toBe(1)
    expect(times(elsewhere, fr.notices.soon('Porte-à-porte'))).toBe(0)
  })
})
