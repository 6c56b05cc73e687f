import { describe, expect } from 'vitest'
import type { Actor } from '../../playground/actor.ts'
import { hour, later } from '../../src/base/clock.ts'
import { shorten } from '../../src/base/ids.ts'
import { fr } from '../../src/phrases/fr.ts'
import { again, hears, labels, sees } from './seeing.ts'
import { it, onEveryPlatform, type Theatre } from './theatre.ts'

const { buttons } = fr.managing

const team = async ({ town, somebody, appoints }: Theatre) => {
  const there = town()
  const group = await there.group({ name: `Groupe de ${there.commune.name}` })
  const amel = somebody('Amel')
  await appoints(amel, 'animator', group)
  return { there, group, amel }
}

/** Plans it in private, and confirms. */
const plans = async (actor: Actor, line: string): Promise<void> => {
  await actor.asks('nouvelle', { action: line })
  await sees(actor, fr.planning.check)
  await actor.presses(fr.planning.buttons.save)
  await sees(actor, 'C’est enregistré')
}

const actionOf = async ({ store, clock }: Theatre, group: Parameters<Theatre['appoints']>[2]) => {
  const nobody = '00000000-0000-4000-8000-000000000000' as never
  const [found] = await store.plans.managed(group ? [group] : [], nobody, clock.now(), { skip: 0, take: 1 })
  if (!found) throw new Error('nothing was planned')
  return found.action
}

onEveryPlatform('Managing what was planned', (theatre, platform) => {
  it('a new action arrives in the chats of its group, and everybody may answer there', async () => {
    const { stage, somebody } = theatre()
    const { amel, group, there } = await team(theatre())
    const paul = somebody('Paul')
    const chat = stage.group('La discussion', [amel, paul], { animators: [amel] })
    await amel.in(chat).asks('lier')
    await amel.in(chat).presses(`Groupe de ${there.commune.name}`)
    await hears(amel.in(chat), fr.links.card(`Groupe de ${there.commune.name}`))
    await plans(amel, 'samedi 14h tractage marché')
    await hears(amel, fr.planning.posted(1, 0))
    await sees(paul.in(chat), 'samedi 28 novembre')
    await paul.in(chat).presses('Je participe')
    await hears(paul.in(chat), fr.actions.noted('yes'))
    expect((await actionOf(theatre(), group)).name).toBe('Tractage marché')
  })

  it('a freed seat is kept as long as its organisers choose', async () => {
    const { somebody, gives, store, clock } = theatre()
    const { amel, group } = await team(theatre())
    await plans(amel, 'samedi 14h réunion publique')
    const { id } = await actionOf(theatre(), group)
    await gives(id, 1)
    await amel.asks('gerer')
    await amel.presses(/éunion publique/)
    await amel.presses(buttons.keepSeats)
    await sees(amel, fr.managing.keptFor(12))
    await amel.presses(fr.managing.hours(3))
    await sees(amel, fr.managing.keptFor(3))
    const [paul, rosa] = [somebody('Paul'), somebody('Rosa')]
    await paul.follows(`a${shorten(id)}`)
    await paul.presses('Je participe')
    await sees(paul, 'vous participez')
    await rosa.follows(`a${shorten(id)}`)
    await rosa.presses(fr.answers.buttons.wait)
    await sees(rosa, fr.answers.waits(1))
    await paul.presses('Je ne peux pas')
    await sees(rosa, 'Une place s’est libérée')
    const person = await store.people.byAccount({ platform, key: rosa.id })
    const standing = person && (await store.actions.found(id, person.id))?.standing
    const until = standing?.is === 'seated' ? (standing.until ?? 0) : 0
    expect(until).toBeLessThanOrEqual(later(clock.now(), 3 * hour))
    expect(until).toBeGreaterThan(later(clock.now(), 2 * hour))
  })

  it('another hour is checked, then told once to those who come', async () => {
    const { somebody } = theatre()
    const { amel, group } = await team(theatre())
    await plans(amel, 'samedi 14h tractage marché')
    const { id } = await actionOf(theatre(), group)
    const paul = somebody('Paul')
    await paul.follows(`a${shorten(id)}`)
    await paul.presses('Je participe')
    await amel.asks('gerer')
    await amel.presses(/Tractage marché/)
    await amel.presses(buttons.change)
    await amel.presses(fr.planning.buttons.date)
    await amel.fills({ [fr.planning.form.when.label]: 'samedi 15h30' })
    const draft = await sees(amel, fr.planning.checkChange)
    expect(draft.text).toContain('samedi 28 novembre 2026, de 15:30 à 17:30')
    expect(draft.text).toContain('Avant\u00A0: samedi 28 novembre 2026, de 14:00 à 16:00')
    await amel.presses(fr.planning.buttons.saveChange)
    await hears(amel, fr.managing.changed('Tractage marché'))
    const told = await sees(paul, 'Changement pour')
    expect(told.text).toContain('15:30')
    expect(told.text).not.toContain('📍')
    const changed = await actionOf(theatre(), group)
    expect(changed.id).toBe(id)
  })

  it('calling off asks why, and the card says so', async () => {
    const { somebody } = theatre()
    const { amel, group } = await team(theatre())
    await plans(amel, 'dimanche 10h café populaire salle Voltaire')
    const { id } = await actionOf(theatre(), group)
    const paul = somebody('Paul')
    await paul.follows(`a${shorten(id)}`)
    const card = await sees(paul, 'Café populaire')
    await paul.presses('Je participe')
    await amel.asks('gerer')
    await amel.presses(/Café populaire/)
    await amel.presses(buttons.callOff)
    await amel.fills({ [fr.managing.reason.label]: 'La salle est fermée.' })
    await hears(amel, fr.managing.calledOff('Café populaire salle Voltaire'))
    await sees(paul, 'ANNULÉE')
    expect(again(paul, card).text).toContain('La salle est fermée.')
    await amel.asks('gerer')
    await hears(amel, fr.managing.nothing)
  })

  it('once more is a draft without its date', async () => {
    const { amel } = await team(theatre())
    await plans(amel, 'samedi 14h collage quartier nord')
    await amel.asks('gerer')
    await amel.presses(/Collage quartier nord/)
    await amel.presses(buttons.again)
    const draft = await sees(amel, fr.planning.noDate)
    expect(draft.text).toContain('Collage quartier nord')
    expect(labels(draft)).not.toContain(fr.planning.buttons.save)
  })

  it('somebody of the team takes it over, and may then manage it', async () => {
    const { somebody, appoints } = theatre()
    const { amel, group } = await team(theatre())
    const malik = somebody('Malik')
    await appoints(malik, 'manager', group)
    await malik.says('bonjour')
    await plans(amel, 'samedi 14h tractage gare')
    await amel.asks('gerer')
    await amel.presses(/Tractage gare/)
    await amel.presses(buttons.handOver)
    await amel.presses('Malik')
    await hears(amel, fr.managing.handedOver('Tractage gare'))
    await hears(malik, fr.managing.notices.becauseTeam)
    await malik.presses(fr.planning.buttons.manage)
    await sees(malik, 'samedi 28 novembre 2026')
  })

  it('another group is asked to organise with: it declines, is asked again, and says yes', async () => {
    const { somebody, appoints } = theatre()
    const { amel, there, group } = await team(theatre())
    const other = await there.group({ name: 'Les Voisines' })
    const vera = somebody('Vera')
    await appoints(vera, 'animator', other)
    await vera.says('bonjour')
    await plans(amel, 'samedi 14h rassemblement place de la mairie')
    const proposes = async (): Promise<void> => {
      await amel.asks('gerer')
      await amel.presses(/Rassemblement/)
      await amel.presses(buttons.partners)
      await amel.presses(buttons.partners)
      await amel.fills({ [fr.managing.partnerForm.label]: there.asked })
      await amel.presses('Les Voisines')
    }
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
    expect((await actionOf(theatre(), group)).organisers.map(({ name }) => name)).toContain('Les Voisines')
  })

  it('the card goes to the bottom of the chats, and the old one says so', async () => {
    const { stage, somebody } = theatre()
    const { amel, there } = await team(theatre())
    const paul = somebody('Paul')
    const chat = stage.group('La discussion', [amel, paul], { animators: [amel] })
    await amel.in(chat).asks('lier')
    await amel.in(chat).presses(`Groupe de ${there.commune.name}`)
    await hears(amel.in(chat), fr.links.card(`Groupe de ${there.commune.name}`))
    await plans(amel, 'samedi 14h tractage marché')
    const old = await sees(paul.in(chat), 'Pas encore de réponse')
    await amel.asks('gerer')
    await amel.presses(/Tractage marché/)
    await amel.presses(buttons.repost)
    await hears(amel, fr.planning.posted(1, 0))
    await sees(paul.in(chat), fr.managing.moved('Tractage marché'))
    expect(again(paul.in(chat), old).text).toContain('plus bas')
    const fresh = await sees(paul.in(chat), 'Pas encore de réponse')
    expect(fresh.id).not.toBe(old.id)
    await paul.in(chat).presses('Je participe', fresh)
    await sees(amel.in(chat), '1 participe')
    expect(again(paul.in(chat), old).text).toContain('plus bas')
  })

  describe('only by those who may', () => {
    it('whoever has no role there is refused, and hears who may', async () => {
      const { somebody, store, clock, appoints, town } = theatre()
      const { amel, group } = await team(theatre())
      await plans(amel, 'samedi 14h tractage marché')
      const paul = somebody('Paul')
      await appoints(paul, 'animator', await town().group({ name: 'Un autre' }))
      await paul.asks('gerer')
      await hears(paul, fr.managing.nothing)
      expect(
        (
          await store.plans.managed([group], '00000000-0000-4000-8000-000000000000' as never, clock.now(), {
            skip: 0,
            take: 9,
          })
        ).length,
      ).toBe(1)
    })

    it('what is for members of the group is shown to them alone, and answered by them alone', async () => {
      const { somebody } = theatre()
      const { amel, there, group } = await team(theatre())
      await amel.asks('nouvelle', { action: 'jeudi 19h réunion du groupe salle 2' })
      await sees(amel, fr.planning.check)
      await amel.presses(fr.planning.buttons.audience)
      await amel.presses(fr.planning.audiences.group)
      await amel.presses(fr.planning.buttons.save)
      const { id, name } = await actionOf(theatre(), group)
      const paul = somebody('Paul')
      await paul.asks('actions', { lieu: there.asked })
      expect(paul.last().text).not.toContain(name)
      await paul.follows(`a${shorten(id)}`)
      await paul.presses('Je participe')
      await hears(paul, fr.refusals['not-invited']({ name, audience: 'group' }))
      await paul.asks('groupes', { lieu: there.asked })
      await paul.presses(/Rejoindre Groupe de/)
      await paul.asks('actions', { lieu: there.asked })
      await sees(paul, name)
      await paul.follows(`a${shorten(id)}`)
      await paul.presses('Je participe')
      await sees(paul, 'vous participez')
    })
  })
})
