import { describe, expect, it } from 'vitest'
import { newId, type GroupId } from '../../src/base/ids.ts'
import type { Filter, FilterPlace } from '../../src/domain/announcements/filter.ts'
import type { ImportedGroup } from '../../src/domain/groups/model.ts'
import { usual } from '../../src/domain/links/model.ts'
import type { Store } from '../../src/engine/ports.ts'
import { aGroup, bagnolet, department, lille, montreuil } from './makings.ts'
import { noon, onEachSize, somebody, telegram } from './sizes.ts'

const town: FilterPlace = { is: 'commune', name: 'Montreuil', postalCodes: ['93100'], point: montreuil }
const place = (of: Partial<FilterPlace & { is: 'commune' }> = {}): FilterPlace => ({ ...town, ...of })

/** What a group of another source and identifier is called. */
const made = (name: string, of: Partial<ImportedGroup> = {}): ImportedGroup =>
  aGroup({ sourceId: name, name, ...of })

/** A loop of the 93 and its groups, each with a chat but the last one, and a member who asked for copies. */
const aDepartment = async (store: Store) => {
  const by = await somebody(store, 'whoever links')
  const ids = new Map<string, GroupId>()
  const added = async (group: ImportedGroup, linked = true) => {
    const { id } = await store.groups.keepImported(group, noon)
    ids.set(group.name, id)
    const member = await somebody(store, `member of ${group.name}`)
    await store.groups.join(member, id, noon)
    await store.people.news(member, true)
    const link = newId.link()
    const address = telegram(`chat of ${group.name}`)
    if (linked)
      await store.links.put(
        { id: link, group: id, address, title: group.name, since: noon, settings: usual },
        by,
      )
  }
  await added(made('La boucle', { kind: 'loop' }))
  await added(made('Par son nom', { city: 'MONTREUIL', postalCode: '99999', point: lille }))
  await added(made('Par son code', { city: 'Ailleurs', point: lille }))
  await added(made('Par sa position', { city: 'Ailleurs', postalCode: '99999', point: montreuil }))
  await added(made('À côté', { city: 'Bagnolet', postalCode: '93170', point: bagnolet }))
  const { point: _, precision: __, ...nowhere } = made('Sans lieu', { city: 'Loin', postalCode: '99998' })
  await added(nowhere)
  await added(
    made('Du Nord', { department: department('59'), city: 'Lille', postalCode: '59000', point: lille }),
  )
  await added(made('Sans discussion', { city: 'Bagnolet', postalCode: '93170', point: bagnolet }), false)
  const loop = ids.get('La boucle')
  if (!loop) throw new Error('there is no loop')
  return { loop }
}

onEachSize('the places that an announcement is for', (world) => {
  const reached = async (where: GroupId | 'everywhere', filter?: Filter) =>
    (await world().store.announcements.audience(where, filter)).map(({ link }) => link.title).toSorted()

  const places = (...of: readonly FilterPlace[]): Filter => ({ places: of })

  const inTown = ['Par sa position', 'Par son code', 'Par son nom']

  it('are a commune: by its name, by its postal code, or by a position in it', async () => {
    const { loop } = await aDepartment(world().store)
    expect(await reached(loop, places(town))).toEqual(inTown)
    // Its own chat hears what is for all.
    expect(await reached(loop)).toEqual(['La boucle', ...inTown, 'Sans lieu', 'À côté'])
    expect(await reached(loop, places(place({ postalCodes: [] })))).toEqual([
      'Par sa position',
      'Par son nom',
    ])
  })

  it('are so many kilometres around it, where only positions count', async () => {
    const { loop } = await aDepartment(world().store)
    expect(await reached(loop, places(place({ metres: 1_000 })))).toEqual(['Par sa position'])
    expect(await reached(loop, places(place({ metres: 3_000 })))).toEqual(['Par sa position', 'À côté'])
  })

  it('are several of them at once, and a department', async () => {
    const { loop } = await aDepartment(world().store)
    const near = place({ name: 'Bagnolet', postalCodes: ['93170'], point: bagnolet })
    expect(await reached(loop, places(town, near))).toEqual([...inTown, 'À côté'])
    const north = { is: 'department', name: 'Nord', code: department('59') } as const
    expect(await reached('everywhere', places(north))).toEqual(['Du Nord'])
    // A loop speaks to its own department only.
    expect(await reached(loop, places(north))).toEqual([])
    expect(await reached('everywhere', places(north, near))).toEqual(['Du Nord', 'À côté'])
  })

  describe('with kinds and certificates', () => {
    it('narrow each other', async () => {
      const { store } = world()
      const { loop } = await aDepartment(store)
      await store.groups.keepImported(
        made('Par son code', { city: 'Ailleurs', point: lille, kind: 'thematic', certified: false }),
        noon,
      )
      expect(await reached(loop, { ...places(town), kinds: ['thematic'] })).toEqual(['Par son code'])
      expect(await reached(loop, { ...places(town), certified: true })).toEqual([
        'Par sa position',
        'Par son nom',
      ])
    })
  })

  it('count members and groups without a chat likewise', async () => {
    const { store } = world()
    const { loop } = await aDepartment(store)
    const near = places(place({ name: 'Bagnolet', postalCodes: ['93170'], point: bagnolet }))
    expect(await store.announcements.members(loop, near)).toBe(2)
    expect(await store.announcements.unlinked(loop, near)).toBe(1)
    expect(await store.announcements.unlinked(loop, places(town))).toBe(0)
    expect(await store.announcements.unlinkedNames(loop, near, { skip: 0, take: 5 })).toEqual([
      'Sans discussion',
    ])
  })
})
