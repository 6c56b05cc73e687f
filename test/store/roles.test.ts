import { expect, it } from 'vitest'
import type { GroupId, PersonId } from '../../src/base/ids.ts'
import { mostAnimators } from '../../src/domain/rights/model.ts'
import type { Store } from '../../src/engine/ports.ts'
import { noon, onEachSize, somebody, timesOver } from './sizes.ts'
import { aGroup } from './makings.ts'

const aGroupOf = async (store: Store, sourceId = '1'): Promise<GroupId> =>
  (await store.groups.keepImported(aGroup({ sourceId }), noon)).id

onEachSize('Roles', (world) => {
  const grant = (person: PersonId, group: GroupId, role: 'animator' | 'manager' = 'animator') =>
    world().store.roles.grant({ person, group, role, since: noon }, mostAnimators)

  it('are given once, and told with their group', async () => {
    const { store } = world()
    const [amel, group] = [await somebody(store, 'amel'), await aGroupOf(store)]
    expect(await grant(amel, group)).toBe('granted')
    expect(await grant(amel, group)).toBe('already')
    expect(await store.roles.of(amel)).toMatchObject([
      { role: 'animator', since: noon, group: { id: group } },
    ])
    expect(await store.roles.at(group)).toEqual([{ person: amel, role: 'animator', since: noon }])
    expect(await store.roles.at(undefined)).toEqual([])
  })

  it('are known of whoever has one, and of whoever had to do with one', async () => {
    const { store } = world()
    const [amel, group] = [await somebody(store, 'amel'), await aGroupOf(store)]
    expect(await store.roles.animates(amel)).toBe('never')
    await grant(amel, group)
    expect(await store.roles.animates(amel)).toBe('does')
    await store.roles.withdraw(amel, 'animator', group)
    const doing = { is: 'withdrawn', role: 'animator' } as const
    await store.journal.add({ at: noon, about: amel, where: group, doing })
    expect(await store.roles.animates(amel)).toBe('did')
  })

  it('of the coordination need no group, and are given once too', async () => {
    const { store } = world()
    const amel = await somebody(store, 'amel')
    const role = { person: amel, role: 'coordination', since: noon } as const
    expect(await store.roles.grant(role)).toBe('granted')
    expect(await store.roles.grant(role)).toBe('already')
    expect(await store.roles.of(amel)).toEqual([{ role: 'coordination', since: noon }])
  })

  it('are never three in a binôme, however many are given at a time', async () => {
    const { store } = world()
    const group = await aGroupOf(store)
    const people = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((key) => somebody(store, key)))
    const was = await timesOver(5, async (at) => {
      const person = people[at]
      return person && grant(person, group)
    })
    expect(was.map(String).toSorted((one, other) => one.localeCompare(other))).toEqual([
      'full',
      'full',
      'full',
      'granted',
      'granted',
    ])
  })

  it('of a manager end where those of an animator begin', async () => {
    const { store } = world()
    const [amel, group] = [await somebody(store, 'amel'), await aGroupOf(store)]
    await grant(amel, group, 'manager')
    await grant(amel, group)
    expect((await store.roles.at(group)).map(({ role }) => role)).toEqual(['animator'])
    expect(await grant(amel, group, 'manager')).toBe('already')
  })

  it('can be withdrawn, and go with the person', async () => {
    const { store } = world()
    const [amel, group] = [await somebody(store, 'amel'), await aGroupOf(store)]
    await grant(amel, group)
    expect(await store.roles.withdraw(amel, 'animator', group)).toBe(true)
    expect(await store.roles.withdraw(amel, 'animator', group)).toBe(false)
    await grant(amel, group)
    await store.people.erase(amel)
    expect(await store.roles.at(group)).toEqual([])
  })

  it('of two who leave together, the second one finds nobody', async () => {
    const { store } = world()
    const [amel, bob, group] = [
      await somebody(store, 'amel'),
      await somebody(store, 'bob'),
      await aGroupOf(store),
    ]
    for (const each of [amel, bob]) await grant(each, group)
    const left = await Promise.all(
      [amel, bob].map((each) =>
        store.transaction(async (within) => {
          await within.roles.withdraw(each, 'animator', group)
          return (await within.roles.at(group)).length
        }),
      ),
    )
    expect(left.toSorted((one, other) => one - other)).toEqual([0, 1])
  })
})
