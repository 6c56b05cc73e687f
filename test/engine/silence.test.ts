import { describe, expect, it } from 'vitest'
import { day, hour, later, systemClock } from '../../src/base/clock.ts'
import { newId, type BroadcastId } from '../../src/base/ids.ts'
import { rich } from '../../src/base/rich.ts'
import { aGroup } from '../store/makings.ts'
import { openPostOffice } from './post-office.ts'

const many = 12

/** Some members, and an announcement for them that goes out. */
const begin = async () => {
  const office = await openPostOffice({ perSecond: 2_000 })
  const { store } = office
  const now = systemClock.now()
  const { id: group } = await store.groups.keepImported(aGroup(), now)
  const people = await Promise.all(
    Array.from({ length: many }, async (_, at) => {
      const account = { platform: 'made-up', key: `a${at}` }
      const person = await store.people.keep(newId.person(), account, `door ${at}`)
      await store.groups.join(person, group, now)
      return person
    }),
  )
  const id = newId.broadcast()
  const what = { is: 'text', text: rich`Samedi` } as const
  await store.broadcasts.put(id, { audience: { is: 'members', group }, what, urgency: 'announcement' }, now)
  const truce = { from: later(now, -hour), to: later(now, hour) }
  const [by] = people
  if (!by) throw new Error('nobody is there')
  return { office, id, truce, begins: (of = truce) => store.announcements.setTruce(of, by) }
}

const stride = () => ({ now: systemClock.now(), window: 500, most: 200 })
const left = async (office: Awaited<ReturnType<typeof openPostOffice>>, id: BroadcastId) =>
  (await office.store.broadcasts.progress(id, systemClock.now()))?.left

describe('an electoral silence', () => {
  it('holds back the copies that wait when it begins, until it is over or called off', async () => {
    const { office, id, truce, begins } = await begin()
    await using _ = office
    const { store } = office
    await store.broadcasts.advance(id, stride())
    await begins()
    await office.run()
    expect(office.arrivals).toEqual([])
    // It takes no place in the queue meanwhile.
    await office.conduct(id)
    expect(await left(office, id)).toBe(many)
    expect(await store.outbox.next('made-up')).toBeGreaterThanOrEqual(truce.to)

    // It ends later than was said.
    await begins({ ...truce, to: later(truce.to, hour) })
    await office.run()
    expect(office.arrivals).toEqual([])
    expect(await store.outbox.next('made-up')).toBeGreaterThanOrEqual(later(truce.to, hour))

    await store.announcements.endTruce(truce)
    await office.run()
    expect(office.arrivals).toHaveLength(many)
  })

  it('holds back the copies that are written while it lasts', async () => {
    const { office, id, truce, begins } = await begin()
    await using _ = office
    const { store } = office
    await begins()
    await store.broadcasts.advance(id, stride())
    expect(await store.outbox.next('made-up')).toBe(truce.to)
    // Another one comes, of which these do not know: they leave before.
    await begins({ from: later(truce.to, day), to: later(truce.to, 2 * day) })
    await store.announcements.endTruce(truce)
    await office.run()
    expect(office.arrivals).toHaveLength(many)
  })

  it('does not keep anybody from taking back what was said', async () => {
    const { office, id, begins } = await begin()
    await using _ = office
    const { store } = office
    await store.broadcasts.advance(id, stride())
    await office.run()
    await begins()
    await store.broadcasts.withdraw(id, systemClock.now())
    await store.broadcasts.advance(id, stride())
    await office.run()
    expect(office.withdrawn).toHaveLength(many)
  })
})
