import { expect } from 'vitest'
import { hour, later } from '../../src/base/clock.ts'
import { newId } from '../../src/base/ids.ts'
import { usual } from '../../src/domain/links/model.ts'
import { fr } from '../../src/phrases/fr.ts'
import { createAnnouncers } from './announcers.ts'
import { hears, sees, times } from './seeing.ts'
import { it, onEveryPlatform } from './theatre.ts'

onEveryPlatform('A group’s say', (theatre) => {
  const { writes, aLoop } = createAnnouncers(theatre)
  const patience = { timeout: 15_000 }

  /** A loop announces to two groups that want to be asked. */
  const asked = async (words: string, names: readonly [string, string]) => {
    const made = await aLoop(names)
    const { lou, max, one, other } = made
    const { store } = theatre()
    await store.announcements.setSay(one.id, { mode: 'asked', otherwise: 'relay' })
    await store.announcements.setSay(other.id, { mode: 'asked', otherwise: 'decline' })
    await writes(lou, words)
    await lou.presses(fr.announcements.send)
    await max.presses(fr.announcements.agree, await sees(max, words))
    const asks = await sees(one.animator, 'Le relayez-vous')
    await sees(other.animator, 'Le relayez-vous')
    return { ...made, asks, hear: one.animator.in(one.chat), refuse: other.animator.in(other.chat) }
  }

  it('without an answer is what the group had said, a day later', async () => {
    const { passes } = theatre()
    const { lou, hear, refuse } = await asked('Qui ne dit mot', ['Les Consentants', 'Les Réticents'])
    await lou.asks('suivi')
    await hears(lou, fr.announcements.counts.waiting(2))
    await passes(25 * hour)
    await sees(hear, 'Qui ne dit mot')
    await expect
      .poll(async () => {
        await lou.asks('suivi')
        return times(lou, fr.announcements.counts.declined(1))
      }, patience)
      .toBeGreaterThan(0)
    expect(times(refuse, 'Qui ne dit mot')).toBe(0)
  })

  it('is asked, too, of what a chat missed and is sent again, and its hours are kept', async () => {
    const { store, clock } = theatre()
    const { lou, max, one, other } = await aLoop(['Les Empêchés', 'Les Fermés'])
    const [first] = await store.links.of(one.id)
    const [second] = await store.links.of(other.id)
    if (!first || !second) throw new Error('nothing is linked')
    await store.announcements.setSay(one.id, { mode: 'asked', otherwise: 'relay' })
    await writes(lou, 'Deuxième essai')
    for (const { address } of [first, second]) await store.links.trouble(address, 'forbidden')
    await lou.presses(fr.announcements.send)
    await max.presses(fr.announcements.agree, await sees(max, 'Deuxième essai'))
    await hears(lou, fr.announcements.counts.failed(2))
    await store.links.mend([first.address, second.address])
    const opens = (new Date(clock.now()).getUTCHours() + 6) % 24
    await store.links.set(second.id, { ...usual, from: opens, to: (opens + 1) % 24 })
    await lou.asks('suivi')
    await lou.presses(fr.announcements.retry(2))
    await hears(lou, fr.announcements.counts.later(1))
    const hear = one.animator.in(one.chat)
    const asks = await sees(one.animator, 'Le relayez-vous')
    expect(times(hear, 'Deuxième essai')).toBe(0)
    await one.animator.presses(fr.announcements.relay, asks)
    await sees(hear, 'Deuxième essai')
    expect(times(other.animator.in(other.chat), 'Deuxième essai')).toBe(0)
  })

  it('may put it off for three hours, never into the night of a chat', async () => {
    const { passes, store, clock } = theatre()
    const { lou, one, asks, hear } = await asked('Un peu plus tard', ['Les Lents', 'Les Sourds'])
    const [link] = await store.links.of(one.id)
    if (!link) throw new Error('nothing is linked')
    await one.animator.presses(fr.announcements.delay, asks)
    await hears(one.animator, fr.announcements.delayed)
    await lou.asks('suivi')
    await hears(lou, fr.announcements.counts.later(1))
    // It is closed when the three hours are over.
    const here = new Date(clock.now() + 3 * hour)
    const [from, to] = [(here.getUTCHours() + 6) % 24, (here.getUTCHours() + 9) % 24]
    await store.links.set(link.id, { ...usual, from, to })
    await passes(3.1 * hour)
    await passes(1_000)
    await passes(1_000)
    expect(times(hear, 'Un peu plus tard')).toBe(0)
    await passes(6 * hour)
    await sees(hear, 'Un peu plus tard')
  })

  it('that is yes during the electoral silence relays it afterwards, with its line', async () => {
    const { passes, store, clock } = theatre()
    const { one, other, asks, hear } = await asked('Après le vote', ['Les Patientes', 'Les Muettes'])
    const truce = { from: clock.now(), to: later(clock.now(), 6 * 24 * hour) }
    const by = (await store.roles.at(one.id))[0]?.person ?? newId.person()
    await store.announcements.setTruce(truce, by)
    await one.animator.presses(fr.announcements.relayWithLine, asks)
    await one.animator.fills({ [fr.announcements.form.lineLabel]: 'On fête cela chez Amel' })
    await hears(one.animator, fr.announcements.relayedAfterTruce)
    await other.animator.presses(fr.announcements.delay, await sees(other.animator, 'Le relayez-vous'))
    await hears(other.animator, fr.announcements.relayedAfterTruce)
    await passes(2 * hour)
    expect(times(hear, 'Après le vote')).toBe(0)
    // It ends before anybody thought, at an hour when that chat is closed.
    const [link] = await store.links.of(one.id)
    if (!link) throw new Error('nothing is linked')
    const opens = (new Date(clock.now()).getUTCHours() + 6) % 24
    await store.links.set(link.id, { ...usual, from: opens, to: (opens + 3) % 24 })
    await store.announcements.endTruce(truce)
    await passes(1_000)
    await passes(1_000)
    expect(times(hear, 'Après le vote')).toBe(0)
    await passes(6 * hour)
    expect((await sees(hear, 'Après le vote')).text).toContain('chez Amel')
  })
})
