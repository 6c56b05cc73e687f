import { describe, expect } from 'vitest'
import type { Actor } from '../../playground/actor.ts'
import { newId, shorten } from '../../src/base/ids.ts'
import { fr } from '../../src/phrases/fr.ts'
import { again, hears, labels, sees } from './seeing.ts'
import { it, onEveryPlatform, type Theatre } from './theatre.ts'

/** An action that lacks glue, a car, and two people for a while. */
const lacking = async (theatre: Theatre) => {
  const { town, somebody, appoints, store, clock, platform } = theatre
  const there = town()
  const group = await there.group({ name: `Groupe de ${there.commune.name}` })
  const amel = somebody('Amel')
  const keeper = await appoints(amel, 'animator', group)
  await amel.asks('nouvelle', { action: 'samedi 9h-13h tractage marché' })
  await sees(amel, fr.planning.check)
  await amel.presses(fr.planning.buttons.save)
  await amel.asks('gerer')
  await amel.presses(/Tractage marché/)
  await amel.presses(fr.managing.buttons.needs)
  await amel.presses(fr.needs.add)
  await amel.fills({ [fr.needs.form.label]: '2 personnes au stand 17h-19h' })
  await hears(amel, 'je lis 17:00–19:00, en dehors de l’action (09:00–13:00)')
  // Where there are windows, a button opens it again; elsewhere the question still waits.
  const lacks = 'colle, 1 voiture, 2 personnes au stand 10h-12h'
  if (platform === 'telegram') await amel.says(lacks)
  else {
    await amel.presses(fr.dialogue.correct)
    await amel.fills({ [fr.needs.form.label]: lacks })
  }
  await hears(amel, fr.needs.added(3))
  const [found] = await store.plans.managed([group], keeper, clock.now(), { skip: 0, take: 1 })
  if (!found) throw new Error('nothing was planned')
  return { amel, there, id: found.action.id }
}

const opens = (actor: Actor, id: string): Promise<void> => actor.follows(`a${shorten(id)}`)

onEveryPlatform('What an action lacks', (theatre) => {
  it('is on its card: one tap takes one, another gives it back, organisers see who', async () => {
    const { somebody } = theatre()
    const { amel, id } = await lacking(theatre())
    const paul = somebody('Paul')
    await opens(paul, id)
    const card = await sees(paul, 'Il manque')
    expect(card.text).toContain('colle, voiture, 2 personnes au stand (10:00–12:00)')
    expect(labels(card)).toEqual(
      expect.arrayContaining(['colle', 'voiture', 'personnes au stand'].map(fr.needs.take)),
    )
    await paul.presses(fr.needs.take('colle'))
    await hears(paul, fr.needs.taken('colle'))
    expect(again(paul, card).text).toContain('Il manque\u00A0: voiture, 2 personnes au stand')
    expect(again(paul, card).text).toContain('Vous vous en chargez\u00A0: colle')
    expect(labels(again(paul, card))).toContain(fr.needs.giveBack('colle'))
    await amel.asks('gerer')
    await amel.presses(/Tractage marché/)
    await amel.presses(fr.managing.buttons.needs)
    await sees(amel, '• colle\u00A0: 1 sur 1 (Paul)')
    await paul.presses(fr.needs.giveBack('colle'))
    await hears(paul, fr.needs.givenBack('colle'))
    expect(again(paul, card).text).toContain('Il manque\u00A0: colle')
  })

  it('is followed in a chat, where nobody reads who brings what', async () => {
    const { stage, somebody } = theatre()
    const { there } = await lacking(theatre())
    const [paul, nour] = [somebody('Paul'), somebody('Nour')]
    const chat = stage.group('GA', [paul, nour])
    await paul.in(chat).asks('actions', { lieu: there.asked })
    await paul.in(chat).presses(/Tractage marché/)
    const card = await sees(nour.in(chat), 'Il manque')
    await paul.in(chat).presses(fr.needs.take('colle'))
    await hears(paul.in(chat), fr.needs.taken('colle'))
    await sees(nour.in(chat), /Il manque\u00A0: voiture/)
    expect(again(nour.in(chat), card).text).not.toContain('Paul')
    expect(again(nour.in(chat), card).text).not.toContain('Vous vous en chargez')
  })

  it('usual for its kind is proposed when it is planned; whoever joined the group finds it in one list, and takes one with one tap', async () => {
    const { town, somebody, appoints, store, clock, platform } = theatre()
    const there = town()
    const group = await there.group()
    const [olga, paul] = [somebody('Olga'), somebody('Paul')]
    await appoints(olga, 'animator', group)
    await paul.asks('start')
    await paul.asks('besoins')
    await sees(paul, fr.agenda.noGroups)
    const person = await store.people.keep(newId.person(), { platform, key: paul.id }, paul.id)
    await store.groups.join(person, group, clock.now())
    await olga.asks('nouvelle', { action: 'samedi 21h-23h collage place de la mairie' })
    await sees(olga, fr.planning.check)
    await olga.presses(fr.planning.buttons.save)
    await sees(olga, fr.needs.usually(fr.needs.usual.collage ?? ''))
    await olga.presses(fr.needs.addUsual)
    await sees(olga, fr.needs.added(5))
    await paul.asks('agenda')
    await paul.presses(fr.needs.wanted)
    const list = await sees(paul, '2. 2 brosses')
    expect(list.text).toContain('Collage place de la mairie')
    await paul.presses(fr.needs.takeAt(2, 'brosses'))
    await sees(paul, fr.needs.taken('brosses'))
    const rest = await sees(paul, '2. affiches')
    expect(rest.text).not.toContain('brosses (')
    expect(await store.needs.takenBy(person)).toBe(1)
  })

  it('whoever had taken what is needed no more is told', async () => {
    const { somebody } = theatre()
    const { amel, id } = await lacking(theatre())
    const paul = somebody('Paul')
    await opens(paul, id)
    await paul.presses(fr.needs.take('voiture'))
    await hears(paul, fr.needs.taken('voiture'))
    await amel.presses(fr.needs.remove('voiture'))
    await hears(paul, fr.needs.dropped('voiture', 'Tractage marché'))
  })

  describe('under many taps', () => {
    it('never gives one too many', async () => {
      const { store, clock, platform } = theatre()
      const { id } = await lacking(theatre())
      const wanted = (await store.needs.of(id)).find(({ words }) => words === 'personnes au stand')
      if (!wanted) throw new Error('no such need')
      const people = await Promise.all(
        Array.from({ length: 12 }, (_, at) => {
          const key = `${platform} ${id} ${at}`
          return store.people.keep(crypto.randomUUID() as never, { platform, key }, key)
        }),
      )
      const taken = await Promise.all(
        people.map((person) => store.needs.take(wanted.id, person, clock.now())),
      )
      expect(taken.filter((each) => each?.is === 'taken').length).toBe(2)
      expect((await store.needs.of(id)).find((need) => need.id === wanted.id)?.taken).toBe(2)
    })
  })
})
