import { describe, expect, it } from 'vitest'
import { day, hour, later } from '../../src/base/clock.ts'
import { newId } from '../../src/base/ids.ts'
import type { GroupFound } from '../../src/domain/groups/model.ts'
import { metresBetween } from '../../src/domain/territory/distance.ts'
import { aGroup, anAction, bagnolet, department, lille, montreuil, stDenisDeLaReunion } from './makings.ts'
import { noon, onEachSize, somebody } from './sizes.ts'

const all = { skip: 0, take: 100 }
const names = (found: readonly GroupFound[]) => found.map(({ group }) => group.name)

onEachSize('groups', (world) => {
  it('an imported group is kept whole, and knows when nothing changed', async () => {
    const { store } = world()
    const { id, was } = await store.groups.keepImported(aGroup(), noon)
    expect(was).toBe('added')
    const { source: _, sourceId: __, ...shown } = aGroup()
    expect(await store.groups.byId(id)).toEqual({ id, ...shown })
    expect(await store.groups.keepImported(aGroup(), noon)).toEqual({ id, was: 'same' })
    expect(await store.groups.keepImported(aGroup({ name: 'Autre nom' }), noon)).toEqual({
      id,
      was: 'changed',
    })
    expect(await store.groups.byId(newId.group())).toBeUndefined()
  })

  it('what a source leaves out is absent, and letters that a database refuses are left out', async () => {
    const { store } = world()
    const bare = { source: 'made-up', sourceId: 'g', kind: 'local', certified: false, active: true } as const
    const { id } = await store.groups.keepImported({ ...bare, name: 'A\0\uD800Z' }, noon)
    expect(await store.groups.byId(id)).toEqual({
      id,
      name: 'A\uFFFDZ',
      kind: 'local',
      certified: false,
      active: true,
    })
  })

  describe('near a place', () => {
    it('come the nearest first, within the distance asked for', async () => {
      const { store } = world()
      await store.groups.keepImported(aGroup({ sourceId: '1', name: 'Lille', point: lille }), noon)
      await store.groups.keepImported(aGroup({ sourceId: '2', name: 'Bagnolet', point: bagnolet }), noon)
      await store.groups.keepImported(aGroup({ sourceId: '3', name: 'Montreuil' }), noon)
      const near = await store.groups.near(montreuil, 10_000, all, noon)
      expect(names(near)).toEqual(['Montreuil', 'Bagnolet'])
      expect(near[1]?.metres).toBeCloseTo(metresBetween(montreuil, bagnolet), 3)
      expect(names(await store.groups.near(montreuil, undefined, all, noon))).toEqual([
        'Montreuil',
        'Bagnolet',
        'Lille',
      ])
      expect(names(await store.groups.near(montreuil, 10_000, { skip: 1, take: 1 }, noon))).toEqual([
        'Bagnolet',
      ])
    })

    it('come neither loops, nor sleeping groups, nor those without a position', async () => {
      const { store } = world()
      const { point: _, ...nowhere } = aGroup({ sourceId: '1' })
      await store.groups.keepImported(nowhere, noon)
      await store.groups.keepImported(aGroup({ sourceId: '2', kind: 'loop' }), noon)
      await store.groups.keepImported(aGroup({ sourceId: '3', active: false }), noon)
      expect(await store.groups.near(montreuil, undefined, all, noon)).toEqual([])
    })

    it('a boundary of longitudes or of the hemisphere stops nobody', async () => {
      const { store } = world()
      const [west, east] = [
        { lat: -13.3, lon: -179.99 },
        { lat: -13.3, lon: 179.99 },
      ]
      await store.groups.keepImported(aGroup({ sourceId: '1', point: west }), noon)
      const [found] = await store.groups.near(east, 5_000, all, noon)
      expect(found?.metres).toBeCloseTo(metresBetween(east, west), 3)
      expect(await store.groups.near(stDenisDeLaReunion, 5_000, all, noon)).toEqual([])
    })

    it('a result says the next action and whether one has joined', async () => {
      const { store } = world()
      const { id } = await store.groups.keepImported(aGroup(), noon)
      const person = await somebody(store, '42')
      const at = (sourceId: string, hours: number, state: 'planned' | 'cancelled' = 'planned') =>
        store.actions.keepImported(
          anAction({
            sourceId,
            name: sourceId,
            start: later(noon, hours * hour),
            end: later(noon, (hours + 1) * hour),
            state,
          }),
          noon,
        )
      await at('over', -5)
      await at('called off', 1, 'cancelled')
      await at('soon', 2)
      await at('late', 30)
      await store.groups.join(person, id, noon)
      const [found] = await store.groups.near(montreuil, 1_000, all, noon, person)
      expect(found?.next?.name).toBe('soon')
      expect(found?.joined).toBe(true)
      expect((await store.groups.found(id, noon))?.joined).toBe(false)
      expect((await store.groups.found(id, later(noon, 2 * day), person))?.next).toBeUndefined()
    })

    it('an action that several groups organise is next for each of them', async () => {
      const { store } = world()
      const two = await Promise.all(
        ['g1', 'g2'].map((sourceId) => store.groups.keepImported(aGroup({ sourceId }), noon)),
      )
      const organisers = [
        { sourceId: 'g1', name: 'Un' },
        { sourceId: 'elsewhere', name: 'Ailleurs' },
        { sourceId: 'g2', name: 'Deux' },
      ]
      const { id } = await store.actions.keepImported(anAction({ organisers }), noon)
      for (const group of two) expect((await store.groups.found(group.id, noon))?.next?.id).toBe(id)
    })
  })

  it('a department shows certified groups first, then all by name, accents aside', async () => {
    const { store } = world()
    const names93 = ['Zèle', 'élan', 'Entraide', 'Étoile']
    for (const [at, name] of names93.entries())
      await store.groups.keepImported(
        aGroup({ sourceId: String(at), name, certified: name === 'Zèle' }),
        noon,
      )
    await store.groups.keepImported(aGroup({ sourceId: 'x', department: department('2A') }), noon)
    const found = await store.groups.inDepartment(department('93'), all, noon)
    expect(names(found)).toEqual(['Zèle', 'élan', 'Entraide', 'Étoile'])
    expect(found[0]?.metres).toBeUndefined()
  })

  it('the loop of a department is found, and belongs to no list of groups', async () => {
    const { store } = world()
    expect(await store.groups.loopOf(department('93'))).toBeUndefined()
    const { id } = await store.groups.keepImported(aGroup({ kind: 'loop', name: 'Boucle 93' }), noon)
    expect((await store.groups.loopOf(department('93')))?.id).toBe(id)
    expect(await store.groups.inDepartment(department('93'), all, noon)).toEqual([])
  })

  it('one joins once, leaves once, and finds one’s groups by name', async () => {
    const { store } = world()
    const person = await somebody(store, '42')
    const b = await store.groups.keepImported(aGroup({ sourceId: 'b', name: 'B' }), noon)
    const a = await store.groups.keepImported(aGroup({ sourceId: 'a', name: 'à' }), noon)
    expect(await Promise.all([1, 2].map(() => store.groups.join(person, b.id, noon)))).toEqual(
      expect.arrayContaining(['joined', 'already']),
    )
    await store.groups.join(person, a.id, noon)
    expect((await store.groups.joinedBy(person)).map(({ name }) => name)).toEqual(['à', 'B'])
    expect(await store.groups.leave(person, b.id)).toBe('left')
    expect(await store.groups.leave(person, b.id)).toBe('absent')
    expect((await store.groups.joinedBy(person)).map(({ name }) => name)).toEqual(['à'])
  })

  it('groups that their source no longer lists are no longer shown, until it lists them again', async () => {
    const { store } = world()
    const person = await somebody(store, '42')
    const old = await store.groups.keepImported(aGroup({ sourceId: 'old', name: 'Old' }), noon)
    await store.groups.join(person, old.id, noon)
    const next = later(noon, hour)
    await store.groups.keepImported(aGroup({ sourceId: 'new', name: 'New' }), next)
    expect(await store.groups.retireUnseen('action-populaire', next)).toBe(0)
    expect(await store.groups.retireUnseen('made-up', next)).toBe(1)
    expect(names(await store.groups.inDepartment(department('93'), all, noon))).toEqual(['New'])
    expect((await store.groups.joinedBy(person)).map(({ name }) => name)).toEqual(['Old'])
    const back = await store.groups.keepImported(aGroup({ sourceId: 'old', name: 'Old' }), later(next, hour))
    expect(back).toEqual({ id: old.id, was: 'changed' })
    expect(names(await store.groups.inDepartment(department('93'), all, noon))).toEqual(['New', 'Old'])
  })
})
