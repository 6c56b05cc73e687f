import { describe, expect, test } from 'vitest'
import { day, minute } from '../../../src/base/clock.ts'
import { openHouse } from './house.ts'

const tracts = 'Tractage au marché de Belleville'

describe('one bad item', () => {
  test('in a list is skipped, counted and told; everything else is imported', async () => {
    await using house = await openHouse()
    const spoilt = [null, 'rien', { id: 'x' }, { id: '00000000-0000-4000-8000-000000000001', name: 7 }, []]
    for (const item of spoilt) {
      house.server.change.spoil('events', item)
      house.server.change.spoil('groups', item)
    }
    const progress = await house.poll()
    expect(progress).toMatchObject({ what: 'nothing', skipped: 2 * spoilt.length })
    expect(house.action(tracts)).toBeDefined()
    expect(house.groupsKept().length).toBeGreaterThan(20)
  })

  test('whose page makes no sense is skipped, counted and told, and tried again later', async () => {
    await using house = await openHouse()
    const page = new RegExp(`${house.named(tracts).id}/details`)
    house.server.change.event(house.named(tracts).id, { name: '' })
    expect(await house.poll()).toMatchObject({ what: 'nothing', skipped: 2 })
    expect(house.log.lines.filter((line) => line.includes('makes no sense'))).toHaveLength(1)
    house.server.change.event(house.named(tracts).id, { name: tracts })
    await house.minutes(25)
    expect(house.action(tracts)).toBeDefined()
    expect(house.asked(page).length).toBeLessThan(4)
  })

  test('whose page always fails does not hold up the others', async () => {
    await using house = await openHouse()
    const page = new RegExp(`${house.named(tracts).id}/details`)
    house.server.misbehave({ is: 'status', status: 500 }, { path: page })
    expect((await house.poll()).what).toBe('nothing')
    await house.minutes(60)
    expect(house.action(tracts)).toBeUndefined()
    expect(house.action('Grande lessive')).toBeDefined()
  })
})

describe('a service in trouble', () => {
  test.each([
    { is: 'bad gateway' },
    { is: 'truncated' },
    { is: 'cut' },
    { is: 'status', status: 403 },
    { is: 'status', status: 404 },
    { is: 'too many', retryAfter: '120' },
  ] as const)('that answers $is $status loses us nothing', async (mischief) => {
    await using house = await openHouse()
    await house.poll()
    const kept = house.actionsKept().length
    house.server.misbehave(mischief)
    await house.minutes(200)
    expect(house.actionsKept().filter((action) => action.state !== 'planned')).toEqual([])
    expect(house.groupsKept().every((group) => group.listed)).toBe(true)
    house.server.behave()
    await house.minutes(90)
    expect(house.actionsKept()).toHaveLength(kept)
    expect(house.action('Tractage à la sortie du lycée de Pantin')?.state).toBe('withdrawn')
  })

  test('is asked less and less', async () => {
    await using house = await openHouse()
    await house.poll()
    house.server.misbehave({ is: 'bad gateway' })
    const before = house.server.requests.length
    await house.minutes(240)
    const during = house.server.requests.slice(before)
    expect(during.length).toBeGreaterThan(5)
    expect(during.length).toBeLessThan(120)
    const silences = during.slice(1).map((request, at) => request.at - (during[at]?.at ?? 0))
    expect(Math.max(...silences)).toBeGreaterThanOrEqual(30 * minute)
  })

  test('whose lists come back empty or halved retires nobody', async () => {
    await using house = await openHouse()
    await house.poll()
    for (const group of house.movement.groups) house.server.change.group(group.id, { published: false })
    for (const event of house.movement.events) house.server.change.event(event.id, { listed: false })
    house.time.pass(day)
    await house.poll()
    await house.minutes(3)
    expect(house.groupsKept().every((group) => group.listed)).toBe(true)
    expect(house.log.lines.filter((line) => line.includes('lost more than half'))).toHaveLength(2)
  })

  test('is obeyed after a restart too', async () => {
    await using house = await openHouse()
    house.server.misbehave({ is: 'too many', retryAfter: '1800' }, { times: 1 })
    await house.poll()
    expect(house.server.requests).toHaveLength(1)
    house.restart()
    await house.minutes(29)
    expect(house.server.requests).toHaveLength(1)
    await house.minutes(2)
    expect((await house.progress()).what).toBe('nothing')
  })
})
