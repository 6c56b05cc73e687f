import { expect } from 'vitest'
import { day, hour, later, second } from '../../src/base/clock.ts'
import { shorten } from '../../src/base/ids.ts'
import { plain } from '../../src/base/rich.ts'
import { dayOf, instantAt, paris, plusDays } from '../../src/base/zones.ts'
import { fr } from '../../src/phrases/fr.ts'
import { hears, labels, sees, times } from './seeing.ts'
import { it, onEveryPlatform } from './theatre.ts'

const { buttons, form } = fr.rides

onEveryPlatform('Riding together', (theatre) => {
  it('seats are offered and asked for through the bot, without a telephone number, and forgotten afterwards', async () => {
    const { town, somebody, store, clock, platform } = theatre()
    const id = await town().action({ name: 'Manifestation à la préfecture' })
    const [amel, paul] = [somebody('Amel'), somebody('Paul')]
    for (const actor of [amel, paul]) {
      await actor.follows(`a${shorten(id)}`)
      await actor.presses('Je participe')
      await sees(actor, 'vous participez')
      await actor.presses(fr.rides.open)
    }
    await amel.presses(buttons.offer)
    await amel.fills({ [form.seats.label]: '2', [form.words.label]: 'Mairie, 9h30, 06 12 34 56 78' })
    const offered = await sees(amel, 'Vous proposez 2 places')
    expect(offered.text).toContain('Mairie, 9h30')
    expect(offered.text).not.toContain('06 12')
    expect(offered.text).not.toContain(plain(fr.rides.none))

    await paul.presses(buttons.wish)
    await paul.fills({ [form.seats.label]: '1', [form.words.label]: 'Gare' })
    const listed = await sees(paul, 'Vous cherchez 1 place')
    expect(listed.text).toContain('2 places\u00A0: Mairie, 9h30')
    expect(listed.text).not.toContain('Amel')
    await paul.presses(/Demander/)
    const waits = await sees(paul, fr.rides.asking.asked)
    expect(labels(waits).filter((label) => label.startsWith('Demander'))).toEqual([])

    await sees(amel, 'Paul cherche 1 place (Gare)')
    await amel.presses(buttons.accept)
    await hears(amel, fr.rides.done)
    await sees(paul, 'Amel vous emmène')

    const [offer] = await store.rides.offers(id)
    expect(offer?.free).toBe(1)
    await paul.asks('mesdonnees')
    await sees(paul, 'Covoiturages')
    await amel.presses(fr.rides.open)
    await amel.presses(buttons.leave)
    await sees(paul, 'n’a plus lieu')

    const person = (await store.people.byAccount({ platform, key: paul.id }))?.id
    expect(person && (await store.rides.own(id, person))?.is).toBe('wish')
    await store.rides.forget(later(clock.now(), 5 * day))
    expect(person && (await store.rides.own(id, person))).toBeUndefined()
  })

  it('whoever does not come any more drives nobody, and those who were to ride along hear of it', async () => {
    const { town, somebody } = theatre()
    const id = await town().action({ name: 'Départ commun annulable' })
    const [amel, paul] = [somebody('Amel'), somebody('Paul')]
    for (const actor of [amel, paul]) {
      await actor.follows(`a${shorten(id)}`)
      await actor.presses('Je participe')
      await sees(actor, 'vous participez')
      await actor.presses(fr.rides.open)
    }
    await amel.presses(buttons.offer)
    await amel.fills({ [form.seats.label]: '2', [form.words.label]: 'Mairie' })
    await sees(amel, 'Vous proposez 2 places')
    await paul.presses(buttons.wish)
    await paul.fills({ [form.seats.label]: '1', [form.words.label]: 'Gare' })
    await paul.presses(/Demander/)
    await sees(amel, 'Paul cherche 1 place (Gare)')
    await amel.presses(buttons.accept)
    await sees(paul, 'Amel vous emmène')
    await amel.follows(`a${shorten(id)}`)
    await amel.presses('Je ne peux pas')
    const told = await sees(paul, 'n’a plus lieu')
    await paul.presses(fr.rides.open, told)
    const page = await sees(paul, 'Vous cherchez 1 place')
    expect(page.text).not.toContain('Mairie')
  })

  it('whoever is forgotten leaves nobody waiting at the roadside', async () => {
    const { town, somebody, store, platform } = theatre()
    const id = await town().action({ name: 'Départ commun oublié' })
    const [amel, paul] = [somebody('Amel'), somebody('Paul')]
    for (const actor of [amel, paul]) {
      await actor.follows(`a${shorten(id)}`)
      await actor.presses('Je participe')
      await sees(actor, 'vous participez')
      await actor.presses(fr.rides.open)
    }
    await amel.presses(buttons.offer)
    await amel.fills({ [form.seats.label]: '2', [form.words.label]: 'Mairie' })
    await sees(amel, 'Vous proposez 2 places')
    await paul.presses(buttons.wish)
    await paul.fills({ [form.seats.label]: '1', [form.words.label]: 'Gare' })
    await paul.presses(/Demander/)
    await sees(amel, 'Paul cherche 1 place (Gare)')
    await amel.presses(buttons.accept)
    await sees(paul, 'Amel vous emmène')
    await amel.asks('effacer')
    await amel.presses(fr.privacy.erase)
    await sees(amel, fr.privacy.erased)
    await sees(paul, 'n’a plus lieu')
    const person = (await store.people.byAccount({ platform, key: paul.id }))?.id
    expect(person && (await store.rides.own(id, person))).toMatchObject({ is: 'wish', agreed: false })
  })

  it('cars that leave from near come first, and whoever looks for one hears of it', async () => {
    const { town, somebody } = theatre()
    const id = await town('58194').action({ name: 'Meeting à Nevers' })
    const [paul, amel, karim] = [somebody('Paul'), somebody('Amel'), somebody('Karim')]
    const goes = async (actor: typeof paul, way: string, depart: string) => {
      await actor.follows(`a${shorten(id)}`)
      await actor.presses('Je participe')
      await sees(actor, 'vous participez')
      await actor.presses(fr.rides.open)
      await actor.presses(way)
      await actor.fills({ [form.seats.label]: '1', [form.words.label]: depart })
    }
    await goes(paul, buttons.wish, 'Varennes-Vauzelles, à la mairie')
    await sees(paul, 'Vous cherchez 1 place')
    await goes(karim, buttons.offer, 'départ de Decize, 17h30')
    await sees(karim, 'Vous proposez 1 place')
    await goes(amel, buttons.offer, 'Fourchambault, 18 h')
    await sees(amel, 'Vous proposez 1 place')
    const told = await sees(paul, 'Une voiture part près de chez vous')
    await paul.presses(fr.rides.open, told)
    const page = await sees(paul, /Fourchambault.*\(départ à .* du vôtre\)/)
    expect(page.text.indexOf('Fourchambault')).toBeLessThan(page.text.indexOf('Decize'))
    expect(times(paul, 'Une voiture part')).toBe(1)
  })

  it('who rides with whom is in the reminder: to those who ride, by name; to whoever drives, how many', async () => {
    const { town, somebody, passes, clock } = theatre()
    const there = town()
    const today = dayOf(clock.now(), paris)
    const [eve, start] = [
      instantAt(plusDays(today, 1), '18:00', paris),
      instantAt(plusDays(today, 2), '14:00', paris),
    ]
    const id = await there.action({ name: 'Marche en voiture', zone: paris, start })
    const other = await there.action({ name: 'Marche à pied', zone: paris, start: later(start, hour) })
    const [amel, paul, nour] = [somebody('Amel'), somebody('Paul'), somebody('Nour')]
    const goes = async (actor: typeof paul, way: string, seats: string, words: string) => {
      await actor.follows(`a${shorten(id)}`)
      await actor.presses('Je participe')
      await sees(actor, 'vous participez')
      await actor.presses(fr.rides.open)
      await actor.presses(way)
      await actor.fills({ [form.seats.label]: seats, [form.words.label]: words })
    }
    await goes(amel, buttons.offer, '3', 'Mairie, 9h30')
    await sees(amel, 'Vous proposez 3 places')
    await goes(paul, buttons.wish, '2', 'Gare')
    await sees(paul, 'Vous cherchez 2 places')
    await paul.presses(/Demander/)
    await sees(amel, 'Paul cherche 2 places (Gare)')
    await amel.presses(buttons.accept)
    await sees(paul, 'Amel vous emmène')
    await goes(nour, buttons.wish, '1', 'Gare')
    await sees(nour, 'Vous cherchez 1 place')
    // Paul wants all that is due at once in one message.
    await paul.follows(`a${shorten(other)}`)
    await paul.presses('Je participe')
    await sees(paul, 'vous participez')
    await paul.asks('reglages')
    await paul.presses(fr.reminders.buttons.open)
    await paul.presses(fr.reminders.buttons.digest)
    await sees(paul, fr.reminders.digest)

    await passes(eve - clock.now() + second)
    const drives = await sees(amel, '🔔 Marche en voiture')
    expect(drives.text).toContain(plain(fr.rides.reminded.drives(2, 'Mairie, 9h30')))
    expect(drives.text).not.toContain('Paul')
    expect(labels(drives)).toContain(fr.rides.open)
    const looks = await sees(nour, '🔔 Marche en voiture')
    expect(looks.text).toContain(plain(fr.rides.reminded.looks))
    expect(looks.text).not.toContain('Amel')
    const both = await sees(paul, fr.notices.digest(2))
    const rides = plain(fr.rides.reminded.rides('Amel', 'Mairie, 9h30'))
    expect(both.text.split(rides).length).toBe(2)
    expect(both.text.indexOf(rides)).toBeLessThan(both.text.indexOf('Marche à pied'))
    // And once more, two hours before.
    await passes(start - 2 * hour - clock.now() + second)
    expect((await sees(paul, '🔔 Marche en voiture')).text).toContain(rides)
    await passes(hour)
    const alone = await sees(paul, '🔔 Marche à pied')
    expect(alone.text).not.toContain('🚗')
    expect(labels(alone)).not.toContain(fr.rides.open)
  })

  it('a car is never fuller than it is', async () => {
    const { town, store, clock, platform } = theatre()
    const id = await town().action()
    const people = await Promise.all(
      Array.from({ length: 8 }, (_, at) => {
        const key = `${platform} ${id} ${at}`
        return store.people.keep(crypto.randomUUID() as never, { platform, key }, key)
      }),
    )
    const [driver, ...others] = people
    if (!driver) throw new Error('nobody drives')
    await store.rides.put({ action: id, person: driver, is: 'offer', seats: 3, words: 'Mairie' }, clock.now())
    const [offer] = await store.rides.offers(id)
    if (!offer) throw new Error('nothing is offered')
    const wishes = await Promise.all(
      others.map(async (person) => {
        await store.rides.put({ action: id, person, is: 'wish', seats: 1, words: 'Gare' }, clock.now())
        return (await store.rides.ask(offer.id, person))?.wish
      }),
    )
    const answers = await Promise.all(
      wishes.flatMap((wish) => (wish ? [store.rides.answer(wish.id, driver, true)] : [])),
    )
    expect(answers.filter(({ is }) => is === 'agreed').length).toBe(3)
    expect(answers.filter(({ is }) => is === 'full').length).toBe(4)
  })
})
