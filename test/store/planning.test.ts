import { expect, it } from 'vitest'
import { day, hour, later } from '../../src/base/clock.ts'
import { newId, type ActionId, type PersonId, type SeriesId } from '../../src/base/ids.ts'
import { paris, type Day } from '../../src/base/zones.ts'
import { mostDates } from '../../src/domain/planning/dates.ts'
import { aGroup, anAction } from './makings.ts'
import { clock, noon, onEachSize, somebody as known } from './sizes.ts'

onEachSize('what is planned', (world) => {
  const group = async () => (await world().store.groups.keepImported(aGroup(), noon)).id

  let count = 0
  const somebody = (): Promise<PersonId> => known(world().store, `${(count += 1)}`)

  it('and changed date by date is told to the end before another date begins', async () => {
    const { store } = world()
    const of = { group: await group(), keeper: await somebody() }
    const template = {
      name: 'Réunion',
      kind: 'reunion' as const,
      zone: paris,
      venue: {},
      description: '',
      audience: 'everyone' as const,
      lasts: 60,
    }
    const rule = {
      every: 'week',
      step: 1,
      weekdays: [6],
      time: '10:00',
      from: '2026-12-05' as Day,
      except: [],
    } as const
    const id: SeriesId = await store.series.begin({ ...of, rule, template }, '2026-12-01' as Day)
    const planned = (at: number) => {
      const { lasts: _, ...rest } = template
      const start = later(noon, at * 7 * day)
      return {
        day: `2026-12-${String(5 + 7 * at).padStart(2, '0')}` as Day,
        planned: { ...rest, start, end: later(start, hour) },
      }
    }
    const made = await store.series.make(id, [planned(1), planned(2)], '2026-12-31' as Day, noon)
    const people: PersonId[] = []
    for (let at = 0; at < 3; at += 1) people.push(await somebody())
    for (const person of people)
      for (const action of made) await store.actions.answer(person, action, 'yes', noon)
    const moves = async (action: ActionId | undefined, by: number) => {
      const found = action && (await store.actions.found(action))
      if (!found || !action) throw new Error('nothing was made')
      const start = later(found.action.start, by)
      await store.plans.change(action, { start, end: later(start, hour) }, of.keeper, noon)
    }
    const [first, second] = made
    await moves(first, hour)
    const ripe = () => store.changes.ripe(later(noon, hour))
    const before = await ripe()
    expect(before?.changes.map(({ action }) => action)).toEqual([first])
    const [half] = people.toSorted()
    await store.changes.told([first ?? newId.action()], half ?? newId.person())
    await moves(second, hour)
    expect(await ripe()).toMatchObject({ after: half, changes: [{ action: first }] })
    await store.changes.close([first ?? newId.action()])
    const rest = await ripe()
    expect(rest?.changes.map(({ action }) => action)).toEqual([second])
    expect(rest?.after).toBeUndefined()
  })

  it('reminds as many as come, however many they are', async () => {
    const { store, database } = world()
    const { id } = await store.actions.keepImported(anAction(), noon)
    const { rows } = await database.sql.ask(
      `insert into porte_voix.people (id, since)
       select gen_random_uuid(), 0 from generate_series(1, 14000) returning id`,
      [],
    )
    const those = rows.map((row) => ({ person: String(row['id']) as PersonId, due: noon }))
    expect(await store.reminders.call(id, those, later(noon, -hour))).toBe(true)
    expect(await store.reminders.call(id, those.slice(0, 1), later(noon, -hour))).toBe(false)
    // Page after page, each once, though all are due at the same instant.
    const seen = new Set<string>()
    let page = await store.reminders.due(noon, 5_000)
    while (page.length > 0) {
      for (const { person } of page) seen.add(person)
      page = await store.reminders.due(noon, 5_000, page.at(-1))
    }
    expect(seen.size).toBe(14_000)
    // Row by row, as after every story, takes as long as all others together.
    await database.sql.ask('truncate porte_voix.people cascade', [])
  })

  it('opens to others unless it was called off', async () => {
    const { store } = world()
    const { id } = await store.actions.keepImported(anAction(), noon)
    await store.openings.keep(id, [{ audience: 'everyone', at: noon }])
    expect(await store.openings.due(noon, 10)).toEqual([id])
    await store.actions.setState(id, 'withdrawn', noon)
    expect(await store.openings.due(noon, 10)).toEqual([])
  })

  it('shows those who wait to be chosen page by page, whoever else answered', async () => {
    const { store } = world()
    const { id } = await store.actions.keepImported(anAction(), noon)
    await store.answers.pick(id, true)
    const people: PersonId[] = []
    for (let at = 0; at < 12; at += 1) {
      const person = await somebody()
      await store.actions.answer(person, id, at % 4 === 3 ? 'no' : 'yes', later(noon, at))
      if (at % 4 !== 3) people.push(person)
    }
    const page = async (skip: number) =>
      (await store.answers.comers(id, { skip, take: 8, only: 'waiting' })).map(({ person }) => person)
    expect([...(await page(0)), ...(await page(8))]).toEqual(people)
  })

  it('keeps a calendar that somebody begins to follow while it is being forgotten', async () => {
    const { store } = world()
    const of = await group()
    const path = `/groupes/${newId.group()}/icalendar.ics`
    const by = await somebody()
    const follow = () => store.follows.add({ id: newId.follow(), group: of, path }, by, noon, 5)
    for (let round = 0; round < 10; round += 1) {
      expect((await Promise.all([follow(), store.follows.due(clock.now(), 10)]))[0]).toBe('added')
      const [kept] = await store.follows.of(of)
      expect(kept?.path).toBe(path)
      if (kept) await store.follows.end(kept.id)
    }
  })

  it('counts every tick of those who say which dates suit them, however many tap at once', async () => {
    const { store } = world()
    const id = newId.proposal()
    const dates = Array.from({ length: mostDates }, (_, at) => {
      const start = later(noon, (at + 3) * day)
      return { start, end: later(start, hour) }
    })
    const keeper = await somebody()
    const about = { name: 'Tractage', kind: 'tracts', description: '', audience: 'everyone' } as const
    await store.proposals.add({
      id,
      group: await group(),
      keeper,
      about,
      dates,
      zone: paris,
      until: later(noon, day),
    })
    const people = await Promise.all(Array.from({ length: 20 }, () => somebody()))
    await Promise.all(
      people.flatMap((person) => dates.map((_, at) => store.proposals.answer(id, person, at, noon))),
    )
    expect((await store.proposals.found(id))?.tally).toEqual({
      dates: dates.map(() => 20),
      none: 0,
      people: 20,
    })
    const [ada, bob, cleo, dora] = people
    if (!ada || !bob || !cleo || !dora) throw new Error('nobody is there')
    // A second tap takes the first one back; « none » takes all of them; nothing left is nothing said.
    expect(await store.proposals.answer(id, ada, 5, noon)).toEqual({ suits: [0, 1, 2, 3, 4] })
    expect(await store.proposals.answer(id, bob, 'none', noon)).toEqual({ suits: 'none' })
    expect(await store.proposals.answer(id, bob, 'none', noon)).toEqual({ suits: undefined })
    expect(await store.proposals.answer(id, bob, 2, noon)).toEqual({ suits: [2] })
    expect(await store.proposals.answer(id, bob, 2, noon)).toEqual({ suits: undefined })
    expect(await store.proposals.answeredBy(bob)).toEqual({ answers: 0, follows: 0 })
    expect(await store.proposals.follow(id, cleo)).toBe(true)
    expect(await store.proposals.follow(id, dora)).toBe(true)
    await store.proposals.answer(id, dora, 'none', noon)
    await store.proposals.answer(id, dora, 'none', noon)
    expect(await store.proposals.forgetPerson(ada)).toEqual([id])
    expect((await store.proposals.found(id))?.tally.people).toBe(17)
    expect(await store.proposals.answer(id, cleo, 0, later(noon, day))).toBe('late')
    // A week later only totals are left, and who still wants to hear of it.
    // It was closed before its time.
    await store.proposals.close(id, later(noon, hour))
    expect(await store.proposals.forget(later(noon, hour), noon)).toBe(0)
    expect(await store.proposals.forget(later(noon, 2 * hour), noon)).toBe(1)
    expect(await store.proposals.answers(id, { skip: 0, take: 30 })).toEqual([])
    expect(await store.proposals.answeredBy(cleo)).toEqual({ answers: 0, follows: 1 })
    // One organiser alone settles it; then only totals are left.
    expect(await Promise.all([store.proposals.settle(id, 1), store.proposals.settle(id, 2)])).toContain(false)
    const { id: action } = await store.actions.keepImported(anAction(), noon)
    expect([...(await store.proposals.made(id, action))].toSorted()).toEqual([cleo, dora].toSorted())
    expect(await store.proposals.answeredBy(cleo)).toEqual({ answers: 0, follows: 0 })
    expect((await store.proposals.found(id))?.tally.people).toBe(17)
    expect(await store.proposals.follow(id, cleo)).toBe('late')
    expect(await store.proposals.drop(id)).toBeUndefined()
    expect(await store.proposals.forget(noon, later(noon, 10 * day))).toBe(1)
    expect(await store.proposals.found(id)).toBeUndefined()
  })
})
