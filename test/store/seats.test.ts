import { expect, it } from 'vitest'
import { day, hour, later } from '../../src/base/clock.ts'
import type { ActionId, PersonId } from '../../src/base/ids.ts'
import type { Answer } from '../../src/domain/actions/model.ts'
import type { Wish } from '../../src/domain/answers/model.ts'
import { offerFor } from '../../src/domain/answers/model.ts'
import { anAction } from './makings.ts'
import { noon, onEachSize, somebody, timesOver, type World } from './sizes.ts'

const page = { skip: 0, take: 500 }

onEachSize('the seats of an action', (world) => {
  const capacity = async ({ database }: World, id: ActionId, seats: number | null): Promise<void> => {
    await database.sql.ask('update porte_voix.actions set capacity = $2 where id = $1', [id, seats])
  }

  const planned = async (seats: number | null, start = later(noon, 3 * day)): Promise<ActionId> => {
    const { id } = await world().store.actions.keepImported(
      anAction({ start, end: later(start, 2 * hour) }),
      noon,
    )
    await capacity(world(), id, seats)
    return id
  }

  const crowd = (size: number): Promise<readonly PersonId[]> =>
    timesOver(size, (at) => somebody(world().store, `p${at}`))

  const says = (id: ActionId, who: PersonId | undefined, answer: Answer, more: Omit<Wish, 'answer'> = {}) => {
    if (who === undefined) throw new Error('nobody says that')
    return world().store.actions.answer(who, id, answer, noon, more)
  }

  const standing = async (id: ActionId) =>
    (await world().store.answers.comers(id, page)).map((comer) =>
      comer.standing?.is === 'waiting' ? comer.standing.place : (comer.standing?.is ?? comer.answer),
    )

  it('are never one too many, whatever 200 people tap at once', async () => {
    const id = await planned(50)
    const people = await crowd(200)
    const noted = await Promise.all(people.map((who, at) => says(id, who, 'yes', { guests: at % 3 })))
    const seated = noted.filter((each) => each.is === 'noted' && each.place === undefined)
    const seats = seated.reduce((sum, each) => sum + (each.is === 'noted' ? 1 + each.guests : 0), 0)
    expect(seats).toBeLessThanOrEqual(50)
    const found = await world().store.actions.found(id)
    expect(found?.counts.yes).toBe(seats)
    expect(found?.counts.waiting).toBe(200 - seated.length)
    // Everybody changes their mind at once; what is freed is given, and nothing else.
    await Promise.all(people.map((who, at) => says(id, who, at % 2 === 0 ? 'no' : 'yes')))
    const after = await world().store.actions.found(id)
    const comers = await world().store.answers.comers(id, page)
    const held = comers.filter((comer) => comer.standing?.is === 'seated')
    expect(held.reduce((sum, { guests }) => sum + 1 + guests, 0)).toBe(after?.counts.yes)
    expect(after?.counts.yes).toBeLessThanOrEqual(50)
    expect(after?.counts.no).toBe(100)
    expect(comers.filter((comer) => comer.standing?.is === 'waiting')).toHaveLength(
      after?.counts.waiting ?? 0,
    )
  })

  it('go to those who wait, first come first served, who have time to say that they want them', async () => {
    const id = await planned(2)
    const [ada, bob, cleo, dan] = await crowd(4)
    for (const who of [ada, bob]) await says(id, who, 'yes')
    expect(await says(id, cleo, 'yes')).toMatchObject({ place: 1, counts: { yes: 2, waiting: 1 } })
    expect(await says(id, dan, 'yes')).toMatchObject({ place: 2 })
    expect(await says(id, cleo, 'yes')).toMatchObject({ place: 1, changed: false })
    expect(await standing(id)).toEqual(['seated', 'seated', 1, 2])
    const until = later(noon, offerFor)
    expect(await says(id, ada, 'no')).toMatchObject({ promoted: [{ person: cleo, until }] })
    expect((await world().store.actions.found(id, cleo))?.standing).toEqual({ is: 'seated', until })
    expect((await world().store.actions.found(id, dan))?.standing).toEqual({ is: 'waiting', place: 1 })
    expect(await says(id, cleo, 'yes')).toMatchObject({ confirmed: true, changed: true })
    expect(await world().store.answers.lapsing(until, 10)).toEqual([])
  })

  it('go on to the next one when nobody says so in time', async () => {
    const id = await planned(1)
    const [ada, bob, cleo] = await crowd(3)
    for (const who of [ada, bob, cleo]) await says(id, who, 'yes')
    await says(id, ada, 'maybe')
    const until = later(noon, offerFor)
    expect(await world().store.answers.lapsing(later(until, -1), 10)).toEqual([])
    expect(await world().store.answers.lapsing(until, 10)).toEqual([id])
    expect(await world().store.answers.lapse(id, until)).toMatchObject({
      lapsed: [{ person: bob }],
      promoted: [{ person: cleo, until: later(until, offerFor) }],
    })
    expect((await world().store.actions.found(id))?.counts).toEqual({ yes: 1, maybe: 1, no: 0 })
    expect((await world().store.answers.lapse(id, until)).lapsed).toEqual([])
  })

  it('are given at once in the last hours', async () => {
    const id = await planned(1, later(noon, 3 * hour))
    const [ada, bob] = await crowd(2)
    for (const who of [ada, bob]) await says(id, who, 'yes')
    const { promoted } = (await says(id, ada, 'no')) as { promoted: unknown }
    expect(promoted).toEqual([{ person: bob, action: id }])
  })

  it('are given when the action becomes larger, or has no more limit', async () => {
    const id = await planned(1)
    const people = await crowd(4)
    for (const who of people) await says(id, who, 'yes')
    expect(await world().store.answers.fillable(noon, 10)).toEqual([])
    await capacity(world(), id, 2)
    expect(await world().store.answers.fillable(noon, 10)).toEqual([id])
    expect(await world().store.answers.fill(id, noon)).toHaveLength(1)
    await capacity(world(), id, null)
    expect(await world().store.answers.fill(id, noon)).toHaveLength(2)
    expect((await world().store.actions.found(id))?.counts).toEqual({ yes: 4, maybe: 0, no: 0 })
  })

  it('are taken by guests too, who may be fewer but not more than there is room for', async () => {
    const id = await planned(4)
    const [ada, bob, cleo] = await crowd(3)
    await says(id, ada, 'yes', { guests: 2 })
    await says(id, bob, 'yes', { guests: 2 })
    expect(await says(id, ada, 'yes', { guests: 4 })).toMatchObject({ is: 'no-room', free: 3 })
    expect(await says(id, cleo, 'yes')).toMatchObject({ place: 2 })
    // Bob wants three seats: with one less of Ada’s he has two, and nobody overtakes him.
    expect(await says(id, ada, 'yes', { guests: 1 })).toMatchObject({ promoted: [] })
    expect(await says(id, bob, 'yes', { guests: 1 })).toMatchObject({
      guests: 1,
      counts: { yes: 4, waiting: 1 },
    })
    expect((await world().store.actions.found(id, bob))?.standing).toEqual({ is: 'seated' })
    expect(await standing(id)).toEqual(['seated', 'seated', 1])
  })

  it('leave with whoever is erased, and can be declined when there are none', async () => {
    const id = await planned(1)
    const [ada, bob, cleo] = await crowd(3)
    await says(id, ada, 'yes', { note: 'J’apporte la sono' })
    await says(id, bob, 'yes')
    expect(await says(id, cleo, 'no')).toMatchObject({ counts: { yes: 1, no: 1, waiting: 1 } })
    expect((await world().store.answers.comers(id, page))[0]).toMatchObject({ note: 'J’apporte la sono' })
    if (ada) await world().store.people.erase(ada)
    if (bob) await world().store.people.erase(bob)
    expect((await world().store.actions.found(id))?.counts).toEqual({ yes: 0, maybe: 0, no: 1 })
    const { rows } = await world().database.sql.ask('select count(*)::int as kept from porte_voix.notes', [])
    expect(rows).toEqual([{ kept: 0 }])
  })

  it('are given by hand only where organisers choose, and as long as it is to come', async () => {
    const { answers } = world().store
    const id = await planned(1)
    const [first, next, last] = await crowd(3)
    for (const who of [first, next, last]) await says(id, who, 'yes')
    await capacity(world(), id, 3)
    const choose = (who: PersonId | undefined, at = noon) => answers.choose(id, who ?? ('' as never), at)
    expect(await choose(last)).toBe('absent')
    await answers.pick(id, true)
    expect(await choose(last, later(noon, 9 * day))).toBe('absent')
    expect(await choose(last)).toBe('chosen')
    expect(await standing(id)).toEqual(['seated', 'seated', 1])
  })

  it('come with the reminder that an organiser asked for, whatever changes meanwhile', async () => {
    const { reminders } = world().store
    const id = await planned(null)
    const [who] = await crowd(1)
    if (who === undefined) throw new Error('nobody')
    const due = later(noon, hour)
    expect(await reminders.call(id, [{ person: who, due }], noon)).toBe(true)
    await reminders.owe(who, id, [{ kind: 'eve', due: later(noon, 2 * day) }])
    expect((await reminders.due(due, 10)).map(({ kind }) => kind)).toEqual(['call'])
    await reminders.owe(who, id, [])
    expect(await reminders.due(due, 10)).toEqual([])
  })
})
