import { expect } from 'vitest'
import { hour, later, second } from '../../src/base/clock.ts'
import { shorten, type ActionId } from '../../src/base/ids.ts'
import { paris, type Zone } from '../../src/base/zones.ts'
import { fr } from '../../src/phrases/fr.ts'
import { pairs } from './pairs.ts'
import { hears, labels, sees, times } from './seeing.ts'
import { it, onEveryPlatform, type Theatre } from './theatre.ts'

const { buttons } = fr.notices

const moment = 30 * second

onEveryPlatform('Being reminded', (theatre, platform) => {
  /** Of which one is reminded when half a minute has passed. */
  const soon = async ({ town, clock }: Theatre, name: string, sourceId: string): Promise<ActionId> => {
    const there = town()
    await there.group({ sourceId, name: `GA ${name}` })
    const organisers = [{ sourceId, name: `GA ${name}` }]
    return there.action({ name, organisers, zone: paris, start: later(clock.now(), 2 * hour + moment) })
  }

  it('says what, when, where, whom to look for and why; one tap says that one cannot come any more', async () => {
    const { somebody, store, passes } = theatre()
    const id = await soon(theatre(), 'Porte-à-porte', `pap ${platform}`)
    await store.needs.add(id, [{ words: 'la colle', wanted: 1 }])
    const amel = somebody('Amel')
    await amel.follows(`a${shorten(id)}`)
    await amel.presses('Je participe')
    await sees(amel, 'vous participez')
    await amel.presses(fr.needs.take('la colle'))
    await passes(moment)
    const reminder = await sees(amel, '🔔 Porte-à-porte')
    expect(reminder.text).toContain('Vous vous en chargez\u00A0: la colle')
    expect(reminder.text).toContain('📆 mercredi 25 novembre')
    expect(reminder.text).toContain('📍 Marché')
    expect(reminder.text).toContain('À retrouver sur place\u00A0: GA Porte-à-porte.')
    expect(reminder.text).toContain('Rendez-vous devant la fontaine.')
    expect(reminder.text).toContain('Je vous l’écris parce que vous avez dit que vous venez.')
    await amel.presses(buttons.cannot, reminder)
    await sees(amel, 'vous ne pouvez pas venir')
    expect((await store.actions.found(id))?.counts).toEqual({ yes: 0, maybe: 0, no: 1 })
    // Somebody else can take it.
    expect((await store.needs.of(id)).map(({ taken }) => taken)).toEqual([0])
  })

  it('can be had otherwise in two taps: when, in silence, all at once, or not of that group', async () => {
    const { somebody, passes } = theatre()
    const id = await soon(theatre(), 'Collage', `collage ${platform}`)
    const amel = somebody('Amel')
    await amel.follows(`a${shorten(id)}`)
    await amel.presses('Je participe')
    await sees(amel, 'vous participez')
    await passes(moment)
    const reminder = await sees(amel, '🔔 Collage')
    await amel.presses(buttons.settings, reminder)
    const page = await sees(amel, 'la veille à 18')
    expect(labels(page)).toEqual(
      expect.arrayContaining([fr.reminders.buttons.digest, fr.reminders.buttons.mute('GA Collage')]),
    )
    await amel.presses(/^✓ La veille/)
    await sees(amel, /Je vous rappelle vos actions 2.h avant\./)
    await amel.presses(fr.reminders.buttons.quiet(22 * 60, 7 * 60))
    await sees(amel, 'Silence de 22')
    await sees(amel, fr.reminders.clocks(undefined))
    await amel.presses(fr.reminders.buttons.zones)
    await amel.presses('heure de La Réunion')
    await sees(amel, fr.reminders.clocks('Indian/Reunion' as Zone))
    await amel.presses(fr.reminders.buttons.digest)
    await sees(amel, fr.reminders.digest)
    await amel.presses(fr.reminders.buttons.mute('GA Collage'))
    await sees(amel, 'Sans rappel des groupes')
    await amel.presses(fr.reminders.buttons.nothing)
    expect(labels(await sees(amel, fr.reminders.none))).not.toContain(fr.reminders.buttons.nothing)
    await amel.asks('reglages')
    await amel.presses(fr.reminders.buttons.open)
    await sees(amel, fr.reminders.none)
  })

  it('can be had otherwise for one action alone, from its card, and on the platform that one likes better', async () => {
    const { somebody, stages, town, clock, store, passes } = theatre()
    const id = await town().action({
      name: 'Départ en car',
      zone: paris,
      start: later(clock.now(), hour + moment),
    })
    const amel = somebody('Amel')
    await amel.follows(`a${shorten(id)}`)
    await amel.presses('Je participe')
    const card = await sees(amel, 'vous participez')
    await sees(amel, 'C’est bientôt')
    await amel.presses(fr.reminders.buttons.ofAction, card)
    const page = await sees(amel, fr.reminders.asOthers)
    expect(labels(page)).not.toContain(fr.reminders.buttons.asUsual)
    await amel.presses(/^1.h avant/)
    await sees(amel, fr.reminders.otherwise)
    const elsewhere = platform === 'discord' ? 'telegram' : 'discord'
    const there = stages[elsewhere].person('Amel')
    await pairs(amel, there)
    await amel.asks('reglages')
    await amel.presses(fr.reminders.buttons.open)
    await amel.presses(fr.reminders.buttons.on(fr.reminders.platforms(elsewhere)))
    await sees(amel, fr.reminders.platform(fr.reminders.platforms(elsewhere)))
    await passes(moment)
    // Two hours before is past: this one comes because it was chosen.
    const reminder = await sees(there, '🔔 Départ en car')
    expect(times(amel, '🔔 Départ en car')).toBe(0)
    const person = await store.people.byAccount({ platform, key: amel.id })
    expect(person && [...(await store.reminders.ownLeads(person.id)).values()]).toEqual([['eve', 120, 60]])
    await amel.asks('mesdonnees')
    await sees(amel, 'Actions rappelées autrement (1)')
    await there.presses(fr.notices.buttons.settings, reminder)
    // How others are reminded is as it was.
    await sees(there, /Je vous rappelle vos actions la veille à 18.h et 2.h avant\./)
    await there.presses(fr.reminders.buttons.own)
    await there.presses(fr.reminders.buttons.asUsual)
    await sees(there, fr.reminders.asOthers)
    expect(person && (await store.reminders.ownLeads(person.id)).size).toBe(0)
  })

  it('goes with what changes: the old and the new, once', async () => {
    const { somebody, town, changes, clock, passes } = theatre()
    const there = town()
    const start = later(clock.now(), 6 * hour)
    const id = await there.action({ name: 'Café populaire', start, zone: paris })
    const [amel, bastien] = [somebody('Amel'), somebody('Bastien')]
    for (const who of [amel, bastien]) await who.follows(`a${shorten(id)}`)
    await amel.presses('Je participe')
    await bastien.presses('Je ne peux pas')
    await sees(amel, 'vous participez')
    await changes(id, { start: later(start, hour), end: later(start, 3 * hour) })
    await passes(2 * second)
    const told = await sees(amel, 'Changement pour Café populaire')
    expect(told.text).toMatch(/avant\s: mercredi 25 novembre/)
    expect(told.text).toContain('parce que vous avez dit que vous venez')
    expect(labels(told)).toEqual([buttons.cannot, buttons.card, buttons.settings])
    await changes(id, { venue: { name: 'Café du Port', city: 'Mende' } })
    await passes(2 * second)
    const moved = await sees(amel, /Café du Port[^]*avant/)
    // Of which date it is, too.
    expect(moved.text).toContain(platform === 'telegram' ? 'mercredi 25 novembre, de' : 'novembre 2026')
    await changes(id, { state: 'cancelled' })
    await passes(2 * second)
    await sees(amel, /Café populaire, prévue .* n’a pas lieu\s: ne vous déplacez pas/)
    expect(times(amel, 'Changement pour Café populaire')).toBe(2)
    expect(times(bastien, 'Changement pour')).toBe(0)
  })

  it('ends with thanks, and organisers copy what came of it in three lines', async () => {
    const { somebody, town, clock, appoints, passes } = theatre()
    const there = town()
    const sourceId = `thanks ${platform}`
    const group = await there.group({ sourceId })
    const start = later(clock.now(), -3 * hour)
    const end = later(clock.now(), -2 * hour + moment)
    const organisers = [{ sourceId, name: 'GA' }]
    const id = await there.action({
      name: 'Marché de Noël',
      start: later(clock.now(), -3 * hour),
      end: later(start, 24 * hour),
      zone: paris,
      organisers,
    })
    const [amel, olga] = [somebody('Amel'), somebody('Olga')]
    await olga.asks('start')
    await appoints(olga, 'animator', group)
    await amel.follows(`a${shorten(id)}`)
    await amel.presses('Je participe')
    await sees(amel, 'vous participez')
    await theatre().changes(id, { end })
    await passes(2 * second)
    await passes(moment)
    const thanks = await sees(amel, 'Merci d’avoir répondu présent·e pour Marché de Noël')
    await amel.presses(buttons.came, thanks)
    await sees(amel, fr.notices.cameYes)
    const asked = await sees(olga, 'Comment s’est passée l’action Marché de Noël')
    await olga.presses(buttons.outcome, asked)
    await olga.fills({ 'Personnes présentes': '12', Tracts: '300', Portes: '', Contacts: '4' })
    await hears(olga, fr.outcomes.saved)
    await sees(olga, '12 personnes, 300 tracts, 4 contacts')
  })
})
