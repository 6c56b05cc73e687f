import { expect } from 'vitest'
import { day, later } from '../../src/base/clock.ts'
import { fr } from '../../src/phrases/fr.ts'
import { joinAction } from '../../src/views/announcement-presses.ts'
import { createAnnouncers } from './announcers.ts'
import { writesOldButton } from './forging.ts'
import { again, hears, labels, sees } from './seeing.ts'
import { it, onEveryPlatform } from './theatre.ts'

onEveryPlatform('An action in an announcement', (theatre) => {
  const { writes, aGroup, links } = createAnnouncers(theatre)

  it('is answered under the words, and counted on every copy', async () => {
    const { stage, somebody, store } = theatre()
    const sourceId = `joint ${theatre().platform}`
    const { there, id, amel, member } = await aGroup(theatre(), 'Les Joints', { sourceId })
    const paul = somebody('Paul')
    const other = stage.group('L’autre discussion', [amel, paul], { animators: [amel] })
    await links(amel, other, 'Les Joints', id)
    const action = await there.action({
      name: 'Grand porte-à-porte',
      organisers: [{ sourceId, name: 'Les Joints' }],
    })
    await writes(amel, 'On compte sur vous')
    await amel.presses(fr.announcements.joinAction)
    await amel.presses(/Grand porte-à-porte/)
    await hears(amel, fr.announcements.joined('Grand porte-à-porte'))
    await amel.presses(fr.announcements.send)
    const [here, elsewhere] = [
      await sees(member, 'On compte sur vous'),
      await sees(paul.in(other), 'On compte sur vous'),
    ]
    expect(here.text).toContain('Grand porte-à-porte')
    expect(labels(here)).toContain('Je participe')
    await member.presses('Je participe', here)
    for (const [reader, copy] of [
      [member, here],
      [paul.in(other), elsewhere],
    ] as const)
      await expect.poll(() => again(reader, copy).text, { timeout: 15_000 }).toContain('1 participe')
    expect(again(member, here).text).toContain('On compte sur vous')
    expect(again(paul.in(other), elsewhere).text).toContain('On compte sur vous')
    expect((await store.actions.found(action))?.counts.yes).toBe(1)
    // What is corrected keeps its card, and what is shown again further down leaves the announcement as it was.
    const account = await sees(amel, 'Annonce\u00A0: partie')
    await amel.presses(fr.announcements.correct, account)
    await amel.fills({ [fr.announcements.form.label]: 'On compte sur vous tous et toutes' })
    await expect.poll(() => again(member, here).text, { timeout: 15_000 }).toContain('toutes')
    expect(again(member, here).text).toContain('1 participe')
    expect(labels(again(member, here))).toContain('Je participe')
    expect(stage.violations()).toEqual([])
  })

  it('tells when it leaves: the day before; and can be left out again', async () => {
    const sourceId = `veille ${theatre().platform}`
    const { there, amel } = await aGroup(theatre(), 'Les Veilleurs', { sourceId })
    const start = later(theatre().clock.now(), 3 * day)
    await there.action({ name: 'Collage', start, organisers: [{ sourceId, name: 'Les Veilleurs' }] })
    await writes(amel, 'C’est demain')
    await amel.presses(fr.announcements.joinAction)
    await amel.presses(/^Collage/)
    await amel.presses(fr.announcements.schedule)
    await amel.fills({ [fr.announcements.form.whenLabel]: 'la veille à 19h' })
    await sees(amel, /Elle partira vendredi 27 novembre à 19:00/)
    await amel.presses(fr.announcements.reschedule)
    await amel.fills({ [fr.announcements.form.whenLabel]: '15 jours avant' })
    await sees(amel, /déjà passé/)
    await amel.presses(fr.announcements.joinAction)
    await amel.presses(fr.announcements.withoutAction)
    await sees(amel, /moins d’une minute/)
  })

  it('is proposed where the group organises it, and only there', async () => {
    const { store } = theatre()
    const { id, amel, chat, there } = await aGroup(theatre(), 'Les Seuls')
    const other = await there.action({ name: 'Chez les autres' })
    await writes(amel, 'Sans action')
    await amel.presses(fr.announcements.joinAction)
    await hears(amel, fr.announcements.noAction)
    await amel.presses(fr.announcements.backToDraft)
    await sees(amel, /moins d’une minute/)
    // Nor does a button that somebody made up put it there.
    const author = (await store.roles.at(id))[0]?.person
    const [draft] = author ? await store.announcements.of(author, 1) : []
    if (!draft) throw new Error('nothing was written')
    await writesOldButton(
      theatre(),
      chat,
      joinAction.button('x', { announcement: draft.id, action: other }).route,
    )
    await amel.in(chat).presses('Vieux bouton')
    await hears(amel.in(chat), fr.refusals['action-unknown']({}))
    expect((await store.announcements.byId(draft.id))?.action).toBeUndefined()
  })
})
