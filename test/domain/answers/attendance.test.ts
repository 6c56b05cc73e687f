import { expect, it } from 'vitest'
import { day, hour, later, type Instant } from '../../../src/base/clock.ts'
import type { ActionId, PersonId } from '../../../src/base/ids.ts'
import { letGo } from '../../../src/domain/answers/letting-go.ts'
import { createAttendance, tellDeparture } from '../../../src/domain/answers/service.ts'
import type { Telling } from '../../../src/domain/notices/ports.ts'
import type { Where } from '../../../src/domain/rights/model.ts'
import { createRights } from '../../../src/domain/rights/service.ts'
import { aGroup, anAction } from '../../store/makings.ts'
import { noon, onEachSize, somebody } from '../../store/sizes.ts'

onEachSize('those who organise', (world) => {
  const office = (by: PersonId | undefined, now: Instant = noon) => {
    const { store } = world()
    const told: Telling[] = []
    const touched: ActionId[] = []
    const noted: Where[] = []
    const people = { known: () => by }
    const rights = createRights({ store: store.roles, groups: store.groups, people, operator: false })
    const tell = async (telling: Telling): Promise<'told'> => {
      told.push(telling)
      return 'told'
    }
    const attendance = createAttendance({
      answers: store.answers,
      actions: store.actions,
      rights,
      journal: { note: async (where) => void noted.push(where) },
      people,
      tell,
      touched: (id) => touched.push(id),
      gone: (action, person) => letGo({ needs: store.needs, rides: store.rides, tell }, action, person),
      now,
    })
    return { attendance, rights, tell, told, touched, noted }
  }

  const scene = async () => {
    const { store } = world()
    const { id: group } = await store.groups.keepImported(aGroup(), noon)
    const { id } = await store.actions.keepImported(
      anAction({ start: later(noon, 30 * hour), end: later(noon, 32 * hour) }),
      noon,
    )
    const [olga, ada, bob] = [
      await somebody(store, 'olga'),
      await somebody(store, 'ada'),
      await somebody(store, 'bob'),
    ]
    await store.roles.grant({ person: olga, role: 'animator', group, since: noon })
    await store.answers.limit(id, 1)
    await store.actions.answer(ada, id, 'yes', noon)
    await store.actions.answer(bob, id, 'yes', noon)
    return { id, group, olga, ada, bob }
  }

  it('take somebody off the list, who is told, and whose seat goes to the next one', async () => {
    const { id, group, olga, ada, bob } = await scene()
    const { attendance, told, touched, noted } = office(olga)
    expect(await attendance.withdraw(id, ada)).toBe('withdrawn')
    expect(noted).toEqual([group])
    expect(told.map(({ to, notice }) => ['person' in to && to.person, notice.is])).toEqual([
      [bob, 'seat'],
      [olga, 'seats-given'],
      [ada, 'taken-off'],
    ])
    expect(touched).toEqual([id])
    // One summary for all seats that move within ten minutes, with those who have them and those who left.
    const summary = told.find(({ notice }) => notice.is === 'seats-given')
    expect(summary).toMatchObject({ key: expect.stringContaining(olga), notice: { action: id } })
    await world().store.people.rename(bob, 'Bob')
    await world().store.people.rename(ada, 'Ada')
    expect(await world().store.answers.moved(id, noon)).toEqual({
      seated: [{ name: 'Bob', until: later(noon, 12 * hour) }],
      left: [{ name: 'Ada' }],
    })
    expect(await world().store.answers.moved(id, later(noon, 1))).toEqual({ seated: [], left: [] })
    expect(await attendance.withdraw(id, ada)).toBe('absent')
    expect((await world().store.actions.found(id, bob))?.standing?.is).toBe('seated')
  })

  it('take somebody off the list, who brings nothing any more and drives nobody', async () => {
    const { store } = world()
    const { id, olga, ada, bob } = await scene()
    await store.needs.add(id, [{ words: 'voiture', wanted: 1 }])
    const [need] = await store.needs.of(id)
    if (!need) throw new Error('nothing is needed')
    await store.needs.take(need.id, ada, noon)
    await store.rides.put({ action: id, person: ada, is: 'offer', seats: 3, words: 'Mairie' }, noon)
    const [car] = await store.rides.offers(id)
    await store.rides.put({ action: id, person: bob, is: 'wish', seats: 1, words: 'Gare' }, noon)
    const asked = car && (await store.rides.ask(car.id, bob))
    if (!asked?.wish) throw new Error('nobody was asked')
    await store.rides.answer(asked.wish.id, ada, true)
    const { attendance, told } = office(olga)
    await attendance.withdraw(id, ada)
    expect(await store.needs.of(id)).toMatchObject([{ words: 'voiture', taken: 0 }])
    expect(await store.rides.offers(id)).toEqual([])
    expect(await store.rides.own(id, bob)).toMatchObject({ is: 'wish', agreed: false })
    expect(told).toContainEqual(
      expect.objectContaining({ to: { person: bob }, notice: { is: 'ride-gone', action: id } }),
    )
  })

  it('alone see who comes, and act on it', async () => {
    const { id, ada } = await scene()
    for (const by of [ada, undefined]) {
      const { attendance, told } = office(by)
      await expect(attendance.comers(id, { skip: 0, take: 10 })).rejects.toMatchObject({
        code: 'not-allowed',
      })
      await expect(attendance.withdraw(id, ada)).rejects.toMatchObject({ code: 'not-allowed' })
      expect(told).toEqual([])
    }
  })

  it('hear who came, until answers are forgotten, and nothing of the kind when it was cancelled', async () => {
    const { id, olga } = await scene()
    const { store } = world()
    const seen = async (now: Instant) => office(olga, now).attendance.comers(id, { skip: 0, take: 10 })
    expect(await seen(noon)).not.toHaveProperty('arrived')
    expect(await seen(later(noon, 40 * hour))).toMatchObject({ arrived: { did: 0, didNot: 0 } })
    await store.plans.callOff(id, 'orage', olga, noon)
    expect(await seen(later(noon, 40 * hour))).not.toHaveProperty('arrived')
    await store.keeping.answers(later(noon, 33 * hour))
    const longAgo = await seen(later(noon, 70 * day))
    expect(longAgo).toMatchObject({ comers: [], forgotten: true })
    expect(longAgo).not.toHaveProperty('arrived')
  })

  it('hear of whoever drops out in the last day, and of nobody before', async () => {
    const { id, olga } = await scene()
    const found = await world().store.actions.found(id)
    if (!found) throw new Error('it is there')
    const { rights, tell, told } = office(undefined)
    await tellDeparture({ rights, tell, now: noon }, found.action)
    expect(told).toEqual([])
    await tellDeparture({ rights, tell, now: later(noon, 10 * hour) }, found.action)
    expect(told).toMatchObject([{ to: { person: olga }, notice: { is: 'departure', action: id } }])
  })
})
