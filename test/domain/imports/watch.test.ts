import { describe, expect, test } from 'vitest'
import { day, hour, instant, later, minute } from '../../../src/base/clock.ts'
import { dueAt } from '../../../src/domain/imports/due.ts'
import { openHouse, start } from './house.ts'

const tracts = 'Tractage au marché de Belleville'
const moved = 'Réunion publique : nos transports'
const withdrawn = 'Tractage à la sortie du lycée de Pantin'

describe('once everything is imported', () => {
  test('nothing is written again as long as nothing changes', async () => {
    await using house = await openHouse()
    await house.poll()
    house.server.change.event(house.named(moved).id, {})
    await house.minutes(5)
    expect(house.actionsKept().filter((action) => action.writes > 1)).toEqual([])
    expect(house.asked(/carte/)).toHaveLength(2)
  })

  test('lists are asked every twelve minutes or so, pages every hour or two, oftener before the start', async () => {
    await using house = await openHouse()
    house.server.change.event(house.named(tracts).id, {
      start: later(start, 8 * hour),
      end: later(start, 9 * hour),
    })
    await house.poll()
    await house.minutes(480)
    const gaps = (path: RegExp): readonly number[] => {
      const times = house.asked(path).map((request) => request.at)
      return times.slice(1).map((at, before) => (at - (times[before] ?? 0)) / minute)
    }
    expect(new Set(gaps(/liste_groupes/))).toEqual(new Set([12]))
    expect(new Set(gaps(/liste_evenements/))).toEqual(new Set([12]))
    const soon = gaps(new RegExp(`${house.named(tracts).id}/details`))
    expect(soon.slice(0, 2)).toEqual([60, 60])
    expect(soon.slice(-4)).toEqual([15, 15, 15, 15])
    expect(new Set(gaps(new RegExp(`${house.named('Grande lessive').id}/details`)))).toEqual(new Set([120]))
  })

  test('a new hour is seen within a quarter of an hour', async () => {
    await using house = await openHouse()
    await house.poll()
    await house.minutes(15)
    expect(house.action(moved)).toMatchObject({ start: house.named(moved).start + 30 * minute, writes: 2 })
  })

  test('a new text is seen within two hours, though no list shows it; a new image or count changes nothing', async () => {
    await using house = await openHouse()
    await house.poll()
    house.server.change.event(house.named(tracts).id, {
      description: '<p>Rendez-vous devant le <b>métro</b>.</p>',
    })
    await house.minutes(125)
    expect(house.action(tracts)).toMatchObject({ description: 'Rendez-vous devant le métro.', writes: 2 })
    const rewritten = house.actionsKept().filter((action) => action.writes > 1)
    expect(rewritten.map((action) => action.name).toSorted()).toEqual([moved, tracts])
  })

  test('what is hidden is withdrawn, but only once a second look says the same', async () => {
    await using house = await openHouse()
    await house.poll()
    await house.minutes(14)
    expect(house.action(withdrawn)?.state).toBe('planned')
    await house.minutes(12)
    expect(house.action(withdrawn)?.state).toBe('withdrawn')
    const looks = house.asked(new RegExp(`${house.named(withdrawn).id}/details`)).map((request) => request.at)
    expect((looks[2] ?? 0) - (looks[1] ?? 0)).toBeGreaterThanOrEqual(10 * minute)
  })

  test('what comes back is planned again; what was hidden for a moment never was withdrawn', async () => {
    await using house = await openHouse()
    const { id } = house.named(tracts)
    const glimpse = house.named('Collage de nuit à Montreuil').id
    await house.poll()
    house.server.change.restrict(id)
    house.server.change.hide(glimpse)
    await house.minutes(14)
    house.server.change.show(glimpse)
    await house.minutes(14)
    expect(house.action(tracts)?.state).toBe('withdrawn')
    expect(house.action('Collage de nuit à Montreuil')?.state).toBe('planned')
    house.server.change.show(id)
    await house.minutes(15)
    expect(house.action(tracts)?.state).toBe('planned')
  })

  test('what only left the lists stays', async () => {
    await using house = await openHouse()
    await house.poll()
    house.server.change.event(house.named(tracts).id, { listed: false })
    await house.minutes(30)
    expect(house.action(tracts)?.state).toBe('planned')
  })

  test('a new action appears, a new group too', async () => {
    await using house = await openHouse()
    const late = house.named('Grande lessive')
    const group = house.movement.groups[8]?.id ?? ''
    house.server.change.hide(late.id)
    house.server.change.group(group, { published: false })
    await house.poll()
    expect(house.action('Grande lessive')).toBeUndefined()
    const before = house.groupsKept().length
    house.server.change.show(late.id)
    house.server.change.group(group, { published: true })
    await house.minutes(13)
    expect(house.action('Grande lessive')).toBeDefined()
    expect(house.groupsKept()).toHaveLength(before + 1)
  })

  test('a group that is published no longer is no longer listed after a day', async () => {
    await using house = await openHouse()
    await house.poll()
    const [gone] = house.movement.groups.filter((group) => group.type === 'L')
    house.server.change.group(gone?.id ?? '', { published: false })
    house.time.pass(day)
    await house.poll()
    await house.minutes(2)
    expect(
      house
        .groupsKept()
        .filter((group) => !group.listed)
        .map((group) => group.sourceId),
    ).toEqual([gone?.id])
  })

  test('a group that changes its name changes it here', async () => {
    await using house = await openHouse()
    await house.poll()
    const [group] = house.movement.groups
    house.server.change.group(group?.id ?? '', { name: 'Boucle de l’île' })
    await house.minutes(13)
    expect(house.group('Boucle de l’île')).toMatchObject({
      sourceId: group?.id,
      department: '974',
      kind: 'loop',
    })
  })

  test('what is over is forgotten', async () => {
    await using house = await openHouse()
    await house.poll()
    house.time.pass(400 * day)
    await house.poll()
    expect(house.everything()).not.toContain(`["${house.named(tracts).id}",`)
  })
})

test('a page that fails is left alone longer and longer, even when it had vanished', () => {
  const now = instant('2026-11-25T12:00:00Z')
  const watched = { start: later(now, 3 * hour), end: later(now, 4 * hour), checked: now }
  const wait = (more: object): number => (dueAt({ ...watched, ...more }, now) - now) / minute
  expect([1, 2, 3, 10].map((fails) => wait({ fails }))).toEqual([10, 20, 40, 360])
  expect(wait({ missing: now })).toBe(10)
  expect(wait({ missing: later(now, -hour), fails: 2 })).toBe(20)
  expect(wait({ out: true })).toBe(Infinity)
  expect(wait({ end: later(now, -1) })).toBe(Infinity)
})
