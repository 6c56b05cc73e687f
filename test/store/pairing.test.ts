import { describe, expect, it } from 'vitest'
import { later, minute } from '../../src/base/clock.ts'
import { newId, type PersonId, type ProposalId } from '../../src/base/ids.ts'
import type { Account } from '../../src/domain/people/model.ts'
import type { Store } from '../../src/engine/ports.ts'
import { aGroup, anAction, aProposal } from './makings.ts'
import { noon, onEachSize } from './sizes.ts'

const phone: Account = { platform: 'telegram', key: '42' }
const desk: Account = { platform: 'discord', key: '7' }
const soon = later(noon, 10 * minute)

const met = (store: Store, account: Account): Promise<PersonId> =>
  store.people.keep(newId.person(), account, `door of ${account.key}`)

onEachSize('one person with two accounts', (world) => {
  it('is both accounts for ever, by a code that serves once', async () => {
    const { store } = world()
    const amel = await met(store, phone)
    await store.pairing.offer(amel, 'ABCD-2345', soon)
    expect(await store.pairing.offered('ABCD-2345', noon)).toEqual({ person: amel, platforms: ['telegram'] })
    const pairing = await store.pairing.pair('ABCD-2345', desk, 'door of 7', noon)
    expect(pairing).toEqual({ is: 'paired', with: amel, changed: [], recounted: [] })
    expect((await store.people.byAccount(desk))?.id).toBe(amel)
    expect(await store.people.doors(amel)).toHaveLength(2)
    expect(await store.pairing.pair('ABCD-2345', { ...desk, key: '8' }, 'd', noon)).toEqual({ is: 'unknown' })
  })

  it('takes no code that is too old, or that a newer one replaced', async () => {
    const { store } = world()
    const amel = await met(store, phone)
    await store.pairing.offer(amel, 'ABCD-2345', soon)
    expect(await store.pairing.offered('ABCD-2345', soon)).toBeUndefined()
    await store.pairing.offer(amel, 'EFGH-6789', soon)
    expect(await store.pairing.pair('ABCD-2345', desk, 'd', noon)).toEqual({ is: 'unknown' })
    expect(await store.pairing.pair('EFGH-6789', desk, 'd', soon)).toEqual({ is: 'unknown' })
  })

  describe('both of whom had done things', () => {
    it('ticked dates once, and hears of the date that is chosen if either wanted to', async () => {
      const { store } = world()
      const [amel, other] = [await met(store, phone), await met(store, desk)]
      const { id: group } = await store.groups.keepImported(aGroup(), noon)
      const ask = async (): Promise<ProposalId> => {
        const proposal = aProposal(group)
        await store.proposals.add(proposal)
        return proposal.id
      }
      const [both, only] = [await ask(), await ask()]
      await store.proposals.answer(both, amel, 0, noon)
      await store.proposals.answer(both, other, 1, noon)
      await store.proposals.follow(both, other)
      await store.proposals.answer(only, other, 1, noon)
      await store.pairing.offer(amel, 'ABCD-2345', soon)
      const pairing = await store.pairing.pair('ABCD-2345', desk, 'door of 7', noon)
      expect(pairing).toEqual({ is: 'paired', with: amel, changed: [], recounted: [both] })
      const tallyOf = async (id: ProposalId) => (await store.proposals.found(id))?.tally
      expect(await tallyOf(both)).toEqual({ dates: [1, 0], none: 0, people: 1 })
      expect(await tallyOf(only)).toEqual({ dates: [0, 1], none: 0, people: 1 })
      const { id: action } = await store.actions.keepImported(anAction(), noon)
      expect(await store.proposals.made(both, action)).toEqual([amel])
    })

    it('has all of it, once: what both had answered stays as whoever made the code did, and is counted so', async () => {
      const { store } = world()
      const [amel, other] = [await met(store, phone), await met(store, desk)]
      const { id: group } = await store.groups.keepImported(aGroup(), noon)
      const { id: both } = await store.actions.keepImported(anAction({ sourceId: 'both' }), noon)
      const { id: only } = await store.actions.keepImported(anAction({ sourceId: 'only' }), noon)
      await store.groups.join(amel, group, noon)
      await store.groups.join(other, group, noon)
      await store.people.rename(other, 'Amel du bureau')
      await store.actions.answer(amel, both, 'maybe', noon)
      await store.actions.answer(other, both, 'yes', noon)
      await store.actions.answer(other, only, 'yes', noon)
      await store.pairing.offer(amel, 'ABCD-2345', soon)
      const pairing = await store.pairing.pair('ABCD-2345', desk, 'd', noon)
      expect(pairing).toEqual({ is: 'paired', with: amel, changed: [both], recounted: [] })
      expect(await store.people.kept(other)).toBeUndefined()
      expect(await store.people.byAccount(desk)).toEqual({ id: amel, name: 'Amel du bureau' })
      expect(await store.groups.joinedBy(amel)).toHaveLength(1)
      expect(await store.actions.found(both, amel)).toMatchObject({
        answer: 'maybe',
        counts: { yes: 0, maybe: 1, no: 0 },
      })
      expect(await store.actions.found(only, amel)).toMatchObject({
        answer: 'yes',
        counts: { yes: 1, maybe: 0, no: 0 },
      })
    })
  })

  it('is asked for what either had asked for, and shows no name that was not shown', async () => {
    const { store } = world()
    const [amel, other] = [await met(store, phone), await met(store, desk)]
    await store.people.rename(amel, 'Amel')
    await store.people.rename(other, 'Quelqu’un d’autre')
    await store.people.openName(other, true)
    await store.people.news(other, true)
    await store.people.week(other, 5)
    await store.pairing.offer(amel, 'ABCD-2345', soon)
    await store.pairing.pair('ABCD-2345', desk, 'd', noon)
    const kept = await store.people.kept(amel)
    expect(kept).toMatchObject({ name: 'Amel', news: true, weekDay: 5 })
    expect(kept?.openName).toBeUndefined()
  })

  it('keeps that chats may show the only name that there is', async () => {
    const { store } = world()
    const [amel, other] = [await met(store, phone), await met(store, desk)]
    await store.people.rename(other, 'Amel')
    await store.people.openName(other, true)
    await store.people.week(amel, 2)
    await store.people.week(other, 5)
    await store.pairing.offer(amel, 'ABCD-2345', soon)
    await store.pairing.pair('ABCD-2345', desk, 'd', noon)
    expect(await store.people.kept(amel)).toMatchObject({ name: 'Amel', openName: true, weekDay: 2 })
  })

  it('may go two ways again: the account that leaves knows nothing, the other keeps all', async () => {
    const { store } = world()
    const amel = await met(store, phone)
    expect(await store.pairing.part(phone)).toBe(false)
    await store.pairing.offer(amel, 'ABCD-2345', soon)
    await store.pairing.pair('ABCD-2345', desk, 'd', noon)
    expect(await store.pairing.part(desk)).toBe(true)
    expect(await store.people.byAccount(desk)).toBeUndefined()
    expect((await store.people.byAccount(phone))?.id).toBe(amel)
    expect(await store.pairing.part(phone)).toBe(false)
  })

  it('keeps no code that can be read in the database', async () => {
    const { store, database } = world()
    await store.pairing.offer(await met(store, phone), 'ABCD-2345', soon)
    const { rows } = await database.sql.ask('select * from porte_voix.pairings')
    expect(JSON.stringify(rows)).not.toContain('ABCD')
  })
})
