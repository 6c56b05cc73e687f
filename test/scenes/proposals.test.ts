import { expect } from 'vitest'
import { day, hour, later } from '../../src/base/clock.ts'
import { newId } from '../../src/base/ids.ts'
import { fr } from '../../src/phrases/fr.ts'
import { used } from '../../src/phrases/fr/used.ts'
import { createAnnouncers } from './announcers.ts'
import { again, hears, labels, sees, times } from './seeing.ts'
import { it, onEveryPlatform } from './theatre.ts'

const settles = { timeout: 15_000, interval: 50 }

onEveryPlatform('Several dates for one action', (theatre) => {
  const { aGroup, links } = createAnnouncers(theatre)
  const { buttons } = fr.proposals

  it('are asked in the chats of the group, ticked by whoever can, and one of them becomes the action', async () => {
    const { somebody, stage, store, clock, passes } = theatre()
    const { id: group, amel, member } = await aGroup(theatre(), 'Les Daté·es')
    const [paul, nour] = [somebody('Paul'), somebody('Nour')]
    const other = stage.group('L’autre discussion', [amel, paul, nour], { animators: [amel] })
    await links(amel, other, 'Les Daté·es', group)
    // Telegram lets nobody be written to who never wrote.
    await nour.asks('aide')
    await amel.asks('dates')
    const { form } = fr.proposals
    await amel.fills({
      [fr.planning.form.what.label]: 'Tractage gare',
      [form.dates.label]: 'samedi 14h-16h\nlundi prochain 18h ; samdi 10h',
      [fr.planning.form.where.label]: '',
      [fr.planning.form.description.label]: '',
      [form.until.label]: '',
    })
    const draft = await sees(amel, fr.proposals.check)
    expect(draft.text).toContain('1. samedi 28 novembre 2026, de 14:00 à 16:00 (heure de Paris)')
    expect(draft.text).toContain('vouliez-vous dire «\u00A0samedi\u00A0»')
    expect(labels(draft)).not.toContain(buttons.ask)
    await amel.presses('lundi 7 décembre à 18:00')
    await sees(amel, 'lundi 7 décembre 2026, de 18:00 à 20:00')
    await amel.presses(buttons.change)
    await amel.fills({
      [form.dates.label]: 'samedi 14h-16h, dimanche',
      [form.until.label]: '',
    })
    // Without its hour, the second one is no date.
    await sees(amel, 'samedi 14h-16h, dimanche\u00A0»\u00A0: donnez')
    await amel.presses(buttons.change)
    await amel.fills({
      [form.dates.label]: 'samedi 14h-16h, dimanche 10h',
      [form.until.label]: 'vendredi 20h',
    })
    const clear = await sees(amel, '2. dimanche 29 novembre 2026, de 10:00 à 12:00 (heure de Paris)')
    expect(clear.text).toContain('vendredi 27 novembre à 20:00')
    await amel.presses(buttons.ask)
    await sees(amel, fr.proposals.asked(2))

    const here = await sees(member, 'Quelles dates vous vont')
    const there = await sees(paul.in(other), 'Quelles dates vous vont')
    const [saturday, sunday] = ['samedi 28 novembre à 14:00', 'dimanche 29 novembre à 10:00'] as const
    expect(labels(here)).toEqual([saturday, sunday, buttons.none, buttons.follow])
    await member.presses(saturday, here)
    await hears(member, fr.proposals.suits([saturday]))
    await member.presses(sunday, here)
    await hears(member, fr.proposals.suits([saturday, sunday]))
    await paul.in(other).presses(sunday, there)
    await hears(paul.in(other), fr.proposals.suits([sunday]))
    await nour.in(other).presses(buttons.none, there)
    await hears(nour.in(other), fr.proposals.suitsNone)
    await member.presses(saturday, here)
    await hears(member, fr.proposals.suits([sunday]))
    await nour.in(other).presses(buttons.follow, there)
    await hears(nour.in(other), fr.proposals.following)
    // One card in each chat, edited in place, with counts and nobody's name.
    for (const [reader, copy] of [
      [member, here],
      [paul.in(other), there],
    ] as const) {
      await expect
        .poll(() => again(reader, copy).text, settles)
        .toContain('10:00 à 12:00 (heure de Paris)\u00A0: 2 personnes')
      expect(again(reader, copy).text).toContain('Aucune\u00A0: 1 personne')
      expect(again(reader, copy).text).not.toContain('Paul')
      expect(times(reader, 'Quelles dates vous vont')).toBe(1)
    }
    await paul.asks('mesdonnees')
    await sees(paul, fr.proposals.kept({ answers: 1, follows: 0 }))

    await amel.asks('gerer')
    await amel.presses(buttons.of('Tractage gare'))
    const account = await sees(amel, fr.proposals.heading('Tractage gare'))
    expect(labels(account)[0]).toBe(buttons.plan(sunday, 2))
    await amel.presses(buttons.names)
    const names = await sees(amel, fr.proposals.who('Tractage gare'))
    expect(names.text).not.toContain(saturday)
    expect(names.text).toContain('Paul')
    await amel.presses(buttons.back)
    await amel.presses(buttons.plan(sunday, 2))
    const filled = await sees(amel, fr.planning.check)
    expect(filled.text).toContain('dimanche 29 novembre 2026, de 10:00 à 12:00')
    expect(filled.text).toContain('Tractage gare')
    await amel.presses(fr.planning.buttons.save)
    await sees(amel, fr.planning.saved('Tractage gare'))
    await expect.poll(() => again(member, here).text, settles).toContain('C’est choisi')
    expect(labels(again(member, here))).not.toContain(saturday)
    expect(labels(await sees(member, 'Pas encore de réponse'))).toContain('Je participe')
    await sees(nour, fr.proposals.dateSet('Tractage gare'))
    await passes(hour / 60)
    // Nobody hears of it in private who did not want to.
    expect(times(paul, 'Tractage gare')).toBe(0)
    const [left] = await store.proposals.open(
      [group],
      (await store.roles.at(group))[0]?.person ?? ('' as never),
      clock.now(),
      5,
    )
    expect(left).toBeUndefined()
    await paul.asks('mesdonnees')
    await hears(paul, fr.privacy.answers(0))
    await amel.asks('journal')
    await sees(amel, used['ask-dates'])
  })

  it('close by themselves; whoever asked hears of it, and whoever leaves is counted no more', async () => {
    const { store, clock, passes } = theatre()
    const { id: group, amel, member, chat } = await aGroup(theatre(), 'Les Closes')
    await amel.asks('nouvelle', { action: 'collage gare' })
    await amel.presses(buttons.propose)
    const { form } = fr.proposals
    await amel.fills({ [form.dates.label]: 'samedi 14h\nsamedi 14h', [form.until.label]: '' })
    await sees(amel, fr.proposals.number(2, 6))
    await amel.presses(buttons.change)
    await amel.fills({ [form.dates.label]: 'samedi 14h\ndimanche 14h', [form.until.label]: 'lundi 9h' })
    await amel.presses(buttons.ask)
    await hears(amel, fr.refusals['dates-until']({}))
    await amel.presses(buttons.change)
    await amel.fills({ [form.dates.label]: 'samedi 14h\ndimanche 14h', [form.until.label]: '' })
    await amel.presses(buttons.ask)
    const page = await sees(amel, fr.proposals.asked(1))
    const old = await sees(member, 'Quelles dates vous vont')
    await amel.presses(buttons.repost)
    await sees(member, fr.proposals.moved('Collage gare'))
    expect(labels(again(member, old))).toEqual([])
    const card = await sees(member, 'Quelles dates vous vont')
    expect(card.id).not.toBe(old.id)
    await amel.in(chat).presses(buttons.follow, card)
    await hears(amel.in(chat), fr.proposals.following)
    await member.presses('dimanche 29 novembre à 14:00', card)
    await expect
      .poll(() => again(member, card).text, settles)
      .toContain('14:00 à 16:00 (heure de Paris)\u00A0: 1 personne')
    const keeper = (await store.roles.at(group))[0]?.person ?? ('' as never)
    const [open] = await store.proposals.open([group], keeper, clock.now(), 5)
    if (!open) throw new Error('nothing was asked')
    expect(open.until).toBeGreaterThan(later(clock.now(), 2 * day))

    // Sooner than they would, so that nobody waits here.
    await store.proposals.add({
      ...open,
      id: newId.proposal(),
      until: later(clock.now(), 1),
    })
    await passes(1_000)
    await sees(amel, fr.proposals.becauseAsked)
    await member.in().asks('effacer')
    await member.in().presses(fr.privacy.erase)
    await hears(member.in(), fr.privacy.erased)
    await expect.poll(() => again(member, card).text, settles).toContain('Pas encore de réponse')
    await amel.asks('gerer')
    await amel.presses(buttons.of('Collage gare'))
    await sees(amel, fr.proposals.heading('Collage gare'))
    await amel.presses(buttons.plan('samedi 28 novembre à 14:00', 0))
    await amel.presses(fr.planning.buttons.date)
    await amel.fills({ [fr.planning.form.when.label]: 'lundi 30 novembre 18h' })
    await sees(amel, 'lundi 30 novembre 2026, de 18:00')
    await amel.presses(fr.planning.buttons.save)
    await sees(amel, fr.planning.saved('Collage gare'))
    // That is none of the dates that were asked about.
    expect(again(member, card).text).not.toContain('C’est choisi')
    await amel.asks('gerer')
    await amel.presses(buttons.of('Collage gare'))
    await amel.presses(buttons.close)
    await expect.poll(() => again(member, card).text, settles).toContain('Les réponses sont terminées')
    await member.presses('dimanche 29 novembre à 14:00', card).catch(() => undefined)
    expect((await store.proposals.found(open.id))?.tally.people).toBe(0)
    // Another date was planned: that question ends.
    await amel.presses(buttons.drop, again(amel, page))
    await sees(amel, fr.proposals.sureToDrop('Collage gare'))
    await amel.presses(buttons.dropNow, again(amel, page))
    await expect.poll(() => again(member, card).text, settles).toContain('Aucune de ces dates n’est retenue')
    await sees(amel, fr.proposals.noneChosen('Collage gare'))
    expect((await store.proposals.open([group], keeper, clock.now(), 5)).map(({ id }) => id)).not.toContain(
      open.id,
    )
    await amel.asks('journal')
    await sees(amel, used['drop-dates'])
  })
})
