import { expect } from 'vitest'
import type { Actor } from '../../playground/actor.ts'
import { day, later, second } from '../../src/base/clock.ts'
import { paris } from '../../src/base/zones.ts'
import { usual } from '../../src/domain/links/model.ts'
import { fr } from '../../src/phrases/fr.ts'
import { actionOf, plans, team } from './planners.ts'
import { again, hears, sees, times } from './seeing.ts'
import { it, onEveryPlatform, type Theatre } from './theatre.ts'

const { buttons } = fr.managing
const card = 'Pas encore de réponse'

onEveryPlatform('The card of an action', (theatre) => {
  /** A chat of that group where cards are shown at any hour, and somebody who reads there. */
  const aChat = async (
    { stage, store, somebody }: Theatre,
    { animator, group, title }: { animator: Actor; group: Parameters<Theatre['appoints']>[2]; title: string },
  ) => {
    const reader = somebody()
    const chat = stage.group(title, [animator, reader], { animators: [animator] })
    await animator.in(chat).asks('lier')
    await animator.in(chat).presses(/Groupe de/)
    await hears(animator.in(chat), 'Cette discussion est maintenant reliée')
    for (const { id } of group ? await store.links.of(group) : [])
      await store.links.set(id, { ...usual, from: 0, to: 0 })
    return reader.in(chat)
  }

  it('comes to the chats once it is for few no more', async () => {
    const scene = theatre()
    const { amel, group } = await team(scene)
    const reader = await aChat(scene, { animator: amel, group, title: 'La discussion' })
    const forTeam = async (action: string) => {
      await amel.asks('nouvelle', { action })
      await sees(amel, fr.planning.check)
      await amel.presses(fr.planning.buttons.audience)
      await amel.presses(fr.planning.audiences.team)
      await sees(amel, fr.planning.open('team'))
      await amel.presses(fr.planning.buttons.save)
      await hears(amel, fr.planning.forFew)
    }
    await forTeam('samedi 14h réunion salle 2')
    await amel.presses(fr.planning.buttons.manage)
    await amel.presses(buttons.change)
    await sees(amel, fr.planning.checkChange)
    expect(times(reader, card)).toBe(0)
    await amel.presses(fr.planning.buttons.audience)
    await amel.presses(fr.planning.audiences.everyone)
    await amel.presses(fr.planning.buttons.saveChange)
    await hears(amel, fr.planning.posted(1, 0))
    await sees(reader, 'Réunion salle 2')

    // By itself, at the time that its organisers chose, too.
    await forTeam('jeudi 14h formation salle 3')
    const { id, name } = await actionOf(scene, group)
    await scene.store.openings.keep(id, [{ audience: 'everyone', at: later(scene.clock.now(), 5 * second) }])
    expect(times(reader, name)).toBe(0)
    await scene.passes(10 * second)
    await sees(reader, name)
  })

  it('goes down in the chats of all groups that organise it, and older ones point to it: after a silence, when it is there', async () => {
    const scene = theatre()
    const { store, somebody, appoints, town, stage, clock, passes } = scene
    const { amel, group, there: home } = await team(scene)
    const there = town()
    const partner = await there.group({ name: `Groupe de ${there.commune.name}` })
    const bob = somebody('Bob')
    const by = await appoints(bob, 'animator', partner)
    const here = await aChat(scene, { animator: amel, group, title: 'Ici' })
    const afar = await aChat(scene, { animator: bob, group: partner, title: 'Là-bas' })
    await plans(amel, 'samedi 14h tractage marché')
    const { id, name } = await actionOf(scene, group)
    await store.plans.invite(id, partner, by, clock.now())
    await store.plans.answerInvitation(id, partner, true, clock.now())
    // Somebody looked it up elsewhere.
    const nour = somebody('Nour')
    const elsewhere = nour.in(stage.group('Ailleurs', [nour]))
    await elsewhere.asks('actions', { lieu: home.asked })
    await elsewhere.presses(/Tractage marché/)
    const alone = await sees(elsewhere, card)
    const repost = async () => {
      await amel.asks('gerer')
      await amel.presses(/Tractage marché/)
      await amel.presses(buttons.repost)
    }
    const first = await sees(here, card)
    await repost()
    await hears(amel, fr.planning.posted(2, 0))
    const [newer, older] = [await sees(afar, card), await sees(here, fr.managing.moved(name))]
    expect(older.id).toBe(first.id)
    expect((await sees(here, card)).id).not.toBe(first.id)

    const truce = { from: clock.now(), to: later(clock.now(), 2 * day) }
    await store.announcements.setTruce(truce, by)
    await repost()
    await hears(amel, fr.planning.postedAfterTruce(2, fr.dates.start(truce.to, paris, clock.now())))
    expect(again(afar, newer).text).toContain(card)
    await store.announcements.endTruce(truce)
    await passes(1_000)
    await sees(afar, fr.managing.moved(name))
    expect(again(afar, newer).text).toContain('plus bas')
    expect((await sees(afar, card)).id).not.toBe(newer.id)
    expect(again(elsewhere, alone).text).toContain(card)
  })
})
