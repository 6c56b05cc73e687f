import { expect, it } from 'vitest'
import { day, hour, later, type Instant } from '../../src/base/clock.ts'
import { createForgetting } from '../../src/jobs/forget.ts'
import { aGroup, anAction } from '../store/makings.ts'
import { noon, onEachSize, silent, somebody } from '../store/sizes.ts'

onEachSize('what time takes away', (world) => {
  it('goes when it is due, at the next full hour of work', async () => {
    const { store } = world()
    let now: Instant = noon
    const forget = createForgetting({ store, clock: { now: () => now }, log: silent })
    const person = await somebody(store, '42')
    const { id: group } = await store.groups.keepImported(aGroup(), noon)
    await store.groups.join(person, group, noon)
    const { id } = await store.actions.keepImported(anAction(), noon)
    await store.actions.answer(person, id, 'yes', noon)
    const signal = new AbortController().signal
    const comers = async () => (await store.answers.comers(id, { skip: 0, take: 9 })).length

    now = later(noon, 60 * day)
    await forget(signal)
    expect(await comers()).toBe(1)
    // It ended four hours after noon; the work is done once an hour.
    now = later(now, hour - 1)
    await forget(signal)
    now = later(noon, 60 * day + 4 * hour + 1)
    await forget(signal)
    expect(await comers()).toBe(0)
    expect(await store.people.kept(person)).toBeDefined()

    now = later(noon, 500 * day)
    await forget(signal)
    expect(await store.people.kept(person)).toBeDefined()
    await store.groups.leave(person, group)
    now = later(now, hour)
    await forget(signal)
    expect(await store.people.kept(person)).toBeUndefined()
  })
})
