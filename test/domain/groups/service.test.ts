import { describe, expect, it } from 'vitest'
import { newId } from '../../../src/base/ids.ts'
import type { Group } from '../../../src/domain/groups/model.ts'
import type { GroupStore } from '../../../src/domain/groups/ports.ts'
import { createGroups } from '../../../src/domain/groups/service.ts'
import { createPeople } from '../../../src/domain/people/service.ts'
import { createGroupsInMemory } from '../../world/groups.ts'
import { aGroup, at, department, wednesday } from '../../world/makings.ts'
import { createPeopleInMemory } from '../../world/people.ts'
import { territory } from '../../world/world.ts'

const page = { skip: 0, take: 4 }

const making = (groups: readonly Group[]) => {
  const people = createPeople({
    store: createPeopleInMemory(
      () => [],
      () => new Date(wednesday),
    ),
    self: {
      person: { id: newId.person(), known: false, shownAs: 'Camille' },
      account: { platform: 'telegram', key: '1' },
      door: '',
    },
    touched: () => undefined,
    tell: async () => 'told',
    now: wednesday,
  })
  const store = createGroupsInMemory(groups, []) as unknown as GroupStore
  return { people, service: createGroups({ store, people, territory: territory(), now: wednesday }) }
}

const names = (found: readonly { readonly group: Group }[]): readonly string[] =>
  found.map(({ group }) => group.name)

const montreuil = aGroup({ name: 'Montreuil' })
const vincennes = aGroup({ name: 'Vincennes', department: department('94'), point: at.vincennes })
const lille = aGroup({ name: 'Lille', department: department('59'), point: at.lille })
const asleep = aGroup({ name: 'Endormi', active: false })
const loop = aGroup({ name: 'Boucle', kind: 'loop' })
const all = [montreuil, vincennes, lille, asleep, loop]

describe('The groups around', () => {
  it('a position are the active ones within 30 km, the nearest first, with the loop of its department', async () => {
    const { service } = making(all)
    const around = await service.around({ is: 'spot', point: at.montreuil }, page)
    expect(names(around.groups)).toEqual(['Montreuil', 'Vincennes'])
    expect(around).toMatchObject({ more: false, beyond: false, loop: { name: 'Boucle' } })
  })

  it('a commune without a position are those of its department', async () => {
    const { service } = making(all)
    const { point: _, ...commune } = territory().commune('93048') ?? {}
    const around = await service.around({ ...commune, is: 'commune' } as never, page)
    expect(names(around.groups)).toEqual(['Montreuil'])
  })

  it('nowhere are the nearest, however far', async () => {
    const { service } = making(all)
    const around = await service.around({ is: 'spot', point: { lat: 45.266, lon: 1.772 } }, page)
    expect(around.beyond).toBe(true)
    expect(names(around.groups)).toEqual(['Vincennes', 'Montreuil', 'Lille'])
  })

  it('are told when there are more', async () => {
    const { service } = making(all)
    const around = await service.around({ is: 'spot', point: at.montreuil }, { skip: 0, take: 1 })
    expect(around.more).toBe(true)
    expect(names(around.groups)).toEqual(['Montreuil'])
  })
})

describe('Joining', () => {
  it('makes a stranger known, at once', async () => {
    const { service, people } = making(all)
    expect(await service.mine()).toEqual([])
    expect(await service.join(montreuil.id)).toMatchObject({ was: 'joined' })
    expect(people.justKept()).toBe(true)
    expect(await service.found(montreuil.id)).toMatchObject({ joined: true })
    expect(await service.join(montreuil.id)).toMatchObject({ was: 'already' })
    expect(names((await service.mine()).map((group) => ({ group })))).toEqual(['Montreuil'])
    expect(await service.leave(montreuil.id)).toMatchObject({ was: 'left' })
    expect(await service.leave(montreuil.id)).toMatchObject({ was: 'absent' })
  })

  it('is refused where there is no such group, and keeps nobody', async () => {
    const { service, people } = making([])
    await expect(service.join(newId.group())).rejects.toMatchObject({ code: 'group-unknown' })
    expect(people.known()).toBeUndefined()
  })

  it('leaving keeps nobody who was not known', async () => {
    const { service, people } = making(all)
    expect(await service.leave(montreuil.id)).toMatchObject({ was: 'absent' })
    expect(people.known()).toBeUndefined()
  })
})
